"""XML for formats: documents from elements, and elements with their lines from documents that anybody may have made."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, tostring
from xml.parsers.expat import ExpatError, ParserCreate

from quizengine.errors import FormatError
from quizengine.extensions.records import Finding

_MOST_DEPTH = 200
_MOST_NODES = 1_000_000
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def element(tag: str, *content: Element | str, **attributes: str) -> Element:
    """An element with what it holds in order; an underscore in front of an attribute's name is left out (`_class`).

    Characters that XML cannot hold become U+FFFD.
    """
    made = Element(tag, {name.lstrip("_"): _written(value) for name, value in attributes.items()})
    for piece in content:
        append(made, piece)
    return made


def append(parent: Element, piece: Element | str) -> None:
    """Add an element, or words, after all that the parent holds."""
    if isinstance(piece, Element):
        parent.append(piece)
    elif len(parent):
        parent[-1].tail = (parent[-1].tail or "") + _written(piece)
    else:
        parent.text = (parent.text or "") + _written(piece)


def document(root: Element) -> bytes:
    """The bytes of a document, as they stand: blanks between elements would be words in some places."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'.encode()


def _written(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


@dataclass
class Node:
    """An element as it was read, its name without its namespace."""

    name: str
    attributes: dict[str, str]
    line: int
    content: "list[Node | str]" = field(default_factory=list)

    @property
    def children(self) -> "list[Node]":
        """The elements directly within it."""
        return [piece for piece in self.content if isinstance(piece, Node)]

    @property
    def text(self) -> str:
        """All words within it, with what is deeper."""
        return "".join(piece if isinstance(piece, str) else piece.text for piece in self.content)

    def all(self, *names: str) -> "Iterator[Node]":
        """Every element of these names within it, however deep, in the order of the document."""
        waiting = self.children[::-1]
        while waiting:
            node = waiting.pop()
            if node.name in names:
                yield node
            waiting += node.children[::-1]

    def first(self, *names: str) -> "Node | None":
        """The first element of these names within it, however deep."""
        return next(self.all(*names), None)


def read_xml(data: bytes, name: str) -> Node:
    """The root of a document; raises FormatError with line and column for what is no XML or declares entities."""
    return _Building(name).read(data)


class _Building:
    """A tree while it is read; nothing of it is given out before it is whole."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.root: Node | None = None
        self.open: list[Node] = []
        self.nodes = 0
        self.parser = ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.words
        self.parser.EntityDeclHandler = self.entity

    def read(self, data: bytes) -> Node:
        try:
            self.parser.Parse(data, True)
        except ExpatError as fault:
            words = (
                f"found XML that is damaged or not whole ({str(fault).partition(':')[0]}), expected a whole document"
            )
            raise FormatError(str(Finding(words, self.name, fault.lineno, fault.offset + 1))) from None
        except (ValueError, LookupError) as fault:  # an encoding that is not known
            raise FormatError(f"{self.name}: found XML that cannot be read ({fault}); save it as UTF-8") from None
        if self.root is None:
            raise self.refusal("found an empty document, expected XML")
        return self.root

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.nodes += 1
        if len(self.open) >= _MOST_DEPTH or self.nodes > _MOST_NODES:
            raise self.refusal(f"found more than {_MOST_DEPTH} elements in each other, or over {_MOST_NODES:,} in all")
        plain = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        node = Node(tag.rpartition(":")[2], plain, self.parser.CurrentLineNumber)
        if self.open:
            self.open[-1].content.append(node)
        else:
            self.root = node
        self.open.append(node)

    def end(self, tag: str) -> None:
        self.open.pop()

    def words(self, text: str) -> None:
        if self.open:
            self.open[-1].content.append(text)

    def entity(self, *declared: object) -> None:
        raise self.refusal(f"found the entity “{declared[0]}”, expected XML that declares none; remove its declaration")

    def refusal(self, words: str) -> FormatError:
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        return FormatError(str(Finding(words, self.name, line, column)))
