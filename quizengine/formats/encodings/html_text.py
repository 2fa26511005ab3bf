"""Plain text as HTML and HTML as plain text, for formats whose texts are HTML."""

import re
from html import escape
from html.parser import HTMLParser

_BLANKS = re.compile(r"(?<= ) | (?=\n)|(?<=\n) ")
_AT_THE_ENDS = re.compile(r"\A | \Z")
_FORMULA_SIGN = re.compile(r"(?<=\\)(?=[(\[])|(?<=\$)(?=\$)")
SPACE = re.compile(r"[ \t\r\n\f]+")
BLOCKS = frozenset(
    [
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "pre",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "tr",
        "table",
        "section",
        "article",
        "dd",
        "dt",
        "dl",
    ]
)
UNSEEN = frozenset({"script", "style", "title", "head"})
"""Elements whose words are not shown. Above: what begins and ends a line, and blanks that HTML shows as one."""


def html_of(text: str) -> str:
    """The text as HTML: every character as it is, line breaks as `<br>`, blanks that HTML would swallow as no-break.

    What other programs would draw as a formula stays words: an element that shows nothing is inside its signs.
    """
    html = escape(kept_blanks(text), quote=False).replace("\n", "<br>")
    return _FORMULA_SIGN.sub("<span></span>", html)


def kept_blanks(text: str, *, whole: bool = False) -> str:
    """The text with no-break spaces where HTML would swallow blanks; of a `whole` element also at its ends."""
    kept = _BLANKS.sub("\u00a0", text.replace("\r\n", "\n"))
    return _AT_THE_ENDS.sub("\u00a0", kept) if whole else kept


def paragraphs(*texts: str) -> str:
    """Each text that is not empty as a paragraph of HTML."""
    return "".join(f"<p>{html_of(kept_blanks(text, whole=True))}</p>" for text in texts if text)


def html_to_text(html: str) -> str:
    """The words of a piece of HTML, a line for each block and each `<br>`; no-break spaces are spaces."""
    return "\n".join(html_blocks(html))


def html_blocks(html: str) -> tuple[str, ...]:
    """The words of every block that is not empty, as paragraphs and list items are; a line for each `<br>`."""
    reader = _Words()
    reader.feed(html)
    reader.close()
    return reader.blocks()


class _Words(HTMLParser):
    """Collects words, line by line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str | None] = []  # None is the border of a block
        self.unseen = 0
        self.in_code = 0  # how many <pre> are open
        self.cells = 0  # 1 behind the first cell of a row

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in UNSEEN:
            self.unseen += 1
        elif tag == "br":
            self.found.append("\n")
        elif tag == "img":
            self.found.append(dict(attrs).get("alt") or "")
        elif tag in ("td", "th"):
            self.found += [" | "] * self.cells
            self.cells = 1
        elif tag in BLOCKS:
            self.in_code += tag == "pre"
            self.cells = 0
            self.found.append(None)

    def handle_endtag(self, tag: str) -> None:
        if tag in UNSEEN:
            self.unseen = max(0, self.unseen - 1)
        elif tag in BLOCKS:
            self.in_code = max(0, self.in_code - (tag == "pre"))
            self.found.append(None)

    def handle_data(self, data: str) -> None:
        if self.in_code:  # blanks as they are: no-break until the ends of lines have been cut
            self.found.append(data.strip("\n").replace(" ", "\u00a0"))
        elif not self.unseen:
            self.found.append(SPACE.sub(" ", data))

    def blocks(self) -> tuple[str, ...]:
        """The words of every block that is not empty."""
        blocks: list[list[str]] = [[]]
        for piece in self.found:
            if piece is None:
                blocks.append([])
            else:
                blocks[-1].append(piece)
        texts = ("\n".join(line.strip(" ") for line in "".join(block).split("\n")) for block in blocks)
        return tuple(text.replace("\u00a0", " ") for text in texts if text)
