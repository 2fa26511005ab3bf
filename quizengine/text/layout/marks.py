"""What a document says of stretches of its text: that they are headings, items of a list, terms in bold."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["title", "heading", "item", "quote", "caption", "table", "code", "note", "bold", "emphasis"]
ASIDE: frozenset[Kind] = frozenset({"heading", "caption", "table", "code", "note"})
"""What is no prose, and never asked about."""


@dataclass(frozen=True)
class Mark:
    """A stretch of a text, by offsets, that its document marks."""

    kind: Kind
    start: int
    end: int
