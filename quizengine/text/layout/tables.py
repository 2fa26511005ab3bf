"""Tables in plain text: lines of cells, separated by bars, tabs or several blanks."""

import re
from collections.abc import Sequence

from quizengine.text.layout.line import Line

_CELLS = re.compile(r"\s*\|\s*|(?<=\S);(?=[\d+−-])|\t+|[ \u00a0]{3,}|(?<=\S) {2}(?=\d)")
_RULE = re.compile(r"[\s|+=:_-]*[|+=_-]{3}[\s|+=:_-]*\Z")
_FEWEST_LINES = 2


def table_lines(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that belong to a table: two or more in a row that have cells, or rules between them."""
    found: set[int] = set()
    run: list[int] = []
    for at, line in enumerate([*lines, Line(0, 0, "", 0)]):
        if line.text and (_RULE.match(line.text) or _is_row(line.text)):
            run.append(at)
            continue
        if sum(_is_row(lines[each].text) for each in run) >= _FEWEST_LINES:
            found.update(run)
        run = []
    return frozenset(found)


def _is_row(text: str) -> bool:
    """Return whether a line has cells, most of them without the end of a sentence."""
    cells = [cell for cell in _CELLS.split(text.strip("|")) if cell]
    sentences = sum(len(cell.split()) > 5 and cell.rstrip()[-1:] in ".!?" for cell in cells)
    return len(cells) >= 2 and not sentences
