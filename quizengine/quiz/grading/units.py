"""The quantity that a unit measures, however it is spelt: "m/s²", "m s^-2" and "metres per second squared".

pint knows the value of each unit. It is imported when a unit is typed that is not spelt as in the question, because
that takes 0.7 s: no quiz with whole numbers should wait for it. Names that pint does not know ("beats", "soldiers")
measure themselves.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from quizengine.language.numbers.amounts import read_amount
from quizengine.language.numbers.currencies import CURRENCY_SYMBOLS as MONEY_SIGNS
from quizengine.language.numbers.units import BY_WORDS
from quizengine.quiz.grading.superscripts import with_carets
from quizengine.quiz.grading.unit_names import (
    CASELESS,
    COLLOQUIAL,
    MONEY,
    PHRASES,
    PREFIX_WORDS,
    PREFIXED_SYMBOLS,
    PREFIXES,
    SYMBOLS,
    WORDS,
)

if TYPE_CHECKING:
    from pint import UnitRegistry

_MOST_CHARACTERS = 80
_MOST_FACTORS = 12
_SIGNS = str.maketrans({"−": "-", "–": "-", "·": "*", "⋅": "*", "×": "*", "•": "*", "∙": "*", "μ": "µ", "Ω": "Ω"})
_PIECE = re.compile(r"\s*(?:(?P<power>\^?-?\d)|(?P<sign>[*/()])|(?P<name>°?[^\W\d_]+\.?|[°%‰$€£'\"]))")
_SPELLING = re.compile(r"[\s*·.()^]|(?<=\w)-(?=[^\W\d])")


@dataclass(frozen=True)
class Measure:
    """The value of a unit in base units, and these units with their powers; unknown names stand for themselves."""

    factor: Decimal
    dimensions: frozenset[tuple[str, int]]
    name: str = ""
    """pint's name for it, if it is a single unit: a temperature has an offset beside its factor."""

    @property
    def physical(self) -> bool:
        """True if pint knows all of it."""
        return all(name[:1] == "[" for name, _ in self.dimensions)


def spelt_alike(one: str, other: str) -> bool:
    """True if two units are written alike except for blanks, brackets, raised figures and signs of multiplication."""
    return _spelling(one) == _spelling(other)


def as_temperature(unit: str, asked: str) -> str:
    """A bare C, F or "degrees" as what it means where a temperature is asked for; any other unit as it is."""
    if not any(one.name in _WITH_OFFSET for one in measures(asked)):
        return unit
    if _pint_name(unit) == "degree":
        return asked
    return f"°{unit}" if unit in ("C", "F") else unit


def measures(unit: str) -> tuple[Measure, ...]:
    """The readings of a unit: "J/g·K" is energy for a mass and a temperature, or, strictly read, energy times those.

    Empty for what cannot be a unit. Never raises.
    """
    return _measures(unit) if len(unit) <= _MOST_CHARACTERS else ()


def conversion(value: Decimal, typed: Measure, asked: Measure) -> Decimal | None:
    """A value in one unit as a value in another one; None if they do not measure the same."""
    if typed.dimensions not in (asked.dimensions, _unnamed(asked)):
        return None
    if typed.name != asked.name and {typed.name, asked.name} & _WITH_OFFSET and typed.name and asked.name:
        return Decimal(_registry().Quantity(value, typed.name).to(asked.name).magnitude)
    return value * typed.factor / asked.factor


def _unnamed(asked: Measure) -> frozenset[tuple[str, int]]:
    """The dimensions without what is counted, which need not be named: 60 per minute are 60 beats/min."""
    physical = frozenset(one for one in asked.dimensions if one[0][:1] == "[")
    return physical or asked.dimensions


_WITH_OFFSET = frozenset({"degree_Celsius", "degree_Fahrenheit"})


def _spelling(unit: str) -> str:
    return _SPELLING.sub("", _plain(unit))


def _plain(unit: str) -> str:
    raised = with_carets(unit).replace("º", "°").replace("° ", "°")
    plain = "".join(sign if sign == "°" else unicodedata.normalize("NFKC", sign) for sign in raised)
    return plain.translate(_SIGNS).replace("**", "^").strip()


@lru_cache(maxsize=1024)
def _measures(unit: str) -> tuple[Measure, ...]:
    money = read_amount(f"1 {unit}") if any(map(str.isalpha, unit)) or unit in "€$£¥" else None
    if money and money.unit.isupper():
        return (Measure(money.low, frozenset({(money.unit, 1)})),)
    signs = _plain(unit)
    for words, sign in _PHRASES:
        signs = words.sub(sign, signs)
    cut = _cut(signs)
    if not cut or len(cut) > _MOST_FACTORS * 2 or cut[0].lstrip("^-").isdigit():
        return ()
    ways = [cut, _parted(cut)] if any(map(_two_symbols, cut)) else [cut]
    found = (_product(way, below_all=below) for way in ways for below in ((False, True) if "/" in cut else (False,)))
    return tuple(dict.fromkeys(one for one in found if one is not None))


def _parted(cut: list[str]) -> list[str]:
    """Return what was cut, with symbols that are written together apart: "ms^-2" can be "m s^-2"."""
    return [part for piece in cut for part in (_two_symbols(piece) or (piece,))]


def _two_symbols(name: str) -> tuple[str, str] | None:
    """The two symbols that a name can be, where both are known: kgm, gK, ms."""
    parts = ((name[:at], name[at:]) for at in range(1, len(name)))
    return next((two for two in parts if all(_is_symbol(part) for part in two)), None)


def _is_symbol(name: str) -> bool:
    return name in PREFIXED_SYMBOLS or (name[:1] in PREFIXES and name[1:] in PREFIXED_SYMBOLS)


_PHRASES = tuple((re.compile(words, re.IGNORECASE), sign) for words, sign in PHRASES)


def _cut(unit: str) -> list[str]:
    """The names, powers and signs of a unit, in order; empty if there is anything else."""
    found, at = [], 0
    while at < len(unit.rstrip()):
        piece = _PIECE.match(unit, at)
        if piece is None:
            return []
        found.append(piece[piece.lastgroup or 0])
        at = piece.end()
    return found


def _product(cut: list[str], *, below_all: bool) -> Measure | None:
    """The product of what was cut; `below_all` reads all that follows a slash as divided by."""
    factor, powers, names = Decimal(1), Counter[str](), []
    for name, power in _factors(cut, below_all=below_all):
        known = _known(name)
        if known is None:
            return None
        worth, dimensions = known
        factor *= worth**power
        names.append((name, power))
        for dimension, times in dimensions.items():
            powers[dimension] += times * power
    kept = frozenset((name, power) for name, power in powers.items() if power)
    alone = names[0][0] if len(names) == 1 and names[0][1] == 1 else ""
    return Measure(factor, kept, _pint_name(alone) if alone else "") if names else None


def _factors(cut: list[str], *, below_all: bool) -> Iterator[tuple[str, int]]:
    """Each name with its power, negative after a slash."""
    below, raised, pending = [False], 1, 1
    index = 0
    while index < len(cut):
        piece = cut[index]
        index += 1
        if piece == "(":
            below.append(below[-1] != (pending < 0))
            pending = 1
        elif piece == ")" and len(below) > 1:
            below.pop()
            if len(below) == 1 and not below_all:
                pending = 1
        elif piece == "/":
            pending = -1
        elif piece in ("SQUARE", "CUBE"):
            raised = 2 if piece == "SQUARE" else 3
        elif piece not in ("*", ")") and not piece.lstrip("^-").isdigit():
            power = raised
            if index < len(cut) and cut[index].lstrip("^-").isdigit():
                power, index = int(cut[index].lstrip("^")), index + 1
            yield piece, power * pending * (-1 if below[-1] else 1)
            raised, pending = 1, pending if below_all else 1


@lru_cache(maxsize=1024)
def _known(name: str) -> tuple[Decimal, Mapping[str, int]] | None:
    """Return what one name is worth in base units and which; a name that nobody knows measures itself."""
    if money := MONEY_SIGNS.get(name) or MONEY.get(name.casefold()):
        return Decimal(1), {money: 1}
    called = _pint_name(name)
    if not called:
        word = name.rstrip(".").casefold()
        if (listed := BY_WORDS.get((word,))) is not None:  # a ton, of which there are several
            return Decimal(1), {f"({listed.name})": 1}
        plain = word[:-1] if len(word) > 3 and word.endswith("s") else word
        return (Decimal(1), {plain: 1}) if len(plain) > 2 else None
    base = _registry().Quantity(Decimal(1), called.split(" ")[0]).to_root_units()
    power = int(called.rpartition("** ")[2]) if "**" in called else 1
    dimensions = {f"[{unit}]": round(Decimal(str(times))) * power for unit, times in base.unit_items()}
    if called in _WITH_OFFSET:
        return Decimal(1) if called == "degree_Celsius" else Decimal(5) / 9, {"[kelvin]": 1}
    if called in ("percent", "permille", "ppm"):
        dimensions = {}
    return Decimal(base.magnitude) ** power, dimensions


@lru_cache(maxsize=1024)
def _pint_name(name: str) -> str:
    """Return what pint calls a unit that is named by a word or a symbol; empty for a name that is neither."""
    if name in SYMBOLS:
        return SYMBOLS[name]
    if name in PREFIXED_SYMBOLS:
        return PREFIXED_SYMBOLS[name]
    if name.endswith("."):
        return _pint_name(name[:-1])
    word = name.casefold()
    if word in WORDS and len(word) > 1:
        return WORDS[word]
    for prefix, called in PREFIXES.items():
        if name.startswith(prefix) and name[len(prefix) :] in PREFIXED_SYMBOLS:
            return called + PREFIXED_SYMBOLS[name[len(prefix) :]]
    for prefix, called in PREFIX_WORDS.items():
        if word.startswith(prefix) and word[len(prefix) :] in WORDS:
            return called + WORDS[word[len(prefix) :]]
    if word in CASELESS and CASELESS[word] != name:
        return _pint_name(CASELESS[word])
    return COLLOQUIAL.get(word, "")


@cache
def _registry() -> "UnitRegistry[Any]":
    from pint import UnitRegistry

    return UnitRegistry(non_int_type=Decimal)
