"""The small Markdown for texts of questions, and how each surface shows it.

A text is parsed once (`parsing`); `html` is what a page shows, `plain` the words alone, `media` the images and
recordings that it needs, and `faults` the reasons why it cannot be shown. The libraries are imported with the first
text that has markup, so quizzes of plain text do not pay for them. Read `parsing` first.
"""

from quizengine.quiz.markup.escaping import escape_markdown
from quizengine.quiz.markup.faults import faults
from quizengine.quiz.markup.gaps import GAP_MARK, gap_mark, with_gaps
from quizengine.quiz.markup.media import Medium, media
from quizengine.quiz.markup.notation import PLAIN, Markup
from quizengine.quiz.markup.plain_words import plain
from quizengine.quiz.markup.rendering import Block, Source, Surface, as_latex, blocks, html, phrase
from quizengine.quiz.markup.texts import texts_of, with_texts

__all__ = [
    "GAP_MARK",
    "PLAIN",
    "Block",
    "Markup",
    "Medium",
    "Source",
    "Surface",
    "as_latex",
    "blocks",
    "escape_markdown",
    "faults",
    "gap_mark",
    "html",
    "media",
    "phrase",
    "plain",
    "texts_of",
    "with_gaps",
    "with_texts",
]
