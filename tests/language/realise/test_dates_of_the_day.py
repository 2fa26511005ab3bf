"""Adverbs that tell when only beside the sentence before go; what happened, happened."""

import pytest

from quizengine import Article
from quizengine.language import main_clause, realised, statement, trees


def stated(sentence: str) -> str | None:
    [tree] = trees(Article(f"A title\n\n{sentence}\n"))
    clause = main_clause(tree)
    said = realised(clause) if clause else None
    return statement(said) if said else None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ada Moss then moved to Orra.", "Ada Moss moved to Orra."),
        ("Ada Moss later bought a mill in Orra.", "Ada Moss bought a mill in Orra."),
        ("Most towns now have a mill.", "Most towns have a mill."),
        ("Ada Moss has recently written a book about Orra.", "Ada Moss has written a book about Orra."),
    ],
)
def test_they_go(sentence: str, expected: str) -> None:
    assert stated(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Orra is not a port now.",
        "Two years later, Ada Moss bought a mill.",
        "Ada Moss has lived in Orra until now.",
    ],
)
def test_they_stay_where_they_say_more(sentence: str) -> None:
    assert stated(sentence) == sentence
