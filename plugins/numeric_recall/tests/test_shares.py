"""Other shares are written as the right one is, and none is equal to it."""

from random import Random

import pytest

from quizengine_numeric_recall.shares import other_shares


@pytest.mark.parametrize(
    ("text", "possible"),
    [
        ("half", {"a tenth", "a fifth", "a quarter", "a third", "two-thirds", "three-quarters", "four-fifths"}),
        ("A third", {"A tenth", "A fifth", "A quarter", "Half", "Two thirds", "Three quarters", "Four fifths"}),
        ("two-thirds", {"a tenth", "a fifth", "a quarter", "a third", "half", "three-quarters", "four-fifths"}),
        ("One in four", {f"One in {n}" for n in ("two", "three", "five", "six", "seven", "eight", "nine", "ten")}),
        ("two in 3", {f"two in {n}" for n in (4, 5, 6, 7, 8, 9, 10)}),
        ("9 out of 10", set()),
    ],
)
def test_other_shares_are_written_alike(text: str, possible: set[str]) -> None:
    for seed in range(20):
        found = other_shares(text, Random(seed))
        assert set(found) <= possible
        assert len(set(found)) == (3 if possible else 0)


def test_a_share_written_otherwise_has_no_others() -> None:
    assert other_shares("11/16", Random(1)) == ()
