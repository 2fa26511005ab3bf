"""HTML as elements of XML, for formats whose texts are XHTML; what is between marks becomes other elements."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from xml.etree.ElementTree import Element

from quizengine.formats.encodings.xml_tree import append, element

_MATHML = "http://www.w3.org/1998/Math/MathML"
_EMPTY = frozenset({"br", "img", "hr", "mspace"})
_NOT_IN_QTI = frozenset({"tabindex", "target", "rel", "start"})
_MARK = re.compile("\ue000(\\d+)\ue001")


def mark(number: int) -> str:
    """The sign in HTML that becomes the element with this number."""
    return f"\ue000{number}\ue001"


def with_xhtml(parent: Element, html: str, instead: Callable[[int], Element] = lambda number: element("br")) -> Element:
    """The parent with the elements and words of a piece of HTML in it, which may be at most words."""
    reader = _Elements(parent, instead)
    reader.feed(html)
    reader.close()
    return parent


class _Elements(HTMLParser):
    """Adds to an element what it reads; what is not closed ends with what it is in."""

    def __init__(self, parent: Element, instead: Callable[[int], Element]) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [parent]
        self.instead = instead

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = element(tag, **{name: value or "" for name, value in attrs if name not in _NOT_IN_QTI})
        if tag == "math":
            made.set("xmlns", _MATHML)
        append(self.open[-1], made)
        if tag not in _EMPTY:
            self.open.append(made)

    def handle_endtag(self, tag: str) -> None:
        names = [node.tag for node in self.open[1:]]
        if tag in names:
            del self.open[1 + len(names) - 1 - names[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        for number, piece in enumerate(_MARK.split(data)):
            append(self.open[-1], self.instead(int(piece)) if number % 2 else piece)
