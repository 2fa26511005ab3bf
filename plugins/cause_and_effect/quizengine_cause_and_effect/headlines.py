"""Tells a headline from a sentence: it has capitals throughout, or stands alone above the article and is short."""

import re

from quizengine import Span
from quizengine.language.sentences import sentences

_CAPITALS = 0.8
"""Of the longer words begin with a capital letter from which on a sentence is a headline."""
_LONG, _ENOUGH = 4, 4
"""Letters of a longer word; so many of them are needed to tell."""
_PARAGRAPHS = 4
"""Of an article that can be expected to have a headline."""
SURELY, PERHAPS = 8, 14
"""Words up to which a first line that stands alone is, or may be, a headline with a full stop."""


def is_a_headline(sentence: Span, words: int = SURELY) -> bool:
    """Whether a sentence is a headline, or is the first line of an article, alone and of no more than `words` words."""
    long = [word for word in re.findall(r"[^\W\d_]+", sentence.text) if len(word) >= _LONG]
    capitals = sum(word[0].isupper() for word in long)
    if len(long) >= _ENOUGH and capitals >= _CAPITALS * len(long):
        return True
    article = sentence.article
    is_first = sentence == sentences(article)[0] and sentence == sentence.paragraph
    return is_first and len(article.paragraphs) >= _PARAGRAPHS and len(sentence.text.split()) <= words
