"""Reads WARC files: the pages and documents that a crawler has stored (ISO 28500), with warcio."""

from codecs import lookup
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from quizengine.archive.reading.entries import Entry
from quizengine.errors import ArticleError, MissingPackageError
from quizengine.system.files import reason_of
from quizengine.text.documents import MOST_BYTES

_STORED = ("response", "resource", "conversion")
"""The types of records that hold a document: as a server sent it, as a file, and as text that was made of it (WET)."""
_KINDS = (
    "text/html",
    "application/xhtml+xml",
    "text/plain",
    "text/markdown",
    "application/pdf",
    "application/epub+zip",
    "application/rtf",
    "application/vnd.oasis.opendocument.text",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)
"""The media types of articles."""


def entries_in_web_archive(path: Path) -> Iterator[Entry]:
    """Yield the articles of a WARC file in its order, compressed or not; the id of each is its address.

    Requests, redirections, images and the like are passed over. Raises MissingPackageError without warcio, and
    ArticleError for a file that is no WARC file or is cut off.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError:
        raise MissingPackageError(
            "warcio", "found no warcio, expected it to read a WARC file: pip install 'quizengine[warc]'"
        ) from None
    try:
        with path.open("rb") as file:
            records = ArchiveIterator(file)
            for record in records:
                address = record.rec_headers.get_header("WARC-Target-URI") or ""
                if not address or not _is_article(record):
                    continue
                data = record.content_stream().read(MOST_BYTES + 1)  # one more is refused when it is read
                place = f"{path}:{records.get_record_offset()}"
                yield Entry(address, place, partial(_in_utf_8, data, _charset(record)), address, file.tell())
    except OSError as fault:
        raise ArticleError(f"{path}: cannot be read: {reason_of(fault)}") from None
    except Exception as fault:  # warcio trips over what is cut off, in many ways
        raise ArticleError(f"{path}: cannot be read as a WARC file: {' '.join(str(fault).split())}") from None


def _is_article(record: Any) -> bool:
    """Return whether a record holds a document that was there and may be an article."""
    if record.rec_type not in _STORED:
        return False
    if record.http_headers is None:
        kind = record.rec_headers.get_header("Content-Type") or ""
    else:
        kind = record.http_headers.get_header("Content-Type") or ""
        if record.http_headers.get_statuscode() != "200":
            return False
    return kind.partition(";")[0].strip().casefold() in _KINDS


def _charset(record: Any) -> str:
    """The encoding that the server named, if Python knows it; otherwise nothing."""
    headers = record.http_headers or record.rec_headers
    for parameter in (headers.get_header("Content-Type") or "").split(";")[1:]:
        name, _, value = parameter.partition("=")
        with suppress(LookupError):
            if name.strip().casefold() == "charset":
                return lookup(value.strip(" \"'")).name
    return ""


def _in_utf_8(data: bytes, charset: str) -> bytes:
    """The document; its text in UTF-8 if only the server said that it is in another encoding."""
    if charset and charset != "utf-8" and b"charset" not in data[:4000] and not data.startswith((b"%PDF", b"PK")):
        with suppress(UnicodeDecodeError):
            data.decode("utf-8")
            return data
        with suppress(UnicodeDecodeError):
            return data.decode(charset).encode("utf-8")
    return data
