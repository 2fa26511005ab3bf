"""An entry of an archive: an article that has not been read yet, with its id and its place.

Next: `sources`, which finds the entries.
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """One article of an archive."""

    id: str
    """The id, which no other entry of the archive has."""
    place: str
    """The place of the entry, for messages: a file, or a file and a line or an offset in it."""
    load: Callable[[], bytes]
    """Reads it; the bytes are those of a file of any format. Raises ArticleError."""
    name: str
    """The name that its bank gives for it."""
    position: int
    """The bytes of the archive that are read once this entry is."""


@dataclass(frozen=True)
class FieldNames:
    """The fields of a JSON Lines dump in which an article's id, title and text are; the first that exists counts."""

    id: tuple[str, ...] = ("id", "_id", "url", "uri")
    title: tuple[str, ...] = ("title", "headline")
    text: tuple[str, ...] = ("text", "content", "body", "article")
