"""The lines of a PDF page with their positions, and what gaps between lines and the size of letters tell.

Headings show by larger or bold letters.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from quizengine.text.layout import Mark, Offsets

_WIDER = 1.3
"""A gap between lines that is so many times wider than most separates paragraphs."""
_LARGER = 1.15
"""The letters of a heading are so many times larger than most."""
_SMALLER = 0.85
"""The letters of notes and captions are so many times smaller than most."""
_ALIKE = 0.05
_INDENT = (0.7, 5)
"""The least and the greatest indent of a first line, in sizes of its letters."""
_BOLD_FONT = re.compile(r"(?i:bold|black|heavy|demi)|CMB|SFB|-Medi(?:Ital)?\Z")
"""Parts of the names of bold fonts; TeX calls them BX or Medi."""
_FORCE_BOLD, _BOLD_WEIGHT = 1 << 18, 600
"""The flag and the least weight that the descriptor of a bold font has (PDF 1.7, 9.8)."""
_MOST_BOLD = 0.4
"""The share of a text that may be bold: where there is more, it says nothing."""
_MOST_LINES_OF_A_HEADING = 2
_ENDS = re.compile(r"[.!?…:][\"'”’»)\]]*\Z")


@dataclass(frozen=True)
class PdfLine:
    """A line as it is on the page; places and sizes are in points, from the lower left corner."""

    text: str
    x: float
    y: float
    size: float
    opens_page: bool = False
    bold: tuple[Offsets, ...] = ()
    """The offsets of its bold characters, without the blanks around them."""

    @property
    def is_bold(self) -> bool:
        """True if all of it is bold."""
        return self.bold == ((0, len(self.text)),)


class LineReader:
    """Gathers lines while a page is read: give `take` to the reader as its visitor of text."""

    def __init__(self) -> None:
        self.lines: list[PdfLine] = []
        self._pieces: list[tuple[str, bool]] = []
        """The pieces of the line that is being read, each with whether it is bold."""
        self._place: tuple[float, float, float] | None = None
        self._opens_page = False

    def take(self, text: str, matrix: Sequence[float], own: Sequence[float], font: Any, size: float) -> None:
        """Take a piece of text with the two matrices that place it; a line break ends the line."""
        if text.strip() and self._place is None:
            scale = abs(own[3] * matrix[3]) or abs(own[1] * matrix[2]) or 1.0
            x = own[4] * matrix[0] + own[5] * matrix[2] + matrix[4]
            self._place = x, own[4] * matrix[1] + own[5] * matrix[3] + matrix[5], abs(size or 1.0) * scale
        bold = bool(text) and _is_bold(font)
        first, *others = text.split("\n")
        self._pieces.append((first, bold))
        for other in others:
            self.end_line()
            self._pieces.append((other, bold))

    def end_line(self) -> None:
        """End the line that is being read, if it has words."""
        whole = "".join(text for text, _ in self._pieces)
        text = whole.strip()
        if text and self._place:
            bold = tuple(_bold_in(self._pieces, len(whole) - len(whole.lstrip())))
            self.lines.append(PdfLine(text, *self._place, self._opens_page, bold))
            self._opens_page = False
        self._pieces, self._place = [], None

    def end_page(self) -> None:
        """End the page."""
        self.end_line()
        self._opens_page = bool(self.lines)


def _is_bold(font: Any) -> bool:
    """Return whether the dictionary of a font is that of a bold one."""
    if not font:
        return False
    if _BOLD_FONT.search(str(font.get("/BaseFont", ""))):
        return True
    descriptor = font.get("/FontDescriptor")
    descriptor = descriptor.get_object() if descriptor is not None else {}
    flags, weight = descriptor.get("/Flags", 0), descriptor.get("/FontWeight", 0)
    return (isinstance(flags, int) and bool(flags & _FORCE_BOLD)) or (
        isinstance(weight, int | float) and weight >= _BOLD_WEIGHT
    )


def _bold_in(pieces: Iterable[tuple[str, bool]], before: int) -> Iterator[Offsets]:
    """The bold stretches of a line, counted from its first word, which has so many blanks before it."""
    end = -before
    for bold, group in itertools.groupby(pieces, lambda piece: piece[1]):
        words = "".join(text for text, _ in group)
        start, end = end, end + len(words)
        if bold and words.strip():
            yield start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def page_text(lines: Sequence[PdfLine]) -> tuple[str, tuple[Mark, ...]]:
    """The lines as text, with an empty line at each wide gap, and marks for titles, headings, notes and bold words."""
    body = _most((round(line.size, 1), len(line.text)) for line in lines)
    step = _most((_step(one, other), 1) for one, other in itertools.pairwise(lines) if _step(one, other) > 0)
    shows_bold = sum(end - start for line in lines for start, end in line.bold) <= _MOST_BOLD * sum(
        len(line.text) for line in lines
    )
    in_bold = _bold_headings(lines, body) if shows_bold else frozenset()
    out: list[str] = []
    marks: list[Mark] = []
    length = 0
    before: PdfLine | None = None
    before_heads = False
    for at, line in enumerate(lines):
        heads = line.size > body * _LARGER or at in in_bold
        joint = _joint(before, line, heads and before_heads, step) if before else ""
        if joint == "\n" and heads != before_heads:
            joint = "\n\n"
        start = length + len(joint)
        length = start + len(line.text)
        if heads and joint == " " and marks:
            marks[-1] = Mark(marks[-1].kind, marks[-1].start, length)
        elif heads and any(map(str.isalpha, line.text)):
            marks.append(Mark("heading" if marks or start else "title", start, length))
        elif line.size < body * _SMALLER:
            marks.append(Mark("note", start, length))
        elif shows_bold:
            _add_bold(marks, line, start)
        out += [joint, line.text]
        before, before_heads = line, heads
    return "".join(out), tuple(marks)


def _bold_headings(lines: Sequence[PdfLine], body: float) -> frozenset[int]:
    """The lines, by number, of headings in letters as large as those of the text, but bold.

    A heading is after the end of a sentence and has none itself; bold words that fill a line do not.
    """
    found: set[int] = set()
    run: list[int] = []
    for at, line in enumerate([*lines, PdfLine("", 0, 0, 0)]):
        if line.is_bold:
            run.append(at)
            continue
        last = lines[run[-1]].text if run else ""
        if 0 < len(run) <= _MOST_LINES_OF_A_HEADING and not _ENDS.search(last) and last[-1] not in ",;-":
            above = lines[run[0] - 1] if run[0] else None
            closed = above is None or above.size > body * _LARGER or bool(_ENDS.search(above.text))
            if closed and not line.text[:1].islower():
                found.update(run)
        run = []
    return frozenset(found)


def _add_bold(marks: list[Mark], line: PdfLine, at: int) -> None:
    """Add the bold words of a line that begins at an offset; those that continue from the line before are one term."""
    for start, end in line.bold:
        goes_on = start == 0 and marks and marks[-1].kind == "bold" and marks[-1].end == at - 1
        first = marks.pop().start if goes_on else at + start
        marks.append(Mark("bold", first, at + end))


def _joint(before: PdfLine, line: PdfLine, both_head: bool, step: float) -> str:
    """Return what is between two lines: a page break, an empty line, a line break, or a blank within a heading."""
    same_size = abs(before.size - line.size) <= _ALIKE * line.size
    if line.opens_page:
        return "\f"
    if both_head and same_size and 0 < _step(before, line) < line.size * 1.6:
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
