"""Figures that are no amounts are told apart by what stands around them."""

import pytest

from quizengine.language.numbers.dates import date_at
from quizengine.language.numbers.tokens import number_tokens


def kind_of(text: str) -> str:
    """What the first figure of a text is, empty for an amount."""
    cut = number_tokens(text)
    at = next(n for n, token in enumerate(cut) if token.kind == "figure")
    found = date_at(cut, at)
    return found[0] if found else ""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("at 8:30 in the morning", "clock"),
        ("at 5 p.m. sharp", "clock"),
        ("the 21st time", "ordinal"),
        ("on May 19 in Rome", "date"),
        ("on 19 October in Rome", "date"),
        ("on Oct. 13 in Rome", "date"),
        ("you may 19 times", ""),
        ("in 1874 they met", "year"),
        ("in 1000 they met", "year"),
        ("in 0999 they met", ""),
        ("in 2099 they met", "year"),
        ("in 2100 they met", ""),
        ("the 2008 elections", "year"),
        ("the 2008 soldiers", ""),
        ("cost 2000 dollars", ""),
        ("the 1990s were", "decade"),
        ("Section 8 says", "label"),
        ("an F-16 landed", "label"),
        ("the 2-1 decision", "label"),
        ("a 24/7 shop", "label"),
        ("see [12] there", "label"),
        ("1/4 of it", ""),
        ("they bought 12 eggs", ""),
    ],
)
def test_a_figure_is_told_by_what_stands_around_it(text: str, kind: str) -> None:
    assert kind_of(text) == kind


@pytest.mark.parametrize(
    "text", ["twenty-first", "thirty-second", "one hundred and fifth", "two hundred and sixty-third"]
)
def test_an_ordinal_in_words_is_no_number_up_to_its_end(text: str) -> None:
    cut = number_tokens(f"{text} in line")
    assert date_at(cut, 0) == ("ordinal", len(cut) - 2)


@pytest.mark.parametrize("text", ["twenty-one men", "one fifth of it", "twenty of the first", "one hundred and five"])
def test_other_number_words_are_no_ordinal(text: str) -> None:
    assert date_at(number_tokens(text), 0) is None
