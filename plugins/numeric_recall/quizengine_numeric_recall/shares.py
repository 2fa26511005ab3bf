"""Shares told in words, and other shares told in the same way: "a third", "two-thirds", "one in four"."""

import re
from collections.abc import Iterator
from random import Random

_FRACTIONS = ("a tenth", "a fifth", "a quarter", "a third", "half", "two-thirds", "three-quarters", "four-fifths")
_RATIO = re.compile(r"(?P<above>one|two|three|four|1|2|3|4) (?P<link>in|out of) (?P<below>\w+)", re.IGNORECASE)
_WORDS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_DIGITS = [str(number) for number in range(2, 11)]


def other_shares(text: str, rng: Random) -> tuple[str, ...]:
    """Three other shares, written as this one is; none where it is written in a way that is not understood."""
    found = list(dict.fromkeys(_others(text)))
    if len(found) < 3:
        return ()
    return tuple(sorted(rng.sample(found, 3), key=found.index))


def _others(text: str) -> Iterator[str]:
    if ratio := _RATIO.fullmatch(text):
        row = _DIGITS if ratio["below"].isdigit() else _WORDS
        above = ratio["above"].casefold()
        lowest = int(above) if above.isdigit() else ("one", *_WORDS).index(above) + 1
        yield from (
            f"{ratio['above']} {ratio['link']} {one}" for one in row[lowest - 1 :] if one != ratio["below"].casefold()
        )
        return
    plain = _plain(text)
    if plain in map(_plain, _FRACTIONS):
        capital = text[:1].isupper()
        parted = "-" if "-" in text else " "
        for one in _FRACTIONS:
            if _plain(one) != plain:
                written = one.replace("-", parted) if " " in text or "-" in text else one
                yield written[:1].upper() + written[1:] if capital else written


def _plain(text: str) -> str:
    """A fraction in one spelling: "one third" as "a third"."""
    return re.sub(r"\Aone ", "a ", text.casefold().replace("-", " ").replace("fourth", "quarter"))
