"""The places of a text between quotation marks, by offsets: the only module that reads quotation marks.

Pure functions from a string to offsets. Next: `quotation_finder`, which makes the quotations of an article of them.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from quizengine.language.reporting import verb_forms

Offsets = tuple[int, int]

_MARK = re.compile(r"[“”„‟\"«»]|''(?!'(?!'))|``|’’")
_EITHER = re.compile("\"|''|``")
_OPENS_ONLY = frozenset("“„‟«") | {"``"}
_CLOSES_ONLY = frozenset("”»") | {"’’"}
_BEFORE_AN_OPENING = " \t\n\r\u00a0([{—–-/‘'…:"
_AFTER_A_CLOSING = " \t\n\r\u00a0)]}—–-,.;:?!’'…"
_SINGLE = re.compile(r"(?<![\w’'])[‘'](?=[\w“\"¡¿$£€])(?P<words>[^\n]{12,1500}?[,.?!…—])[’'](?!\w)")
_FEWEST_WORDS_IN_SINGLE_MARKS = 4
_TELLS = re.compile(rf"\b(?:{'|'.join(sorted(verb_forms('beside a quotation')))})\b")
"""Verbs of somebody who tells of a speech: among its words they show that a closing mark is missing."""
_IN_CURLY_MARKS = re.compile(r"(?<!\w)‘[^‘’\n]{1,200}’(?!\w)")
"""A word or a name between single marks; straight ones could be apostrophes."""


@dataclass(frozen=True)
class MarkedWords:
    """Words between two quotation marks of a text: the offsets of the marks' outer and inner ends."""

    start: int
    inner_start: int
    inner_end: int
    end: int
    closed: bool
    """False if no closing mark follows: then it reaches to the end of the paragraph, or to where it is opened anew."""


def quotation_ranges(text: str) -> tuple[Offsets, ...]:
    """The outermost quotations of a paragraph and the words in curly single marks, marks included, in order.

    A quotation that is opened at the start and never closed (it continues in the next paragraph) reaches to the end;
    one that is opened elsewhere and never closed is not a quotation: a stray mark must not swallow the rest.
    """
    marked = marked_words(text, 0, len(text))
    found = [one for one in marked if one.closed or one.end < len(text) or not text[: one.start].strip()]
    words = [MarkedWords(*one.span(), *one.span(), True) for one in _IN_CURLY_MARKS.finditer(text)]
    ranges = [(one.start, one.end) for one in [*found, *(word for word in words if not _overlaps(word, found))]]
    return tuple(sorted(ranges))


def has_balanced_quotes(text: str) -> bool:
    """Return whether every double quotation mark in a text has its partner, as typed on any machine: ``…'' too."""
    return text.count("“") == text.count("”") and len(_EITHER.findall(text)) % 2 == 0


def marked_words(text: str, start: int, end: int) -> list[MarkedWords]:
    """The outermost quotations of the paragraph between two offsets, in order; single marks enclose whole clauses."""
    doubles = list(_doubles(text, start, end))
    singles = [
        MarkedWords(found.start(), found.start("words"), found.end("words"), found.end(), True)
        for found in _SINGLE.finditer(text, start, end)
        if len(found["words"].split()) >= _FEWEST_WORDS_IN_SINGLE_MARKS
    ]
    singles = [one for one in singles if not _lies_in(one, doubles)]
    doubles = [two for two in doubles if not _lies_in(two, singles)]
    kept = [one for one in singles if not _overlaps(one, doubles)]
    return sorted(doubles + kept, key=_start_of)


def _start_of(marked: MarkedWords) -> int:
    return marked.start


def _lies_in(marked: MarkedWords, others: list[MarkedWords]) -> bool:
    """Return whether one of the others, which are in order and apart from each other, holds this one."""
    at = bisect_left(others, marked.start, key=_start_of) - 1
    return at >= 0 and marked.end < others[at].end


def _overlaps(marked: MarkedWords, others: list[MarkedWords]) -> bool:
    at = bisect_left(others, marked.end, key=_start_of) - 1
    return at >= 0 and marked.start < others[at].end


def _doubles(text: str, start: int, end: int) -> Iterator[MarkedWords]:
    """The quotations in double marks of one paragraph; nested ones are part of the outer one."""
    opened: re.Match[str] | None = None
    depth = 0
    marks = list(_MARK.finditer(text, start, end))
    nested = _closed_twice(marks)
    for number, mark in enumerate(marks):
        can_open, can_close = _shape(text, mark, start, end)
        if opened is None:
            if mark[0] != "’’" and (mark[0] in _OPENS_ONLY or can_open) and not (can_close and not can_open):
                opened, depth = mark, 0
        elif can_open and not can_close and mark[0] not in ("”", "’’"):
            if number in nested:
                depth += 1
            else:
                if _is_opened_anew(text, opened, mark, start):
                    yield MarkedWords(opened.start(), opened.end(), mark.start(), mark.start(), False)
                opened, depth = mark, 0  # a stray mark before this one must not swallow what follows
        elif (can_close or mark[0] in _CLOSES_ONLY) and depth:
            depth -= 1
        elif can_close or mark[0] in _CLOSES_ONLY:
            yield MarkedWords(opened.start(), opened.end(), mark.start(), mark.end(), True)
            opened = None
    if opened is not None:
        yield MarkedWords(opened.start(), opened.end(), end, end, False)


def _is_opened_anew(text: str, opened: re.Match[str], mark: re.Match[str], start: int) -> bool:
    """Return whether a speech goes on with a mark before a new sentence of it, as it does on each new paragraph.

    Texts that have lost the ends of their paragraphs have such marks inside of one: Abel said: "We sail. "We row."
    """
    introduced = re.search(r"[:,.?!][”\"’']?\s\Z", text[max(start, opened.start() - 3) : opened.start()])
    words = text[opened.end() : mark.start()]
    whole = re.match(r"\w.*[.?!…]\s\Z", words, re.DOTALL) is not None and text[mark.end() : mark.end() + 1].isupper()
    return whole and bool(introduced or opened.start() == start) and not _TELLS.search(words)


def _shape(text: str, mark: re.Match[str], start: int, end: int) -> tuple[bool, bool]:
    """Return whether the white space and punctuation around a mark let it open, and let it close."""
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    can_open = before in _BEFORE_AN_OPENING and not after.isspace()
    hugs = not before.isspace() or (mark[0] not in _OPENS_ONLY and after in " \n\u00a0,.")
    can_close = hugs and (after in _AFTER_A_CLOSING or mark[0] in _CLOSES_ONLY)
    if mark[0] in ('"', "''") and not can_open and not can_close:
        can_close = not before.isspace() and after.isupper()
    return can_open, can_close


def _closed_twice(marks: list[re.Match[str]]) -> frozenset[int]:
    """The marks, by number, after which others close both a nested quotation that they open and the outer one.

    With one more for each mark that opens and one less for each that closes, that is where the count falls by two at
    some mark further on: the lowest count from there on is worked out from the end.
    """
    found: set[int] = set()
    for opening, closing in (("“", "”"), ("«", "»")):
        counts = list(accumulate((mark[0] == opening) - (mark[0] == closing) for mark in marks))
        lowest = len(marks)
        for number in reversed(range(len(marks))):
            if marks[number][0] == opening and lowest <= counts[number] - 2:
                found.add(number)
            lowest = min(lowest, counts[number])
    return frozenset(found)
