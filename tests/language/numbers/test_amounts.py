"""What students type is read as the amount that they mean, or not at all."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis.strategies import lists, sampled_from, text

from quizengine.language.numbers.quantities import Amount, quantities_in, read_amount
from quizengine.language.word_lists import word_set
from quizengine.text.article import Article

WORDS = sorted(
    word_set(
        "one two ten twenty hundred thousand million half a an and quarter third thirds of the to between from over in "
        "out point minus - – $ £ USD dollars cents percent % miles feet inches year years old about up more than or so "
        "5 2,000 1999 3.5 1/4 ½ -7 May . , ( ) ; km kg "
        "°C per each 10k 2.5m , 's eight-year-old 6-foot Rs C 95 grand of age "
    )
)
TABLE = Path(__file__).parents[2] / "cases" / "amounts.txt"


def rows() -> list[tuple[str, str, str]]:
    """The rows of the table: locale, what is typed, what it is."""
    found, locale = [], "en"
    for line in TABLE.read_text("utf-8").split("\n"):
        if line.startswith("[") and line.endswith("]"):
            locale = line[1:-1]
        elif " = " in line and not line.startswith("# "):
            typed, _, meant = line.rpartition(" = ")
            found.append((locale, typed, meant))
    return found


def in_words(amount: Amount | None) -> str:
    if amount is None:
        return "?"
    ends = format(amount.low, "f") if amount.low == amount.high else f"{amount.low:f}..{amount.high:f}"
    return f"{ends} {amount.unit}".strip()


@pytest.mark.parametrize(("locale", "typed", "meant"), rows())
def test_what_is_typed_is_read_as_it_is_meant(locale: str, typed: str, meant: str) -> None:
    assert in_words(read_amount(typed, locale)) == meant


def test_the_table_has_more_than_three_locales_and_three_hundred_rows() -> None:
    assert {locale for locale, _, _ in rows()} >= {"en", "de", "fr"}
    assert len(rows()) >= 300


def test_an_empty_response_is_no_amount() -> None:
    assert read_amount("") is None
    assert read_amount(" \n ") is None


@pytest.mark.parametrize(
    "typed", ["9" * 10_000, "1," * 5_000, "one " * 5_000, "(" * 9_999, "1" + "." * 9_999, "½" * 500]
)
def test_a_huge_input_is_no_amount(typed: str) -> None:
    assert read_amount(typed) is None


def test_a_letter_m_is_metres_where_lengths_are_asked_for() -> None:
    assert read_amount("2.5m", unit="metre") == Amount(Decimal("2.5"), Decimal("2.5"), "metre")
    assert read_amount("2.5m", unit="USD") == Amount(Decimal(2500000), Decimal(2500000))


def test_an_unknown_locale_is_read_as_english() -> None:
    assert read_amount("1,080", "xx-nowhere") == Amount(Decimal(1080), Decimal(1080))


@given(text(alphabet="0123456789.,-–−+eE^x/½%$€£ '’()[]\u00a0abdhkmnoprtw", max_size=40))
@settings(max_examples=400, deadline=None)
def test_whatever_is_typed_is_an_amount_or_none(typed: str) -> None:
    amount = read_amount(typed)
    assert amount is None or (amount.low <= amount.high and amount.low.is_finite() and amount.high.is_finite())
    read_amount(typed, "de")


@given(lists(sampled_from(WORDS), max_size=12).map(" ".join))
@settings(max_examples=400, deadline=None)
def test_quantities_are_found_in_order_and_where_they_stand(article: str) -> None:
    at = 0
    for quantity in quantities_in(Article(article)):
        assert at <= quantity.span.start < quantity.span.end
        assert quantity.span.contains(quantity.number)
        assert quantity.hedged.contains(quantity.span)
        assert quantity.low <= quantity.high
        at = quantity.span.end
