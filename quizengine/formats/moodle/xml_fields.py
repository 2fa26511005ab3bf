"""The fields of an element of Moodle XML: elements directly within others, and the words in them."""

import re

from quizengine.formats.encodings.html_text import html_to_text
from quizengine.formats.encodings.xml_tree import Node

_NO_TEXT = re.compile(r"<(img|audio|video|object|iframe|svg|math|canvas)\b", re.IGNORECASE)
_PLAIN = ("plain_text", "markdown")
_AUTO = "moodle_auto_format"


def fields(node: Node | None, name: str) -> list[Node]:
    """Return the elements with this name directly within another."""
    return [child for child in node.children if child.name == name] if node else []


def field(node: Node, *path: str) -> Node | None:
    """Return the first element along a path of names, or None."""
    found: Node | None = node
    for name in path:
        found = next(iter(fields(found, name)), None)
    return found


def said(node: Node, *path: str, default: str = "") -> str:
    """Return the words at the end of a path of names, without blanks around them; the default where there are none."""
    found = field(node, *path)
    return (found.text.strip() if found else "") or default


def words_in_field(node: Node | None, default_format: str = "html") -> str:
    """Return the words of a field with a format, as the format says."""
    if node is None:
        return ""
    text = (field(node, "text") or node).text
    form = node.attributes.get("format", default_format)
    return text.strip() if form in _PLAIN else html_to_text(as_html(text, form)).strip()


def has_format_markdown(node: Node | None) -> bool:
    """Return whether a field has the format Markdown."""
    return node is not None and node.attributes.get("format") == "markdown"


def text_as_html(node: Node) -> str:
    """Return the text of a field as it stands, for HTML or Markdown."""
    return as_html(said(node, "text"), node.attributes.get("format", "html"))


def as_html(text: str, form: str) -> str:
    """Return the text of a field as HTML: in Moodle's own format, the ends of lines are line breaks."""
    return re.sub(r"\n", "<br>", re.sub(r">\s+<", "><", text.strip())) if form == _AUTO else text


def no_text(node: Node | None) -> tuple[str, ...]:
    """Return the names of what a field in HTML has beside words, such as pictures."""
    if node is None or node.attributes.get("format", "html") in _PLAIN:
        return ()
    return tuple(dict.fromkeys(found.lower() for found in _NO_TEXT.findall(said(node, "text"))))
