"""Figures that result from a mistake: a neighbour, a wrong magnitude, unit or period, two swapped digits."""

from collections.abc import Iterator
from decimal import Decimal
from random import Random

from quizengine.language import UNITS_BY_NAME, Quantity, plain_decimal

Ends = tuple[Decimal, Decimal]
_FACTORS = tuple(map(Decimal, ("2", "0.5", "0.4", "1.5", "0.6", "2.5", "0.8", "1.25", "0.7", "0.45", "1.75")))
_WIDER = (Decimal(3), Decimal("0.35"), Decimal("0.3"))
_OF_RANGES = tuple(map(Decimal, ("0.1", "0.2", "0.3", "0.4", "0.5", "2", "2.5", "3", "4", "5")))
"""Wider, as a wrong range must not overlap the right one."""
_GREAT = 1000
"""The size from which three times as much is as likely; ten times as much never is: sense rules it out."""
_PERIODS = (Decimal(12), 1 / Decimal(12))
_UNITS = {
    unit: UNITS_BY_NAME[unit].factor / UNITS_BY_NAME[other].factor
    for one, two in (
        ("mile", "kilometre"), ("metre", "foot"), ("metre", "yard"), ("kilogram", "pound"), ("hectare", "acre"),
        ("square mile", "square kilometre"), ("litre", "gallon"), ("mile per hour", "kilometre per hour"),
        ("centimetre", "inch"), ("gram", "ounce"),
    )
    for unit, other in ((one, two), (two, one))
}  # fmt: skip
"""The number of the other unit in a unit: who mistakes miles for kilometres picks 800 for 500."""
_NEAR = tuple(step * sign for step in range(1, 7) for sign in (1, -1))
_SMALL = 20
_ENDLESS = 12


def error_distractors(key: Quantity, scaled: bool, rng: Random) -> Iterator[Ends]:
    """Figures near a key in their value or their writing, as round as it is; `scaled` if a scale word follows it."""
    if key.kind == "year":
        yield from _steps(key, Decimal(1), rng)
    elif _is_small(key) and not scaled:
        yield from (ends for ends in _steps(key, Decimal(1), rng) if ends[0] > 1)
    elif key.kind in ("percent", "points") and _is_whole(key.low) and 0 < key.low < 100 and not key.ranged:
        step = Decimal(5) if not key.low % 5 else Decimal(rng.choice((3, 7, 8)))
        yield from (ends for ends in _steps(key, step, rng) if key.low / 3 < ends[0] < 100)
    else:
        yield from (
            ends for ends in _of_any_size(key, rng) if ends[0] > 0 and all(map(is_as_round, ends, key_ends(key)))
        )


def key_ends(key: Quantity) -> Ends:
    """The low and the high end of a figure."""
    return key.low, key.high


def is_as_round(value: Decimal, key: Decimal) -> bool:
    """Return whether a value is written with as many digits that say something, or with the same last place."""
    if digits(key) > _ENDLESS:
        return digits(value) == digits(key)
    step = Decimal(1).scaleb(_last_place(key))
    return digits(value) == digits(key) or (not value % step and bool(value % (10 * step)) and value < 10 * key)


def digits(value: Decimal) -> int:
    """Return how many digits of a value say something: 1 for 700,000 and 4 for 3,412."""
    return len(value.normalize().as_tuple().digits)


def _is_whole(value: Decimal) -> bool:
    return value == value.to_integral_value()


def _is_small(key: Quantity) -> bool:
    """Return whether a figure is a small whole number that nobody would take for a rounded one."""
    return not key.ranged and _is_whole(key.low) and 0 < key.low <= _SMALL and (key.low < 10 or bool(key.low % 5))


def _steps(key: Quantity, step: Decimal, rng: Random) -> list[Ends]:
    near = [step * times for times in _NEAR]
    rng.shuffle(near)
    return [(key.low + by, key.high + by) for by in near]


def _of_any_size(key: Quantity, rng: Random) -> list[Ends]:
    factors = list(_OF_RANGES if key.ranged else _FACTORS)
    if key.low >= _GREAT and not key.ranged:
        factors += _WIDER
        factors += [rng.choice(_PERIODS)] if key.rate in ("month", "year") else []
    if key.unit in _UNITS and not key.ranged:
        factors.append(_UNITS[key.unit])
    rng.shuffle(factors)
    scaled = [(_rounded(key.low, key.low * by), _rounded(key.high, key.high * by)) for by in factors]
    if key.ranged:
        return scaled
    swapped = list(_swapped(key.low))
    rng.shuffle(swapped)
    if digits(key.low) > 2:
        return [*swapped[:1], *scaled[:4], *swapped[1:3], *scaled[4:], *swapped[3:]]
    near = _steps(key, Decimal(1).scaleb(_last_place(key.low)), rng)
    return [*near[:4], *scaled, *near[4:], *swapped]


def _swapped(value: Decimal) -> Iterator[Ends]:
    """The value with two of its digits in each other's place, or one digit changed, its zeros as they are."""
    sign, written, exponent = value.normalize().as_tuple()
    if not isinstance(exponent, int):
        return
    for first in range(len(written)):
        for second in range(first + 1, len(written)):
            changed = list(written)
            changed[first], changed[second] = changed[second], changed[first]
            if changed[0] and changed[-1]:
                yield (Decimal((sign, tuple(changed), exponent)),) * 2
    for place, digit in enumerate(written):
        for other in (digit - 2, digit + 2, digit - 1, digit + 1, digit + 3, digit - 3):
            if 0 < other < 10:
                yield (Decimal((sign, (*written[:place], other, *written[place + 1 :]), exponent)),) * 2


def _rounded(like: Decimal, value: Decimal) -> Decimal:
    """The value with as many digits that say something as the other has."""
    if not value:
        return value
    places = value.adjusted() - digits(like) + 1
    return plain_decimal(value.quantize(Decimal(1).scaleb(places))) if abs(places) < 24 else value


def _last_place(value: Decimal) -> int:
    """The power of ten of the last digit of a value that is not a filling zero."""
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
