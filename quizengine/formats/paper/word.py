"""Both sheets as Word files, to change before they are printed."""

import io
from datetime import datetime
from typing import TYPE_CHECKING, assert_never

from quizengine.formats.content.interactions import ExportedQuestion
from quizengine.formats.content.loss_tables import format_with_losses
from quizengine.formats.encodings.packages import repacked
from quizengine.formats.paper.printed_questions import (
    ON_THE_KEY,
    ON_THE_SHEET,
    AskedOnPaper,
    Boxes,
    Columns,
    Field,
    Lettered,
    Line,
    Paper,
    Places,
    Running,
    Solved,
    key_on_paper,
    option_letter,
    questions_on_paper,
    quotation_line,
)
from quizengine.quiz.quiz import Quiz

if TYPE_CHECKING:
    from docx.document import Document

_GAP = "_" * 16
_SHORT = "_" * 4
_MADE = datetime(2000, 1, 1)  # Word files have no time zone


def _file(paper: Paper) -> bytes:
    import docx

    document = docx.Document()
    about = document.core_properties
    about.title, about.author, about.created, about.modified = paper.title, "", _MADE, _MADE
    about.language, about.comments = paper.locale, ""
    document.add_heading(paper.title, 0)
    if paper.asked:
        document.add_paragraph(f"{paper.labels.name}: {_GAP * 2}\t{paper.labels.date}: {_GAP}")
    for text in paper.about:
        document.add_paragraph(text)
    heading = str(document.styles["Heading 2"].style_id)
    for asked in paper.asked:
        _ask(document, asked, heading)
    for solved in paper.solved:
        _solve(document, solved, heading)
    buffer = io.BytesIO()
    document.save(buffer)
    return repacked(buffer.getvalue())


def _ask(document: "Document", one: AskedOnPaper, heading: str) -> None:
    points = f" ({one.points})" if one.points else ""
    _head(document, f"{one.number}. {one.stem}{points}", heading)
    for line in _lines(one.field):
        document.add_paragraph(line)


def _head(document: "Document", text: str, style: str) -> None:
    """Add a paragraph with a style by its id: python-docx compares any other name with all styles, each time."""
    document.add_paragraph(text)._p.style = style


def _lines(field: Field) -> tuple[str, ...]:
    match field:
        case Lettered(texts=texts, told=told):
            return tuple(filter(None, (told, *_lettered(texts))))
        case Boxes(texts=texts):
            return ("\t".join(f"☐ {text}" for text in texts),)
        case Line(unit=unit):
            return (f"{_GAP * 2} {unit}".rstrip(),)
        case Running(pieces=pieces):
            return ("".join(_GAP if piece is None else piece for piece in pieces),)
        case Columns(lefts=lefts, rights=rights, told=told):
            return (told, *(f"{_SHORT} {text}" for text in lefts), *_lettered(rights))
        case Places(texts=texts, told=told):
            return (told, *(f"{_SHORT} {text}" for text in texts))
        case _:
            assert_never(field)


def _lettered(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{option_letter(place)}. {text}" for place, text in enumerate(texts))


def _solve(document: "Document", one: Solved, heading: str) -> None:
    _head(document, f"{one.number}. {one.stem}", heading)
    document.add_paragraph().add_run("\n".join(one.answers)).bold = True
    if one.rationale:
        document.add_paragraph(one.rationale)
    if one.evidence:
        document.add_paragraph(quotation_line(one.evidence), style="Quote")


def _write_sheet(quiz: Quiz, kept: tuple[ExportedQuestion, ...]) -> bytes:
    return _file(questions_on_paper(quiz, kept))


def _write_key(quiz: Quiz, kept: tuple[ExportedQuestion, ...]) -> bytes:
    return _file(key_on_paper(quiz, kept))


WORD = format_with_losses(
    "docx", ".docx", "A sheet for students as a Word file.", write=_write_sheet, losses=ON_THE_SHEET, for_students=True
)
WORD_KEY = format_with_losses(
    "docx-key", ".docx", "The key as a Word file, with what proves it.", write=_write_key, losses=ON_THE_KEY
)
