"""Figures that a reader works out from the others in a question: by a sum, or from a percentage and an amount."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, permutations

from quizengine.language import Quantity, Realised, quantities_within
from quizengine_numeric_recall.figure_contexts import Context

_NO_AMOUNTS = frozenset({"year", "decade", "label", "age"})
_HUNDRED = Decimal(100)
_ROUNDED = Decimal("0.02")
"""The part of a figure by which one that is worked out may miss it, as both are rounded."""


def is_worked_out(context: Context, said: Realised) -> bool:
    """Return whether other figures that are shown give the figure.

    49 and 42 percent give a lead of 7 points, and a rise by 7.6 % to 797 pence gives 56 pence.
    """
    quantity = context.quantity
    span = context.tree.span(said.tokens)
    shown = [one for one in quantities_within(span) if one != quantity and one.kind not in _NO_AMOUNTS]
    if quantity.low in _sums(quantity, [one.low for one in shown]):
        return True
    return any(abs(value - quantity.low) <= _ROUNDED * abs(quantity.low) for value in _from_shares(quantity, shown))


def _sums(quantity: Quantity, shown: Sequence[Decimal]) -> set[Decimal]:
    """The sums and differences of two of the figures, or of one and the whole of 100 percent."""
    whole = [_HUNDRED] if quantity.kind in ("percent", "points") else []
    pairs = combinations([*shown, *whole], 2)
    return {value for one, other in pairs for value in (one + other, abs(one - other))}


def _from_shares(quantity: Quantity, shown: Sequence[Quantity]) -> Iterator[Decimal]:
    """Yield the parts, changes and wholes that a percentage and an amount give, and the percentages of two amounts."""
    if quantity.kind == "percent":
        for one, other in permutations((one for one in shown if one.kind != "percent" and one.low > 0), 2):
            if one.unit == other.unit:
                yield from (_HUNDRED * one.low / whole for whole in _wholes(other.low, one.low) if whole > 0)
                yield _HUNDRED * abs(one.low - other.low) / other.low
        return
    for share in (one.low / _HUNDRED for one in shown if one.kind == "percent" and 0 < one.low < _HUNDRED):
        for told in (one.low for one in shown if (one.unit, one.kind) == (quantity.unit, quantity.kind)):
            before = (told / (1 + share), told / (1 - share))
            yield from (told * share, told * (1 + share), told * (1 - share))
            yield from (*before, *(share * each for each in before), *_wholes(told / share, told))


def _wholes(whole: Decimal, part: Decimal) -> tuple[Decimal, Decimal, Decimal]:
    """A whole of which a part is told, if that is in it, was added to it or was taken from it."""
    return whole, whole - part, whole + part
