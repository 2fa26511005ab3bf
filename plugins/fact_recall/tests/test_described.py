"""Whom an article describes in a phrase is asked for by that phrase, where it sets one person apart."""

import pytest

from quizengine import Article, ChoiceQuestion, ShortTextQuestion
from quizengine_fact_recall.described import described, question_of

OTHERS = (
    " Ruth Abel, the owner of the Orra Mill, sold bread. Tom Reed, a teacher of law at Bergen College, wrote."
    " Peter Okoye, a captain of the port of Senn, slept."
)


def descriptions(text: str) -> list[str]:
    return [f"{each.name.full}: {each.words}" for each in described(Article(text))]


def test_a_phrase_beside_a_name_says_who_it_is() -> None:
    [first, *_] = described(Article(f"Ada Moss, a former judge of the Senn court who taught law, left.{OTHERS}"))
    question = question_of(first)
    assert isinstance(question, ChoiceQuestion)
    assert question.stem == "Who is described in the article as “a former judge of the Senn court who taught law”?"
    assert question.answer == "Ada Moss"
    assert sorted(question.distractors) == ["Peter Okoye", "Ruth Abel", "Tom Reed"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The town heard Ada Moss, director of the Orra Museum, on Monday.", "director of the Orra Museum"),
        ("They met Ada Moss, Peru’s new trade envoy, in Senn.", "Peru’s new trade envoy"),
        ("They met Ada Moss, a radio host in Rochester, New York, and left.", "a radio host in Rochester, New York"),
        ("They met Ada Moss, who was a judge of the Senn court.", "a judge of the Senn court"),
        ("Ada Moss was a judge of the Senn court.", "a judge of the Senn court"),
        ("Orra Museum director Ada Moss spoke on Monday.", "Orra Museum director"),
    ],
)
def test_it_may_stand_behind_a_name_before_it_or_behind_was(text: str, said: str) -> None:
    assert f"Ada Moss: {said}" in descriptions(text)


@pytest.mark.parametrize(
    "text",
    [
        "They met Ada Moss, the wife of Jan Lund the baker, in Senn.",  # whose, not who
        "They met Ada Moss, a judge, in Senn.",  # many are
        "They met Ada Moss, the judge of that old court, in Senn.",  # which court?
        "They met Ada Moss, a judge of the Moss court, in Senn.",  # tells the answer
        "They met Ada Moss, Peru’s new president, in Senn.",  # an almanac tells
        "On Monday Peruvian President Ada Moss spoke. Moss left.",  # the same
        "On Monday Ohio Governor Ada Moss spoke. Moss left.",  # of a state
        "On Monday Supreme Court Justice Ada Moss spoke. Moss left.",  # one of many
        "“They met Ada Moss, a judge of the Senn court, in Orra,” he said.",  # somebody's words
        "They met Ada Moss, chief of the Orra court Ben Lund, and left.",  # whom it describes stands in it
        "The former Orra Museum director Ada Moss spoke on Monday. Moss left.",  # not any more
    ],
)
def test_what_sets_nobody_apart_is_no_description(text: str) -> None:
    assert not [each for each in descriptions(text + OTHERS) if "Ada" in each]


def test_a_description_of_two_people_is_asked_of_neither() -> None:
    twice = "They met Ada Moss, a judge of the Senn court, and saw Jan Lund, a judge of the Senn court, in May."
    assert not [each for each in descriptions(twice + OTHERS) if "judge" in each]


def test_the_office_before_a_name_gets_its_article() -> None:
    found = {each.name.full: each for each in described(Article(f"Orra Museum director Ada Moss spoke.{OTHERS}"))}
    question = question_of(found["Ada Moss"])
    assert question is not None
    assert question.stem == "Who is described in the article as the “Orra Museum director”?"


def test_an_office_in_a_headline_or_shortened_is_left_alone() -> None:
    assert not descriptions("Orra Museum Director Ada Moss Left")
    assert not [each for each in descriptions("Ohio Gov. Ada Moss spoke in Senn." + OTHERS) if "Gov." in each]


@pytest.mark.parametrize(
    "text",
    [
        "They met Majority Leader Ada Moss in Senn.",  # of which house?
        "They met Transport Minister Ada Moss in Senn.",  # of which country?
        "They met Secretary of State Ada Moss in Senn.",
    ],
)
def test_an_office_that_does_not_say_of_what_is_left_alone(text: str) -> None:
    assert not [each for each in descriptions(text + OTHERS) if "Ada" in each]


def test_an_office_begins_with_what_it_is_an_office_of() -> None:
    text = "They came to fight Orra Mill director Ada Moss in Senn." + OTHERS
    assert "Ada Moss: Orra Mill director" in descriptions(text)


def test_men_are_no_options_where_a_description_speaks_of_women() -> None:
    others = OTHERS.replace("Ruth Abel", "John Abel")
    kinds = [_question_for(f"They met Ada Moss, a coach of boxing for {whom} in Peru.{others}") for whom in WHOM]
    assert kinds == [ShortTextQuestion, ChoiceQuestion]


WHOM = ("women", "sailors")


def _question_for(text: str) -> type:
    found = {each.name.full: each for each in described(Article(text))}
    return type(question_of(found["Ada Moss"]))


@pytest.mark.parametrize(
    ("office", "shown"), [("Bergen Court judge", "a “Bergen"), ("Orra Museum director", "the “Orra")]
)
def test_an_office_has_the_article_that_it_is_spoken_with(office: str, shown: str) -> None:
    found = {each.name.full: each for each in described(Article(f"{office} Ada Moss spoke in Senn.{OTHERS}"))}
    question = question_of(found["Ada Moss"])
    assert question is not None
    assert shown in question.stem


def test_whoever_holds_an_office_is_typed_as_others_are_known_not_to() -> None:
    text = f"Orra Museum director Ada Moss spoke.{OTHERS}"
    office = next(each for each in described(Article(text)) if each.name.full == "Ada Moss")
    assert isinstance(question_of(office), ShortTextQuestion)
    other = next(each for each in described(Article(text)) if each.name.full == "Ruth Abel")
    assert isinstance(question_of(other), ChoiceQuestion)


def test_whom_everybody_knows_is_no_option_for_somebody_who_is_introduced() -> None:
    kinds = [
        _question_for(f"{office} John Lund met Ada Moss, a coach of boxing for sailors in Peru.{TWO_OTHERS}")
        for office in ("Republican front-runner", "Orra Mill owner")
    ]
    assert kinds == [ShortTextQuestion, ChoiceQuestion]


TWO_OTHERS = OTHERS.partition(" Peter")[0]


def test_nobody_is_asked_who_wrote_the_article() -> None:
    note = "\n\nAda Moss is the director of debate at Bergen College and a player of chess."
    assert not [each for each in descriptions(f"A tax on peat\n\nIt rained.{OTHERS}{note}") if "Ada" in each]
    early = f"A tax on peat{note}\n\nIt rained.\n\nIt snowed.{OTHERS}\n\nIt thawed."
    assert [each for each in descriptions(early) if "Ada" in each]


@pytest.mark.parametrize(
    ("words", "office", "kind"),
    [
        ("a Democrat from Ohio", "a Republican strategist", ShortTextQuestion),
        ("a Democrat from Ohio", "the former Texas governor", ShortTextQuestion),
        ("a Democrat from Ohio", "the former owner of a mill", ChoiceQuestion),
    ],
)
def test_nobody_of_another_party_or_state_is_an_option(words: str, office: str, kind: type) -> None:
    assert _question_for(f"They met Ada Moss, {words}. John Lund, {office}, left Senn.{TWO_OTHERS}") is kind
