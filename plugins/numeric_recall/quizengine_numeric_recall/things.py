"""What a figure counts: the noun phrase behind it, and whether two figures are of the same thing."""

import re

from quizengine.language.chunks import NounPhrase, chunks
from quizengine.language.quantities import Quantity
from quizengine.language.sentences import sentence_of

_TIME_BEHIND = re.compile(r"\s+(?:last|this|next|every|each|a|an|per)\s.*", re.DOTALL)
_BESIDE = 12
"""How many characters may stand between two figures for the same amount."""
_PLURALS = frozenset(["people", "men", "women", "children", "staff", "police", "troops", "cattle"])


def thing_of(quantity: Quantity) -> str:
    """What a count counts, in the article's words ("North Korean soldiers"); empty when that is not certain."""
    phrase = phrase_around(quantity)
    if phrase is None or not phrase.span.start < quantity.number.end <= phrase.span.end:
        return ""
    return counted(quantity, phrase)


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
    for chunk in chunks(sentence):
        if isinstance(chunk, NounPhrase) and chunk.span.overlaps(quantity.number):
            found = chunk
    return found


def matter_of(quantity: Quantity) -> str:
    """The noun that the figure is about, in its dictionary form: "soldier", "grain" of "tons of grain"; else empty."""
    sentence = sentence_of(quantity.span)
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


def conflict(one: Quantity, other: Quantity) -> bool:
    """Whether an article gives two different figures for the same thing, by its full name ("electric buses").

    Then only the article's own sentence makes clear which of the two is asked for.
    """
    if one.kind != "count" or other.kind != "count" or (one.low, one.high) == (other.low, other.high):
        return False
    thing = thing_of(one).casefold()
    return len(thing.split()) > 1 and thing == thing_of(other).casefold()


def is_another_way(other: Quantity, quantity: Quantity) -> bool:
    """Whether a figure beside another may give the same amount in another unit: "180 pounds (82 kg)"."""
    between = max(other.span.start - quantity.span.end, quantity.span.start - other.span.end)
    return between <= _BESIDE and other.kind == quantity.kind and other.unit != quantity.unit
