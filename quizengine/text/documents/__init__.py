"""Read files of every format as text. The content of a file, not its name, says which format it has.

Everything happens in memory; a library is imported when a file needs it. Read `document` first.
"""

from collections.abc import Callable
from dataclasses import replace

from quizengine.errors import ArticleError
from quizengine.text.documents.archives import member_names
from quizengine.text.documents.document import MOST_BYTES, MOST_TEXT_BYTES, PLAIN, Block, Document
from quizengine.text.documents.e_books import read_e_book
from quizengine.text.documents.encodings import decode_text
from quizengine.text.documents.markdown import is_markdown, read_markdown
from quizengine.text.documents.open_document import TYPE, read_open_document
from quizengine.text.documents.pdf import read_pdf_file
from quizengine.text.documents.rich_text import is_rich_text, read_rich_text
from quizengine.text.documents.unsupported import unsupported_format
from quizengine.text.documents.web_pages import coding_of, is_piece_of_a_page, is_web_page, read_web_page
from quizengine.text.documents.word import read_word_file

__all__ = ["ARTICLE_SUFFIXES", "MOST_BYTES", "PLAIN", "Block", "Document", "read_document"]

ARTICLE_SUFFIXES = (
    ".txt",
    ".text",
    ".md",
    ".markdown",
    ".html",
    ".htm",
    ".xhtml",
    ".docx",
    ".odt",
    ".rtf",
    ".pdf",
    ".epub",
)
"""The file endings of articles in a folder."""
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")
_SIGN_WITHIN = 1024


def read_document(data: bytes, name: str = "") -> Document:
    """The text of a file of any format; raises ArticleError, in a clause without the name, for what cannot be read.

    `name` decides only whether indented lines of a Markdown text are code.
    """
    if len(data) > MOST_BYTES:
        raise ArticleError(f"found more than {MOST_BYTES:,} bytes, expected a shorter file; split it")
    if read := _packed(data):
        return read(data)
    if words := unsupported_format(data):
        raise ArticleError(words)
    if len(data) > MOST_TEXT_BYTES:
        raise ArticleError(f"found more than {MOST_TEXT_BYTES:,} bytes, expected a shorter file; split it")
    if is_web_page(data):
        return _page(data)
    text, note = decode_text(data)
    notes = (note,) if note else ()
    if is_piece_of_a_page(text):
        return replace(read_web_page(text), notes=notes)
    named_so = name.lower().endswith(_MARKDOWN)
    if named_so or is_markdown(text):
        return replace(read_markdown(text, named_so), notes=notes)
    return Document(PLAIN, text, lines=True, notes=notes)


def _packed(data: bytes) -> Callable[[bytes], Document] | None:
    """Return what reads a file that is no text by itself."""
    if b"%PDF-" in data[:_SIGN_WITHIN] and not data[:1].isalpha():
        return read_pdf_file
    if is_rich_text(data):
        return read_rich_text
    if not data.startswith(b"PK\x03\x04"):
        return None
    if TYPE in data[:_SIGN_WITHIN]:
        return read_open_document
    names = member_names(data)
    if "META-INF/container.xml" in names:
        return read_e_book
    if "word/document.xml" in names or (not names and b"word/" in data):
        return read_word_file
    if not names and b"META-INF/container.xml" in data:
        return read_e_book
    return None


def _page(data: bytes) -> Document:
    """A web page, in the encoding that it names, if it names one that fits."""
    try:
        return read_web_page(data.decode(coding_of(data) or "utf-8").removeprefix("\ufeff"))
    except (LookupError, UnicodeDecodeError):
        text, note = decode_text(data)
        return replace(read_web_page(text), notes=(note,) if note else ())
