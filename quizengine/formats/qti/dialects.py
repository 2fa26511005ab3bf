"""The versions of QTI: their names for elements, attributes, files and templates."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from quizengine.formats.encodings.xml_tree import element

_XHTML = frozenset({
    "a", "blockquote", "br", "code", "div", "em", "img", "li", "ol", "p", "pre", "span", "strong", "sub", "sup",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
})  # fmt: skip
_BIG = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True)
class Dialect:
    """One version."""

    items: str
    """The namespace of items and tests."""
    manifest: str
    """The namespace of the manifest."""
    version: str
    """The end of the types of resources: `v2p1`."""
    schema: tuple[str, str]
    """The schema that the manifest names, with its version."""
    match_correct: str
    """The address of the template that gives one point for the right response."""
    hyphens: bool = False
    """True if names are `qti-choice-interaction` and not `choiceInteraction`."""
    says_who_marks: bool = False
    """True if an item can say that a person marks it, and that a rubric is for marking."""

    def block(self, name: str, words: Element, **attributes: str) -> Element:
        """A block of words beside what is answered, such as feedback, which the third version wraps once more."""
        return element(name, element("contentBody", words) if self.hyphens else words, **attributes)


QTI_2_1 = Dialect(
    "http://www.imsglobal.org/xsd/imsqti_v2p1",
    "http://www.imsglobal.org/xsd/imscp_v1p1",
    "v2p1",
    ("QTIv2.1 Package", "1.0.0"),
    "http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct",
)
QTI_3_0 = Dialect(
    "http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
    "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
    "v3p0",
    ("QTI Package", "3.0.0"),
    "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml",
    hyphens=True,
    says_who_marks=True,
)


def in_dialect(root: Element, dialect: Dialect) -> Element:
    """The element and all within it by the names of a version, in its namespace."""
    if dialect.hyphens:
        _with_hyphens(root)
    root.set("xmlns", dialect.items)
    return root


def qti_name(name: str) -> str:
    """The name of an element or attribute in 2.1: `qti-choice-interaction` is `choiceInteraction`."""
    first, *others = name.removeprefix("qti-").split("-")
    return first + "".join(word.capitalize() for word in others)


def _with_hyphens(node: Element) -> None:
    if node.tag not in _XHTML:
        node.tag = f"qti-{_hyphened(node.tag)}"
    for name in list(node.attrib):
        node.set(_hyphened(name), node.attrib.pop(name))
    for child in node:
        if child.tag != "math":
            _with_hyphens(child)


def _hyphened(name: str) -> str:
    return _BIG.sub("-", name).lower()
