"""E-books (.epub): web pages in a zip, in the order that its package file gives."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote
from zipfile import ZipFile

from quizengine.errors import ArticleError
from quizengine.text.documents.archives import open_archive
from quizengine.text.documents.document import Document, document_of
from quizengine.text.documents.encodings import decode_text
from quizengine.text.documents.html_blocks import blocks_of

FORM = "an e-book"
_MOST_CHARACTERS = 10_000_000
"""Characters of all pages with their tags."""
_TAG = re.compile(r"<(?:\w+:)?(item|itemref|rootfile)\b([^<>]*)>")
_VALUE = re.compile(r"([\w:-]{1,60})\s*=\s*[\"']([^\"']*)[\"']")


def read_e_book(data: bytes) -> Document:
    """The text of an e-book; raises ArticleError for one that cannot be read."""
    with open_archive(data, FORM) as archive:
        blocks = [block for page in _read(archive, dict.fromkeys(_pages(archive))) for block in blocks_of(page)]
    return document_of(FORM, blocks)


def _read(archive: ZipFile, names: Iterable[str]) -> Iterator[str]:
    """The pages of these names; raises ArticleError if they are a library rather than a book."""
    length = 0
    for name in names:
        page = decode_text(archive.read(name))[0]
        length += len(page)
        if length > _MOST_CHARACTERS:
            raise ArticleError(
                f"found {FORM} with pages of more than {_MOST_CHARACTERS:,} characters, expected fewer; "
                "save the chapters that matter as text"
            )
        yield page


def _pages(archive: ZipFile) -> Iterator[str]:
    """The names of the pages, in the order of reading."""
    container = decode_text(archive.read("META-INF/container.xml"))[0]
    place = next((values.get("full-path", "") for tag, values in _tags(container) if tag == "rootfile"), "")
    if not place:
        raise ArticleError(f"found {FORM} without a table of its pages; save it again in the program that made it")
    tags = list(_tags(decode_text(archive.read(place))[0]))
    items = {values.get("id", ""): values for tag, values in tags if tag == "item"}
    for tag, values in tags:
        item = items.get(values.get("idref", "")) if tag == "itemref" else None
        if item and "nav" not in item.get("properties", "").split() and "html" in item.get("media-type", ""):
            yield posixpath.normpath(posixpath.join(posixpath.dirname(place), unquote(item.get("href", ""))))


def _tags(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    for found in _TAG.finditer(text):
        yield found[1], dict(_VALUE.findall(found[2]))
