"""Items of lists: the signs and numbers before them are no part of what they say."""

import re
from collections.abc import Sequence
from dataclasses import replace

from quizengine.text.layout.line import Line

_BOX = r"(?:\[[ xX✓]?\]\s+)?"
_SIGN = re.compile(
    rf"(?P<mark>[•◦▪▫‣⁃∙●○■□◆❖➢➤►▶→✓✔☐☑☒·\uf020-\uf0ff]\ufe0f?\s*{_BOX}|[-*+]\s+{_BOX}|[–—‐‑−~»]\s+|o\s+(?=[A-Z\d])"
    r"|[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?\s+|\[[ xX✓]?\]\s+)(?=[^\s*+-])"
)
_NUMBER = re.compile(
    r"(?P<mark>(?:\(?(?P<number>\d{1,2}|[a-z]|[ivx]{2,5})[.)](?:\s+|(?=[A-ZÀ-Þ]))|(?P<ringed>[①-⑳]|\d\ufe0f?\u20e3)\s*))"
    r"(?=[A-ZÀ-Þ“\"‘'$€£\d])"
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_QUOTED = re.compile(r"(?:>\s?)+(?=[^\s>])")
_NAMES_A_SPEAKER = re.compile(r"[-–—]\s*[A-ZÀ-Þ]")
_CLOSED = tuple('”"»')
_SHORT = 8
"""The most words of a line that only says whose words are above it."""
_IN_PAIRS = re.compile(r"[–—‐‑−~»+o·]|[\u2600-\u2704\u2708-\u2712\u2715-\u2755\u2757-\u27bf\U0001f300-\U0001faff]")
"""Signs that mean something else where they stand alone: a dash before speech, say."""


def bullet_widths(lines: Sequence[Line]) -> dict[int, int]:
    """Return how many characters the sign of an item takes, by the number of its line; only lines that begin one."""
    words = [at for at, line in enumerate(lines) if line.text]
    found: dict[int, int] = {}
    before: tuple[tuple[str, ...], int] | None = None
    """The labels that may follow the line before, and its number, if it is only an item together with others."""
    told = ""
    for at in words:
        text = lines[at].text
        if not any(map(str.isalpha, text)):  # "- 1 4/5" is below zero
            continue
        above, told = told, text
        if is_attribution_line(text, above):
            continue
        sign, number = _SIGN.match(text), _NUMBER.match(text)
        if sign and not _IN_PAIRS.match(sign["mark"]):
            found[at] = sign.end()
        elif sign:
            first = sign["mark"][0]
            if before == ((first,), at - 1):
                found[at], found[before[1]] = sign.end(), _length(lines[before[1]])
            before = (first,), at
        elif number:
            label = number["number"] or number["ringed"][0]
            following = _following(label)
            if before and label in before[0]:
                found[at], found[before[1]] = number.end(), _length(lines[before[1]])
            before = following, at
    return found


def is_attribution_line(line: str, above: str) -> bool:
    """Return whether a line only says whose words are in quotation marks above it: "- Ada Moss"."""
    return bool(_NAMES_A_SPEAKER.match(line)) and len(line.split()) <= _SHORT and above.rstrip().endswith(_CLOSED)


def without_quote_sign(line: Line) -> Line:
    """The line without the signs with which mail programs and Markdown begin each line of a quotation."""
    found = _QUOTED.match(line.text)
    return replace(line, start=line.start + found.end(), text=line.text[found.end() :]) if found else line


def _length(line: Line) -> int:
    found = _SIGN.match(line.text) or _NUMBER.match(line.text)
    return found.end() if found else 0


def _following(number: str) -> tuple[str, ...]:
    """The numbers that can be before the next item: after i) both j) and ii)."""
    roman = _ROMAN[_ROMAN.index(number) + 1 :][:1] if number in _ROMAN else ()
    if number.isdecimal():
        return (str(int(number) + 1),)
    return (*roman, chr(ord(number) + 1)) if len(number) == 1 else roman
