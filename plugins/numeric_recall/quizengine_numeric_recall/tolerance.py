"""The tolerance for a typed figure, judging by hedges and rounding in the text."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from quizengine import Tolerance
from quizengine.language import Quantity, plain_decimal

_HEDGED = Decimal(5)


@dataclass(frozen=True)
class Leeway:
    """A tolerance with the words that say why."""

    tolerance: Tolerance | None
    why: str


def tolerance_of(quantity: Quantity, others: Sequence[Quantity] = ()) -> Leeway:
    """Return what a text's words leave open: 5 percent around a hedged figure, else nothing.

    `others` are the other figures of the article; where one of them lies nearer, the room ends halfway to it.
    """
    says = f"The text says “{hedge_of(quantity)}”"
    if quantity.approximate and quantity.kind != "year":
        if near := [one for one in others if _lies_near(one, quantity)]:
            gap = min(abs(one.low - quantity.low) for one in near) / 2
            return Leeway(Tolerance(absolute=plain_decimal(gap)), f"{says}: a figure close to it is right, too.")
        return Leeway(Tolerance(percent=_HEDGED), f"{says}: 5 percent more or less is right, too.")
    return Leeway(None, f"{says}: the limit itself is asked for." if quantity.bound else "")


def _lies_near(other: Quantity, quantity: Quantity) -> bool:
    """Return whether another figure of the same kind lies within the usual room around a hedged one."""
    alike = (other.kind, other.unit) == (quantity.kind, quantity.unit) and other.low != quantity.low
    return alike and abs(other.low - quantity.low) <= abs(quantity.low) * _HEDGED / 100


def hedge_of(quantity: Quantity) -> str:
    """The words that hedge or bound a figure: "around", "up to", "or so"."""
    text = quantity.span.article.text
    before = text[quantity.hedged.start : quantity.span.start].strip()
    behind = text[quantity.span.end : quantity.hedged.end].strip()
    return " … ".join(part for part in (before, behind) if part)
