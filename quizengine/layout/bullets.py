"""Items of lists: the signs and numbers before them are no part of what they say."""

import re
from collections.abc import Sequence
from dataclasses import replace

from quizengine.layout.line import Line

_SIGN = re.compile(r"(?P<mark>[•◦▪▫‣●○■□◆➢➤►▶→✓✔·]\s*|[-*+]\s+|–\s+|o\s{2,})(?=[^\s*+-])")
_NUMBER = re.compile(r"(?P<mark>\(?(?P<number>\d{1,2}|[a-z])[.)]\s+)(?=[A-ZÀ-Þ“\"‘'$€£\d])")
_QUOTED = re.compile(r"(?:>\s?)+(?=[^\s>])")
_NAMES_A_SPEAKER = re.compile(r"[-–—]\s*[A-ZÀ-Þ]")
_CLOSED = tuple('”"»')
_SHORT = 8
"""Words of a line that may do no more than say whose words stand above it."""
_IN_PAIRS = ("–", "+", "o", "·")
"""Signs that mean something else where they stand alone: a dash before speech, say."""


def bullets(lines: Sequence[Line]) -> dict[int, int]:
    """How many characters the sign of an item takes, by the number of its line; only lines that begin one."""
    words = [at for at, line in enumerate(lines) if line.text]
    found: dict[int, int] = {}
    before: tuple[str, int] | None = None
    """The sign of the line before, and its number, where it can only be counted with others."""
    told = ""
    for at in words:
        text = lines[at].text
        if not any(map(str.isalpha, text)):  # "- 1 4/5" is below zero
            continue
        above, told = told, text
        if says_who_said(text, above):
            continue
        sign, number = _SIGN.match(text), _NUMBER.match(text)
        if sign and not sign["mark"].startswith(_IN_PAIRS):
            found[at] = sign.end()
        elif sign:
            first = sign["mark"][0]
            if before == (first, at - 1):
                found[at], found[before[1]] = sign.end(), _length(lines[before[1]])
            before = first, at
        elif number:
            following = _following(number["number"])
            if before and before[0] == number["number"]:
                found[at], found[before[1]] = number.end(), _length(lines[before[1]])
            before = following, at
    return found


def says_who_said(line: str, above: str) -> bool:
    """Whether a line only says whose words stand in quotation marks above it: "- Ada Moss"."""
    return bool(_NAMES_A_SPEAKER.match(line)) and len(line.split()) <= _SHORT and above.rstrip().endswith(_CLOSED)


def without_quote_sign(line: Line) -> Line:
    """The line without the signs with which mail programs and Markdown begin each line of a quotation."""
    found = _QUOTED.match(line.text)
    return replace(line, start=line.start + found.end(), text=line.text[found.end() :]) if found else line


def _length(line: Line) -> int:
    found = _SIGN.match(line.text) or _NUMBER.match(line.text)
    return found.end() if found else 0


def _following(number: str) -> str:
    return str(int(number) + 1) if number.isdigit() else chr(ord(number) + 1)
