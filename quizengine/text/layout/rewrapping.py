"""Joins lines that a text was broken into to paragraphs again, and parts paragraphs that have one line each.

What belongs to the page and not to the text is left out; signs of list items, too.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from quizengine.text.layout.bullets import bullet_widths, without_quote_sign
from quizengine.text.layout.edits import Edit
from quizengine.text.layout.furniture import furniture_kind
from quizengine.text.layout.hyphens import ends_in_a_hyphen, is_divided, keeps_hyphen, words_in
from quizengine.text.layout.line import Line, lines_of
from quizengine.text.layout.pages import page_furniture
from quizengine.text.layout.speech_turns import labels_in
from quizengine.text.layout.tables import table_lines

_LONGEST_WRAPPED = 160
"""Characters that a line has at most where an editor breaks lines; longer ones are whole paragraphs."""
_RAGGED = 0.15
"""The share by which a line may be shorter than the longest if it was broken because the next word did not fit."""
_NARROW = 0.6
_SHORTEST_PARTED = 40
"""Characters that a line has at least after which an empty line may be within a sentence."""
_ENDS = re.compile(r"[.!?…:][\"'”’»)\]]*(?:\d{1,3}|[¹²³⁴-⁹⁰]+|\[\d+\])?\Z")
_TWO_SENTENCES = re.compile(r"[.!?…][\"”’)]*\s+[A-ZÀ-Þ“\"‘]")
_FIRST_WORD = re.compile(r"\S+")
_SIGN_WITHIN = re.compile(r"(?<=\S)\s*[•◦▪‣●]\s+(?=\S)")
_OPENS = tuple('“"‘«„')


@dataclass(frozen=True)
class _Page:
    """The measurements of the lines of one text."""

    lines: tuple[Line, ...]
    outside: dict[int, str]
    """Page numbers and running heads, by line."""
    items: dict[int, int]
    tables: frozenset[int]
    labels: frozenset[int]
    """Lines that begin what somebody says."""
    first: int
    """The first line with words."""
    width: int
    is_wrapped: bool
    """True if lines anywhere end within a sentence."""
    has_blocks: bool
    """True if empty lines part the text anywhere."""
    words: frozenset[str] = field(repr=False)


def line_edits(text: str) -> tuple[tuple[Edit, ...], tuple[str, ...]]:
    """The edits that make each paragraph one line with an empty one after it, and what was left out, a word each."""
    whole = lines_of(text)
    lines = tuple(map(without_quote_sign, whole))
    page = _page_of(text, lines)
    items = ((lines[at], length) for at, length in page.items.items() if at not in page.outside)
    edits = [Edit(line.start, line.start + length) for line, length in items]
    edits += [Edit(line.start, bare.start) for line, bare in zip(whole, lines, strict=True) if line != bare]
    edits += _parted_items(page)
    kept = [at for at, line in enumerate(lines) if line.text and at not in page.outside]
    edits += _outer_edges(page, kept)
    for one, other in pairwise(kept):
        edits += _between(page, one, other)
    return tuple(edits), tuple(page.outside.values())


def _parted_items(page: _Page) -> Iterator[Edit]:
    """Part the items of a list that are in one line, with a sign before each."""
    for at, line in enumerate(page.lines):
        signs = list(_SIGN_WITHIN.finditer(line.text))
        for sign in signs if len(signs) + (at in page.items) > 1 else ():
            yield Edit(line.start + sign.start(), line.start + sign.end(), "\n\n")


def _page_of(text: str, lines: tuple[Line, ...]) -> _Page:
    in_tables = table_lines(lines)
    outside = {at: kind for at, kind in page_furniture(lines).items() if at not in in_tables}
    words = [line for at, line in enumerate(lines) if line.text and at not in outside and at not in in_tables]
    labelled = labels_in(text, ((line.start, line.end) for line in words))
    starts = {start for start, _ in labelled}
    return _Page(
        lines,
        outside,
        {at: length for at, length in bullet_widths(lines).items() if at not in in_tables},
        in_tables,
        frozenset(at for at, line in enumerate(lines) if line.start in starts and line.text),
        _first(lines),
        max((len(line.text) for line in words), default=0),
        any(_is_broken(one, other) for one, other in pairwise(words)),
        any(not line.text for line in lines[_first(lines) : len(lines) - _first(lines[::-1])]),
        words_in(text) if any(line.text.endswith(("-", "‐", "¬")) for line in lines) else frozenset(),
    )


def _is_broken(before: Line, after: Line) -> bool:
    return after.text[0].islower() and not _ENDS.search(before.text)


def _first(lines: Sequence[Line]) -> int:
    return next((at for at, line in enumerate(lines) if line.text), 0)


def _outer_edges(page: _Page, kept: Sequence[int]) -> Iterator[Edit]:
    """Leave out what belongs to the page before the first line of the text and after the last."""
    for at in page.outside:
        if not kept or not kept[0] < at < kept[-1]:
            yield Edit(page.lines[at].start, page.lines[at].end)


def _between(page: _Page, one: int, other: int) -> Iterator[Edit]:
    """Return what replaces the stretch between two lines: a blank, nothing, a border of paragraphs, or itself."""
    before, after = page.lines[one], page.lines[other]
    beside = other == one + 1
    left_out = any(at in page.outside for at in range(one + 1, other)) or _is_parted_within(page, one, other)
    if beside and ({one, other} <= page.tables or _is_headline(page, one)):
        return
    if beside or left_out:
        if _goes_on(page, one, other):
            if is_divided(before.text, after.text):
                keeps = keeps_hyphen(before.text, after.text, page.words)
                yield Edit(before.end - (not keeps), after.start)
            elif ends_in_a_hyphen(before.text, after.text):
                yield Edit(before.end, after.start)
            else:
                yield Edit(before.end, after.start, " ")
        else:
            yield Edit(before.end, after.start, "\n\n")


def _is_parted_within(page: _Page, one: int, other: int) -> bool:
    """True if a page break, or the empty line that a clipboard puts after each line, is within a sentence."""
    before, after = page.lines[one], page.lines[other]
    if other == one + 1 or not _is_broken(before, after):
        return False
    if any(line.opens_page for line in page.lines[one + 1 : other + 1]):
        return True
    wrapped = _SHORTEST_PARTED <= len(before.text) <= page.width <= _LONGEST_WRAPPED
    return wrapped and len(before.text) > page.width * _NARROW and other == one + 2


def _is_headline(page: _Page, at: int) -> bool:
    """Return whether a line is the first of a headline of two, as archives have them."""
    two = at + 2 < len(page.lines) and not page.lines[at + 2].text
    return two and at == page.first and page.lines[at].text.endswith(";")


def _goes_on(page: _Page, one: int, other: int) -> bool:
    """Return whether the paragraph of one line continues in the other."""
    before, after = page.lines[one], page.lines[other]
    if other in page.items or other in page.labels or {one, other} & page.tables:
        return False
    ends = bool(_ENDS.search(before.text))
    if before.text.isdecimal() or after.text.isdecimal():  # a figure of the text, or the number of a page
        return False
    if _is_broken(before, after) or ends_in_a_hyphen(before.text, after.text):
        return True
    if not _is_adjacent(page, one, other):
        return False
    if len(before.text) > _LONGEST_WRAPPED or page.width > _LONGEST_WRAPPED:
        return False
    word = _FIRST_WORD.match(after.text)
    if ends and after.indent > before.indent + 1:
        return False
    was_full = page.is_wrapped and len(before.text) + 1 + len(word[0] if word else "") > page.width * (1 - _RAGGED)
    if was_full:
        return True
    if ends:
        sentences = _is_one_sentence(before.text) and _is_one_sentence(after.text)
        return (
            sentences
            and _stands_among_others(page, one, other)
            and not (furniture_kind(before.text) or furniture_kind(after.text))
        )
    return not _begins_a_block(page, one) and len(before.text) > page.width * _NARROW


def _is_adjacent(page: _Page, one: int, other: int) -> bool:
    """Return whether nothing is between two lines, no empty line either, but what belongs to the page."""
    return all(at in page.outside for at in range(one + 1, other))


def _stands_among_others(page: _Page, one: int, other: int) -> bool:
    """Return whether a text has each sentence on a line of its own, and empty lines between paragraphs."""
    speech = page.lines[other].text.startswith(_OPENS)
    return page.has_blocks and not speech and one not in page.labels


def _is_one_sentence(text: str) -> bool:
    return not _TWO_SENTENCES.search(text) and bool(_ENDS.search(text))


def _begins_a_block(page: _Page, at: int) -> bool:
    return at == 0 or not page.lines[at - 1].text or at - 1 in page.outside
