"""Chunks of a sentence as it reads when the words that it quotes in passing are taken for its own.

“They left because of a “leak” in the roof” has the cause “a leak in the roof”; the marks only say whose word it is.
"""

import re

from quizengine.article import Article, Span, per_article
from quizengine.language.chunks import Chunk, VerbGroup, chunked, chunks
from quizengine.language.quoted import Offsets, quoted
from quizengine.language.words import words

_MOST_WORDS = 8
"""Of a fragment; what is longer has a grammar of its own."""
_MARKS = "\"“”«»„`'‘’"
_FRAGMENT = re.compile(r"[a-z0-9][^.!?;:]*[.,]?")


def chunks_of(sentence: Span) -> tuple[Chunk, ...]:
    """The pieces of a sentence, without the marks around words that are quoted in passing."""
    known = _known(sentence.article)
    place = sentence.start, sentence.end
    if place not in known:
        ranges = [one for one in quoted(sentence.text) if _is_fragment(sentence, one)]
        known[place] = _without_marks(sentence, ranges) if ranges else chunks(sentence)
    return known[place]


def with_marks(span: Span) -> Span:
    """A span with the quotation mark that belongs to one in it: “a “bad leak” for “a “bad leak”."""
    text, article = span.text, span.article
    is_open = text.count("“") > text.count("”") or text.count('"') % 2 == 1
    closing = re.compile(r"[,.]?[”\"]").match(article.text, span.end)
    if is_open and closing:
        return article.span(span.start, closing.end())
    if (is_open or text.count("”") > text.count("“")) and article.text[max(0, span.start - 1) : span.start] in (
        "“",
        '"',
    ):
        return article.span(span.start - 1, span.end)
    return span


@per_article
def _known(article: Article) -> dict[tuple[int, int], tuple[Chunk, ...]]:
    """Filled by `chunks_of` as sentences are asked for."""
    return {}


def _is_fragment(sentence: Span, marks: Offsets) -> bool:
    said = sentence.text[marks[0] : marks[1]].strip(_MARKS)
    if len(said.split()) > _MOST_WORDS or not _FRAGMENT.fullmatch(said):
        return False
    start, end = sentence.start + marks[0], sentence.start + marks[1]
    inside = [piece for piece in chunks(sentence) if start <= piece.span.start and piece.span.end <= end]
    return not any(isinstance(piece, VerbGroup) and piece.form == "finite" for piece in inside)


def _without_marks(sentence: Span, ranges: list[Offsets]) -> tuple[Chunk, ...]:
    """The chunks that the words of a sentence make without the first and the last mark of each range."""
    starts = {sentence.start + start for start, _ in ranges}
    ends = {sentence.start + end for _, end in ranges}
    return chunked(
        tuple(
            word
            for word in words(sentence)
            if not (word.text[:1] in _MARKS and (word.span.start in starts or word.span.end in ends))
        )
    )
