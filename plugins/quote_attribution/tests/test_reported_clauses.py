"""What fills the rest of a sentence after a verb of saying, or is beside "according to", is somebody's statement."""

from random import Random

import pytest

from quizengine import Article, OpenQuestion, Question, Refusal, ShortTextQuestion
from quizengine_quote_attribution import ask, find
from quizengine_quote_attribution.reported_statements import Statement

OPENING = "Herring and salt\n\nThe town of Orra met on the pier. Tomas Lindqvist left early. Ada Marsh stayed.\n\n"


def statements(text: str) -> list[Statement]:
    found = (one for one in find(Article(OPENING + text)) if isinstance(one, Statement))
    return [one for one in found if one.speaker.start >= len(OPENING)]


def said(text: str) -> list[tuple[str, str, str]]:
    return [(one.rule, one.name, " ".join(one.content.text.split()).rstrip(".")) for one in statements(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The historian Ruth Abel argues that the herring of Norway was taxed twice, which surprised nobody.",
            ("reported-clause", "Ruth Abel", "the herring of Norway was taxed twice"),
        ),
        (
            "According to Ruth Abel, the herring of Norway was taxed twice, which surprised nobody.",
            ("reported-according-to", "Ruth Abel", "the herring of Norway was taxed twice"),
        ),
        (
            "The herring of Norway was taxed twice, according to harbour master Ruth Abel.",
            ("reported-according-to", "Ruth Abel", "The herring of Norway was taxed twice"),
        ),
        (
            "As Ruth Abel told the council, the herring of Norway was taxed twice.",
            ("reported-according-to", "Ruth Abel", "the herring of Norway was taxed twice"),
        ),
    ],
)
def test_a_statement_is_found_with_whoever_makes_it(text: str, expected: tuple[str, str, str]) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "A friend of Ruth Abel said at least forty boats of Norway had been sold in May.",
        "A spokesman for Mayor Ruth Abel said at least forty boats of Norway had been sold in May.",
        "“At least forty boats of Norway were sold,” a spokesman for Harbour Minister Ruth Abel said.",
        "A friend of actress Ruth Abel also said at least forty boats of Norway had been sold in May.",
        "Ruth Abel and Mary Oduya said at least forty boats of Norway had been sold in May.",
        "According to a friend of Ruth Abel, the herring of Norway was taxed twice.",
        "According to Ruth Abel, Mary Oduya said that the herring of Norway was taxed twice.",
        "The study by the Orra Board and safety firm Ruth Abel, says forty boats of Norway had been sold in May.",
        "Norwegian safety organisation Ruth Abel says forty boats of Norway had been sold in May.",
        "Ruth Abel announced the boats that would be given to the fishermen of Norway.",
        "Ruth Abel assured Mary Oduya, after Oduya assured Abel that most boats of Norway had been sold.",
    ],
)
def test_nobody_gets_what_another_may_have_said_or_what_is_no_statement(text: str) -> None:
    facts = find(Article(OPENING + text))
    assert [one for one in facts if not isinstance(one, Refusal) and one.name == "Ruth Abel"] == []


def test_who_quotes_another_is_not_who_said_it() -> None:
    assert [name for _, name, _ in said("Ruth Abel said that Mary Oduya said that the herring was taxed twice.")] in (
        [],
        ["Ruth Abel"],
    )
    nested = "According to the Orra Herald, Mary Oduya said that the herring of Norway was taxed twice."
    assert [name for _, name, _ in said(nested)] == ["Mary Oduya"]


def test_what_else_the_speaker_does_is_not_part_of_the_statement() -> None:
    text = "Ruth Abel also said that the herring of Norway was taxed twice, adding that nobody had asked her."
    assert [content for *_, content in said(text)][:1] == ["that the herring of Norway was taxed twice"]


@pytest.mark.parametrize(
    ("content", "asked"),
    [
        ("the fishermen of Norway would sell forty boats to Denmark", True),
        ("she would sell forty boats to the fishermen of Norway", True),
        ("she had sold forty boats to the fishermen of Norway", False),  # tells only what she did
    ],
)
def test_where_too_few_others_speak_a_statement_that_matters_is_typed(content: str, asked: bool) -> None:
    facts = [one for one in find(Article(f"{OPENING}Ruth Abel said that {content}.")) if not isinstance(one, Refusal)]
    (fact,) = (one for one in facts if isinstance(one, Statement))
    found = [one for one in ask(fact, facts, Random(1)) if isinstance(one, Question)]
    made = [one for one in found if not isinstance(one, OpenQuestion)]
    assert all(isinstance(one, ShortTextQuestion) and one.answer == "Ruth Abel" for one in made)
    assert bool(made) is asked
