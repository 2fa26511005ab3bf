"""PDF files: the words on their pages, line by line."""

import io
import logging
from typing import TYPE_CHECKING

from quizengine.documents.document import Document
from quizengine.documents.pdf_lines import LineReader, PdfLine, text_of
from quizengine.errors import ArticleError
from quizengine.plurals import numbered

if TYPE_CHECKING:
    from pypdf import PdfReader

FORM = "a PDF file"
_MOST_PAGES = 1000
_MOST_CHARACTERS = 2_000_000
_FEWEST_LETTERS = 20


def read_pdf_file(data: bytes) -> Document:
    """The text of a PDF file; raises ArticleError for one that is locked, damaged, or holds pictures of its pages."""
    from pypdf import PdfReader  # 110 ms
    from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError, WrongPasswordError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it finds odd helps nobody who wants a quiz
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _locked()
        lines = _lines(reader)
    except (FileNotDecryptedError, WrongPasswordError, DependencyError):
        raise _locked() from None
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, AssertionError) as fault:
        raise _damaged(str(fault) or type(fault).__name__) from None
    except (RecursionError, OSError, ArithmeticError, NotImplementedError, UnicodeError) as fault:
        raise _damaged(type(fault).__name__) from None
    text, marks = text_of(lines)
    if sum(map(str.isalpha, text)) < _FEWEST_LETTERS:
        raise ArticleError(
            f"found {FORM} of {numbered(len(reader.pages), 'page')} without text, as a scanner makes it; "
            "recognise its text first (OCR), or type it, and save that"
        )
    return Document(FORM, text, marks, lines=True)


def _lines(reader: "PdfReader") -> list[PdfLine]:
    """The lines of all pages."""
    if len(reader.pages) > _MOST_PAGES:
        raise ArticleError(f"found {FORM} of {len(reader.pages):,} pages, expected at most {_MOST_PAGES:,}; split it")
    found = LineReader()
    length = 0
    for page in reader.pages:
        length += len(page.extract_text(visitor_text=found.take))
        found.end_page()
        if length > _MOST_CHARACTERS:
            raise ArticleError(f"found {FORM} of more than {_MOST_CHARACTERS:,} characters; split it into articles")
    return found.lines


def _locked() -> ArticleError:
    return ArticleError(f"found {FORM} with a password, expected one without; open it and save it without a password")


def _damaged(reason: str) -> ArticleError:
    first = reason.partition("\n")[0][:100]
    return ArticleError(f"found {FORM} that is damaged or not whole ({first}); download or save it again")
