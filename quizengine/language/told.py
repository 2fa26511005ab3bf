"""What an article told before a place: its words, where each first stands, and what stands right before a span."""

import re
from collections import Counter

from quizengine.article import Article, Span, per_article

_WORD = re.compile(r"\w+")


def is_told(article: Article, word: str, before: int) -> bool:
    """Whether a word stands before an offset, in capitals or not."""
    if _WORD.fullmatch(word):
        return _first_places(article).get(word.lower(), before) < before
    return bool(re.compile(rf"(?i)\b{re.escape(word)}\b").search(article.text, 0, before))


def times_told(article: Article, word: str) -> int:
    """How often a word stands in an article, in capitals or not; of words joined by a hyphen the rarest counts."""
    counts = _counts(article)
    return min((counts[part] for part in _WORD.findall(word.lower())), default=0)


def is_written(article: Article, word: str) -> bool:
    """Whether a word stands in an article just as it is written here."""
    if _WORD.fullmatch(word):
        return word in _written(article)
    return bool(re.search(rf"\b{re.escape(word)}\b", article.text))


def text_before(span: Span, most: int = 100) -> str:
    """The last characters before a span, so many at most, without white space at their end."""
    return span.article.text[max(0, span.start - most) : span.start].rstrip()


@per_article
def _first_places(article: Article) -> dict[str, int]:
    places: dict[str, int] = {}
    for word in _WORD.finditer(article.text):
        places.setdefault(word[0].lower(), word.start())
    return places


@per_article
def _counts(article: Article) -> Counter[str]:
    return Counter(word.lower() for word in _WORD.findall(article.text))


@per_article
def _written(article: Article) -> frozenset[str]:
    return frozenset(_WORD.findall(article.text))
