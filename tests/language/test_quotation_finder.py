"""What stands between quotation marks is found whole, whatever the marks, and a stray mark swallows nothing."""

import pytest

from quizengine import Article
from quizengine.language import quotations


def quoted(text: str) -> list[str]:
    return [" | ".join(piece.text for piece in one.pieces) for one in quotations(Article(text)) if one.closed]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“One two,” he said.", ["One two,"]),
        ('"One two," he said.', ["One two,"]),
        ("''One two,'' he said.", ["One two,"]),
        ("``One two,'' he said.", ["One two,"]),
        ("«One two», he said.", ["One two"]),
        ("„One two“, he said.", ["One two"]),
        ("‘One two three four,’ he said.", ["One two three four,"]),
        ("'One two three four,' he said.", ["One two three four,"]),
        ("“One ‘two’ three,” he said.", ["One ‘two’ three,"]),
        ("“One “two” three,” he said.", ["One “two” three,"]),
        ("'One \"two\" three four,' he said.", ['One "two" three four,']),
        ("''One, 'two?''' he said.", ["One, 'two?'"]),
        ("“One two\" he said.", ["One two"]),
        ("“One,” he said. “Two.”", ["One,", "Two."]),
        ("“One.\n\n“Two.”", ["One. | Two."]),
        ('He said: "One. "Two. "Three." It rained.', ["One. | Two. | Three."]),
        ('He said: "One. She said no. "Two."', ["Two."]),
        ('He said: "One. Ada said: "Two."', ["Two."]),
    ],
)  # fmt: skip
def test_every_sort_of_marks_is_read(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It’s the Smiths’ dog, isn’t it?",
        "He is 5'10\" tall.",
        "the '90s and the '80s",
        "rock 'n' roll",
        "“Never closed. Lost.",
    ],
)
def test_apostrophes_and_stray_marks_are_no_quotations(text: str) -> None:
    assert quoted(text) == []


def test_a_stray_mark_does_not_swallow_the_next_quotation() -> None:
    assert quoted("A stray “ mark. “One two,” he said.") == ["One two,"]


def test_the_words_are_a_view_without_marks_and_white_space() -> None:
    article = Article("“ One two ,” he said.")
    (one,) = quotations(article)
    assert article.text[one.pieces[0].start : one.pieces[0].end] == "One two ,"
    assert article.text[one.start] == "“" and article.text[one.end - 1] == "”"
