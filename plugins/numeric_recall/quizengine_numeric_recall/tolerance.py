"""How far off a typed figure may be, as the text itself hedges or rounds it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from quizengine import Tolerance
from quizengine.language.quantities import Quantity

_HEDGED = Decimal(5)


@dataclass(frozen=True)
class Leeway:
    """A tolerance with the words that say why."""

    tolerance: Tolerance | None
    why: str


def leeway(quantity: Quantity, others: Sequence[Quantity] = ()) -> Leeway:
    """What a text's words leave open: a range as it stands, 5 percent around a hedged figure, else nothing.

    `others` are the other figures of the article; none that stands for something else may come to lie within.
    """
    hedge = hedge_of(quantity)
    if quantity.ranged:
        return Leeway(Tolerance(range=(quantity.low, quantity.high)), "Any figure within the range is right.")
    if quantity.approximate and quantity.kind != "year":
        room = Tolerance(percent=_HEDGED)
        if any(_lies_within(one, quantity, room) for one in others):
            return Leeway(None, f"The text says “{hedge}”, but has another figure close by, so this one must be met.")
        return Leeway(room, f"The text says “{hedge}”, so a figure within 5 percent of it is right, too.")
    if quantity.bound:
        return Leeway(None, f"The text says “{hedge}”: the figure is a limit, and the limit itself is asked for.")
    return Leeway(None, "")


def _lies_within(other: Quantity, quantity: Quantity, room: Tolerance) -> bool:
    low, high = room.around(quantity.low)
    alike = (other.kind, other.unit) == (quantity.kind, quantity.unit) and other.low != quantity.low
    return alike and low <= other.high and other.low <= high


def hedge_of(quantity: Quantity) -> str:
    """The words that hedge or bound a figure: "around", "up to", "or so"."""
    text = quantity.span.article.text
    before = text[quantity.hedged.start : quantity.span.start].strip()
    behind = text[quantity.span.end : quantity.hedged.end].strip()
    return " … ".join(part for part in (before, behind) if part)
