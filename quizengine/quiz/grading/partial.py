"""Partial credit for a choice of several options and for an order."""

from bisect import bisect_left
from collections.abc import Sequence
from fractions import Fraction

from quizengine.quiz.parts import ChoiceKey, OrderKey


def share_of_options(key: ChoiceKey, given: Sequence[str]) -> Fraction:
    """The share that the options chosen earn: each right one adds its part, each wrong one takes a part away.

    A wrong option takes away what a right one adds, as in the "partial credit with penalty" of Canvas. Where fewer
    options are wrong than right, it takes more, so that choosing everything earns nothing. If either
    one is right, one is enough.
    """
    chosen = frozenset(given)
    if key.either:
        return Fraction(len(chosen) == 1 and chosen <= key.ids)
    gained = Fraction(len(chosen & key.ids), len(key.ids))
    fewest = min(len(key.ids), key.wrong) if key.wrong else len(key.ids)
    return max(gained - Fraction(len(chosen - key.ids), fewest), Fraction(0))


def share_of_order(key: OrderKey, given: Sequence[str]) -> Fraction:
    """The share that an order earns, by the most options that are in the right order with others left out.

    This is the "longest ordered subset" of the ordering questions of Moodle. One option is always in order with
    itself and earns nothing, so that the reverse order earns nothing: (longest - 1) of (all - 1).
    """
    if sorted(given) != sorted(key.ids):
        return Fraction(0)
    if len(key.ids) < 2:
        return Fraction(1)
    places = {one: place for place, one in enumerate(key.ids)}
    return Fraction(_longest_rising([places[one] for one in given]) - 1, len(key.ids) - 1)


def _longest_rising(numbers: Sequence[int]) -> int:
    """The length of the longest rising subsequence, by patience sorting."""
    ends: list[int] = []
    for number in numbers:
        at = bisect_left(ends, number)
        ends[at : at + 1] = [number]
    return len(ends)
