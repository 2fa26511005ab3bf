"""Shows a text with markup on a page: sanitised HTML, in blocks or in a line, without scripts or styles.

The HTML is made from tokens that contain no HTML, and nh3 then removes everything except the elements listed here.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from quizengine.quiz.markup.formulas import ATTRIBUTES, ELEMENTS, mathml
from quizengine.quiz.markup.media import Medium
from quizengine.quiz.markup.parsing import parsed

BlockKind = Literal["paragraph", "code", "table", "formula", "other"]


@dataclass(frozen=True)
class Source:
    """The address of an image or a recording on a surface, with its width and height in pixels, 0 if unknown."""

    address: str
    width: int = 0
    height: int = 0


def as_referred(medium: Medium) -> Source:
    """The file under the path that the text has for it."""
    return Source(medium.file)


def as_latex(latex: str, display: bool) -> str:
    r"""A formula as MathJax and most learning platforms read it: `\(…\)` in a line, `\[…\]` on one of its own."""
    from markdown_it.common.utils import escapeHtml

    return rf"\[{escapeHtml(latex)}\]" if display else rf"\({escapeHtml(latex)}\)"


@dataclass(frozen=True)
class Surface:
    """The way a surface shows what is not words. Without a source, an image is shown as its alternative text."""

    source: Callable[[Medium], Source | None] = as_referred
    formula: Callable[[str, bool], str] = mathml
    """Gives MathML, or with `as_latex` what a platform with a renderer of its own reads; then in HTML."""
    transcript: str = "Transcript"
    """The word that unfolds the transcript of a recording."""


@dataclass(frozen=True)
class Block:
    """One block of a text: a paragraph, a list, a table, code, or a formula on a line of its own."""

    kind: BlockKind
    html: str
    """Its HTML; of a paragraph what is inside it, so that it can be in a heading or a label."""
    has_words: bool
    """True if there is any word in it, beside those of images."""
    holds_audio: bool = False

    @property
    def whole(self) -> str:
        """Its HTML as a block."""
        if self.kind != "paragraph":
            return self.html
        return f'<div class="paragraph">{self.html}</div>' if self.holds_audio else f"<p>{self.html}</p>"

    @property
    def phrase(self) -> str:
        """Its HTML as it is in a label or a heading beside other blocks."""
        return f'<span class="paragraph">{self.html}</span>' if self.kind == "paragraph" else self.html


def html(text: str, surface: Surface = Surface()) -> str:
    """The whole text as HTML, in blocks."""
    return "\n".join(block.whole for block in blocks(text, surface))


def blocks(text: str, surface: Surface = Surface()) -> tuple[Block, ...]:
    """The blocks of a text, each sanitised; none of a text that is too large."""
    tokens = parsed(text)
    if not tokens:
        return ()
    from quizengine.quiz.markup.html_renderer import drawn_blocks

    return tuple(
        Block(kind, sanitised(made), has_words, "<audio" in made)
        for kind, made, has_words in drawn_blocks(tokens, surface)
    )


def phrase(text: str, surface: Surface = Surface()) -> str:
    """The text as HTML for a label, a heading or a cell: bare where it is one paragraph."""
    found = blocks(text, surface)
    return found[0].html if len(found) == 1 else "".join(block.phrase for block in found)


def sanitised(made: str) -> str:
    """HTML with only the elements and attributes that are shown; links lead to the web or to mail."""
    return str(_cleaner().clean(made))


_TAGS = frozenset({
    "a", "audio", "blockquote", "br", "code", "details", "div", "em", "img", "li", "ol", "p", "pre", "span",
    "strong", "sub", "summary", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
})  # fmt: skip
_OF_TAGS = {
    "a": {"href", "target"},
    "audio": {"src", "controls", "preload", "aria-label"},
    "code": {"class"},
    "div": {"class", "tabindex"},
    "img": {"src", "alt", "width", "height", "class"},
    "ol": {"start"},
    "pre": {"tabindex"},
    "span": {"class", "tabindex"},
    "td": {"class"},
    "th": {"class", "scope"},
}
LINK = re.compile(r"(?:https?://|mailto:)[^\s]+", re.IGNORECASE)


@cache
def _cleaner() -> Any:
    import nh3

    return nh3.Cleaner(
        tags=set(_TAGS | ELEMENTS),
        attributes=_OF_TAGS | {element: set(ATTRIBUTES) for element in ELEMENTS},
        attribute_filter=_kept,
        url_schemes={"http", "https", "mailto", "data"},
        link_rel="noopener noreferrer nofollow",
    )


def _kept(tag: str, attribute: str, value: str) -> str | None:
    if attribute == "href":
        return value if LINK.fullmatch(value) else None
    return value
