"""The slips that wrong figures come from, each with a figure that it fits and one that it does not."""

from decimal import Decimal
from random import Random

import pytest

from quizengine import Article
from quizengine.language.numbers import Quantity, quantities_in
from quizengine_numeric_recall.error_distractors import error_distractors


def figure(text: str) -> Quantity:
    """The first figure of a text."""
    return quantities_in(Article(text))[0]


def slipped(text: str) -> set[Decimal]:
    """Every figure that some seed makes of the first figure of a text."""
    key = figure(text)
    return {low for seed in range(60) for low, _ in error_distractors(key, False, Random(seed))}


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("The road is 500 miles long.", 800),
        ("The road is 800 kilometres long.", 500),
        ("They ship 2,400 tons a month.", 29_000),
        ("They ship 24,000 tons a year.", 2_000),
        ("They sold 3,412 hens.", 4_312),
    ],
    ids=[
        "miles for kilometres",
        "kilometres for miles",
        "a year for a month",
        "a month for a year",
        "two digits swapped",
    ],
)
def test_a_slip_is_among_the_wrong_figures(text: str, slip: int) -> None:
    assert slip in slipped(text)


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("They stayed for 30 nights.", 300),
        ("They sold 340,000 hens.", 3_400_000),
        ("They sold 340,000 hens.", 34_000),
        ("They ship 2,400 tons.", 29_000),
        ("They ship 2,400 tons a day.", 29_000),
    ],
    ids=["no magnitude of a small figure", "ten times", "a tenth", "no period without a rate", "no period of days"],
)
def test_a_slip_that_nobody_makes_is_not(text: str, slip: int) -> None:
    assert slip not in slipped(text)
