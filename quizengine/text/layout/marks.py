"""The marks that a document sets on its text: headings, list items, terms in bold."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["title", "heading", "item", "quote", "caption", "table", "code", "note", "bold", "emphasis"]
ASIDE: frozenset[Kind] = frozenset({"heading", "caption", "table", "code", "note"})
"""Kinds that are not prose and never asked about."""


@dataclass(frozen=True)
class Mark:
    """A stretch of a text, by offsets, that its document marks."""

    kind: Kind
    start: int
    end: int
