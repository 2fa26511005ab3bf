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
        ("Ruth Abel said.", None),
        ("Ruth Abel said in the kitchen.", None),
        ("Ruth Abel said in a statement at a debate.", None),
    ],
)
def test_the_words_beside_the_verb_tell_the_setting(cue: str, option: str | None) -> None:
    setting = setting_of(first(f"“The pumps failed in the first hour of the storm,” {cue}"))
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
        "“The storm had crossed half of Norway before anybody rang a bell,” Ruth Abel said."
    )
    question = asked(text, "Which name completes")
    assert isinstance(question, ChoiceQuestion)
    assert question.answer == "Norway"
    assert sorted(question.distractors) == ["Japan", "Kenya", "Peru"]
    assert "half of ____ before" in question.stem


def test_a_capital_never_stands_beside_its_country() -> None:
    text = (
        "Oslo, Moscow, Peru, Chile and Japan sent boats.\n\n"
        "“The storm had crossed half of Russia before anybody rang a bell,” Ruth Abel said."
    )
    question = asked(text, "Which name completes")
    assert isinstance(question, ChoiceQuestion)
    assert "Moscow" not in question.distractors


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
