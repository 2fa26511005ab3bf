"""Both sheets as Word files, to change before they are printed."""

import io
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, assert_never

from quizengine.errors import FormatError
from quizengine.extensions.losses import Loss
from quizengine.formats.content.interactions import ExportedQuestion
from quizengine.formats.content.loss_tables import format_with_losses, weakens
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
    Ruled,
    Running,
    Solved,
    key_on_paper,
    option_letter,
    questions_on_paper,
    quotation_line,
    with_rows,
)
from quizengine.quiz.markup import Medium
from quizengine.quiz.markup.media import suffix_of
from quizengine.quiz.quiz import Quiz

if TYPE_CHECKING:
    from docx.document import Document

_GAP = "_" * 16
_SHORT = "_" * 4
_WIDEST, _HIGHEST = 15, 12
"""Centimetres of an image."""
Images = Mapping[str, tuple[str, bytes]]
"""Alternative texts and files, by what is in the words for them: [a red cell]."""
_MADE = datetime(2000, 1, 1)  # Word files have no time zone


def _file(paper: Paper, kept: tuple[ExportedQuestion, ...]) -> bytes:
    import docx

    document = docx.Document()
    images = {one.number: _images_of(one) for one in kept}
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
        _ask(document, asked, heading, images[asked.number])
    for solved in paper.solved:
        _solve(document, solved, heading, images[solved.number])
    buffer = io.BytesIO()
    document.save(buffer)
    return repacked(buffer.getvalue())


def _images_of(one: ExportedQuestion) -> Images:
    """The images of a question that Word can show, by what its words have in their place."""
    shown = (medium for medium in one.original.media if medium.file in one.files and not _is_foreign(medium))
    return {f"[{medium.alt}]": (medium.alt, one.files[medium.file]) for medium in shown}


def _is_foreign(medium: Medium) -> bool:
    return suffix_of(medium.file) == ".webp"


def _also_lost(one: ExportedQuestion) -> Iterable[Loss]:
    """Yield the images that Word does not know."""
    if any(_is_foreign(medium) for medium in one.original.media if medium.kind == "image"):
        yield weakens("images in WebP", "the words that describe them take their place")


def _show(document: "Document", text: str, images: Images) -> None:
    """Add the images that a text names, below it."""
    from docx.image.exceptions import UnrecognizedImageError
    from docx.shared import Cm

    for mark, (alt, data) in images.items():
        if mark not in text:
            continue
        try:
            picture = document.add_picture(io.BytesIO(data))
        except UnrecognizedImageError:
            raise FormatError(f"found an image that Word cannot show ({alt}), expected PNG, JPEG or GIF") from None
        factor = min(1.0, Cm(_WIDEST) / picture.width, Cm(_HIGHEST) / picture.height)
        picture.width, picture.height = (int(side * factor) for side in (picture.width, picture.height))
        picture._inline.docPr.set("descr", alt)


def _ask(document: "Document", one: AskedOnPaper, heading: str, images: Images) -> None:
    points = f" ({one.points})" if one.points else ""
    _head(document, f"{one.number}. {one.stem}{points}", heading)
    _show(document, one.stem, images)
    for line in _lines(one.field):
        document.add_paragraph(line)
        _show(document, line, images)


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
        case Ruled(lines=lines):
            return (_GAP * 4,) * lines
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


def _solve(document: "Document", one: Solved, heading: str, images: Images) -> None:
    _head(document, f"{one.number}. {one.stem}", heading)
    _show(document, one.stem, images)
    document.add_paragraph().add_run("\n".join(one.answers)).bold = not one.in_sentences
    _show(document, "\n".join(one.answers), images)
    if one.rationale:
        document.add_paragraph(one.rationale)
    if one.evidence:
        document.add_paragraph(quotation_line(one.evidence), style="Quote")


def _write_sheet(quiz: Quiz, kept: tuple[ExportedQuestion, ...]) -> bytes:
    return _file(questions_on_paper(quiz, kept), kept)


def _write_key(quiz: Quiz, kept: tuple[ExportedQuestion, ...]) -> bytes:
    return _file(key_on_paper(quiz, kept), kept)


WORD = format_with_losses(
    "docx",
    ".docx",
    "A sheet for students as a Word file.",
    write=_write_sheet,
    losses=replace(with_rows(ON_THE_SHEET, {"images": None}), also=_also_lost),
    holds_images=True,
    for_students=True,
)
WORD_KEY = format_with_losses(
    "docx-key",
    ".docx",
    "The key as a Word file, with what proves it.",
    write=_write_key,
    losses=replace(with_rows(ON_THE_KEY, {"images": None}), also=_also_lost),
    holds_images=True,
)
