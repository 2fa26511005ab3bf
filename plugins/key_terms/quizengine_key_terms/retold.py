"""Decides whether an article says the same of a thing twice: a model answer of one sentence is then only a part.

Next: `open_questions`.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from enum import Enum

from quizengine import Article, Span, cache_per_article


class Way(Enum):
    """The verbs by which a sentence tells what a thing is, or what it is made of."""

    IS = r"(?:is|are|was|were|refers? to) (?:an?|the|any|one)\b(?! (?:example|reason|result|cause|case)\b)"
    MADE_OF = r"(?:(?:is|are|was|were) (?:made(?: up)?|composed|formed|built) of|consists? of|contains?|comprises?)\b"


_SUBJECT = r"(?:(?:An?|The|an?|the) )?(?P<subject>[^.!?\n()]{2,60}?)(?: \([^()\n]*\))?"
"""A subject with its article, and with another name or an abbreviation in brackets behind it."""


def is_told_again(article: Article, words: str, told: Span, way: Way) -> bool:
    """Return whether a sentence other than `told` tells it of a thing, or the next one does of "it"."""
    named = _told_of(article)[way, words.casefold()]
    again = any(not told.start <= at <= told.end for at in named)
    return again or re.match(rf"\s*(?:It|They) {way.value}", article.text[told.end : told.end + 80]) is not None


@cache_per_article
def _told_of(article: Article) -> Mapping[tuple[Way, str], Sequence[int]]:
    """Return where sentences say what a thing is or is made of, by the way and the subject in small letters."""
    found: dict[tuple[Way, str], list[int]] = defaultdict(list)
    for way in Way:
        for told in re.finditer(rf"(?:\A|[.!?]\s+|\n){_SUBJECT} {way.value}", article.text):
            found[way, told["subject"].casefold()].append(told.end())
    return found
