"""Numbers in figures, words and fractions are read to their end, and no further."""

from decimal import Decimal

import pytest

from quizengine.language.numbers.numerals import number_at
from quizengine.language.numbers.tokens import number_tokens


@pytest.mark.parametrize(
    ("text", "value", "read"),
    [
        ("4 thousand 3 hundred and 21 yards", "4321", 6),
        ("two hundred and two thousand eggs", "202000", 5),
        ("six crore and two hundred", "60000200", 5),
        ("three lakh crore", "3000000000000", 3),
        ("one billion and three quarters million", "1000750000", 6),
        ("twenty and three fifths", "20.6", 4),
        ("one hundred fifths", "20", 3),
        ("one, thirty fifths", "1", 1),
        ("one hundred thirty-fifths", "2.857142857142857142857142857", 4),
        ("one hundred-thirty fifths", "26", 4),
        ("two hundred-thousandths", "0.00002", 3),
        ("one hundred thirty seconds", "130", 3),
        ("eight quarters", "8", 1),
        ("a hundred and two", "102", 4),
        ("hundred thousand", "100000", 2),
        ("minus ninety", "-90", 2),
        ("three quarters of a million", "750000", 5),
        ("2 1/4 cups", "2.25", 4),
        ("two third", "2", 1),
        ("4000 3 hundred", "4000", 1),
        ("5 million 2015 eggs", "5000000", 2),
    ],
)
def test_a_number_is_read_to_its_end(text: str, value: str, read: int) -> None:
    number = number_at(number_tokens(text), 0)
    assert number
    assert (number.value, number.end) == (Decimal(value), read)


def test_and_does_not_join_where_it_parts_the_ends_of_a_range() -> None:
    number = number_at(number_tokens("five hundred and one thousand"), 0, join=False)
    assert number
    assert number.value == 500


@pytest.mark.parametrize("text", ["", "and", "hundred", "thousands of", "first", "a fourth wall"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert number_at(number_tokens(text), 0) is None


@pytest.mark.parametrize(
    "text", ["one hundred thirty fifths", "two hundred thousandths", "minus one hundred thirty fifths"]
)
def test_a_fraction_that_may_be_one_of_two_is_none(text: str) -> None:
    assert number_at(number_tokens(text), 0) is None
