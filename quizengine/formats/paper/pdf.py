"""Both sheets as PDF, by WeasyPrint: tagged for screen readers, with all fonts embedded, the same bytes every time."""

from typing import TYPE_CHECKING

from quizengine.errors import FormatError
from quizengine.formats.content.as_html import WITHOUT_FORMULAS
from quizengine.formats.content.interactions import ExportedQuestion
from quizengine.formats.content.loss_tables import LossTable, format_with_losses
from quizengine.formats.paper.html import drawn, page
from quizengine.formats.paper.printed_questions import (
    ON_THE_KEY,
    ON_THE_SHEET,
    Paper,
    key_on_paper,
    questions_on_paper,
    with_rows,
)
from quizengine.quiz.quiz import Quiz

if TYPE_CHECKING:
    from weasyprint.urls import URLFetcher

_DRAWN: LossTable = {"markup": None, "images": None}


def _printed(paper: Paper, quiz: Quiz) -> bytes:
    """The bytes of the PDF; raises FormatError if WeasyPrint, or the library Pango that it needs, is missing."""
    try:
        from weasyprint import HTML
    except (ImportError, OSError):
        raise FormatError(
            "found no WeasyPrint with the library Pango, expected both to make a PDF: pip install 'quizengine[pdf]' "
            "and, on Debian, apt-get install libpango-1.0-0 libpangoft2-1.0-0; "
            "or export as html and print that from your browser"
        ) from None
    document = HTML(string=page(paper), url_fetcher=fetcher())
    made: bytes = document.write_pdf(pdf_identifier=quiz.id.encode(), pdf_tags=True)
    return made


def fetcher() -> "URLFetcher":
    """Return what fetches images inside the page and nothing else: a quiz makes no computer ask for files or pages."""
    from weasyprint.urls import URLFetcher

    return URLFetcher(allowed_protocols=("data",))


def _write_sheet(quiz: Quiz, kept: tuple[ExportedQuestion, ...]) -> bytes:
    return _printed(questions_on_paper(quiz, drawn(quiz, kept, WITHOUT_FORMULAS)), quiz)


def _write_key(quiz: Quiz, kept: tuple[ExportedQuestion, ...]) -> bytes:
    return _printed(key_on_paper(quiz, drawn(quiz, kept, WITHOUT_FORMULAS)), quiz)


PDF = format_with_losses(
    "pdf",
    ".pdf",
    "A sheet for students as PDF.",
    write=_write_sheet,
    losses=with_rows(ON_THE_SHEET, _DRAWN),
    holds_images=True,
    for_students=True,
)
PDF_KEY = format_with_losses(
    "pdf-key",
    ".pdf",
    "The key as PDF, with what proves it.",
    write=_write_key,
    losses=with_rows(ON_THE_KEY, _DRAWN),
    holds_images=True,
)
