"""What a quotation leaves open, and what its own words tell."""

import pytest

from quizengine import Article
from quizengine.language import open_words


def left_open(words: str) -> list[tuple[str, str]]:
    article = Article(f"A title\n\n“{words}” Peter Okoye said.\n")
    return [(one.span.text, one.kind) for one in open_words(next(article.find(words)))]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("We will find a solution to this crisis.", [("this", "this")]),
        ("I wish everyone in Orra could read them.", [("them", "who")]),
        ("This letter is the best piece of writing in France.", [("This", "this")]),
        ("There are no farmers left at the location.", [("location", "the")]),
        ("She sold bread to France.", [("She", "who")]),
    ],
)
def test_these_words_leave_something_open(words: str, expected: list[tuple[str, str]]) -> None:
    assert left_open(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Maria Lopes left because she wanted to sell bread.",
        "We bought a school. The school has ten rooms.",
        "I think that farmers know what they want.",
        "You can sell bread to France now.",
    ],
)
def test_these_words_tell_what_they_mean(words: str) -> None:
    assert left_open(words) == []
