"""The year that a prize bears is asked for where somebody receives it."""

import pytest

from quizengine import Article
from quizengine.language.numbers import quantities_in
from quizengine_numeric_recall.dated_prizes import dated_prize


def asked(text: str) -> str | None:
    found = dated_prize(quantities_in(Article(f"Ada Moss\n\nAda Moss was a poet. Ada Moss lived in Orra. {text}\n"))[0])
    return found[1] if found else None


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("Ada Moss won the 1911 Orra Prize in Bread.", "For which year did Ada Moss win the Orra Prize in Bread?"),
        (
            "Ada Moss received the 1921 Nobel Prize in Physics for her work.",
            "For which year did Ada Moss receive the Nobel Prize in Physics?",
        ),
    ],
)
def test_the_year_of_a_prize(text: str, stem: str) -> None:
    assert asked(text) == stem


@pytest.mark.parametrize(
    "text",
    [
        "Ada Moss hosted the 2004 Summer Olympic Games.",
        "Ada Moss won the 1911 Orra Prize in Bread. Tom Reed won the 1912 Orra Prize in Bread.",
        "Ada Moss did not win the 1911 Orra Prize in Bread.",
        "Ada Moss bought the 1911 Orra Ford in Bread.",
    ],
)
def test_no_year_of_one_of_several_or_of_what_is_no_prize(text: str) -> None:
    assert asked(text) is None
