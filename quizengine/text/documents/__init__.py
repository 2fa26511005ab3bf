"""Read files of every format as text. The content of a file, not its name, says which format it has.

Everything happens in memory; a library is imported when a file needs it. Read `document` first.
"""

from collections.abc import Iterable
from dataclasses import replace

from quizengine.errors import ArticleError
from quizengine.text.documents.archives import member_names
from quizengine.text.documents.document import MOST_BYTES, MOST_TEXT_BYTES, PLAIN, Block, Document, document_of
from quizengine.text.documents.e_books import read_e_book
from quizengine.text.documents.encodings import decode_text
from quizengine.text.documents.markdown import is_markdown, read_markdown
from quizengine.text.documents.open_document import TYPE, read_open_document
from quizengine.text.documents.pdf import read_pdf_file
from quizengine.text.documents.reader import ArticleReader, document_fault
from quizengine.text.documents.rich_text import is_rich_text, read_rich_text
from quizengine.text.documents.unsupported import unsupported_format
from quizengine.text.documents.web_pages import coding_of, is_piece_of_a_page, is_web_page, read_web_page
from quizengine.text.documents.word import read_word_file

__all__ = [
    "ARTICLE_READERS",
    "ARTICLE_SUFFIXES",
    "MOST_BYTES",
    "PLAIN",
    "ArticleReader",
    "Block",
    "Document",
    "document_fault",
    "document_of",
    "read_document",
]

_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")
_SIGN_WITHIN = 1024


def _is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:_SIGN_WITHIN] and not data[:1].isalpha()


def _is_open_document(data: bytes) -> bool:
    return _is_zip(data) and TYPE in data[:_SIGN_WITHIN]


def _is_e_book(data: bytes) -> bool:
    return _holds(data, b"META-INF/container.xml", b"META-INF/container.xml")


def _is_word_file(data: bytes) -> bool:
    return _holds(data, b"word/document.xml", b"word/")


def _holds(data: bytes, member: bytes, sign: bytes) -> bool:
    """Return whether a zip file has a member or, where it is too damaged to be listed, a sign of it."""
    if not _is_zip(data):
        return False
    names = member_names(data)
    return member.decode() in names if names else sign in data


def _is_zip(data: bytes) -> bool:
    return data.startswith(b"PK\x03\x04")


def _is_page(data: bytes) -> bool:
    return not unsupported_format(data) and is_web_page(data)


def _read_page(data: bytes, name: str) -> Document:
    """A web page, in the encoding that it names, if it names one that fits."""
    _expect_short(data)
    try:
        return read_web_page(data.decode(coding_of(data) or "utf-8").removeprefix("\ufeff"))
    except (LookupError, UnicodeDecodeError):
        text, note = decode_text(data)
        return replace(read_web_page(text), notes=(note,) if note else ())


def _read_text(data: bytes, name: str) -> Document:
    """A text of any kind; its name decides only whether indented lines of a Markdown text are code."""
    if words := unsupported_format(data):
        raise ArticleError(words)
    _expect_short(data)
    text, note = decode_text(data)
    notes = (note,) if note else ()
    if is_piece_of_a_page(text):
        return replace(read_web_page(text), notes=notes)
    named_so = name.lower().endswith(_MARKDOWN)
    if named_so or is_markdown(text):
        return replace(read_markdown(text, named_so), notes=notes)
    return Document(PLAIN, text, lines=True, notes=notes)


def _expect_short(data: bytes) -> None:
    if len(data) > MOST_TEXT_BYTES:
        raise ArticleError(f"found more than {MOST_TEXT_BYTES:,} bytes, expected a shorter file; split it")


ARTICLE_READERS = (
    ArticleReader("pdf", (".pdf",), lambda data, name: read_pdf_file(data), recognises=_is_pdf),
    ArticleReader("rich-text", (".rtf",), lambda data, name: read_rich_text(data), recognises=is_rich_text),
    ArticleReader(
        "open-document", (".odt",), lambda data, name: read_open_document(data), recognises=_is_open_document
    ),
    ArticleReader("e-book", (".epub",), lambda data, name: read_e_book(data), recognises=_is_e_book),
    ArticleReader("word", (".docx",), lambda data, name: read_word_file(data), recognises=_is_word_file),
    ArticleReader("web-page", (".html", ".htm", ".xhtml"), _read_page, recognises=_is_page),
    ArticleReader("text", (".txt", ".text", ".md", ".markdown"), _read_text, recognises=lambda data: True),
)
"""The readers that come with quizengine, in the order in which they are asked; the last one takes everything."""
ARTICLE_SUFFIXES = tuple(suffix for reader in reversed(ARTICLE_READERS) for suffix in reader.suffixes)
"""The file endings of articles in a folder."""


def read_document(data: bytes, name: str = "", readers: Iterable[ArticleReader] = ARTICLE_READERS) -> Document:
    """The text of a file of any format; raises ArticleError, in a clause without the name, for what cannot be read.

    Readers that go by a file's ending come first, then those that go by its content.
    """
    if len(data) > MOST_BYTES:
        raise ArticleError(f"found more than {MOST_BYTES:,} bytes, expected a shorter file; split it")
    in_order = sorted(readers, key=lambda reader: reader.recognises is not None)
    return next(reader for reader in in_order if reader.takes(data, name)).read(data, name)
