"""Wrong figures that a careless reader would pick, written like the right one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from quizengine.language.number_words import tidy
from quizengine.language.quantities import Quantity
from quizengine_numeric_recall.forms import Form, written

Ends = tuple[Decimal, Decimal]
_SLIPS = tuple(
    map(Decimal, ("10", "0.1", "2", "0.5", "5", "0.2", "3", "4", "0.4", "0.3", "1.5", "0.6", "2.5", "0.8", "1.2"))
)
_NEAREST, _FARTHEST = Decimal("0.1"), Decimal(10)
_YEARS = 40
_PERIOD_SLIPS = (Decimal(12), 1 / Decimal(12))
_MARGIN = Decimal("0.15")
"""How far off a distractor keeps from a true value that is hedged or rounded."""


@dataclass(frozen=True)
class Wrong:
    """A wrong figure as an option shows it, with its low end to order it by."""

    low: Decimal
    text: str


def wrong_options(
    key: Quantity, form: Form, stem: str, others: Sequence[Quantity], true: Sequence[Quantity], rng: Random
) -> tuple[str, ...]:
    """Three wrong figures, or none when three cannot be had.

    `others` are other figures of the same kind, `true` all that are true of what is asked. How many of the three are
    smaller than the key is drawn first, so that its size tells nothing.
    """
    found = [one for one in _candidates(key, form, others, true, rng) if not _is_told(one.text, stem)]
    below = [one for one in found if one.low < key.low]
    above = [one for one in found if one.low > key.low]
    wanted = rng.randrange(4)
    wanted = min(max(wanted, 3 - len(above)), len(below))
    chosen = below[:wanted] + above[: 3 - wanted]
    return tuple(one.text for one in chosen) if len(chosen) == 3 else ()


def _is_told(text: str, stem: str) -> bool:
    """Whether the stem shows a figure, so that nobody would pick it."""
    return bool(re.search(rf"(?<![\w.,]){re.escape(text)}(?![\w%])", stem))


def _candidates(
    key: Quantity, form: Form, others: Sequence[Quantity], true: Sequence[Quantity], rng: Random
) -> list[Wrong]:
    """Wrong figures, the likeliest mistakes first, no two equal."""
    seen = {written(form, key.low, key.high)}
    found: list[Wrong] = []
    for low, high in [*_of_the_article(key, others, rng), *_slips(key, form, rng)]:
        text = written(form, low, high)
        if (
            text is None
            or text in seen
            or _ends_in_zero(form, low) != _ends_in_zero(form, key.low)
            or not _is_apart(low, high, (key, *true))
        ):
            continue
        seen.add(text)
        found.append(Wrong(low, text))
    return found


def _ends_in_zero(form: Form, value: Decimal) -> bool:
    """Whether a decimal in this form ends in a zero that need not be there: "12.0"."""
    return bool(form.decimals) and not (value / form.scale).scaleb(form.decimals) % 10


def _of_the_article(key: Quantity, others: Sequence[Quantity], rng: Random) -> list[Ends]:
    """Other figures of the article that are as round as the key and not out of all proportion to it."""
    fitting = [
        (one.low, one.high)
        for one in others
        if one.ranged == key.ranged
        and (key.kind == "year" or _digits(one.low) == _digits(key.low))
        and one.low > 0
        and (abs(one.low - key.low) <= _YEARS if key.kind == "year" else _NEAREST < one.low / key.low < _FARTHEST)
    ]
    rng.shuffle(fitting)
    return fitting


def _slips(key: Quantity, form: Form, rng: Random) -> Iterator[Ends]:
    """The figures that come of a slip: a neighbour, a wrong magnitude, a wrong period, two digits swapped."""
    if key.kind == "year":
        near = [Decimal(step) for step in (1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6)]
        rng.shuffle(near)
        yield from ((key.low + step, key.high + step) for step in near)
        return
    small = not key.ranged and key.low == key.low.to_integral_value() and 0 < key.low <= 20 and form.scale == 1
    small = small and (key.low < 10 or bool(key.low % 5))
    if small:
        near = [Decimal(step) for step in (1, -1, 2, -2, 3, -3, 4, -4, 5, 6)]
        rng.shuffle(near)
        yield from ((key.low + step, key.low + step) for step in near if key.low + step > 1)
        return
    swapped = [] if key.ranged else list(_swapped(key.low))
    factors = [*(_PERIOD_SLIPS if key.rate in ("month", "year") else ()), *_SLIPS]
    rng.shuffle(factors)
    scaled = [(_rounded(key.low, key.low * by), _rounded(key.high, key.high * by)) for by in factors]
    rng.shuffle(swapped)
    mixed = [*swapped[:3], *scaled, *swapped[3:]] if _digits(key.low) > 2 else [*scaled, *swapped]
    for low, high in mixed:
        if key.kind in ("percent", "points") and not 0 < low < 100 and 0 < key.low < 100:
            continue
        if _digits(low) == _digits(key.low) and _digits(high) == _digits(key.high) and low > 0:
            yield low, high


def _swapped(value: Decimal) -> Iterator[Ends]:
    """The value with two of its digits in each other's place, or one digit changed, its zeros as they are."""
    sign, digits, exponent = value.normalize().as_tuple()
    if not isinstance(exponent, int):
        return
    for first in range(len(digits)):
        for second in range(first + 1, len(digits)):
            swapped = list(digits)
            swapped[first], swapped[second] = swapped[second], swapped[first]
            if swapped[0] and swapped[-1]:
                yield (Decimal((sign, tuple(swapped), exponent)),) * 2
    for place, digit in enumerate(digits):
        for other in (digit - 2, digit + 2, digit - 1, digit + 1, digit + 3, digit - 3):
            if 0 < other < 10:
                changed = (*digits[:place], other, *digits[place + 1 :])
                yield (Decimal((sign, changed, exponent)),) * 2


def _rounded(like: Decimal, value: Decimal) -> Decimal:
    """The value with as many digits that say something as the other has."""
    if not value:
        return value
    places = value.adjusted() - _digits(like) + 1
    return tidy(value.quantize(Decimal(1).scaleb(places))) if abs(places) < 24 else value


def _digits(value: Decimal) -> int:
    """How many digits of a value say something: 1 for 700,000, 4 for 3,412; an exponent below zero counts apart."""
    return len(value.normalize().as_tuple().digits)


def _is_apart(low: Decimal, high: Decimal, true: Sequence[Quantity]) -> bool:
    """Whether a wrong figure is clear of every true one, and well clear of those that are hedged or ranged."""
    for one in true:
        hedged = one.approximate or one.ranged or one.bound
        margin = abs(one.high) * _MARGIN if hedged else Decimal(0)
        if not (high < one.low - margin or low > one.high + margin):
            return False
    return True
