"""Mentions that tell of a relative: a father may have his son's name, and a brother is nobody known by a given name.

Next: `quizengine.language.names.bearers`, which keeps relatives apart by what is found here.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from quizengine.language.names.mentions import Mention
from quizengine.language.names.titles import is_title
from quizengine.language.word_lists import word_set
from quizengine.text.article import Article, cache_per_article

_NEAR = 300
"""Characters: about two sentences, in which relatives are told one after the other."""
_MOST_MENTIONS = 20
"""The number of mentions examined for each name: enough to tell, and it bounds the work."""
_LONGEST_NAME = 4
"""Words of a title that is a name."""
KINSHIP = word_set(
    """
    father mother brother sister son daughter wife husband uncle aunt cousin nephew niece grandfather grandmother
    grandson granddaughter widow widower parent child sibling twin stepfather stepmother stepson stepdaughter
    """
)
_ONE = {f"{noun}s": noun for noun in KINSHIP} | {"wives": "wife", "children": "child"}
"""The nouns of kinship in the plural, with their singular."""
KIN_NOUNS = "|".join(sorted([*KINSHIP, *_ONE], key=len, reverse=True))
"""Alternatives of a pattern: the nouns of kinship, in both numbers."""
_ANY_KINSHIP = re.compile(rf"\b(?:{KIN_NOUNS})\b")
_CALLED = re.compile(
    rf"\b(?P<noun>{KIN_NOUNS})(?: and namesake)?(?:,|:|,? (?:named|called))?(?:,?\s(?:and\s)?[A-Z][\w’'-]*)*"
    r",?\s(?:and\s)?\Z"
)
"""A noun of kinship right before a name, or before a list that the name belongs to: "two sons, Orin and …"."""
_OLDER_OR_YOUNGER = word_set("father son grandfather grandson mother daughter grandmother granddaughter")
"""Relatives who may have the same name in full."""
_GENERATION = re.compile(
    r" (?P<word>[Ss]enior|[Jj]unior|[SJ]nr|the (?:[Ee]lder|[Yy]ounger))\b|, (?P<last>[Ss]enior|[Jj]unior)[,.;)]"
)
"""A word after a name that tells a father from his son."""
_MAIDEN_NAME = re.compile(r"\b(?:née|nee|né|maiden name(?: of| was)?) \Z")
_END_OF_SENTENCE = re.compile(r"[.!?][)\]\"”’'»]*\s")


def kinship_of(mention: Mention) -> str:
    """The noun of kinship behind which a name stands, in the singular: "brother" in "his brother, Orin"; or empty."""
    found = _CALLED.search(_sentence_before(mention))
    return _ONE.get(found["noun"], found["noun"]) if found else ""


def is_among_relatives(mention: Mention) -> bool:
    """Return whether relatives are told of shortly before a name."""
    return _ANY_KINSHIP.search(_before(mention)) is not None


def is_told_beside(mention: Mention, starts: Sequence[int]) -> bool:
    """Return whether a sentence tells of kinship before a name, and names somebody before it who is at the offsets."""
    before = _sentence_before(mention)
    here = mention.span.start
    beside = bisect_left(starts, here - len(before)) < bisect_left(starts, here)
    return beside and _ANY_KINSHIP.search(before) is not None


def is_shortly_before(mention: Mention, starts: Sequence[int]) -> bool:
    """Return whether somebody is named at one of the offsets within two sentences before a name."""
    here = mention.span.start
    return bisect_left(starts, here - _NEAR) < bisect_left(starts, here)


def is_told_of_kinship(mention: Mention) -> bool:
    """Return whether the sentence tells of kinship before a name."""
    return _ANY_KINSHIP.search(_sentence_before(mention)) is not None


def is_namesake(mention: Mention) -> bool:
    """Return whether a full name is that of a father or a son of somebody who has the same name and is told of.

    He is "his father, Tom Orr" in an article on Tom Orr, or in a sentence that has named Tom Orr before, or the text
    calls him "Tom Orr senior", and its title does not.
    """
    article = mention.span.article
    title = article.title.text if article.title else ""
    older = _GENERATION.match(article.text, mention.span.end)
    if older is not None and (older["word"] or older["last"]).lower() not in title.lower():
        return True
    name = rf"\b{re.escape(mention.tokens[0])}\b.*\b{re.escape(mention.tokens[-1])}\b"
    known = (
        mention.tokens[0] in title and re.search(name, title) is not None
    ) or mention.span.text in _sentence_before(mention)
    return known and kinship_of(mention) in _OLDER_OR_YOUNGER


def is_maiden_name(mention: Mention) -> bool:
    """Return whether a surname is somebody's by birth, and names nobody by itself: "Ada Moss (née Hale)"."""
    return _MAIDEN_NAME.search(_before(mention)) is not None


def may_be_called(noun: str, full: Sequence[Mention]) -> bool | None:
    """Return whether somebody is called this kind of relative in full; None if no relative at all."""
    nouns = {kinship_of(mention) for mention in full[:_MOST_MENTIONS]} - {""}
    return noun in nouns if nouns else None


def ends_anothers_title(mention: Mention, bearer: Sequence[str]) -> bool:
    """Return whether a bare surname ends a title that is somebody else's name: "Hale" of "Ada Hale" beside Jan Hale."""
    given, surname = _named_by_the_title(mention.span.article)
    return not mention.titles and list(mention.tokens) == [surname] and given not in bearer


@cache_per_article
def _named_by_the_title(article: Article) -> tuple[str, str]:
    """The given name and the surname of which a title consists, as the text has them, too; empty if of none."""
    words = article.title.text.split() if article.title else []
    if article.title is None or not 1 < len(words) <= _LONGEST_NAME or is_title(words[0]):
        return "", ""
    name = rf"\b{re.escape(words[0])} (?:[A-Z][\w.]* ){{0,2}}{re.escape(words[-1])}\b"
    return (words[0], words[-1]) if re.search(name, article.text[article.title.end :]) else ("", "")


def _before(mention: Mention) -> str:
    start = mention.span.start
    return mention.span.article.text[max(0, start - _NEAR) : start].replace("\r\n", " ")


def _sentence_before(mention: Mention) -> str:
    return _END_OF_SENTENCE.split(_before(mention))[-1]
