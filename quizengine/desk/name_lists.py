"""Names of a class from what a teacher pastes: one on each line, or the rows of a table."""

import csv
import re
from collections.abc import Sequence

MOST_NAMES = 500
_NAME = {"name", "student", "full name", "schüler", "schülerin", "alumno", "alumna", "élève", "nombre completo"}
_FIRST = {"first name", "first", "given name", "firstname", "vorname", "nombre", "prénom", "prenom"}
_LAST = {"last name", "last", "surname", "family name", "lastname", "nachname", "familienname", "apellidos", "apellido",
         "nom", "nom de famille"}  # fmt: skip
"""The headings of columns with names, in the languages of the pages."""
_NUMBERING = re.compile(r"^\s*(?:\d+[.):]?|[-*•])\s+")


def read_names(text: str) -> tuple[str, ...]:
    """The names in a text, in its order.

    A line is a name, a name the other way round (“Quill, Ada”), or the row of a table with tabs, semicolons or commas,
    whose first row may say which columns have names. Numbers before names and columns of numbers are left out.
    """
    lines = [line for line in text.replace("\ufeff", "").splitlines() if line.strip()]
    if not lines:
        return ()
    mark = next((mark for mark in "\t;" if any(mark in line for line in lines)), ",")
    rows = [[cell.strip() for cell in row] for row in csv.reader(lines, delimiter=mark)]
    columns = _columns(rows[0])
    if columns:
        found = (" ".join(row[at] for at in columns if at < len(row)) for row in rows[1:])
    else:
        found = (_name_in(row, turned=mark == ",") for row in rows)
    return tuple(name for name in (" ".join(_NUMBERING.sub("", each).split()) for each in found) if name)


def _columns(header: Sequence[str]) -> tuple[int, ...]:
    """The columns with the name: one, or the first name before the last; none if the line is no header."""
    plain = [cell.casefold() for cell in header]
    whole = [at for at, cell in enumerate(plain) if cell in _NAME]
    first = [at for at, cell in enumerate(plain) if cell in _FIRST]
    last = [at for at, cell in enumerate(plain) if cell in _LAST]
    return (first[0], last[0]) if first and last else tuple(whole[:1] or first[:1] or last[:1])


def _name_in(row: Sequence[str], *, turned: bool) -> str:
    """The name in a row without a header: its first two columns with letters; “Quill, Ada” is turned round."""
    words = [cell for cell in row if any(map(str.isalpha, cell)) and "@" not in cell][:2]
    return " ".join(reversed(words) if turned else words)
