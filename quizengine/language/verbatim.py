"""Looks up words exactly as an article has them."""

import re
from collections import defaultdict

from quizengine.text.article import Article, cache_per_article

_WORD = re.compile(r"\w+")


def is_verbatim(article: Article, words: str) -> bool:
    """Return whether a word, or several, are in an article just as they are written here.

    They are only compared with the article where their rarest word is, so that many look-ups in a long text are fast.
    """
    places = _places(article)
    inside = [(places.get(run[0], ()), run.start()) for run in _WORD.finditer(words)]
    if not inside:
        return re.search(rf"\b{re.escape(words)}\b", article.text) is not None
    rarest, before = min(inside, key=lambda one: len(one[0]))
    whole = re.compile(rf"\b{re.escape(words)}\b")
    return any(at >= before and whole.match(article.text, at - before) for at in rarest)


@cache_per_article
def _places(article: Article) -> dict[str, list[int]]:
    """The offsets of every word of an article."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for run in _WORD.finditer(article.text):
        found[run[0]].append(run.start())
    return dict(found)
