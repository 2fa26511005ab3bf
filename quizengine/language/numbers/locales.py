"""The way in which a locale writes figures: the decimal sign, the thousands separator, "Mio.", "Meilen".

All data come from CLDR through babel, which is imported late: only locales other than English need it (20 ms).
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from quizengine.language.numbers.number_words import SCALES, SHORT_SCALES
from quizengine.language.numbers.units import BY_SYMBOL, BY_WORDS, UNITS

if TYPE_CHECKING:
    from babel import Locale

_Worth = TypeVar("_Worth")

ENGLISH = "en"

_COUNTS = (1, 2, 5, 11)  # they show every plural form that a unit has in any language
_KINDS = {"data": "digital", "percent": "concentr"} | {
    kind: kind for kind in ("length", "area", "mass", "duration", "speed", "energy", "power", "temperature")
}  # no volumes: a French "quart" is a quarter of something, and no quart
_NAMES = {"degree Celsius": "celsius", "degree Fahrenheit": "fahrenheit"}
_CLDR_UNITS = {
    unit.name: f"{_KINDS[unit.kind]}-{_NAMES.get(unit.name, unit.name).replace('metre', 'meter').replace(' ', '-')}"
    for unit in UNITS
    if unit.kind in _KINDS and unit.name not in ("ton", "tonne")  # the tons of an article are Tonnen, or they are not
}


@cache
def is_locale_name(locale: str) -> bool:
    """Return whether this names a locale as browsers name it: "de", "pt-BR", "zh-Hant"."""
    if locale == ENGLISH:
        return True
    return locale in _by_small_letters().values()


def nearest_locale(found: str) -> str:
    """The locale that was probably meant, by another way of writing it or by its name in English; empty if none is."""
    from babel import Locale

    names = _by_small_letters()
    plain = found.strip().replace("_", "-").casefold()
    languages = Locale(ENGLISH).languages
    called = next((code for code, name in languages.items() if name.casefold() == plain), "")
    for near in (plain, called.replace("_", "-").casefold(), *_shortened(plain)):
        if near in names:
            return names[near]
    return ""


@cache
def _by_small_letters() -> Mapping[str, str]:
    """Every locale there is, as browsers name it, by that name in small letters."""
    from babel.localedata import locale_identifiers

    names = (one.replace("_", "-") for one in locale_identifiers() if one != "root")
    return {name.casefold(): name for name in names}


def _shortened(plain: str) -> Iterator[str]:
    """A locale without its country, encoding and so on: de for "de-xx", "de_DE.UTF-8"."""
    parts = re.split(r"[-.@]", plain)
    yield from ("-".join(parts[:length]) for length in range(len(parts) - 1, 0, -1))


@cache
def decimal_sign(locale: str) -> str:
    """Return what is before the decimals; the English point for a locale that nobody knows."""
    parsed = None if locale == ENGLISH else _babel(locale)
    if parsed is None:
        return "."
    symbols = parsed.number_symbols
    return str(symbols.get("latn", symbols)["decimal"])


def figure_in(value: Decimal, locale: str) -> str:
    """A number as the locale writes it, its thousands parted: 10,000 and 2.5, or 10.000 and 2,5."""
    parsed = None if locale == ENGLISH else _babel(locale)
    if parsed is None:
        return f"{value.normalize():,f}"
    from babel.numbers import format_decimal

    return format_decimal(value.normalize(), "#,##0.#", parsed, decimal_quantization=False)


def answer_in(value: Decimal, locale: str, unit: str = "") -> str:
    """A right answer as the locale writes it with its unit: 10,000 km; a bare 1989 may be a year, and stays 1989."""
    may_be_a_year = not unit and value == value.to_integral_value() and 1000 <= value <= 9999
    return f"{value:.0f}" if may_be_a_year else f"{figure_in(value, locale)} {unit}".strip()


@cache
def scales_of(locale: str) -> Mapping[str, Decimal | None]:
    """Return what the locale's words after a figure are worth, in small letters: "millionen", "mrd"; longest first.

    None for a word that English uses for something else: a German "Billion" is an English trillion.
    """
    parsed = None if locale == ENGLISH else _babel(locale)
    if parsed is None:
        return {}
    found: dict[str, Decimal | None] = {}
    for power, pattern, english in _compact(parsed):
        word, zeros = _word(pattern.replace("'", ""), "0¤").rstrip("."), pattern.count("0")
        if zeros and (len(word) > 1 or (word and not word.isascii())):
            worth = Decimal(power).scaleb(1 - zeros)
            found.setdefault(word, None if english.get(word, worth) != worth or word in BY_SYMBOL else worth)
    return _longest_first(found)


def _compact(parsed: "Locale") -> Iterator[tuple[str, str, Mapping[str, Decimal]]]:
    """Every power of ten that the locale has a word for, the pattern of a figure and that word, and English's own."""
    for length, english in (("long", SCALES), ("short", SCALES | SHORT_SCALES)):
        for by_power in parsed.compact_decimal_formats.get(length, {}).values():
            yield from ((power, pattern.pattern, english) for power, pattern in by_power.items())


@cache
def units_of(locale: str) -> Mapping[str, str]:
    """English names of the units that the locale has words of its own for, by those words: "meilen" is "mile"."""
    parsed = None if locale == ENGLISH else _babel(locale)
    if parsed is None:
        return {}
    from babel.units import UnknownUnitError, format_unit

    found: dict[str, str] = {}
    for unit, cldr in _CLDR_UNITS.items():
        for count in _COUNTS:
            try:
                word = _word(format_unit(count, cldr, "long", locale=parsed), "0123456789")
            except UnknownUnitError:
                break
            known_as = BY_WORDS.get(tuple(word.split()))
            if len(word) > 2 and word != cldr and (known_as is None or known_as.name == unit):
                found.setdefault(word, unit)
    return _longest_first(found)


def _word(pattern: str, figures: str) -> str:
    """Return what is left of a pattern without its figures, marks of writing direction and blanks, in small letters."""
    signs = str.maketrans(dict.fromkeys(f"{figures}\u200e\u200f", " "))
    return " ".join(pattern.translate(signs).split()).casefold()


def _longest_first(found: Mapping[str, _Worth]) -> Mapping[str, _Worth]:
    return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))


@cache
def _babel(locale: str) -> "Locale | None":
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(locale.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return None
