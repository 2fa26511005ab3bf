"""The lines of a text, by offsets."""

import re
from dataclasses import dataclass

_LINE = re.compile(r"(?P<words>[^\r\n\f\v\x85\u2028\u2029]*)(?P<end>\r\n|[\r\n\f\v\x85\u2028\u2029]|\Z)")


@dataclass(frozen=True)
class Line:
    """One line without the blanks around it; `text` is empty if there is nothing else."""

    start: int
    end: int
    text: str
    indent: int
    """The number of blanks before it."""
    opens_page: bool = False
    """True if a page break is before it."""


def lines_of(text: str) -> tuple[Line, ...]:
    """Every line of a text, in order."""
    found = []
    opens = False
    for line in _LINE.finditer(text):
        words = line["words"]
        start = line.start() + len(words) - len(words.lstrip())
        stripped = words.strip()
        found.append(Line(start, start + len(stripped), stripped, start - line.start(), opens))
        opens = line["end"] == "\f"
    return tuple(found)
