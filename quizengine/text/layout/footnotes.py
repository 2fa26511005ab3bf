"""Marks of footnotes in running text: “before,”¹ and [4] and schools.4, none of which belongs to a sentence."""

import re
from collections.abc import Iterator
from itertools import pairwise

from quizengine.text.layout.edits import Edit

_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED = re.compile(rf"(?<=[^\W\d_]|[.,;:!?)\]”’\"'])[{_SUPERSCRIPTS}]+(?:[,⁻–-][{_SUPERSCRIPTS}]+)*")
_LETTERS_BEFORE = re.compile(r"[^\W\d_]*\Z")
_LEAST_LETTERS = 3
_UNITS = frozenset(
    [
        "mm",
        "cm",
        "dm",
        "km",
        "in",
        "ft",
        "yd",
        "mi",
        "ha",
        "sec",
        "inch",
        "foot",
        "feet",
        "yard",
        "mile",
        "metre",
        "meter",
    ]
)
"""Behind these a raised figure is a power: km², 40 feet²; so it is after one or two letters."""
_BRACKET = (
    r"\[(?:\d{1,3}(?:\s?[,–-]\s?\d{1,3})*|[a-z]|notes? \d{1,3}|citation needed|update|clarification needed|who\?|when\?"
    r"|failed verification|better source needed|according to whom\?)\](?::\s?\d{1,4}(?:[–-]\d{1,4})?)?"
)
_IN_BRACKETS = re.compile(rf"(?:(?<=[^\s(\[])|(?<=[.,;:!?”’\"')\]]) ){_BRACKET}(?: ?{_BRACKET})*")
_BEHIND_A_WORD = re.compile(r"(?<=[^\W\d_]) \[\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\](?: ?\[\d{1,3}\])*(?!\w)")
_POINTS = frozenset(
    [
        "see",
        "in",
        "by",
        "from",
        "of",
        "cf",
        "ref",
        "refs",
        "and",
        "or",
        "with",
        "to",
        "through",
        "as",
        "than",
        "page",
        "table",
        "figure",
    ]
)
"""Behind these a number in brackets is a part of the sentence: "see [4]"."""
_FEWEST = 3
_GLUED = re.compile(r"(?<=[^\W\d_]{3}[.!?,;])\d{1,3}(?:,\d{1,3})*(?=\s+[A-Z“\"‘]|\s*(?:\Z|\n\s*\n))")
_GLUED_BEHIND_A_QUOTATION = re.compile(r"(?<=[.,!?][”’\"])\d{1,3}(?=\s|\Z)")
_STARS = re.compile(r"(?<=[\w.,;!?”’\"'])\*{1,3}(?=[\s.,;:!?)]|\Z)")
_OPENING_STAR = re.compile(r"(?<!\w)\*+\w")
_OTHERS = re.compile(r"(?<=[.!?,;”’\"'])(?:\^\d{1,3}|\(\d{1,3}\)(?=\s|\Z))")
"""A caret before the number, or the number in round brackets right after the end of a sentence."""
_ROUND = re.compile(r" \((\d{1,3})\)(?=[.,;:](?:\s|\Z))")
_NUMBERED = frozenset(["fig", "vol", "nos", "art", "sec", "par", "pag", "chap", "ver", "fol", "app", "lib", "ibid"])
"""Abbreviations with a number of their own: Fig.4 is not a footnote."""
_DAGGER = re.compile(r"(?<=[\w.,;:!?”’\"'])[†‡]+")
_LONGEST_WORD = 20


def footnote_edits(text: str) -> Iterator[Edit]:
    """Edits that leave out the marks of footnotes."""
    bracketed = list(_IN_BRACKETS.finditer(text))
    yield from (Edit(*found.span()) for found in bracketed)
    stars = () if _OPENING_STAR.search(text) else (_STARS,)  # *so* is emphasis
    for pattern in (_GLUED_BEHIND_A_QUOTATION, _DAGGER, _OTHERS, *stars):
        yield from (Edit(*found.span()) for found in pattern.finditer(text))
    behind = list(_BEHIND_A_WORD.finditer(text))
    if len(behind) + len(bracketed) >= _FEWEST:
        free = (found for found in behind if _word_before(text, found.start()).lower() not in _POINTS)
        yield from (Edit(*found.span()) for found in free)
    round_ones = list(_ROUND.finditer(text))
    if len(round_ones) >= _FEWEST and all(int(b[1]) == int(a[1]) + 1 for a, b in pairwise(round_ones)):
        yield from (Edit(*found.span()) for found in round_ones)
    for found in _GLUED.finditer(text):
        if _word_before(text, found.start() - 1).lower() not in _NUMBERED:
            yield Edit(*found.span())
    for found in _RAISED.finditer(text):
        word = _word_before(text, found.start())
        if not word or (len(word) >= _LEAST_LETTERS and word.lower().removesuffix("s") not in _UNITS):
            yield Edit(*found.span())


def _word_before(text: str, at: int) -> str:
    found = _LETTERS_BEFORE.search(text[max(0, at - _LONGEST_WORD) : at])
    return found[0] if found else ""
