"""The paragraphs, headings and lists of HTML, with the words in bold and italics.

Web pages, Markdown, Word files, OpenDocument texts and e-books are all read through this module.
"""

import re
from collections.abc import Iterable
from itertools import groupby

from quizengine.text.documents.document import Block
from quizengine.text.documents.html_tokens import html_tokens
from quizengine.text.layout import Mark
from quizengine.text.layout.marks import Kind

_KINDS: dict[str, Kind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    "text:h": "heading",
    **dict.fromkeys(("li", "dd", "dt", "text:list-item"), "item"),
    "blockquote": "quote",
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    **dict.fromkeys(("table", "tr", "td", "th", "table:table", "table:table-cell"), "table"),
    **dict.fromkeys(("pre", "textarea"), "code"),
    **dict.fromkeys(("aside", "footer", "nav"), "note"),
}
_BREAKS = frozenset(
    [
        "p",
        "div",
        "header",
        "section",
        "article",
        "main",
        "body",
        "html",
        "ul",
        "ol",
        "dl",
        "hr",
        "form",
        "fieldset",
        "address",
        "figure",
        "details",
        "summary",
        "tbody",
        "thead",
        "text:p",
        "text:list",
    ]
)
_OF_MEANINGS = frozenset({"dd", "p", "div"})
"""Elements that the meaning of a term may begin with."""
_FONTS: dict[str, Kind] = {
    **dict.fromkeys(("b", "strong", "dfn"), "bold"),
    **dict.fromkeys(("i", "em", "cite"), "emphasis"),
}
_SILENT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "select",
        "button",
        "head",
        "text:note",
        "office:annotation",
        "text:tracked-changes",
    ]
)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_OUTRANKS: tuple[Kind, ...] = ("code", "table", "caption", "note", "heading", "quote", "item")
"""The kinds in order of rank: of the elements around a paragraph, the one of highest rank gives its kind."""
_DEEPEST = 500
_DEEPEST_FONTS = 20
"""The depth of nested elements that is remembered."""


class _Reader:
    """Gathers the blocks of a page."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._open: list[str] = []
        """The elements around the place, of those that matter here."""
        self._silent = 0
        self._words: list[str] = []
        self._length = 0
        self._fonts: list[tuple[Kind, int]] = []
        self._marks: list[Mark] = []
        self._term_ended = False
        """True between a term of a list of definitions (`dt`) and its meaning (`dd`), which become one line."""

    def read(self, html: str) -> list[Block]:
        """The blocks, in order."""
        take = {"text": self._take_text, "start": self._start, "end": self._end}
        for kind, token in html_tokens(html):
            take[kind](token)
        self._end_block()
        return self.blocks

    def _start(self, tag: str) -> None:
        if tag == "body":
            self._silent = 0  # a head need not be closed
        if tag in _SILENT:
            self._silent += 1
        elif tag in ("br", "text:line-break"):
            self._line_ends()
        elif tag in ("text:s", "text:tab"):
            self._take_text(" ")
        elif tag in _FONTS:
            if len(self._fonts) < _DEEPEST_FONTS:
                self._fonts.append((_FONTS[tag], self._length))
        elif tag == "sup":
            if not self._silent and len(self._open) < _DEEPEST:
                self._open.append(tag)
        elif tag in _KINDS or tag in _BREAKS:
            if not (self._term_ended and tag in _OF_MEANINGS):
                self._end_block()
            if tag in _KINDS and len(self._open) < _DEEPEST:
                self._open.append(tag)

    def _end(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _FONTS:
            self._end_font(_FONTS[tag])
        elif tag in _KINDS or tag in _BREAKS or tag == "sup":
            if tag == "dt" and self._length:
                self._take_text(": ")
                self._term_ended = True
            elif tag != "sup":
                self._end_block()
            if tag in self._open:
                del self._open[len(self._open) - 1 - self._open[::-1].index(tag) :]

    def _take_text(self, data: str) -> None:
        if self._silent:
            return
        if "sup" in self._open[-1:]:
            data = data.translate(_RAISED)
        words = _BLANKS.sub(" ", data)
        if words.startswith(" ") and (not self._length or self._words[-1].endswith((" ", "\n"))):
            words = words[1:]
        if words:
            self._term_ended = False
            self._words.append(words)
            self._length += len(words)

    def _line_ends(self) -> None:
        """Two line breaks in a row end a paragraph, as does one after the end of a sentence."""
        if self._words and self._words[-1].rstrip(" ")[-1:] in (*'.!?…”"’)', "\n"):
            self._end_block()
        elif self._length:
            self._words.append("\n")
            self._length += 1

    def _end_font(self, kind: Kind) -> None:
        for at in range(len(self._fonts) - 1, -1, -1):
            if self._fonts[at][0] == kind:
                self._marks.append(Mark(kind, self._fonts[at][1], self._length))
                del self._fonts[at]
                return

    def _end_block(self) -> None:
        self._marks += [Mark(font, start, self._length) for font, start in self._fonts]
        self._fonts = [(font, 0) for font, _ in self._fonts]
        text = "".join(self._words).replace("\n", " ")
        marks = [_trimmed(mark, text) for mark in self._marks]
        stripped = text.rstrip()
        if stripped:
            inside = {_KINDS[tag] for tag in self._open if tag in _KINDS}
            kind: Kind | None = next((each for each in _OUTRANKS if each in inside), None)
            self.blocks.append(Block(kind, stripped, tuple(mark for mark in marks if mark.start < mark.end)))
        self._words, self._length, self._marks, self._term_ended = [], 0, [], False


_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def _trimmed(mark: Mark, text: str) -> Mark:
    """The mark without the white space at its ends."""
    words = text[mark.start : mark.end]
    start = mark.start + len(words) - len(words.lstrip())
    return Mark(mark.kind, start, max(start, mark.start + len(words.rstrip())))


def blocks_of(html: str) -> tuple[Block, ...]:
    """The blocks of a page, in order; scripts and styles are not among them."""
    return with_bold_headings(_whole_tables(_Reader().read(html)))


def _whole_tables(blocks: list[Block]) -> list[Block]:
    """The blocks, with the cells of a table in one."""
    found: list[Block] = []
    for kind, group in groupby(blocks, lambda block: block.kind):
        members = list(group)
        found += [Block(kind, " | ".join(block.text for block in members))] if kind == "table" else members
    return found


def with_bold_headings(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks, where a paragraph that is bold from end to end and no sentence is a heading, as it is meant."""
    return tuple(
        Block("heading", block.text)
        if block.kind is None
        and any(mark.kind == "bold" and mark.end - mark.start == len(block.text) for mark in block.marks)
        and not block.text.endswith((".", "!", "?", "…", "”", '"', ":"))
        else block
        for block in blocks
    )
