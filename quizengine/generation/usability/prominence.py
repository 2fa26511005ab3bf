"""The place that an article gives to the subject of a question: where it is told, and if names come back.

Next: `features`, which puts both on a scale.
"""

import re

from quizengine.generation.usability.words_read import words_that_name
from quizengine.language import Name, central_names, mentions_between
from quizengine.quiz.questions import Question
from quizengine.text.article import Article, Span

_OPENING = 5
"""Characters before the first sentence of a paragraph: a mark or a number."""
_COMES_BACK = 2
"""Mentions of a name that an article comes back to."""


def opens_paragraph(evidence: Span) -> bool:
    """Return whether some words are in the first sentence of their paragraph, which tells what matters most in it."""
    return evidence.start - evidence.paragraph.start < _OPENING


def comes_back_to_a_name(question: Question, article: Article, evidence: Span) -> bool:
    """Return whether a stem names what the article names elsewhere, too, besides whom or what it names most often."""
    most = central_names(article)[:1]
    words = words_that_name(question)
    beside = {name.full: name for _, name in mentions_between(article, evidence.start, evidence.end)}
    return any(
        len(name.mentions) >= _COMES_BACK and _is_named(name, words)
        for name in beside.values()
        if name.full not in most
    )


def _is_named(name: Name, words: str) -> bool:
    return name.full in words or re.search(rf"\b{re.escape(name.surname)}\b", words) is not None
