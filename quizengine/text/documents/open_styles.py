"""The meaning of styles in an OpenDocument text, as HTML tags."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_STYLE_TAG = re.compile(r"<(?P<end>/?)style:(?P<name>style|text-properties)\b(?P<values>[^<>]*)>")
_TEXT_TAG = re.compile(r"<(?P<end>/?)text:(?P<name>span|p)\b(?P<values>[^<>]*)>")
_VALUE = re.compile(r"([\w:-]{1,60})\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_BOLD = re.compile(r"bold|[6-9]00")
_ITALIC = re.compile(r"italic|oblique")
_ELEMENTS = {
    "Title": "h1",
    "Quotations": "blockquote",
    "Preformatted_20_Text": "pre",
    **dict.fromkeys(("Caption", "Illustration", "Figure", "Drawing", "Table"), "figcaption"),
}
"""The meaning of the paragraph styles that every such program has."""
_FONTS = {"Strong_20_Emphasis": ("b",), "Emphasis": ("i",)}
_MOST_PARENTS = 20


@dataclass(frozen=True)
class _Style:
    parent: str = ""
    weight: str = ""
    slant: str = ""
    """The slant as the file has it, like `weight`; empty if the style leaves it to its parent."""


def with_html_tags(content: str, styles: str) -> str:
    """The XML of a text with tags of HTML where a style means bold, italics, a title, a quotation or a caption.

    `styles` is the file of the styles that have names for their users; `content` holds the others.
    """
    known = {name: style for xml in (styles, content) for name, style in _styles_in(xml)}
    elements: dict[str, tuple[str, ...]] = {}
    closing: list[str] = []

    def as_html(tag: re.Match[str]) -> str:
        if tag["end"]:
            return (closing.pop() if closing else "") + tag[0]
        if tag["values"].endswith("/"):
            return tag[0]
        name = _values(tag).get("text:style-name", "")
        if name not in elements:
            elements[name] = tuple(_elements_of(name, known))
        closing.append("".join(f"</{element}>" for element in reversed(elements[name])))
        return tag[0] + "".join(f"<{element}>" for element in elements[name])

    return _TEXT_TAG.sub(as_html, content)


def _styles_in(xml: str) -> Iterator[tuple[str, _Style]]:
    """The styles of a file, each by its name."""
    name, parent = "", ""
    for tag in _STYLE_TAG.finditer(xml):
        if tag["end"]:
            name = "" if tag["name"] == "style" else name
            continue
        values = _values(tag)
        if tag["name"] == "style":
            name, parent = values.get("style:name", ""), values.get("style:parent-style-name", "")
            yield name, _Style(parent)
        elif name:
            yield name, _Style(parent, values.get("fo:font-weight", ""), values.get("fo:font-style", ""))


def _elements_of(name: str, styles: Mapping[str, _Style]) -> Iterator[str]:
    """The elements of HTML that a style stands for, the outermost first."""
    line = tuple(_line_of(name, styles))
    yield from [_ELEMENTS[one] for one in line if one in _ELEMENTS][:1]
    yield from next((_FONTS[one] for one in line if one in _FONTS), ())
    found = [styles[one] for one in line if one in styles]
    if _BOLD.match(next((style.weight for style in found if style.weight), "")):
        yield "b"
    if _ITALIC.match(next((style.slant for style in found if style.slant), "")):
        yield "i"


def _line_of(name: str, styles: Mapping[str, _Style]) -> Iterator[str]:
    """A style and those that it builds on, the nearest first."""
    for _ in range(_MOST_PARENTS):
        if not name:
            return
        yield name
        name = styles[name].parent if name in styles else ""


def _values(tag: re.Match[str]) -> dict[str, str]:
    return {name: double or single for name, double, single in _VALUE.findall(tag["values"])}
