"""A comma that opens an apposition is closed where the subject moves."""

import pytest

from quizengine import Article
from quizengine.language import clauses_of, question, realised, trees


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Moss’s first piece, his setting of an old hymn, was written in Oslo and performed in Lisbon in 1880.",
            "In which city was Moss’s first piece, his setting of an old hymn, performed in 1880?",
        ),
        (
            "The mill and the bakery were sold in Lisbon in 1880.",
            "In which city were the mill and the bakery sold in 1880?",
        ),
    ],
)
def test_a_question_closes_the_apposition_of_its_subject(text: str, expected: str) -> None:
    [tree] = trees(Article(text))
    clause = clauses_of(tree)[-1]
    said = realised(clause)
    [place] = [part for part in clause.adjuncts() if part.text == "in Lisbon"]
    assert said is not None
    assert question(said, place, "in which city") == expected


def test_a_question_goes_without_what_the_apposition_adds() -> None:
    text = "Moss’s first piece of a solemn nature, his setting of an old hymn, was performed in Lisbon in 1880."
    [tree] = trees(Article(text))
    [clause] = clauses_of(tree)
    said = realised(clause)
    [place] = [part for part in clause.adjuncts() if part.text == "in Lisbon"]
    assert said is not None
    expected = "In which city was Moss’s first piece of a solemn nature performed in 1880?"
    assert question(said, place, "in which city") == expected
