"""Names with a number in them: "Fourteenth Amendment" or "14th", "V Olympiad" or "Fifth", "Henry VIII" or "the Eighth".

Next: `spelt_otherwise`.
"""

import re
from collections.abc import Iterator

_UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TO_NINETEEN = [
    *_UNITS,
    *["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"],
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_CARDINALS = [
    *_TO_NINETEEN,
    *(f"{ten}{unit and '-'}{unit}" for ten in _TENS for unit in ("", *_UNITS)),
]
_IRREGULAR = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth"}
_IRREGULAR |= {"twelve": "twelfth"}
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_TEENS = range(11, 14)
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN_UNITS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ROMAN_TENS = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")
_ROMAN = re.compile(r"(?=[LXVI])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_FIGURES = re.compile(r"([1-9]\d?)(?:st|nd|rd|th)")
_FEWEST = 2
"""Words of a name with a number in it."""
_MOST_IN_WORDS = 20
"""The highest number that a name has in words at its end: "Apollo Eleven"."""


def _ordinal_of(cardinal: str) -> str:
    """The ordinal of a number in words: "twenty-first" of "twenty-one"."""
    before, dash, last = cardinal.rpartition("-")
    regular = f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"
    return f"{before}{dash}{_IRREGULAR.get(last, regular)}"


_ORDINALS = {_ordinal_of(word): number for number, word in enumerate(_CARDINALS, 1)}
_WORDS_OF = {number: word for word, number in _ORDINALS.items()}


def numbered_otherwise(name: str, of_person: bool = False) -> Iterator[str]:
    """Yield the ways to write the number in a name otherwise; nothing if it has none, or two."""
    words = name.split()
    found = [(at, number) for at, word in enumerate(words) if (number := _number_at(words, at))]
    if len(words) < _FEWEST or len(found) != 1:
        return
    at, number = found[0]
    before, behind = words[:at], words[at + 1 :]
    ordinals = _WORDS_OF[number].capitalize(), _in_figures(number)
    if of_person:
        before = before[:-1] if before[-1:] == ["the"] else before if _ROMAN.fullmatch(words[at]) else []
        if len(before) != 1 or behind:
            return  # "Jan Moss III" is no ruler
        ways = [*(f"the {ordinal}" for ordinal in ordinals), _roman(number), str(number)]
    elif _ROMAN.fullmatch(words[at]) and not behind:
        ways = [str(number), *([_CARDINALS[number - 1].capitalize()] if number <= _MOST_IN_WORDS else [])]
    else:
        ways = [*ordinals]
    yield from (" ".join([*before, way, *behind]) for way in ways)


def _in_figures(number: int) -> str:
    ending = "th" if number in _TEENS else _ENDINGS.get(number % 10, "th")
    return f"{number}{ending}"


def _number_at(words: list[str], at: int) -> int:
    """The number that a word of a name is; 0 if it is none."""
    word = words[at]
    if number := _ORDINALS.get(word.casefold(), 0):
        return number
    if figures := _FIGURES.fullmatch(word):
        return int(figures[1])
    sure = len(word) > 1 or (word in ("I", "V") and at == len(words) - 1) or (word == "V" and not at)
    return _value_of(word) if sure and _ROMAN.fullmatch(word) else 0


def _roman(number: int) -> str:
    tens, units = divmod(number, 10)
    return _ROMAN_TENS[tens] + _ROMAN_UNITS[units]


def _value_of(roman: str) -> int:
    values = [_VALUES[letter] for letter in roman]
    return sum(-one if one < following else one for one, following in zip(values, [*values[1:], 0], strict=True))
