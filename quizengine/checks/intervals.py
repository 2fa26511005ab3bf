"""The numbers that an option covers: "more than 500" is every number above, "about 10" is those near it."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from quizengine.language.numbers.quantities import Amount, read_amount

_FROM = re.compile(r"(?i)(?:more than|over|above|at least|greater than|exceeding|from|minimum of)\s+(?P<n>.+)")
_TO = re.compile(
    r"(?i)(?:less than|fewer than|under|below|up to|at most|no more than|not more than|maximum of)\s+(?P<n>.+)"
)
_FROM_BEHIND = re.compile(r"(?i)(?P<n>.+?)(?:\+| or (?:more|over|above|longer|older))")
_TO_BEHIND = re.compile(r"(?i)(?P<n>.+?) or (?:less|fewer|under|below|younger)")
_BETWEEN = re.compile(r"(?i)(?:between|from)\s+(?P<low>.+?)\s+(?:and|to)\s+(?P<high>.+)")
_ENDLESS = Decimal("Infinity")
_UNIT = re.compile(r"[a-zµ][²³]")
_MOST_CHARACTERS = 250
"""No number is written with more, and a few words beside it."""

_RAISED = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉]")


@lru_cache(maxsize=8192)
def amount_of(text: str) -> Amount | None:
    """The amount that an option is; None for any other text, and for a formula with raised figures (³H, 10⁵)."""
    return None if _RAISED.search(text) and not _UNIT.search(text) else read_amount(text)


@dataclass(frozen=True)
class Interval:
    """All numbers from low to high, both ends among them, in a unit."""

    low: Decimal
    high: Decimal
    unit: str = ""

    @property
    def is_range(self) -> bool:
        """True if it holds more than one number."""
        return self.low != self.high

    def overlaps(self, other: "Interval") -> bool:
        """Return whether the two share more than an end."""
        if self.is_range and other.is_range:
            return self.low < other.high and other.low < self.high
        return self.low < other.low < self.high or other.low < self.low < other.high


@lru_cache(maxsize=8192)
def interval(text: str) -> Interval | None:
    """The numbers that a text of one number or range stands for; None for any other text."""
    plain = text.strip(" .")
    if len(plain) > _MOST_CHARACTERS:
        return None
    if (found := _BETWEEN.fullmatch(plain)) and (whole := _between(found["low"], found["high"])):
        return whole
    for pattern, below, above in (
        (_FROM, False, True),
        (_FROM_BEHIND, False, True),
        (_TO, True, False),
        (_TO_BEHIND, True, False),
    ):
        found = pattern.fullmatch(plain)
        amount = amount_of(found["n"]) if found else None
        if amount is not None:
            return Interval(-_ENDLESS if below else amount.low, _ENDLESS if above else amount.high, amount.unit)
    amount = amount_of(plain)
    return Interval(amount.low, amount.high, amount.unit) if amount else None


def _between(low: str, high: str) -> Interval | None:
    first, last = amount_of(low), amount_of(high)
    if first is None or last is None or not first.low < last.high or (first.unit and first.unit != last.unit):
        return None
    return Interval(first.low, last.high, last.unit)
