"""HTML as Markdown of ours: emphasis, formulas, code, lists, tables, links and images of what other programs wrote.

A paragraph that Markdown would show otherwise than the HTML is kept as its words alone. Read `markdown_signs` first.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser

from quizengine.formats.encodings.html_text import BLOCKS, SPACE, UNSEEN
from quizengine.formats.encodings.markdown_signs import (
    code,
    code_block,
    escaped,
    escaped_starts,
    has_formula,
    link,
    medium_reference,
    shows,
    with_formulas,
)

FileOf = Callable[[str], str | None]
"""Gives the reference to a file, `media/cell.png`, by its address in HTML; None for one that did not come with it."""
Lost = Callable[[str], None]
"""Takes a note of what a piece of HTML is read without."""

_OWN = re.compile(
    r"<(b|strong|i|em|sub|sup|code|pre|tt|li|td|th|img|audio|u|s|del|strike|iframe|video|object|embed|svg|math"
    r"|a\s[^>]*href)\b",
    re.IGNORECASE,
)
_NO_WORDS = frozenset({"iframe", "video", "object", "embed", "svg", "math"})
_CELLS = frozenset({"td", "th"})
_SPOKEN = frozenset({"span", "details", "summary"})
_STRUCK = {"u": "underlining", "s": "strike-through", "del": "strike-through", "strike": "strike-through"}
_EMPHASIS = {"b": "**", "strong": "**", "i": "*", "em": "*", "sub": "~", "sup": "^", "code": "`", "tt": "`", "a": ""}
_BLOCK_CODE = "pre"
_PARAGRAPH = "paragraph"
"""The class of a span that quizengine writes for a paragraph where a form takes no elements of their own line."""


def has_markup(html: str) -> bool:
    """Return whether a piece of HTML has more than words and paragraphs."""
    return _OWN.search(html) is not None or has_formula(html)


def html_to_markdown(html: str, file_of: FileOf, lost: Lost) -> str:
    """Return a piece of HTML as Markdown."""
    return joined(markdown_blocks(html, file_of, lost))


def markdown_blocks(html: str, file_of: FileOf, lost: Lost) -> tuple[str, ...]:
    """Return every block that is not empty: paragraphs, code, items of lists with their signs, and tables."""
    reader = _Blocks(file_of, lost)
    reader.feed(html)
    reader.close()
    reader.end_of_block()
    return tuple(reader.made)


def joined(blocks: tuple[str, ...]) -> str:
    """Return blocks as one text: items of a list below each other, other blocks apart."""
    text = ""
    for block in blocks:
        both_items = _ITEM.match(block) and _ITEM.match(text.rpartition("\n\n")[2])
        text += f"{(chr(10) if both_items else chr(10) * 2) if text else ''}{block}"
    return text


_ITEM = re.compile(r" *(?:-|\d+\.) ")


@dataclass
class _Inline:
    """Words with their Markdown, and the words that it shows."""

    sign: str = ""
    address: str = ""
    made: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)

    def add(self, made: str, shown: str) -> None:
        """Add a piece."""
        self.made.append(made)
        self.shown.append(shown)


@dataclass
class _File:
    """The place of a reference to an image or a recording; a caption or a transcript may follow it."""

    among: list[str]
    place: int
    alt: str
    file: str

    def says(self, title: str) -> None:
        """Add a caption or a transcript."""
        if self.file:
            self.among[self.place] = medium_reference(self.alt, self.file, " ".join(title.split()))


class _Blocks(HTMLParser):
    """Collects blocks."""

    def __init__(self, file_of: FileOf, lost: Lost) -> None:
        super().__init__(convert_charrefs=True)
        self.file_of, self.lost = file_of, lost
        self.made: list[str] = []
        self.open = [_Inline()]
        self.unseen = 0
        self.code: list[str] | None = None  # the text of a <pre>
        self.lists: list[int | None] = []  # the number of the next item; None for an item without one
        self.begun = ""  # the sign of the item whose first block comes next
        self.rows: list[list[str]] | None = None
        self.cell: list[str] | None = None
        self.spoken: list[str] = []  # the classes of open spans, and open <details>
        self.file = _File([], 0, "", "")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in UNSEEN:
            self.unseen += 1
        elif tag == "br":
            self.words("\n") if self.code is None else self.code.append("\n")
        elif tag in ("img", "audio", "source"):
            self._file(values)
        elif tag in _SPOKEN:
            self._begin_words_of_file(tag, values.get("class", ""))
        elif tag == _BLOCK_CODE:
            self.end_of_block()
            self.code = []
        elif tag in _EMPHASIS and self.code is None:
            self.open.append(_Inline(tag, values.get("href", "")))
        elif tag in _NO_WORDS:
            self.lost(f"read without what is no text: {tag}")
        elif tag in _STRUCK:
            self.lost(f"read without {_STRUCK[tag]}")
        elif tag in BLOCKS or tag in _CELLS:
            self._begin(tag, values)

    def _begin(self, tag: str, values: dict[str, str]) -> None:
        self.end_of_block()
        if tag in ("ul", "ol"):
            begins = values.get("start", "1")
            self.lists.append(int(begins) if tag == "ol" and begins.isdecimal() else 1 if tag == "ol" else None)
        elif tag == "li":
            self._begin_item()
        elif tag == "table" and self.rows is None:
            self.rows = []
        elif tag == "tr" and self.rows is not None:
            self.rows.append([])
        elif tag in _CELLS and self.rows:
            self.cell = []

    def _begin_item(self) -> None:
        number = self.lists[-1] if self.lists else None
        if number is not None:
            self.lists[-1] = number + 1
        self.begun = "   " * (len(self.lists) - 1) + (f"{number}. " if number is not None else "- ")

    def handle_endtag(self, tag: str) -> None:
        if tag in UNSEEN:
            self.unseen = max(0, self.unseen - 1)
        elif tag == _BLOCK_CODE and self.code is not None:
            text, self.code = "".join(self.code).strip("\n"), None
            if text.strip():
                self._take(code_block(text))
        elif tag in _EMPHASIS and any(each.sign == tag for each in self.open[1:]):
            while self._close() != tag:
                pass
        elif tag in _SPOKEN and self.spoken:
            self._end_words_of_file(self.spoken.pop())
        elif tag in BLOCKS or tag in _CELLS:
            self._end(tag)

    def _begin_words_of_file(self, tag: str, name: str) -> None:
        """Begin a caption, a transcript or its heading, as quizengine writes them behind an image or a recording."""
        kind = name if tag == "span" else tag
        if kind == _PARAGRAPH:
            self.end_of_block()
        self.spoken.append(kind if self.file.file or kind == _PARAGRAPH else "")
        if self.spoken[-1] in ("caption", *_SPOKEN):
            self.open.append(_Inline(kind))

    def _end_words_of_file(self, kind: str) -> None:
        if kind == _PARAGRAPH:
            self.end_of_block()
        if kind not in ("caption", *_SPOKEN) or not any(each.sign == kind for each in self.open[1:]):
            return
        while self.open[-1].sign != kind:
            self._close()
        said = "".join(self.open.pop().shown)
        if kind == "details" or (kind == "caption" and "recording" not in self.spoken):
            self.file.says(said)

    def _end(self, tag: str) -> None:
        self.end_of_block()
        if tag in _CELLS and self.rows and self.cell is not None:
            self.rows[-1].append(" ".join(self.cell).replace("\n", " "))
            self.cell = None
        if tag in ("ul", "ol") and self.lists:
            self.lists.pop()
        elif tag == "table" and self.rows is not None:
            rows, self.rows = [row for row in self.rows if any(row)], None
            self._table(rows)

    def _table(self, rows: list[list[str]]) -> None:
        columns = max(map(len, rows), default=0)
        if columns < 2 or len(rows) < 2:
            self.made += [cell for row in rows for cell in row if cell]
            return
        lines = [f"| {' | '.join([*row, *[''] * (columns - len(row))])} |" for row in rows]
        self.made.append("\n".join((lines[0], "|" + " --- |" * columns, *lines[1:])))

    def handle_data(self, data: str) -> None:
        if self.code is not None:
            self.code.append(data)
        elif not self.unseen:
            self.words(SPACE.sub(" ", data))

    def words(self, text: str) -> None:
        """Take words, with formulas where there may be some."""
        in_code = any(each.sign in ("code", "tt", "sub", "sup") for each in self.open)
        self.open[-1].add(*((escaped(text), text) if in_code else with_formulas(text)))

    def _file(self, values: dict[str, str]) -> None:
        """Take an image or a recording, or the words that describe it."""
        alt = values.get("alt") or values.get("aria-label") or ""
        file = self.file_of(values["src"]) if values.get("src") else None
        if file and not alt.strip():
            alt = _name_in_words(file)
            self.lost(f"read with “{alt}” as the alternative text of an image that had none")
        if file:
            self.file = _File(self.open[-1].made, len(self.open[-1].made), alt, file)
        self.open[-1].add(medium_reference(alt, file, values.get("title", "")) if file else escaped(alt), alt)

    def _close(self) -> str:
        """Close what was opened last, and give its tag; the blanks at its ends move outside."""
        inline = self.open.pop()
        made, shown = "".join(inline.made), "".join(inline.shown)
        first, last = made[: len(made) - len(made.lstrip())], made[len(made.rstrip()) :]
        if not made.strip():
            self.open[-1].add(made, shown)
            return inline.sign
        self.open[-1].add(f"{first}{_wrapped(inline, made.strip(), shown.strip())}{last}", shown)
        return inline.sign

    def end_of_block(self) -> None:
        """Close what is open, and take the block."""
        while len(self.open) > 1:
            self._close()
        inline, self.open = self.open[0], [_Inline()]
        made = "\n".join(line.strip(" ") for line in "".join(inline.made).split("\n")).strip("\n")
        shown = "".join(inline.shown).replace("\u00a0", " ")
        if not shown.strip() and not made.strip():
            return
        made = escaped_starts(made.replace("\u00a0", " ")).strip()
        if not shows(made, shown):
            self.lost(f"read without the emphasis in “{' '.join(shown.split())[:40]}”")
            made = escaped_starts(escaped(shown)).strip()
        self._take(made)

    def _take(self, block: str) -> None:
        """Take a block; in a list, behind the sign of its item or below that."""
        if self.cell is not None:
            self.cell.append(block)
            return
        indent = " " * 3 * len(self.lists)
        first = self.begun or indent
        self.begun = ""
        self.made.append(first + block.replace("\n", f"\n{indent}"))


def _wrapped(inline: _Inline, made: str, shown: str) -> str:
    sign = _EMPHASIS[inline.sign]
    if inline.sign == "a":
        return link(made, inline.address)
    if sign == "`":
        return code(shown)
    if sign in "~^":
        return f"{sign}{re.sub(r'[ ]', lambda blank: chr(92) + blank[0], escaped(shown))}{sign}"
    return f"{sign}{made}{sign}"


def _name_in_words(file: str) -> str:
    return re.sub(r"[\W_]+", " ", file.rpartition("/")[2].rpartition(".")[0]).strip() or "image"
