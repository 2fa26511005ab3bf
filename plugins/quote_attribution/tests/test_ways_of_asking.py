"""Settings, names and figures: asked where the text gives them, and only with options that are wrong for certain."""

from random import Random

import pytest

from quizengine import Article, ChoiceQuestion, ClozeQuestion, Question
from quizengine_quote_attribution import Quotation, ask, find
from quizengine_quote_attribution.settings import SETTINGS, other_settings, setting_of


def first(text: str) -> Quotation:
    return next(one for one in find(Article(text)) if isinstance(one, Quotation))


def asked(text: str, start: str) -> Question | None:
    facts = [one for one in find(Article(text)) if isinstance(one, Quotation)]
    return next(
        (q for q in ask(facts[0], facts, Random(1)) if isinstance(q, Question) and q.stem.startswith(start)), None
    )


@pytest.mark.parametrize(
    ("cue", "option"),
    [
        ("Ruth Abel said in a press release.", "In a press release"),
        ("Ruth Abel said in a brief statement on Monday.", "In a statement"),
        ("Ruth Abel told a reporter in a phone interview.", "In an interview"),
        ("Ruth Abel wrote on X.", "On social media"),
        ("Ruth Abel said at a news conference.", "At a news conference"),
        ("Ruth Abel wrote in an email.", "In a letter or an email"),
        ("Ruth Abel wrote in a post on X.", "On social media"),
        ("Ruth Abel said.", None),
        ("Ruth Abel said in the kitchen.", None),
        ("Ruth Abel said in a statement at a debate.", None),
    ],
)
def test_the_words_beside_the_verb_tell_the_setting(cue: str, option: str | None) -> None:
    setting = setting_of(first(f"“The pumps failed in the first hour of the storm,” {cue}"))
    assert (setting.option if setting else None) == option


@pytest.mark.parametrize(
    ("lead", "option"),
    [
        ("In a press release, Ruth Abel said:", "In a press release"),
        ("Speaking at a news conference, the mayor, Ruth Abel, said:", "At a news conference"),
        ("In a post on X, Ruth Abel wrote:", "On social media"),
        ("In a storm of 1990, Ruth Abel said:", None),
        ("In an interview, Tomas Lindqvist laughed. Ruth Abel said:", None),
        ("In a speech, Ruth Abel said in a statement:", None),
    ],
)
def test_the_words_that_lead_to_the_speaker_tell_the_setting_too(lead: str, option: str | None) -> None:
    setting = setting_of(first(f"{lead} “The pumps failed in the first hour of the storm.”"))
    assert (setting.option if setting else None) == option


def test_settings_that_may_hold_together_are_never_offered_together() -> None:
    by_option = {setting.option: setting for setting in SETTINGS}
    for setting in SETTINGS:
        assert len(other_settings(setting)) >= 3
        assert not any(setting.option in by_option[other].near for other in other_settings(setting))


def test_where_it_was_said_is_asked() -> None:
    question = asked("“The pumps failed in the first hour of the storm,” Ruth Abel said in an interview.", "Where did")
    assert isinstance(question, ChoiceQuestion)
    assert question.answer == "In an interview"


def test_a_place_in_a_quotation_is_asked_among_other_places() -> None:
    text = (
        "Kenya, Norway, Peru and Japan sent boats.\n\n"
        "“One storm had crossed half of Norway before anybody rang a bell,” Ruth Abel said."
    )
    question = asked(text, "Which name completes")
    assert isinstance(question, ChoiceQuestion)
    assert question.answer == "Norway"
    assert sorted(question.distractors) == ["Japan", "Kenya", "Peru"]
    assert "half of ____ before" in question.stem


def test_a_capital_never_stands_beside_its_country() -> None:
    text = (
        "Oslo, Moscow, Peru, Chile and Japan sent boats.\n\n"
        "“One storm had crossed half of Russia before anybody rang a bell,” Ruth Abel said."
    )
    question = asked(text, "Which name completes")
    assert isinstance(question, ChoiceQuestion)
    assert "Moscow" not in question.distractors


@pytest.mark.parametrize(
    ("places", "key"),
    [
        ("Oslo, Chicago, Peru and Ohio", "Norway"),
        ("The U.S., the Netherlands, the Philippines and Ohio", "Norway"),
        ("Kenya, Peru, Chile and Japan", "Georgia"),
    ],
)
def test_a_place_is_not_asked_without_others_of_its_sort_and_article(places: str, key: str) -> None:
    text = f"{places} sent boats.\n\n“One storm had crossed half of {key} before anybody rang a bell,” Ruth Abel said."
    assert asked(text, "Which name completes") is None


@pytest.mark.parametrize("words", ["The company was bankrupt in 1908", "They left 14 boats on the beach"])
def test_a_quotation_that_points_back_is_no_cloze(words: str) -> None:
    assert asked(f"“{words} and nobody paid for the pumps,” Ruth Abel said.", "Complete") is None


@pytest.mark.parametrize(
    "words", ["The company on the hill was bankrupt in 1908", "We left 14 boats on the beach", "The Navy lost 3 boats"]
)
def test_a_quotation_that_stands_by_itself_is_a_cloze(words: str) -> None:
    assert asked(f"“{words} and nobody paid for the pumps,” Ruth Abel said.", "Complete") is not None


@pytest.mark.parametrize(
    "words", ["I am 100 percent sure that the pumps failed", "My crew had 40 or 50 pumps on board"]
)
def test_a_figure_that_is_an_idiom_or_half_of_a_guess_is_no_gap(words: str) -> None:
    assert asked(f"“{words},” Ruth Abel said.", "Complete") is None


def test_a_cloze_is_a_sentence_and_its_reason_is_the_whole_quotation() -> None:
    question = asked("“Our ferry carried 4,000 cars on a normal day,” Ruth Abel said.", "Complete")
    assert isinstance(question, ClozeQuestion)
    assert question.text == "“Our ferry carried {4,000} cars on a normal day.”"
    assert question.rationale == "Ruth Abel said: “Our ferry carried 4,000 cars on a normal day.”"


def test_a_figure_with_a_comma_after_it_is_a_gap_without_the_comma() -> None:
    question = asked("“The storm of 1987, by all accounts, sank forty boats here,” Ruth Abel said.", "Complete")
    assert isinstance(question, ClozeQuestion)
    assert "{1987}, by" in question.text


def test_a_quotation_split_inside_a_sentence_is_not_cut_there() -> None:
    tail = "and the harbour master rang the bell until his hands were sore " * 4
    facts = [
        one
        for one in find(Article(f"“The storm came first,” Ruth Abel said, “{tail.strip()}.”"))
        if isinstance(one, Quotation)
    ]
    assert not [q for q in ask(facts[0], facts, Random(1)) if isinstance(q, Question)]


BOATS = "Simon Marsh and Peter Oduya came with Tomas Lindqvist and Albert Finch in the night.\n\n"


@pytest.mark.parametrize(
    "words",
    [
        "We rowed for 24 hours without a break or a drop of water",
        "The boat on the left was far from No. 1 in that race",
        "My crew rowed for a harbour in the top 10 of the country",
        "Nobody in the crew rowed after the storm of Sept. 11 here",
        "Every sailor reads 2 Timothy before he leaves the harbour",
    ],
)
def test_a_figure_inside_a_fixed_phrase_is_no_gap(words: str) -> None:
    assert asked(f"“{words},” Ruth Abel said.", "Complete") is None
