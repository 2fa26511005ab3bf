"""Tables as files: workbooks of one sheet, and texts with separators; the same rows always have the same bytes."""

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import datetime

Row = Sequence[str | int | float]
"""The cells of one row: words, and numbers as numbers."""

_MADE = datetime(2000, 1, 1)  # a workbook has no time zone


def workbook(rows: Sequence[Row], sheet: str, widths: Sequence[int] = ()) -> bytes:
    """An XLSX file with one sheet."""
    return workbook_of({sheet: rows}, widths)


def workbook_of(sheets: Mapping[str, Sequence[Row]], widths: Sequence[int] = ()) -> bytes:
    """An XLSX file with sheets by name; words that begin with “=” stay words and never become formulas."""
    from xlsxwriter import Workbook

    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": _MADE})
    for sheet, rows in sheets.items():
        page = book.add_worksheet(sheet)
        for number, width in enumerate(widths):
            page.set_column(number, number, width)
        for line, row in enumerate(rows):
            for column, cell in enumerate(row):
                if not isinstance(cell, str):
                    page.write_number(line, column, cell)
                elif cell:
                    page.write_string(line, column, cell)
    book.close()
    return buffer.getvalue()


def comma_separated(rows: Sequence[Row]) -> bytes:
    """A CSV file in UTF-8 with lines that end as RFC 4180 has it."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\r\n").writerows(rows)
    return buffer.getvalue().encode()


def on_one_line(text: str) -> str:
    """The text without line breaks and tabs, for cells that cannot hold them."""
    return " ".join(text.split())
