"""Where an article quotes: the words between quotation marks of every sort, over paragraphs too.

Next: `attributions`, which tells who says them.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from quizengine import Article, Span

_MARK = re.compile(r"[“”„‟\"«»]|''(?!'(?!'))|``|’’")
_OPENS_ONLY = frozenset("“„‟«") | {"``"}
_CLOSES_ONLY = frozenset("”»") | {"’’"}
_BEFORE_AN_OPENING = " \t\n\r\u00a0([{—–-/‘'…:"
_AFTER_A_CLOSING = " \t\n\r\u00a0)]}—–-,.;:?!’'…"
_SINGLE = re.compile(r"(?<![\w’'])[‘'](?=[\w“\"¡¿$£€])(?P<words>[^\n]{12,1500}?[,.?!…—])[’'](?!\w)")
_FEWEST_WORDS_IN_SINGLE_MARKS = 4


@dataclass(frozen=True)
class Quoted:
    """One quotation: its words, a piece for each paragraph it runs over, and where its marks begin and end."""

    pieces: tuple[Span, ...]
    start: int
    end: int
    closed: bool
    """False if no closing mark follows: then nobody knows where it ends."""

    @property
    def whole(self) -> Span:
        """From its first word to its last."""
        return self.pieces[0].to(self.pieces[-1])

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(len(piece.text.split()) for piece in self.pieces)

    @property
    def last_character(self) -> str:
        """The character before the closing mark."""
        return self.pieces[-1].text.rstrip("’'”\"")[-1:]


@dataclass(frozen=True)
class _Marked:
    start: int
    inner_start: int
    inner_end: int
    end: int
    closed: bool


def quotations(article: Article) -> tuple[Quoted, ...]:
    """The outermost quotations of the body, in order; one that continues with a mark on each paragraph is one."""
    runs: list[list[tuple[Span, _Marked]]] = []
    open_to = -1
    for paragraph in article.paragraphs:
        for number, marked in enumerate(_in_paragraph(article.text, paragraph)):
            piece = _stripped(article, marked.inner_start, marked.inner_end)
            if not piece.text:
                continue
            goes_on = number == 0 and open_to >= 0 and marked.start == paragraph.start
            if not (goes_on and not article.text[open_to : marked.start].strip()):
                runs.append([])
            runs[-1].append((piece, marked))
            open_to = -1 if marked.closed else marked.end
    return tuple(
        Quoted(tuple(piece for piece, _ in run), run[0][1].start, run[-1][1].end, run[-1][1].closed) for run in runs
    )


def _stripped(article: Article, start: int, end: int) -> Span:
    """The words without the white space at either end."""
    text = article.text[start:end]
    first = start + len(text) - len(text.lstrip())
    return article.span(first, first + len(text.strip()))


def _in_paragraph(text: str, paragraph: Span) -> list[_Marked]:
    doubles = list(_doubles(text, paragraph.start, paragraph.end))
    singles = [
        _Marked(found.start(), found.start("words"), found.end("words"), found.end(), True)
        for found in _SINGLE.finditer(text, paragraph.start, paragraph.end)
        if len(found["words"].split()) >= _FEWEST_WORDS_IN_SINGLE_MARKS
    ]
    singles = [one for one in singles if not _lies_in(one, doubles)]
    doubles = [two for two in doubles if not _lies_in(two, singles)]
    kept = [one for one in singles if not _overlaps(one, doubles)]
    return sorted(doubles + kept, key=_start_of)


def _start_of(marked: _Marked) -> int:
    return marked.start


def _lies_in(marked: _Marked, others: list[_Marked]) -> bool:
    """Return whether one of the others, which are in order and apart from each other, holds this one."""
    at = bisect_left(others, marked.start, key=_start_of) - 1
    return at >= 0 and marked.end < others[at].end


def _overlaps(marked: _Marked, others: list[_Marked]) -> bool:
    at = bisect_left(others, marked.end, key=_start_of) - 1
    return at >= 0 and marked.start < others[at].end


def _doubles(text: str, start: int, end: int) -> Iterator[_Marked]:
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
                opened, depth = mark, 0  # a stray mark before this one must not swallow what follows
        elif (can_close or mark[0] in _CLOSES_ONLY) and depth:
            depth -= 1
        elif can_close or mark[0] in _CLOSES_ONLY:
            yield _Marked(opened.start(), opened.end(), mark.start(), mark.end(), True)
            opened = None
    if opened is not None:
        yield _Marked(opened.start(), opened.end(), end, end, False)


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
