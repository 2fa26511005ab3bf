"""Shares in words, and other shares in the same form: "a third", "two-thirds", "one in four"."""

import re
from random import Random

from quizengine.language import capitalised

_FRACTIONS = ("a tenth", "a fifth", "a quarter", "a third", "half", "two-thirds", "three-quarters", "four-fifths")
_RATIO = re.compile(r"(?P<above>one|two|three|four|1|2|3|4) (?P<link>in|out of) (?P<below>\w+)", re.IGNORECASE)
_WORDS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_DIGITS = [str(number) for number in range(2, 11)]


def other_shares(text: str, rng: Random) -> tuple[str, ...]:
    """Three other shares, written as this one is; none if it is written in a way that is not understood.

    How many of them are smaller is drawn first, so that the size of the right one tells nothing.
    """
    below, above = _others(text)
    if len(below) + len(above) < 3:
        return ()
    wanted = rng.randint(max(0, 3 - len(above)), min(3, len(below)))
    return (*rng.sample(below, wanted), *rng.sample(above, 3 - wanted))


def _others(text: str) -> tuple[list[str], list[str]]:
    """The smaller shares and the larger ones that can be written in the same way."""
    if ratio := _RATIO.fullmatch(text):
        return _other_ratios(ratio)
    plain = [_plain(one) for one in _FRACTIONS]
    if _plain(text) not in plain:
        return [], []
    at = plain.index(_plain(text))
    alike = [_written_like(text, one) for one in _FRACTIONS]
    return alike[:at], alike[at + 1 :]


def _other_ratios(ratio: re.Match[str]) -> tuple[list[str], list[str]]:
    """Other ratios of the same first number: fewer in more are smaller shares."""
    row = _DIGITS if ratio["below"].isdigit() else _WORDS
    above = ratio["above"].casefold()
    first = int(above) if above.isdigit() else ("one", *_WORDS).index(above) + 1
    written = [f"{ratio['above']} {ratio['link']} {one}" for one in row[first - 1 :]]
    right = f"{ratio['above']} {ratio['link']} {ratio['below'].casefold()}"
    if right not in written:
        return [], []
    at = written.index(right)
    return written[at + 1 :], written[:at]


def _written_like(text: str, other: str) -> str:
    """A fraction with the hyphen and the capital that another one has."""
    alike = other.replace("-", "-" if "-" in text else " ") if " " in text or "-" in text else other
    return capitalised(alike) if text[:1].isupper() else alike


def _plain(text: str) -> str:
    """A fraction in one spelling: "one third" as "a third"."""
    return re.sub(r"\Aone ", "a ", text.casefold().replace("-", " ").replace("fourth", "quarter"))
