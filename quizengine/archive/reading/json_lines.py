"""Reads JSON Lines dumps: one article a line, as an object with a text and, usually, an id and a title."""

import json
from collections.abc import Iterator, Mapping
from functools import partial
from html import escape
from pathlib import Path
from typing import IO, Any

from quizengine.archive.reading.compression import opened
from quizengine.archive.reading.entries import Entry, FieldNames
from quizengine.errors import ArticleError
from quizengine.text.documents import MOST_BYTES

_MOST_LINE = 2 * MOST_BYTES
"""Bytes: JSON may write a letter as six, but hardly all of them."""


def entries_in_lines(path: Path, names: FieldNames) -> Iterator[Entry]:
    """Yield the articles of a dump in its order, a line at a time; empty lines are passed over.

    A line that is no article is an entry, too; loading it raises ArticleError.
    """
    with opened(path) as (file, consumed):
        for number, line in enumerate(_lines(file), start=1):
            place = f"{path}:{number}"
            if not line.strip():
                continue
            try:
                id_, text = _article(line, names)
            except ArticleError as fault:
                yield Entry(f"line {number}", place, partial(_refuse, str(fault)), place, consumed())
            else:
                id_ = id_ or f"line {number}"
                yield Entry(id_, place, partial(text.encode, "utf-8", "replace"), id_, consumed())


def _lines(file: IO[bytes]) -> Iterator[bytes]:
    """Yield the lines; of one that is too long, only what is one byte too much for `_article`."""
    while line := file.readline(_MOST_LINE + 1):
        yield line
        while len(line) > _MOST_LINE and not line.endswith(b"\n"):
            line = file.readline(_MOST_LINE + 1)


def _article(line: bytes, names: FieldNames) -> tuple[str, str]:
    """The id, empty if there is none, and the text, with its title on top; raises ArticleError."""
    if len(line) > _MOST_LINE:
        raise ArticleError(f"found a line of more than {_MOST_LINE:,} bytes, expected a shorter article; split it")
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as fault:
        raise ArticleError(f"found no JSON ({fault}), expected one article on each line") from None
    if not isinstance(record, dict):
        raise ArticleError(f"found JSON of the kind {type(record).__name__}, expected an object with a text")
    text = _first(record, names.text)
    if not isinstance(text, str):
        fields = ", ".join(map(str, record)) or "none"
        raise ArticleError(
            f"found no text in a field {' or '.join(names.text)} (the fields are: {fields}); name its field "
            "with --text-field"
        )
    title, id_ = _first(record, names.title), _first(record, names.id)
    return _as_id(id_), _titled(text, " ".join(title.split())) if isinstance(title, str) else text


def _titled(text: str, title: str) -> str:
    """The text with its title on top, unless it has it already, or is a whole web page, which has its own."""
    begins = text.lstrip()
    if begins.startswith((title, "<!", "<html")):
        return text
    return f"<h1>{escape(title)}</h1>\n{text}" if begins.startswith("<") else f"{title}\n\n{text}"


def _first(record: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    """The first of the fields that says something; None if none does."""
    return next((record[name] for name in names if record.get(name) not in (None, "")), None)


def _as_id(value: Any) -> str:
    """The id as text, as JSON writes it; empty for what is none."""
    return value if isinstance(value, str) else "" if value is None else json.dumps(value, sort_keys=True)


def _refuse(message: str) -> bytes:
    raise ArticleError(message)
