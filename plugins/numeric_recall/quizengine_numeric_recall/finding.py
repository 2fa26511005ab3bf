"""The quantities of an article as facts, every one of them, whether it will be asked about or not."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from quizengine import Article, Fact, Span
from quizengine.language.quantities import Quantity, quantities


@dataclass(frozen=True, kw_only=True)
class QuantityFact(Fact):
    """A figure that an article states; `amount` covers the number with its currency, percent sign or unit."""

    kind: str = "quantity"
    amount: Span
    low: Decimal
    high: Decimal
    unit: str | None
    approximate: bool
    bound: str
    rate: str


def find(article: Article) -> Iterator[QuantityFact]:
    """Yield every quantity of the body, in order."""
    for quantity in quantities(article):
        yield QuantityFact(
            amount=quantity.span,
            low=quantity.low,
            high=quantity.high,
            unit=quantity.unit or None,
            approximate=quantity.approximate,
            bound=quantity.bound,
            rate=quantity.rate,
        )


def quantity_of(fact: QuantityFact) -> Quantity:
    """The quantity that a fact was made of."""
    return next(one for one in quantities(fact.amount.article) if one.span == fact.amount)
