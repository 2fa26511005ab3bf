"""How far off a typed figure may be, as the text itself hedges or rounds it."""

from dataclasses import dataclass
from decimal import Decimal

from quizengine import Tolerance
from quizengine.language.quantities import Quantity

_HEDGED = Decimal(5)
_SCALE_SHARE = Decimal("0.01")


@dataclass(frozen=True)
class Leeway:
    """A tolerance with the words that say why."""

    tolerance: Tolerance | None
    why: str


def leeway(quantity: Quantity) -> Leeway:
    """What a text's words leave open: a range as it stands, 5 percent around a hedged figure, else nothing."""
    hedge = hedge_of(quantity)
    if quantity.ranged:
        return Leeway(Tolerance(range=(quantity.low, quantity.high)), "Any figure within the range is right.")
    if quantity.approximate and quantity.kind != "year":
        return Leeway(
            Tolerance(percent=_HEDGED), f"The text says “{hedge}”, so a figure within 5 percent of it is right, too."
        )
    if quantity.bound:
        return Leeway(None, f"The text says “{hedge}”: the figure is a limit, and the limit itself is asked for.")
    return Leeway(None, "")


def hedge_of(quantity: Quantity) -> str:
    """The words that hedge or bound a figure: "around", "up to", "or so"."""
    text = quantity.span.article.text
    before = text[quantity.hedged.start : quantity.span.start].strip()
    behind = text[quantity.span.end : quantity.hedged.end].strip()
    return " … ".join(part for part in (before, behind) if part)
