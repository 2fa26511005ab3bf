"""Typst source for the HTML of a question's texts: each element is a call, and every word a string, never a command."""

import re
from html.parser import HTMLParser

_CALLS = {
    "strong": "strong",
    "em": "emph",
    "sub": "sub",
    "sup": "super",
    "code": "mono",
    "blockquote": "quoted",
}
_BLANKS = re.compile(r"[ \t\r\n]+")
_BREAKS = re.compile(r'(?:#" ")?(?:#parbreak\(\)(?:#" ")?)+')
_BREAKS_AT_THE_ENDS = re.compile(r"\A(?:#parbreak\(\))+|(?:#parbreak\(\))+\Z")
_NO_WORDS = frozenset({"table", "tbody", "thead", "tr", "ul", "ol", "blockquote"})
"""Elements in which white space is only between other elements."""


def typst_string(words: str) -> str:
    """Return words as a string of Typst."""
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"').replace("\r", "") + '"'


def words_as_typst(text: str) -> str:
    """Return plain words as content, with their line breaks."""
    return "#linebreak()".join(f"#{typst_string(line)}" if line else "" for line in text.split("\n"))


def html_as_typst(html: str) -> str:
    """Return HTML, as quizengine makes it for paper, as content; an image by the name of its file."""
    reader = _Content()
    reader.feed(html)
    reader.close()
    return _BREAKS_AT_THE_ENDS.sub("", _BREAKS.sub("#parbreak()", reader.made[0].whole))


class _Element:
    """An element while it is read: its tag, its attributes, and what is in it."""

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag, self.attributes = tag, attributes
        self.pieces: list[str] = []
        self.items: list[str] = []
        """The items of a list, or the cells of a table."""
        self.columns = 0

    @property
    def whole(self) -> str:
        """The content of the element."""
        return "".join(self.pieces)


class _Content(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.made = [_Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag == "br":
            self.made[-1].pieces.append("#linebreak()")
        elif tag == "img":
            alt = f", alt: {typst_string(attributes.get('alt', ''))}"
            self.made[-1].pieces.append(f"#picture({typst_string(attributes.get('src', ''))}{alt})")
        else:
            self.made.append(_Element(tag, attributes))

    def handle_endtag(self, tag: str) -> None:
        if any(element.tag == tag for element in self.made[1:]):
            while self.made[-1].tag != tag:
                self._close()
            self._close()

    def handle_data(self, data: str) -> None:
        if self.made[-1].tag in _NO_WORDS and not data.strip():
            return
        if any(element.tag == "pre" for element in self.made):
            self.made[-1].pieces.append(data)
        else:
            self.made[-1].pieces.append(words_as_typst(_BLANKS.sub(" ", data)))

    def close(self) -> None:
        super().close()
        while len(self.made) > 1:
            self._close()

    def _close(self) -> None:
        one, parent = self.made.pop(), self.made[-1]
        match one.tag:
            case "li" | "td" | "th":
                parent.items.append(f"[{_BREAKS_AT_THE_ENDS.sub('', one.whole)}]")
            case "tr" | "thead" | "tbody":
                parent.items += one.items
                parent.columns = max(parent.columns, one.columns, len(one.items) if one.tag == "tr" else 0)
            case "code" if parent.tag == "pre":
                parent.pieces.append(one.whole)
            case _:
                parent.pieces.append(_call(one))


def _call(one: _Element) -> str:
    """Write an element that is no part of another; its content alone if its tag says nothing."""
    inside = _BREAKS_AT_THE_ENDS.sub("", one.whole)
    match one.tag:
        case "table":
            return f"#table(columns: {max(1, one.columns)}, {', '.join(one.items)})" if one.items else ""
        case "ul":
            return f"#list({', '.join(one.items)})"
        case "ol":
            begins = one.attributes.get("start", "1")
            return f"#enum(start: {begins if begins.isdecimal() else 1}, {', '.join(one.items)})"
        case "pre":
            return f"#raw({typst_string(one.whole)}, block: true)"
        case "a" if one.attributes.get("href"):
            return f"#link({typst_string(one.attributes['href'])})[{inside}]"
        case "p":
            return f"#parbreak(){inside}#parbreak()"
        case "span" if one.attributes.get("class") == "paragraph":
            return f"#parbreak(){inside}#parbreak()"
        case tag if tag in _CALLS:
            return f"#{_CALLS[tag]}[{inside}]"
        case _:
            return one.whole
