"""Wrong figures that a careless reader would pick, written like the right one."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate
from random import Random

from quizengine.language import Quantity
from quizengine_numeric_recall.error_distractors import Ends, error_distractors, is_as_round
from quizengine_numeric_recall.figure_forms import Form, write_figure

YEARS = 15
_AROUND = 40
"""Characters before a year in which its event is told."""
_LIFE = re.compile(r"\b(?:born|birth|died|death|dies|buried)\b|\(\s*(?:c\. )?\d{4} ?[–-] ?\d{4}", re.IGNORECASE)
_MARGIN = Decimal("0.15")
"""The distance that a distractor keeps, as a part of the figure: nobody has to remember the last digit."""
_POINTS = Decimal(5)
"""The distance from a percentage that has no room for more."""
_MOST_TIMES = Decimal(3)
_BESIDE_TIMES = Decimal(10)
"""The same for a figure that is close by."""
_MOST = {
    (unit, rate): Decimal(most)
    for unit, rate, most in (
        ("percent", "", 100), ("minute", "hour", 60), ("hour", "day", 24), ("hour", "week", 168), ("day", "week", 7),
        ("day", "month", 31), ("week", "year", 52), ("day", "year", 365), ("month", "year", 12),
    )
}  # fmt: skip
"""The most of a unit that there can be in a whole or a period."""
_FEW = 20
_OLDEST = Decimal(99)
_SIDES = (1, 2, 2, 1)
"""The frequency with which none, one, two or three of the wrong figures are smaller than the key."""


@dataclass(frozen=True)
class Wrong:
    """A wrong figure as an option shows it, with its low end to order it by."""

    low: Decimal
    text: str


@dataclass(frozen=True)
class Margins:
    """Figures with the room that a wrong one leaves around each, sorted so that they need not all be examined."""

    starts: list[Decimal]
    """The beginnings of the room around each, the lowest first."""
    ends: list[Decimal]
    """The ends of the room around each and all those before it."""

    @classmethod
    def around(cls, quantities: Sequence[Quantity]) -> "Margins":
        """The room around figures."""
        rooms = sorted((one.low - _margin(one), one.high + _margin(one)) for one in quantities)
        return cls([start for start, _ in rooms], list(accumulate((end for _, end in rooms), max)))

    def hold(self, low: Decimal, high: Decimal) -> bool:
        """Return whether a figure or a range touches the room around any of them."""
        at = bisect_right(self.starts, high)
        return at > 0 and self.ends[at - 1] >= low


@dataclass(frozen=True)
class Rivals:
    """The other figures of an article that may be taken for a key."""

    others: tuple[Quantity, ...] = ()
    """Wrong figures of its kind, in order of the text."""
    true: tuple[Margins, ...] = ()
    """Figures that are also true of what is asked."""
    limits: Ends | None = None
    """The least and the greatest figure that sense allows: of years, those of the article and of the life it tells."""
    beside: tuple[Quantity, ...] = ()
    """Figures close by about something else: the likeliest mistakes of all."""


def wrong_options(key: Quantity, form: Form, stem: str, rivals: Rivals, rng: Random) -> tuple[str, ...]:
    """Three wrong figures, or none if three cannot be had.

    How many of the three are smaller than the key is drawn first, so that its size tells nothing.
    """
    found = [one for one in _candidates(key, form, rivals, rng) if not _is_told(one.text, stem)]
    below = [one for one in found if one.low < key.low]
    above = [one for one in found if one.low > key.low]
    if len(found) < 3:
        return ()
    near = {write_figure(form, one.low, one.high) for one in rivals.beside}
    told = [one for one in found[:2] if one.text in near]
    fewest = max(0, 3 - len(above), sum(one.low < key.low for one in told))
    most = min(3, len(below), 3 - sum(one.low > key.low for one in told))
    wanted = rng.choices(range(fewest, most + 1), _SIDES[fewest : most + 1])[0]
    return tuple(one.text for one in below[:wanted] + above[: 3 - wanted])


def _counts_few(key: Quantity) -> bool:
    """True if so few are counted that a figure far from the key is ruled out by sense: a council of two members."""
    return key.kind == "count" and key.high <= _FEW


def _is_told(text: str, stem: str) -> bool:
    """Return whether the stem shows a figure, so that nobody would pick it."""
    return text in stem and bool(re.search(rf"(?<![\w.,]){re.escape(text)}(?![\w%])", stem))


def _candidates(key: Quantity, form: Form, rivals: Rivals, rng: Random) -> list[Wrong]:
    """Wrong figures, the likeliest mistakes first, no two equal."""
    itself = Margins.around([key])
    true = (itself, *rivals.true)
    beside = [
        (one.low, one.high)
        for one in rivals.beside
        if one.ranged == key.ranged
        and _is_of_like_size(one.low, key.low, _MOST_TIMES if _counts_few(key) else _BESIDE_TIMES)
        and not itself.hold(one.low, one.high)
    ]
    seen = {write_figure(form, key.low, key.high)}
    found: list[Wrong] = []
    for low, high in [
        *beside,
        *_of_the_article(key, rivals.others, rng),
        *error_distractors(key, form.scale != 1, rng),
    ]:
        text = write_figure(form, low, high)
        if (
            text is None
            or text in seen
            or _ends_in_zero(form, low) != _ends_in_zero(form, key.low)
            or ((low, high) not in beside and any(margins.hold(low, high) for margins in true))
            or not _is_within(key, rivals.limits, low, high)
            or (key.ranged and low >= high)
        ):
            continue
        seen.add(text)
        found.append(Wrong(low, text))
    return found


def _is_within(key: Quantity, limits: Ends | None, low: Decimal, high: Decimal) -> bool:
    """True if sense allows a figure: no percentage of a whole over 100, nobody 120 years old, no day of 25 hours."""
    if limits and not (limits[0] <= low and high <= limits[1]):
        return False
    most = _OLDEST if key.kind == "age" else _MOST.get((key.unit, key.rate)) or _MOST.get((key.unit, ""))
    return most is None or key.high > most or high <= most


def _ends_in_zero(form: Form, value: Decimal) -> bool:
    """Return whether a decimal in this form ends in a zero that need not be there: "12.0"."""
    return bool(form.decimals) and not (value / form.scale).scaleb(form.decimals) % 10


def _of_the_article(key: Quantity, others: Sequence[Quantity], rng: Random) -> list[Ends]:
    """Other figures of the article that are as round as the key and not out of all proportion to it."""
    fitting = [
        (one.low, one.high)
        for one in others
        if one.ranged == key.ranged
        and not (key.kind == "year" and is_of_a_life(one))
        and (key.kind == "year" or is_as_round(one.low, key.low))
        and one.low > 0
        and (abs(one.low - key.low) <= YEARS if key.kind == "year" else _is_of_like_size(one.low, key.low))
    ]
    rng.shuffle(fitting)
    return fitting


def is_of_a_life(quantity: Quantity) -> bool:
    """Return whether a year is that of a birth or a death, which nobody takes for the year of a deed."""
    text = quantity.span.article.text
    around = text[max(0, quantity.span.start - _AROUND) : quantity.span.end + _AROUND // 2]
    return bool(_LIFE.search(around))


def _is_of_like_size(value: Decimal, key: Decimal, times: Decimal = _MOST_TIMES) -> bool:
    """Return whether a value could be taken for the key: at most three times as much or as little."""
    return bool(key) and 1 / times <= value / key <= times


def _margin(quantity: Quantity) -> Decimal:
    """Return how far a wrong figure keeps from this one: years and small counts may be neighbours."""
    if quantity.kind == "year":
        return Decimal(0)
    margin = abs(quantity.high) * _MARGIN
    return min(margin, _POINTS) if quantity.kind in ("percent", "points") and quantity.high >= 10 else margin
