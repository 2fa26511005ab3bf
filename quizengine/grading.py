"""How the response to one part is judged against its key: pure functions, the same on every surface."""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import assert_never

from quizengine.language.folding import folded
from quizengine.language.numbers.amounts import in_english, may_be_one_unit, two_ways
from quizengine.language.numbers.locales import figure_in
from quizengine.language.numbers.number_words import NUMBER_WORDS
from quizengine.language.numbers.quantities import read_amount
from quizengine.parts import ENGLISH, ChoiceKey, Gap, Key, NumberKey, OrderKey, Part, TextKey

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Score:
    """Points `earned` of points `possible`, both exact."""

    earned: Fraction = Fraction(0)
    possible: Fraction = Fraction(0)

    def __add__(self, other: "Score") -> "Score":
        return Score(self.earned + other.earned, self.possible + other.possible)

    @property
    def full(self) -> bool:
        """Whether every possible point was earned."""
        return self.earned == self.possible


def judge(key: Key, given: tuple[str, ...]) -> Fraction:
    """The share of one point, 0 to 1, that `given` earns; nothing given earns nothing.

    Several right options: each right one chosen earns its share, each wrong one chosen takes one away, never below 0.
    An order: the share of options that stand in their right place, if each stands there once. A gap takes one text.
    """
    given = tuple(text for text in given if text.strip())
    if not given:
        return Fraction(0)
    match key:
        case ChoiceKey(ids):
            chosen = frozenset(given)
            return max(Fraction(len(chosen & ids) - len(chosen - ids), len(ids)), Fraction(0))
        case TextKey(accepted):
            return Fraction(len(given) == 1 and folded(given[0]) in {folded(text) for text in accepted})
        case NumberKey():
            return Fraction(len(given) == 1 and _accepts(key, given[0]))
        case OrderKey(ids):
            if sorted(given) != sorted(ids):
                return Fraction(0)
            return Fraction(sum(a == b for a, b in zip(given, ids, strict=True)), len(ids))
        case _:
            assert_never(key)


def as_judged(key: Key, given: tuple[str, ...], locale: str) -> tuple[str, ...]:
    """What was given to a part, with a number that was typed in another locale as `judge` reads it: in English."""
    if locale == ENGLISH or not isinstance(key, NumberKey):
        return given
    return tuple(in_english(text, locale) for text in given)


@dataclass(frozen=True)
class Misread:
    """What was typed into a number gap and cannot be read as a number, with what to type instead."""

    typed: str
    instead: tuple[str, str]
    """Two numbers as the locale writes them: both that may be meant, or examples."""
    twofold: bool = False
    """Whether it can be read as either."""


def misread(part: Part, given: tuple[str, ...]) -> Misread | None:
    """What is wrong with what was typed into a number gap; None when it can be read, and where nothing was typed."""
    if not isinstance(part, Gap) or part.expects != "number" or not given or not given[0].strip():
        return None
    if read_amount(given[0], part.locale, _unit(part.unit)[0]) is not None:
        return None
    typed = given[0].strip()
    if ways := two_ways(typed, part.locale):
        return Misread(typed, (ways[0], ways[1]), twofold=True)
    return Misread(typed, (figure_in(Decimal(1080), part.locale), figure_in(Decimal("2.5"), part.locale)))


def _accepts(key: NumberKey, text: str) -> bool:
    """Whether the text is a number within the key's ends; a unit typed behind it has to be the key's own.

    Of a unit in several words the first are enough (5 degrees for °C); where the unit beside the gap is "million
    tons", both 4 and 4 million are right.
    """
    unit, scale = _unit(key.unit)
    amount = read_amount(text, unit=unit)
    if amount is None or (unit and amount.unit and not _is_of(key.unit, unit, text, amount.unit)):
        return False
    worths = (
        (Decimal(1), scale) if amount.low >= scale else (Decimal(1),)
    )  # a smaller number cannot have named the scale
    return any(key.low * worth <= amount.low and amount.high <= key.high * worth for worth in worths)


def _is_of(words: str, unit: str, text: str, typed: str) -> bool:
    """Whether a typed unit is the key's own; of money some of its words are enough ("kroner" for Norwegian kroner)."""
    named = {word for word in _WORD.findall(text.casefold()) if word not in NUMBER_WORDS}
    money = unit.isupper() and bool(named) and named <= set(words.casefold().split())
    return money or f"{unit} ".startswith(f"{typed} ") or may_be_one_unit(unit, typed)


def _unit(words: str) -> tuple[str, Decimal]:
    """The unit that a question asks in, by the name that typed amounts have, empty if unknown; and how many of it.

    For example: ton and 1 for "tons of rice", ton and 1,000,000 for "million tons".
    """
    amount = read_amount(f"1 {words.partition(' of ')[0]}", unit="metre")  # beside a gap, "m" can only be metres
    return (amount.unit, amount.low) if amount else ("", Decimal(1))
