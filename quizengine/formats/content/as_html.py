"""Questions whose texts are HTML, for formats that take nothing else: plain texts are escaped, Markdown is drawn."""

import re
from collections.abc import Callable
from dataclasses import replace

from quizengine.errors import QuestionError
from quizengine.formats.content.images import Address, showing
from quizengine.formats.content.interactions import ExportedQuestion, exported_as
from quizengine.formats.encodings.html_text import html_of, paragraphs
from quizengine.quiz.markup import PLAIN, Surface, as_latex, blocks

_BLOCKS = re.compile(r"<(?:pre|ul|ol|table|div|blockquote|details|p)\b|display=\"block\"")

WITH_MATHML = Surface(source=lambda medium: None)
"""Formulas as MathML, images and recordings as the words that describe them."""
WITH_LATEX = Surface(source=lambda medium: None, formula=as_latex)
"""Formulas as LaTeX, for platforms that draw it."""
WITHOUT_FORMULAS = Surface(source=lambda medium: None, formula=lambda latex, display: html_of(latex))
"""Formulas as the LaTeX that they are written in, to be read as it stands."""


def in_blocks(text: str, surface: Surface) -> str:
    """A text in Markdown as HTML that needs no style sheet: several paragraphs as such, and one without its element."""
    found = blocks(text, surface)
    return found[0].html if len(found) == 1 else "".join(block.whole for block in found)


def in_html(
    one: ExportedQuestion,
    seed: int,
    surface: Surface,
    address: Address | None = None,
    draw: Callable[[str, Surface], str] = in_blocks,
) -> ExportedQuestion:
    """The question with HTML in its texts, except for what is typed; `seed` is that of its quiz.

    Images that are at hand are shown where there is an address for them. `draw` makes HTML of Markdown.
    """
    surface = showing(surface, one, address) if address else surface
    if one.original.markup != PLAIN:
        try:
            return _made(one, seed, lambda text: draw(text, surface))
        except QuestionError:  # what is made of two options may be the same
            pass
    return _made(replace(one, original=one.original.in_plain_words()), seed, html_of)


def block(one: ExportedQuestion, text: str) -> str:
    """A text of a question as a block of HTML."""
    return f"<{block_tag(text)}>{text}</{block_tag(text)}>" if one.in_html else paragraphs(text)


def block_tag(html: str) -> str:
    """The element that may hold a piece of HTML: a paragraph, unless there are blocks in it."""
    return "div" if _BLOCKS.search(html) else "p"


def _made(one: ExportedQuestion, seed: int, html: Callable[[str], str]) -> ExportedQuestion:
    made = exported_as(one.number, one.original.with_words(html), one.original, seed)
    return replace(made, in_html=True, files=one.files)
