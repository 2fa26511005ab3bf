"""What points outside the words it stands in, and what does not."""

import pytest

from quizengine import Article
from quizengine.language import pointers, stands_alone, trees


def kinds(sentence: str) -> list[str]:
    [tree] = trees(Article(f"A title\n\n{sentence}\n"))
    return [pointer.kind for pointer in pointers(tree, range(len(tree.tokens)))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("He sold the bakery of Peter Okoye.", ["who"]),
        ("We sold bread.", ["speaker"]),
        ("This law changed Ireland.", ["which"]),
        ("The company sold bread to France.", ["which"]),
        ("The new law changed Ireland.", ["which"]),
        ("Ireland passed another law.", ["which"]),
        ("Ada Moss sold the bakery yesterday.", ["which", "when"]),
        ("Some were sold to France.", ["which"]),
        ("So far Ireland has sold 300 tons of bread.", ["when"]),
        ("Ireland sold 300 tons of bread four years ago.", ["when"]),
    ],
)
def test_these_leave_a_question_open(sentence: str, expected: list[str]) -> None:
    found = kinds(sentence)
    assert all(kind in found for kind in expected)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Moss sold her bakery to France.",
        "Painter Ada Moss sold her bakery to France.",
        "Ireland named Ada Moss player of the year.",
        "The law of 1912 changed Ireland.",
        "Bakers moved to Ireland with the blessing and assistance of Ada Moss.",
        "The bank that Ada Moss founded closed in 1912.",
        "The sun rose over Ireland.",
        "Ireland and other countries of Europe signed the treaty of Rome.",
        "Many farmers of Ireland sold bread.",
        "There were 90 looms in Cork.",
        "Global warming increases events such as floods and droughts.",
        "In the nineteenth century, Ireland bought ships.",
        "In the 1990s, Ireland bought ships.",
    ],
)
def test_these_stand_alone(sentence: str) -> None:
    [tree] = trees(Article(f"A title\n\n{sentence}\n"))
    assert stands_alone(tree, range(len(tree.tokens))), kinds(sentence)
