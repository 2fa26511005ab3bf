"""All quantities of an article as facts, whether they are asked about or not.

Next: `figure_choice`, which decides which are.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from quizengine import Article, Fact, Refusal
from quizengine.language import Quantity, quantities_in
from quizengine_numeric_recall.figure_choice import choices
from quizengine_numeric_recall.figure_stems import Wording


@dataclass(frozen=True, kw_only=True)
class QuantityFact(Fact):
    """A figure that an article states."""

    kind: str = "quantity"
    quantity: Quantity
    wording: Wording | None
    """The words to ask for it in; None if it is not asked about."""
    refusal: Refusal | None
    """The reason why it is not asked about; None if it is."""

    def values(self) -> dict[str, Any]:
        """Return the fact's roles: `amount` covers the number with its currency, percent sign or unit."""
        quantity = self.quantity
        return {
            "amount": quantity.span,
            "low": quantity.low,
            "high": quantity.high,
            "unit": quantity.unit or None,
            "approximate": quantity.approximate,
            "bound": quantity.bound or None,
            "rate": quantity.rate or None,
        }


def find(article: Article) -> Iterator[QuantityFact]:
    """Yield every quantity of the body, in order."""
    found = quantities_in(article)
    for quantity, choice in zip(found, choices(found), strict=True):
        yield QuantityFact(quantity=quantity, wording=choice.wording, refusal=choice.refusal)
