"""E-books (.epub): web pages in a zip, in the order that its package file gives."""

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote
from zipfile import ZipFile

from quizengine.documents.archives import opened
from quizengine.documents.document import Block, Document, document_of
from quizengine.documents.encodings import decoded
from quizengine.documents.html_blocks import blocks_of
from quizengine.errors import ArticleError

FORM = "an e-book"
_TAG = re.compile(r"<(?:\w+:)?(item|itemref|rootfile)\b([^>]*)>")
_VALUE = re.compile(r"([\w:-]+)\s*=\s*[\"']([^\"']*)[\"']")


def read_e_book(data: bytes) -> Document:
    """The text of an e-book; raises ArticleError for one that cannot be read."""
    with opened(data, FORM) as archive:
        blocks = [block for name in _pages(archive) for block in _blocks(archive, name)]
    return document_of(FORM, blocks)


def _pages(archive: ZipFile) -> Iterator[str]:
    """The names of the pages, in the order of reading."""
    container = decoded(archive.read("META-INF/container.xml"))[0]
    place = next((values.get("full-path", "") for tag, values in _tags(container) if tag == "rootfile"), "")
    if not place:
        raise ArticleError(f"found {FORM} without a table of its pages; save it again in the program that made it")
    tags = list(_tags(decoded(archive.read(place))[0]))
    items = {values.get("id", ""): values for tag, values in tags if tag == "item"}
    for tag, values in tags:
        item = items.get(values.get("idref", "")) if tag == "itemref" else None
        if item and "nav" not in item.get("properties", "").split() and "html" in item.get("media-type", ""):
            yield posixpath.normpath(posixpath.join(posixpath.dirname(place), unquote(item.get("href", ""))))


def _blocks(archive: ZipFile, name: str) -> tuple[Block, ...]:
    return blocks_of(decoded(archive.read(name))[0])


def _tags(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    for found in _TAG.finditer(text):
        yield found[1], dict(_VALUE.findall(found[2]))
