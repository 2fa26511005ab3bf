"""What a figure counts: the noun phrase behind it, and whether two figures are of the same thing."""

import re

from quizengine import Article, per_article
from quizengine.language.chunks import NounPhrase, chunks
from quizengine.language.numbers import Quantity
from quizengine.language.sentences import sentence_of

_TIME_BEHIND = re.compile(r"\s+(?:last|this|next|every|each|a|an|per)\s.*", re.DOTALL)
LONGEST = 1200
"""A sentence of more characters is shown to nobody; not to look at it bounds the work on a text without full stops."""
_BESIDE = 12
"""How many characters may stand between two figures for the same amount."""
_PLURALS = frozenset(["people", "men", "women", "children", "staff", "police", "troops", "cattle"])


def thing_of(quantity: Quantity) -> str:
    """What a count counts, in the article's words ("North Korean soldiers"); empty when that is not certain."""
    known = _things(quantity.span.article)
    place = quantity.number.start
    if place not in known:
        phrase = phrase_around(quantity)
        whole = phrase is not None and phrase.span.start < quantity.number.end <= phrase.span.end
        known[place] = counted(quantity, phrase) if phrase is not None and whole else ""
    return known[place]


@per_article
def _things(article: Article) -> dict[int, str]:
    """Filled by `thing_of`."""
    return {}


def counted(quantity: Quantity, phrase: NounPhrase) -> str:
    """The plural noun, with what stands before it, between a number and the end of its phrase; else empty."""
    behind = quantity.span.article.text[quantity.number.end : phrase.span.end]
    told = _TIME_BEHIND.sub("", behind)
    head = next((word for word in phrase.words if word.span.end == quantity.number.end + len(told)), None)
    plural = head is not None and (head.fine in ("NN2", "NN0", "NP2") or head.text.casefold() in _PLURALS)
    return " ".join(told.split()) if plural and told.startswith(" ") else ""


def phrase_around(quantity: Quantity) -> NounPhrase | None:
    """The noun phrase that the figure stands in: the last one, where a range spans two."""
    sentence = sentence_of(quantity.span)
    found = None
    if sentence.end - sentence.start > LONGEST:
        return None
    for chunk in chunks(sentence):
        if isinstance(chunk, NounPhrase) and chunk.span.overlaps(quantity.number):
            found = chunk
    return found


def matter_of(quantity: Quantity) -> str:
    """The noun that the figure is about, in its dictionary form: "soldier", "grain" of "tons of grain"; else empty."""
    known = _matters(quantity.span.article)
    place = quantity.span.start, quantity.span.end
    if place not in known:
        known[place] = _matter_of(quantity)
    return known[place]


@per_article
def _matters(article: Article) -> dict[tuple[int, int], str]:
    """Filled by `matter_of`."""
    return {}


def _matter_of(quantity: Quantity) -> str:
    sentence = sentence_of(quantity.span)
    if sentence.end - sentence.start > LONGEST:
        return ""
    pieces = chunks(sentence)
    for at, chunk in enumerate(pieces):
        if isinstance(chunk, NounPhrase) and chunk.span.overlaps(quantity.span) and chunk.span.end >= quantity.span.end:
            following = pieces[at + 1 : at + 3]
            if chunk.span.end == quantity.span.end or quantity.unit:
                of = len(following) == 2 and following[0].span.text == "of" and isinstance(following[1], NounPhrase)
                return following[1].head.lemma.casefold() if of and isinstance(following[1], NounPhrase) else ""
            return chunk.head.lemma.casefold()
    return ""


def same_thing(one: Quantity, other: Quantity) -> bool:
    """Whether two figures may be of the same thing: the same kind, unit and noun, as far as the words tell."""
    if (one.kind, one.unit) != (other.kind, other.unit):
        return False
    if one.kind == "year":
        return False
    first, second = matter_of(one), matter_of(other)
    if one.kind in ("duration", "percent", "length"):
        return bool(first) and first == second
    return first == second or not (first and second)


def is_named_fully(thing: str) -> bool:
    """Whether what is counted has a name of more than one word ("electric buses")."""
    return len(thing.split()) > 1


def is_another_way(other: Quantity, quantity: Quantity) -> bool:
    """Whether a figure beside another may give the same amount in another unit: "180 pounds (82 kg)"."""
    between = max(other.span.start - quantity.span.end, quantity.span.start - other.span.end)
    return between <= _BESIDE and other.kind == quantity.kind and other.unit != quantity.unit
