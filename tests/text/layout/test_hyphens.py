"""Words that are divided at the end of a line."""

import pytest

from quizengine.language.numbers.number_words import SCALES, TENS, UNIT_WORDS
from quizengine.text.layout.hyphens import keeps_hyphen

RARE_OR_MISSPELT = {"nought", "naught", "fourty", "quadrillion", "lakh", "lac", "crore", "dozen", "gross"}


@pytest.mark.parametrize(
    "number", sorted({*UNIT_WORDS, *TENS, *(word for word in SCALES if word[-1] != "s")} - RARE_OR_MISSPELT)
)
def test_a_word_for_a_number_keeps_its_hyphen(number: str) -> None:
    assert keeps_hyphen(f"She rented the mill for a {number}-", "year term.", frozenset())


def test_a_word_that_is_divided_loses_its_hyphen() -> None:
    assert not keeps_hyphen("The mill had few cus-", "tomers that year.", frozenset())


def test_what_the_text_has_elsewhere_decides() -> None:
    assert not keeps_hyphen("She rented it for a hundred-", "weight of rye.", frozenset({"hundredweight"}))
    assert keeps_hyphen("The mill had few cus-", "tomers that year.", frozenset({"cus-tomers"}))
