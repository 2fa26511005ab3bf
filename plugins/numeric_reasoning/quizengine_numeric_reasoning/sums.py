"""Calculations from two figures of one sentence, where the words between them say that they belong together.

Next: `figure_text`, how figures and units are written; `computed_questions`, which makes questions of calculations.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from quizengine import Fact, Span
from quizengine.language import Quantity, plain_decimal
from quizengine_numeric_reasoning.changes import RISES, change_before
from quizengine_numeric_reasoning.figure_text import figure_text, grouped, unit_name

PERIODS = {
    ("month", "month"): 1, ("year", "year"): 1, ("week", "week"): 1, ("day", "day"): 1, ("hour", "hour"): 1,
    ("month", "year"): 12, ("day", "week"): 7, ("week", "year"): 52,
}  # fmt: skip
"""The number of the first in the second; months and weeks do not divide each other."""
_EXACT_PERIODS = {pair: count for pair, count in PERIODS.items() if pair != ("week", "year")}
_TO = re.compile(r" (?:(?:in|by) (?:[A-Z]\w+ )?\d{4} )?to ")
_OF = re.compile(r" of (?:the |its |their |all |all the |all its )?")
_OF_BEFORE = re.compile(r"\b[Oo]f (?:the |its |all |all the )?\Z")
_FOR = re.compile(r"(?: (?:a|an|per) [a-z]+| monthly| yearly| annually| daily| weekly)? (?:for|over) ")
_SHARED_OUT = re.compile(r"\b(?:each|every|apiece|both|per (?:head|person))\b", re.IGNORECASE)
_MOST_TIMES = 20


@dataclass(frozen=True)
class Pair:
    """Two figures of a sentence, the earlier first, with all that are in it."""

    sentence: Span
    first: Quantity
    second: Quantity
    all: tuple[Quantity, ...]

    @property
    def between(self) -> str:
        """The words between the two."""
        return self.sentence.article.text[self.first.hedged.end : self.second.hedged.start]

    @property
    def before(self) -> str:
        """The words of the sentence before the first."""
        return self.sentence.article.text[self.sentence.start : self.first.hedged.start]


@dataclass(frozen=True, kw_only=True)
class Calculation(Fact):
    """A calculation from two figures: the question after the sentence, its key, and the sum that gives it."""

    kind: str = "calculation"
    rule: str
    sentence: Span
    first: Quantity
    second: Quantity
    question: str
    result: Decimal
    unit: str
    working: str

    def values(self) -> dict[str, Any]:
        """The two figures where they are, what follows from them, and how."""
        return {
            "first": self.first.span,
            "second": self.second.span,
            "result": self.result,
            "unit": self.unit or None,
            "working": self.working,
        }


def difference(pair: Pair) -> Calculation | None:
    """Return how much more or less: "rose from 12,000 to 58,000 tons" gives 46,000 tons."""
    change = _change(pair)
    if change is None:
        return None
    first, second = pair.first, pair.second
    high, low = max(first.low, second.low), min(first.low, second.low)
    unit = "percentage points" if first.kind == "percent" else unit_name(second)
    rate = f" a {second.rate}" if second.rate and unit else ""
    asks = f"How large is that {change}, in {unit}{rate}?" if unit else f"How large is that {change}?"
    working = f"{grouped(high)} − {grouped(low)} = {grouped(high - low)}."
    return _calculation(pair, "difference", asks, high - low, unit, working)


def times_as_large(pair: Pair) -> Calculation | None:
    """Return how many times as large, where it is a whole number of times: "grew from 40 to 120" gives 3."""
    change, first, second = _change(pair), pair.first, pair.second
    if change not in RISES.values() or first.kind == "percent" or first.low <= 0 or second.low % first.low:
        return None
    times = second.low / first.low
    if not 2 <= times <= _MOST_TIMES:
        return None
    working = f"{grouped(second.low)} ÷ {grouped(first.low)} = {grouped(times)}."
    asks = "How many times as large as at first was the figure in the end?"
    return _calculation(pair, "ratio", asks, times, "times", working)


def total(pair: Pair) -> Calculation | None:
    """Return how much in all: "$2,000 a month for 18 months" gives $36,000; not where several are paid."""
    rate, span = pair.first, pair.second
    times = _EXACT_PERIODS.get((rate.rate, span.unit)) if span.kind == "duration" else None
    others = [one for one in pair.all if one.kind == "count" and one not in (rate, span)]
    unit = unit_name(rate)
    if times is None or not _FOR.fullmatch(pair.between) or others or not unit:
        return None
    if _SHARED_OUT.search(pair.sentence.text) or rate.kind == "percent" or span.low < 2 or rate.low <= 0:
        return None
    periods = span.low * times
    many = "How much" if rate.kind == "money" else f"How many {unit}"
    asks = f"{many} is that over the {figure_text(span)} in all{f', in {unit}' if rate.kind == 'money' else ''}?"
    working = f"{figure_text(rate)} × {grouped(periods)} = {figure_text(rate, rate.low * periods)}."
    return _calculation(pair, "total", asks, rate.low * periods, unit, working)


def share(pair: Pair) -> Calculation | None:
    """The amount of a share: "25 percent of the 480 buses" gives 120, and so does "Of the 480 buses, 25 percent …"."""
    percent, whole = pair.first, pair.second
    if whole.kind == "percent":
        percent, whole = whole, percent
        belong = bool(_OF_BEFORE.search(pair.before) and re.fullmatch(r"(?: [\w-]+){1,3}, ", pair.between))
    else:
        belong = bool(_OF.fullmatch(pair.between))
    if not belong or percent.kind != "percent" or not 0 < percent.low < 100 or whole.rate:
        return None
    part = plain_decimal(percent.low * whole.low / 100)
    if (whole.kind == "count" and part != part.to_integral_value()) or whole.kind in ("percent", "year", "label"):
        return None
    unit = unit_name(whole)
    if not unit and whole.kind != "count":
        return None
    asks = "How many is that?" if not unit else f"How much is that, in {unit}?"
    working = f"{grouped(percent.low)} percent of {figure_text(whole)} is {figure_text(whole, part)}."
    return _calculation(pair, "share", asks, part, unit, working)


SUMS: tuple[Callable[[Pair], Calculation | None], ...] = (difference, times_as_large, total, share)
"""Every rule; each looks at a pair by itself."""


def _change(pair: Pair) -> str | None:
    """The noun for the change that the sentence tells between the two figures, if it tells one for certain."""
    first, second = pair.first, pair.second
    if first.kind != second.kind or first.unit != second.unit or first.kind in ("year", "label", "age", "share"):
        return None
    if first.rate and first.rate != second.rate:
        return None
    change = change_before(pair.before) if _TO.fullmatch(pair.between) else None
    if change is None or first.low == second.low:
        return None
    return change if (second.low > first.low) == (change in RISES.values()) else None


def _calculation(pair: Pair, rule: str, question: str, result: Decimal, unit: str, working: str) -> Calculation:
    return Calculation(
        rule=rule, sentence=pair.sentence, first=pair.first, second=pair.second,
        question=question, result=plain_decimal(result), unit=unit, working=working,
    )  # fmt: skip
