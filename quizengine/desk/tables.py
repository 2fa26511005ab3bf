"""Tables for spreadsheets, in which no cell is ever run as a formula."""

import csv
from collections.abc import Iterable, Mapping, Sequence

_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Characters with which a spreadsheet begins a formula, after any spaces: OWASP's list, CSV Injection."""


def safe_cell(value: object) -> object:
    """The value of a cell; a text that a spreadsheet would run gets an apostrophe before it, numbers stay numbers."""
    if isinstance(value, str) and (value.lstrip(" ").startswith(_BEGINS_A_FORMULA)):
        return f"'{value}"
    return value


def as_csv(fields: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """The rows as CSV, RFC 4180 except for its line ends, with the names of the fields above them."""
    lines = _Lines()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(map(safe_cell, fields))
    writer.writerows([safe_cell(row[field]) for field in fields] for row in rows)
    return "".join(lines)


class _Lines(list[str]):
    """Lines as the writer of the standard library hands them over."""

    def write(self, line: str) -> None:
        self.append(line)
