"""Reads PDF files: the words on their pages, line by line."""

import io
import logging
from itertools import count
from typing import TYPE_CHECKING

from quizengine.errors import ArticleError
from quizengine.plurals import with_number
from quizengine.text.documents.document import Document
from quizengine.text.documents.pdf_lines import LineReader, PdfLine, page_text

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

FORM = "a PDF file"
_MOST_PAGES = 1000
_MOST_CHARACTERS = 2_000_000
_FEWEST_LETTERS = 20
_MOST_UNPACKED = 20_000_000
"""Bytes that a packed part of the file may hold, and its filters may make on the way."""
_MOST_PACKED = 8_000_000
"""Bytes of the instructions of one page as they stand in the file: some filters take ninety times as much memory."""
_MOST_CONTENT = 40_000_000
"""Bytes of all instructions that draw the pages; 1 MB takes a tenth of a second."""
_MOST_OPERATIONS = 3_000_000
"""Instructions on all pages, each counted as often as it is carried out."""
_LIMITS = {
    "dictionary_maximum_element_count": 10_000,
    "array_based_stream_maximum_output_length": _MOST_UNPACKED,
    "lzw_maximum_output_length": _MOST_UNPACKED,
    "run_length_maximum_output_length": _MOST_UNPACKED,
    "zlib_maximum_output_length": _MOST_UNPACKED,
    "zlib_maximum_recovery_input_length": 1_000_000,
    "stream_decoding_work_maximum_length": 3 * _MOST_UNPACKED,
    "stream_parsing_work_maximum_count": 1_000_000,
}
"""The limits of the library that are looser than an article needs."""


def read_pdf_file(data: bytes) -> Document:
    """The text of a PDF file.

    Raises ArticleError for one that is locked, damaged, takes far too much work, or holds pictures of its pages.
    """
    from pypdf import PdfReader, apply_configuration  # 110 ms
    from pypdf.errors import (
        DependencyError,
        FileNotDecryptedError,
        LimitReachedError,
        PyPdfError,
        WrongPasswordError,
    )

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it finds odd helps nobody who wants a quiz
    try:
        with apply_configuration(None, **_LIMITS):
            reader = PdfReader(io.BytesIO(data))
            if reader.is_encrypted and not reader.decrypt(""):
                raise _locked()
            lines = _lines(reader)
    except LimitReachedError:
        raise _too_much() from None
    except (FileNotDecryptedError, WrongPasswordError, DependencyError):
        raise _locked() from None
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, AssertionError) as fault:
        raise _damaged(str(fault) or type(fault).__name__) from None
    except (RecursionError, OSError, ArithmeticError, NotImplementedError, UnicodeError) as fault:
        raise _damaged(type(fault).__name__) from None
    text, marks = page_text(lines)
    if sum(map(str.isalpha, text)) < _FEWEST_LETTERS:
        raise ArticleError(
            f"found {FORM} of {with_number(len(reader.pages), 'page')} without text, as a scanner makes it; "
            "recognise its text first (OCR), or type it, and save that"
        )
    return Document(FORM, text, marks, lines=True)


def _lines(reader: "PdfReader") -> list[PdfLine]:
    """The lines of all pages."""
    if len(reader.pages) > _MOST_PAGES:
        raise ArticleError(f"found {FORM} of {len(reader.pages):,} pages, expected at most {_MOST_PAGES:,}; split it")
    found = LineReader()
    length = content = 0
    operations = count(1)

    def seen(operator: bytes, operands: object, matrix: object, own: object) -> None:
        if next(operations) > _MOST_OPERATIONS:
            raise _too_much()

    for page in reader.pages:
        content += _content_length(page)
        if content > _MOST_CONTENT:
            raise _too_much()
        length += len(page.extract_text(visitor_text=found.take, visitor_operand_before=seen))
        found.end_page()
        if length > _MOST_CHARACTERS:
            raise ArticleError(f"found {FORM} of more than {_MOST_CHARACTERS:,} characters; split it into articles")
    return found.lines


def _content_length(page: "PageObject") -> int:
    """Return how many bytes the instructions of a page are, unpacked."""
    packed = page.get("/Contents")
    found = packed.get_object() if packed is not None else []
    streams = [one.get_object() for one in found] if isinstance(found, list) else [found]
    if sum(len(getattr(stream, "_data", b"")) for stream in streams) > _MOST_PACKED:
        raise _too_much()
    drawn = page.get_contents()
    return len(drawn.get_data()) if drawn is not None else 0


def _too_much() -> ArticleError:
    return ArticleError(
        f"found {FORM} that takes far more work to read than an article does; print it to a new file, or save its text"
    )


def _locked() -> ArticleError:
    return ArticleError(f"found {FORM} with a password, expected one without; open it and save it without a password")


def _damaged(reason: str) -> ArticleError:
    first = reason.partition("\n")[0][:100]
    return ArticleError(f"found {FORM} that is damaged or not whole ({first}); download or save it again")
