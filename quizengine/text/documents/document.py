"""The result of reading a file: its text, and marks on stretches of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from quizengine.text.layout import Mark
from quizengine.text.layout.marks import Kind

PLAIN = "plain text"
MOST_BYTES = 50_000_000
"""The size limit of a file, and of everything unpacked from it."""
MOST_TEXT_BYTES = 4_000_000
"""The size limit of a file that is plain text itself."""


@dataclass(frozen=True)
class Document:
    """The text of a file, with its marks."""

    form: str
    """The format of the file in words: "plain text", "a web page"."""
    text: str
    marks: tuple[Mark, ...] = ()
    lines: bool = False
    """True if lines end where paper or an editor ends them, and not where a paragraph does."""
    notes: tuple[str, ...] = ()
    """Notes for the teacher about how it was read, as clauses."""


@dataclass(frozen=True)
class Block:
    """A paragraph, a heading or an item of a list, as one line."""

    kind: Kind | None
    """None for a plain paragraph."""
    text: str
    marks: tuple[Mark, ...] = ()
    """Words in bold or italics, by offsets of the block's text."""


def document_of(form: str, blocks: Iterable[Block], notes: tuple[str, ...] = ()) -> Document:
    """The document that blocks make: an empty line between each two, and the first heading as its title."""
    parts: list[str] = []
    marks: list[Mark] = []
    at, begun = 0, False
    for block in blocks:
        kind: Kind | None = block.kind
        if kind == "heading" and not begun:
            kind = "title"
        begun = begun or kind in ("title", "item", "quote", None)
        if kind:
            marks.append(Mark(kind, at, at + len(block.text)))
        marks += [Mark(mark.kind, at + mark.start, at + mark.end) for mark in block.marks]
        parts.append(block.text)
        at += len(block.text) + 2
    return Document(form, "\n\n".join(parts), tuple(marks), notes=notes)
