"""A comma that opens an apposition is closed where the subject moves."""

import pytest

from quizengine import Article
from quizengine.language import Clause, clauses_of, question, realised, statement, trees


def clause_of(text: str, lemma: str) -> Clause:
    [tree] = trees(Article(text))
    return next(clause for clause in clauses_of(tree) if clause.verb.lemma == lemma)


def asked_where(clause: Clause) -> str | None:
    said = realised(clause)
    assert said is not None
    [place] = [part for part in clause.adjuncts() if part.text == "in Lisbon"]
    return question(said, place, "in which city")


BAKER = "Okoye, a baker, who sold the mill in Lisbon in 1880, lived in Cork."


def test_a_question_closes_the_apposition_of_its_subject() -> None:
    assert asked_where(clause_of(BAKER, "sell")) == "In which city did Okoye, a baker, sell the mill in 1880?"


def test_a_statement_closes_the_apposition_of_its_subject() -> None:
    said = realised(clause_of(BAKER, "sell"))
    assert said is not None
    assert statement(said) == "Okoye, a baker, sold the mill in Lisbon in 1880."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A group of bakers, led by Lee Moss built a mill in Lisbon in 1880.",
            "In which city did a group of bakers, led by Lee Moss, build a mill in 1880?",
        ),
        (
            "The bakers of Cork, Ohio, built a mill in Lisbon in 1880.",
            "In which city did the bakers of Cork, Ohio, build a mill in 1880?",
        ),
    ],
)
def test_a_question_closes_what_a_comma_opens_in_its_subject(text: str, expected: str) -> None:
    assert asked_where(clause_of(text, "build")) == expected


def test_a_row_of_two_has_no_comma() -> None:
    clause = clause_of("The mill and the bakery were sold in Lisbon in 1880.", "sell")
    assert asked_where(clause) == "In which city were the mill and the bakery sold in 1880?"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Moss’s first piece of a solemn nature, his setting of an old hymn, was performed in Lisbon in 1880.",
            "In which city was Moss’s first piece of a solemn nature performed in 1880?",
        ),
        (
            "Moss’s first piece, a hymn, opened in Oslo in 1870 and was performed in Lisbon in 1880.",
            "In which city was Moss’s first piece performed in 1880?",
        ),
    ],
)
def test_a_question_goes_without_what_only_an_apposition_adds(text: str, expected: str) -> None:
    assert asked_where(clause_of(text, "perform")) == expected
