"""Looks up words exactly as an article has them."""

import re

from quizengine.text.article import Article, cache_per_article

_WORD = re.compile(r"\w+")


def is_verbatim(article: Article, word: str) -> bool:
    """Return whether a word is in an article just as it is written here."""
    if _WORD.fullmatch(word):
        return word in _written(article)
    return bool(re.search(rf"\b{re.escape(word)}\b", article.text))


@cache_per_article
def _written(article: Article) -> frozenset[str]:
    return frozenset(_WORD.findall(article.text))
