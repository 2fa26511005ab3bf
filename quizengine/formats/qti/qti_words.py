"""The words in the body of an item: paragraph by paragraph, with the gaps between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizengine.formats.encodings.xml_tree import Node

_SPACE = re.compile(r"[ \t\r\n]+")
_BLOCKS = frozenset(["p", "div", "li", "ul", "ol", "pre", "h1", "h2", "h3", "h4", "blockquote", "tr", "table"])
_UNSEEN = frozenset(
    {"choiceInteraction", "matchInteraction", "orderInteraction", "extendedTextInteraction"}
    | {"rubricBlock", "feedbackBlock"}
)


@dataclass(frozen=True)
class Flow:
    """A paragraph: words, and the gaps among them."""

    pieces: tuple[str | Node, ...]

    @property
    def words(self) -> str:
        """Its words without the gaps."""
        return "".join(piece for piece in self.pieces if isinstance(piece, str))

    @property
    def gaps(self) -> tuple[Node, ...]:
        """Its gaps."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Node))

    @property
    def before(self) -> str:
        """The words before the first gap."""
        first = self.pieces[0]
        return first.strip() if isinstance(first, str) else ""

    @property
    def after(self) -> str:
        """The words after the last gap."""
        last = self.pieces[-1]
        return last.strip() if isinstance(last, str) else ""


def words_of(node: Node) -> str:
    """All words in a node, a line for each paragraph and each `<br/>`."""
    return "\n".join(flow.words for flow in flows_of(node))


def flows_of(node: Node | None) -> tuple[Flow, ...]:
    """The paragraphs in a node that are not empty; what is in interactions with options is left out."""
    blocks: list[list[str | Node]] = [[]]
    for piece in _pieces(node) if node else ():
        if piece is None:
            blocks.append([])
        else:
            blocks[-1].append(piece)
    return tuple(Flow(pieces) for pieces in map(_joined, blocks) if pieces)


def _pieces(node: Node) -> Iterator[str | Node | None]:
    """Words, gaps, and None for the border of a block."""
    for piece in node.content:
        if isinstance(piece, str):
            yield _SPACE.sub(" ", piece)
        elif piece.name == "br":
            yield "\n"
        elif piece.name == "img":
            yield piece.attributes.get("alt", "")
        elif piece.name == "textEntryInteraction":
            yield piece
        elif piece.name in _BLOCKS:
            yield None
            yield from _pieces(piece)
            yield None
        elif piece.name not in _UNSEEN:
            yield from _pieces(piece)


def _joined(pieces: list[str | Node]) -> tuple[str | Node, ...]:
    """The pieces of a block, words that follow each other as one, without blanks at its ends."""
    joined: list[str | Node] = []
    for piece in pieces:
        if isinstance(piece, str) and joined and isinstance(joined[-1], str):
            joined[-1] += piece
        else:
            joined.append(piece)
    if joined and isinstance(joined[0], str):
        joined[0] = joined[0].lstrip(" ")
    if joined and isinstance(joined[-1], str):
        joined[-1] = joined[-1].rstrip(" ")
    return tuple(piece.replace("\u00a0", " ") if isinstance(piece, str) else piece for piece in joined if piece)
