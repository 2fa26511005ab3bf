"""The lines of a PDF page with their places, and what the gaps between them and the size of their letters say."""

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from quizengine.layout import Mark

_WIDER = 1.3
"""How much wider than most a gap between lines is that parts paragraphs."""
_LARGER = 1.15
"""How much larger than most the letters of a heading are."""
_SMALLER = 0.85
"""How much smaller than most the letters of notes and captions are."""
_ALIKE = 0.05
_INDENT = (0.7, 5)
"""How far a first line is set in, in sizes of its letters: from so much to so much."""


@dataclass(frozen=True)
class PdfLine:
    """A line as it stands on the page; places and sizes are in points, from the lower left corner."""

    text: str
    x: float
    y: float
    size: float
    opens_page: bool = False


class LineReader:
    """Gathers lines while a page is read: give `take` to the reader as its visitor of text."""

    def __init__(self) -> None:
        self.lines: list[PdfLine] = []
        self._words: list[str] = []
        self._place: tuple[float, float, float] | None = None
        self._opens_page = False

    def take(self, text: str, matrix: Sequence[float], own: Sequence[float], font: Any, size: float) -> None:
        """Take a piece of text with the two matrices that place it; a line break ends the line."""
        if text.strip() and self._place is None:
            scale = abs(own[3] * matrix[3]) or abs(own[1] * matrix[2]) or 1.0
            x = own[4] * matrix[0] + own[5] * matrix[2] + matrix[4]
            self._place = x, own[4] * matrix[1] + own[5] * matrix[3] + matrix[5], abs(size or 1.0) * scale
        first, *others = text.split("\n")
        self._words.append(first)
        for other in others:
            self.end_line()
            self._words.append(other)

    def end_line(self) -> None:
        """End the line that is being read, if it has words."""
        text = "".join(self._words).strip()
        if text and self._place:
            self.lines.append(PdfLine(text, *self._place, self._opens_page))
            self._opens_page = False
        self._words, self._place = [], None

    def end_page(self) -> None:
        """End the page."""
        self.end_line()
        self._opens_page = bool(self.lines)


def text_of(lines: Sequence[PdfLine]) -> tuple[str, tuple[Mark, ...]]:
    """The lines as text, with an empty line at each wide gap, and marks for its title, its headings and its notes."""
    body = _most((round(line.size, 1), len(line.text)) for line in lines)
    step = _most((_step(one, other), 1) for one, other in itertools.pairwise(lines) if _step(one, other) > 0)
    out: list[str] = []
    marks: list[Mark] = []
    length = 0
    before: PdfLine | None = None
    for line in lines:
        heads = line.size > body * _LARGER
        joint = _joint(before, line, heads, step) if before else ""
        start = length + len(joint)
        length = start + len(line.text)
        if heads and joint == " " and marks:
            marks[-1] = Mark(marks[-1].kind, marks[-1].start, length)
        elif heads and any(map(str.isalpha, line.text)):
            marks.append(Mark("heading" if marks or start else "title", start, length))
        elif line.size < body * _SMALLER:
            marks.append(Mark("note", start, length))
        out += [joint, line.text]
        before = line
    return "".join(out), tuple(marks)


def _joint(before: PdfLine, line: PdfLine, heads: bool, step: float) -> str:
    """What stands between two lines: a page break, an empty line, a line break, or a blank within a heading."""
    same_size = abs(before.size - line.size) <= _ALIKE * line.size
    if line.opens_page:
        return "\f"
    if heads and same_size and 0 < _step(before, line) < line.size * 1.6:
        return " "
    if not same_size or _step(before, line) > step * _WIDER:
        return "\n\n"
    least, most = _INDENT
    inwards = (line.x - before.x) / line.size
    return "\n  " if least <= inwards <= most else "\n"


def _step(one: PdfLine, other: PdfLine) -> float:
    return round((one.y - other.y) * 2) / 2 if not other.opens_page else 0.0


def _most(counted: Iterable[tuple[float, int]]) -> float:
    """The value that is found most often; the smaller of two that are found equally often."""
    count: Counter[float] = Counter()
    for value, times in counted:
        count[value] += times
    return min(count, key=lambda value: (-count[value], value), default=0.0)
