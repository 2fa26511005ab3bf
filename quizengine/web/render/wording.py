"""The words of a quiz as a page shows them: plain text as it is, Markdown as HTML with its formulas and its media."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from jinja2 import pass_context
from markupsafe import Markup, escape

from quizengine.quiz.markup import (
    PLAIN,
    Medium,
    Source,
    Surface,
    blocks,
    gap_mark,
    html,
    media,
    phrase,
    plain,
    with_gaps,
)
from quizengine.quiz.markup import Markup as Notation
from quizengine.web.render.languages import gettext

if TYPE_CHECKING:
    from jinja2.runtime import Context

MEDIA = "media_source"
"""The name by which templates know the function that gives the address of an image or a recording."""
_NOTHING = Markup()
_FORMULA = re.compile("<math.*?</math>", re.DOTALL)
_LONG = 140
_REMEMBERED = 4096


@dataclass(frozen=True)
class StemWords:
    """A stem as a heading with what is above and below it; without Markdown all of it is the heading."""

    heading: str
    """The paragraph that asks, as the content of a heading; empty if no paragraph has words."""
    above: Markup = _NOTHING
    below: Markup = _NOTHING
    long: bool = False
    """True if it is so long that it is read as text; as large as a heading it would only shout."""


@pass_context
def worded(context: "Context", text: str, notation: Notation) -> str:
    """A text for a label, a list or a cell."""
    if notation == PLAIN:
        return text
    return _safe(phrase(text, _surface(context)) if media(text) else _without_media(text))


@pass_context
def passage(context: "Context", text: str, notation: Notation) -> str:
    """A text in blocks of its own."""
    return text if notation == PLAIN else _safe(html(text, _surface(context)))


@pass_context
def stem_words(context: "Context", text: str, notation: Notation) -> StemWords:
    """A stem with its heading: the first paragraph with words, which may hold no code and no table."""
    if notation == PLAIN:
        return StemWords(text, long=len(text) > _LONG)
    found = blocks(text, _surface(context))
    at = next((at for at, block in enumerate(found) if block.kind == "paragraph" and block.has_words), None)
    if at is None:
        return StemWords("", below=_safe("".join(block.whole for block in found)))
    above, below = ("".join(block.whole for block in some) for some in (found[:at], found[at + 1 :]))
    heading = _safe(found[at].html)
    return StemWords(heading, _safe(above), _safe(below), len(heading.striptags()) > _LONG)


@pass_context
def flowed(context: "Context", pieces: Sequence[object], notation: Notation, gaps: Sequence[str]) -> Markup:
    """A run of words with what is drawn for each of its gaps, in order; a gap may lie inside code or a table."""
    numbers = iter(range(1, len(pieces) + 1))
    drawn = {number: Markup(gap) for number, gap in enumerate(gaps, 1)}  # noqa: S704 # drawn by a template
    if notation == PLAIN:
        return _NOTHING.join(escape(one) if isinstance(one, str) else drawn[next(numbers)] for one in pieces)
    text = "".join(one if isinstance(one, str) else gap_mark(next(numbers)) for one in pieces)
    return _safe(with_gaps(html(text, _surface(context)), lambda number: drawn.get(number, _NOTHING)))


def in_words(text: str, notation: Notation) -> str:
    """A text for where only words can be, as in a drop-down list."""
    return text if notation == PLAIN else plain(text)


def kept(notation: Notation) -> str:
    """The class of an element with words: plain text keeps its line breaks, Markdown has its own."""
    return "kept" if notation == PLAIN else "rich"


def formula_name(text: str, notation: Notation) -> str:
    """Return the LaTeX of a label that is a formula and nothing else; empty for any other.

    Not every program reads MathML as the name of a field.
    """
    if notation == PLAIN or "$" not in text:
        return ""
    beside = _FORMULA.sub("", _without_media(text))
    return "" if Markup(beside).striptags().strip() or "<img" in beside else plain(text)  # noqa: S704 # only its words


def letter(place: int) -> str:
    """The letter of a place in a list, counted from 0, as browsers count: A to Z, then AA."""
    before, last = divmod(place, 26)
    return f"{letter(before - 1) if before else ''}{chr(ord('A') + last)}"


def only_words(texts: Sequence[str], notation: Notation) -> bool:
    """Return whether nothing is lost if these texts are shown as words alone."""
    return notation == PLAIN or all(_without_media(text) == str(escape(plain(text))) for text in texts)


@lru_cache(_REMEMBERED)
def _without_media(text: str) -> str:
    """The HTML of a text, drawn once where no file belongs to it: options and pairs are drawn for every page."""
    return phrase(text)


def _surface(context: "Context") -> Surface:
    source: Callable[[Medium], Source | None] = context[MEDIA]
    return Surface(source, transcript=gettext("Transcript"))


def _safe(made: str) -> Markup:
    return Markup(made)  # noqa: S704 # sanitised where it was made
