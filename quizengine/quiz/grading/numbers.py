"""Decides whether a typed number is right, and what to ask back if that cannot be decided."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from quizengine.language.numbers.amounts import may_be_one_unit, read_amount
from quizengine.language.numbers.locales import figure_in, units_of
from quizengine.language.numbers.number_words import NUMBER_WORDS
from quizengine.quiz.grading.number_readings import Reading, number_readings
from quizengine.quiz.grading.surroundings import era_of, without_era
from quizengine.quiz.grading.units import Measure, as_temperature, conversion, measures, spelt_alike
from quizengine.quiz.parts import ENGLISH, Gap, Key, NumberKey, Part

_WORD = re.compile(r"[^\W\d_]+")
_NOISE = Decimal("1e-6")
_FEWEST_PLACES = 2


@dataclass(frozen=True)
class Misread:
    """A text typed into a number gap that cannot be graded, with suggestions of what to type instead."""

    typed: str
    instead: tuple[str, str]
    """Two numbers as the locale writes them: the two possible meanings, or examples."""
    why: Literal["no number", "twofold", "no unit"] = "no number"


def accepts(key: NumberKey, text: str, locale: str = ENGLISH) -> bool:
    """Return whether the text is a number within the key's ends, by the likeliest way to read it."""
    found = _ordered(key.unit, text, locale)
    return bool(found) and _right(key, found[0], text)


def reading_problem(part: Part, given: tuple[str, ...], key: Key | None = None) -> Misread | None:
    """Return the problem with a text typed into a number gap; None if it can be graded or is empty.

    A text with two meanings is asked back if one of them is right and the more likely one is not; otherwise it costs a
    student nothing. Without the key, it is asked back whenever the two differ.
    """
    if not isinstance(part, Gap) or part.expects != "number" or not given or not given[0].strip():
        return None
    typed, asked = given[0].strip(), key if isinstance(key, NumberKey) else None
    found = _ordered(asked.unit if asked else part.unit, typed, part.locale)
    if not found:
        return Misread(typed, (figure_in(Decimal(1080), part.locale), figure_in(Decimal("2.5"), part.locale)))
    if part.unit_required and not any(one.unit for one in found):
        return Misread(typed, ("", ""), "no unit")
    other = _also_meant(asked, found, typed)
    if other is None:
        return None
    greater, less = sorted((found[0], other), key=lambda one: -one.low)
    return Misread(typed, (_unmistakable(greater, part.locale), _unmistakable(less, part.locale)), "twofold")


def reading_of(gap: Gap, text: str) -> Reading | None:
    """Return how a number in a gap is read; None if it is not a number."""
    return next(iter(_ordered(gap.unit, text, gap.locale)), None)


def _unmistakable(reading: Reading, locale: str) -> str:
    return reading.figure or figure_in(reading.low, locale)


def _also_meant(key: NumberKey | None, found: tuple[Reading, ...], typed: str) -> Reading | None:
    """The reading to ask about: one that is right where the first is not; without a key, one that is written apart."""
    if key is None:
        return next((one for one in found[1:] if one.figure != found[0].figure), None)
    if _right(key, found[0], typed):
        return None
    return next((one for one in found[1:] if _right(key, one, typed)), None)


@lru_cache(maxsize=2048)
def _ordered(asked: str, text: str, locale: str) -> tuple[Reading, ...]:
    """The readings of a text, those first whose unit measures what is asked for: 5 m is five metres beside lengths.

    They are remembered, for a class types the same numbers, and its results are marked each time they are looked at.
    """
    known = _table_unit(asked)
    found = [_in_usual_unit(one, asked, locale) for one in _in_era(asked, text, locale, known)]
    any_plain = not all(one.unit for one in found)
    sound = [one for one in found if not one.unit or not any_plain or _means_a_unit(one.unit)]
    fitting = [one for one in sound if one.unit and asked and _fits(asked, one.unit)]
    return tuple(dict.fromkeys((*fitting, *sound)))


def _in_era(unit: str, text: str, locale: str, known: str) -> tuple[Reading, ...]:
    """The readings of a text; where years before Christ are asked for, "44 BC" is 44 and "AD 44" is not."""
    asked, typed = era_of(unit), era_of(text)
    if asked != "BC" or not typed:
        return number_readings(text, locale, known)
    years = number_readings(without_era(text), locale, known)
    return years if typed == asked else tuple(replace(one, low=-one.high, high=-one.low) for one in years)


def _in_usual_unit(reading: Reading, asked: str, locale: str) -> Reading:
    """The reading with a unit that is known: "Stunden" is hour, and F beside temperatures is °F."""
    word = units_of(locale).get(reading.unit.casefold()) or as_temperature(reading.unit, asked)
    return replace(reading, unit=word) if word != reading.unit else reading


def _means_a_unit(unit: str) -> bool:
    return any(one.physical for one in measures(unit))


def _fits(asked: str, unit: str) -> bool:
    scaleless = _scaleless(asked)[0]
    return spelt_alike(unit, scaleless) or any(
        conversion(Decimal(1), typed, other) is not None for typed in measures(unit) for other in measures(scaleless)
    )


def _right(key: NumberKey, reading: Reading, text: str) -> bool:
    return any(_within(key, low, high, reading.exact) for low, high in _in_asked_unit(key, reading, text))


def _within(key: NumberKey, low: Decimal, high: Decimal, exact: bool) -> bool:
    """Return whether a number lies within the key's ends; one third is 0.33 where that is asked to two places."""
    if key.low <= low and high <= key.high:
        return True
    exponent = key.value.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) else 0
    if exact or places < _FEWEST_PLACES or low != high:
        return False
    return round(low, places) == key.value


def _in_asked_unit(key: NumberKey, reading: Reading, text: str) -> Iterator[tuple[Decimal, Decimal]]:
    """The reading in the key's unit, in each way that this can be said; none if it measures something else."""
    unit, scale = _scaleless(key.unit)
    low, high = reading.low, reading.high
    if not reading.unit:
        if key.unit_required:
            return
        yield low, high
        if scale != 1 and low >= scale:  # a smaller number cannot have named the scale
            yield low / scale, high / scale
    elif not unit:
        shares = tuple(_share(reading))
        if not shares or abs(key.value) >= 1:  # 5 % is 0.05; where 50 is asked for, it may be a percentage
            yield low, high
        yield from shares
    elif spelt_alike(reading.unit, unit) or (
        not (_means_a_unit(reading.unit) and _means_a_unit(unit)) and _is_of(key.unit, unit, text, reading.unit)
    ):
        yield low / scale, high / scale
    else:
        for value in _converted(reading, unit):
            yield _near(key, value[0] / scale), _near(key, value[1] / scale)


def _converted(reading: Reading, unit: str) -> Iterator[tuple[Decimal, Decimal]]:
    typed, asked = measures(reading.unit), measures(unit)
    for one in typed:
        for other in asked:
            low, high = conversion(reading.low, one, other), conversion(reading.high, one, other)
            if low is not None and high is not None:
                yield low, high
    if asked and not any(map(_known, asked)) and not any(map(_known, typed)):
        yield reading.low, reading.high  # eels or fish: nobody can tell what is counted from what else


def _known(measure: Measure) -> bool:
    return not measure.dimensions or any(name[:1] in "[(" or name.isupper() for name, _ in measure.dimensions)


def _near(key: NumberKey, value: Decimal) -> Decimal:
    """A converted value, or the key's where they differ in the noise of a conversion alone: 760 mmHg are 1 atm."""
    return key.value if abs(value - key.value) <= abs(key.value) * _NOISE else value


def _share(reading: Reading) -> Iterator[tuple[Decimal, Decimal]]:
    """A percentage as the number that it is: 50 % is 0.5."""
    for one in measures(reading.unit):
        if not one.dimensions and one.name:
            yield reading.low * one.factor, reading.high * one.factor


@lru_cache(maxsize=1024)
def _scaleless(words: str) -> tuple[str, Decimal]:
    """The unit that a question asks in, and how many of it: ton and 1,000,000 for "million tons of rice"."""
    unit = words.partition(" of ")[0]
    first, _, rest = unit.partition(" ")
    amount = read_amount(f"1 {first}") if first.casefold() in NUMBER_WORDS else None
    return (rest, amount.low) if amount and amount.low > 1 else (unit, Decimal(1))


@lru_cache(maxsize=1024)
def _table_unit(words: str) -> str:
    """The name that typed amounts have for the unit of a question; empty if it is in no table."""
    amount = read_amount(f"1 {words.partition(' of ')[0]}", unit="metre")  # beside a gap, "m" can only be metres
    return amount.unit if amount else ""


def _is_of(words: str, unit: str, text: str, typed: str) -> bool:
    """True if a typed unit is the key's own by the names that amounts have; of money some of its words are enough."""
    asked, given = _table_unit(unit), _table_unit(typed) or typed
    if asked.isupper():  # a currency's code
        named = {word for word in _WORD.findall(text.casefold()) if word not in NUMBER_WORDS}
        if named and named <= set(words.casefold().split()):
            return True
    either = "pound" in words.casefold()  # lb is no money
    return bool(asked) and (asked == given or (either and may_be_one_unit(asked, given)))
