"""CSV and XLSX files of questions, written and read, with what such files cannot say."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from quizengine.errors import BankError
from quizengine.extensions.losses import Loss
from quizengine.extensions.records import QuestionTypes, Reading
from quizengine.extensions.shipped_types import quizengine_question_types
from quizengine.formats.content.interactions import ExportedQuestion
from quizengine.formats.content.loss_tables import Losses, LossTable, drops, format_with_losses, weakens
from quizengine.formats.content.read_questions import Questions, question_text
from quizengine.formats.content.typed_losses import ALWAYS_LOST
from quizengine.formats.encodings.packages import Package
from quizengine.formats.encodings.tables import comma_separated, workbook
from quizengine.formats.spreadsheet.columns import NUMBERED, ORDER, READ_ALONE, Cells, column_named, header_of, headers
from quizengine.formats.spreadsheet.option_keys import key_meaning
from quizengine.formats.spreadsheet.row_reader import question_of
from quizengine.formats.spreadsheet.rows import TAG_SEPARATOR, row_of
from quizengine.quiz.quiz import Quiz

_OURS = frozenset(quizengine_question_types())
_LOST: LossTable = {
    **ALWAYS_LOST,
    "origin": None,
    "title": weakens("the title", "the file's name takes its place"),
    "description": weakens("the description"),
    "locale": weakens("the language of the quiz", "numbers are read as in English until you set it again"),
    "markup": None,
    "images": weakens("the files of images", "only their names are in the table"),
    "recordings": weakens("the files of recordings", "only their names are in the table"),
    "formulas": None,
}
_MOST_IN_A_CELL = 32_767
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_WIDTH = {"stem": 50, "text": 50, "rationale": 50}


def _also_lost(one: ExportedQuestion) -> Iterable[Loss]:
    """Yield what has no column."""
    if type(one.original) not in _OURS:
        yield drops("the question type of a plugin")
    if any(TAG_SEPARATOR in tag for tag in one.question.tags):
        yield weakens("tags with a semicolon", "read back as two tags")


def _also_lost_in_cells(one: ExportedQuestion) -> Iterable[Loss]:
    """The same, and what no cell holds."""
    yield from _also_lost(one)
    if any(len(text) > _MOST_IN_A_CELL for text in row_of(one.original).values()):
        yield drops(f"a text of more than {_MOST_IN_A_CELL:,} characters", "no cell holds it")


def _table(questions: Iterable[ExportedQuestion]) -> list[list[str]]:
    rows = [row_of(one.original) for one in questions]
    columns = headers(rows)
    titles = [header_of(*column) for column in columns]
    return [titles, *([row.get(column, "").strip() for column in columns] for row in rows)]


def _csv(quiz: Quiz, questions: tuple[ExportedQuestion, ...]) -> bytes:
    rows = [[_guarded(cell) for cell in row] for row in _table(questions)]
    return b"\xef\xbb\xbf" + comma_separated(rows)  # without the mark, Excel does not read UTF-8


def _guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe before it, which reading takes away."""
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _xlsx(quiz: Quiz, questions: tuple[ExportedQuestion, ...]) -> bytes:
    rows = _table(questions)
    return workbook(rows, "Questions", [_WIDTH.get(title, 20) for title in rows[0]])


def _read_csv(data: bytes, name: str, types: QuestionTypes) -> Reading:
    text = question_text(data, name)
    first = text.lstrip("\n").partition("\n")[0]
    separator = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    return _read(_lines(reader, name), name)


def _lines(reader: Any, name: str) -> Iterator[tuple[int, list[str]]]:
    """The rows with the line in which each begins."""
    csv.field_size_limit(1_000_000)
    line = 1
    try:
        for row in reader:
            yield line, [_unguarded(cell.strip()) for cell in row]
            line = reader.line_num + 1
    except csv.Error as fault:
        raise BankError(
            f"{name}:{line}: found a row that cannot be read ({fault}); is a quotation mark open?"
        ) from None


def _read_xlsx(data: bytes, name: str, types: QuestionTypes) -> Reading:
    from python_calamine import CalamineError, CalamineWorkbook

    if data.startswith(b"PK"):
        Package(data, name).names()  # refuses what unpacks to far too much
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [
            book.get_sheet_by_index(number).to_python(skip_empty_area=False) for number in range(len(book.sheet_names))
        ]
    except (CalamineError, OSError, ValueError) as fault:
        reason = " ".join(str(fault).split())[:100]
        raise BankError(f"{name}: found no spreadsheet that can be read ({reason}), expected an XLSX file") from None
    rows = next((sheet for sheet in sheets if any(_text(cell) for row in sheet for cell in row)), [])
    return _read(((line, [_text(cell) for cell in row]) for line, row in enumerate(rows, 1)), name)


def _text(cell: Any) -> str:
    """Return what a cell shows: whole numbers without a point, and truth values in small letters."""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return repr(cell) if isinstance(cell, float) else str(cell).strip()


def _read(rows: Iterable[tuple[int, list[str]]], name: str) -> Reading:
    found = Questions(name)
    columns: list[tuple[str, int] | None] = []
    filled: list[tuple[int, Cells]] = []
    headless: set[int] = set()
    for line, row in rows:
        if not any(row):
            continue
        if not columns:
            columns = _columns(row, line, found)
            headless = {place for place, header in enumerate(row) if not header}
            continue
        if lost := [cell for place, cell in enumerate(row) if cell and (place >= len(columns) or place in headless)]:
            found.note(line, f"left out “{lost[0][:40]}”, above which there is no header")
        filled.append((line, {column: cell for column, cell in zip(columns, row, strict=False) if column and cell}))
    if not columns:
        raise BankError(f"{name}: found an empty table, expected a row of headers")
    keys = key_meaning(cells for _, cells in filled)
    for line, cells in filled:
        found.add(line, partial(question_of, cells, keys))
    return found.reading()


def _columns(row: Sequence[str], line: int, found: Questions) -> list[tuple[str, int] | None]:
    """Return what the columns hold, by the row of headers; raises BankError if it has no question."""
    columns = [column_named(header) for header in row]
    if ("stem", 0) not in columns:
        raise BankError(f"{found.name}:{line}: found no column “stem”, expected a row of headers among: {_known()}")
    kept = [column if column and columns.index(column) == place else None for place, column in enumerate(columns)]
    if unknown := [f"“{header}”" for header, column in zip(row, kept, strict=True) if header and column is None]:
        found.note(line, f"left out the columns {', '.join(unknown)}, expected names among: {_known()}")
    return kept


def _known() -> str:
    return ", ".join(f"{each} 1" if each in NUMBERED else each for each in (*ORDER, *READ_ALONE))


CSV = format_with_losses(
    "csv",
    ".csv",
    "A table to edit in any spreadsheet program, with a column for each field.",
    write=_csv,
    losses=Losses(_LOST, also=_also_lost),
    read=_read_csv,
    also_read=(".tsv",),
)
XLSX = format_with_losses(
    "xlsx",
    ".xlsx",
    "A table to edit in Excel or LibreOffice, with a column for each field.",
    write=_xlsx,
    losses=Losses(_LOST, also=_also_lost_in_cells),
    read=_read_xlsx,
    also_read=(".xls", ".ods"),
)
