"""Finds chains: what one thing led to and led to something else in turn, where the article leaves no doubt of it."""

import re
from collections.abc import Iterator, Sequence

from quizengine import Span
from quizengine.language.chunks import NounPhrase
from quizengine.language.content_words import content_words
from quizengine.language.fragments import chunks_of
from quizengine.language.sentences import sentence_of, sentences
from quizengine_cause_and_effect.readings import Reading
from quizengine_cause_and_effect.relations import CausalChain, CausalRelation
from quizengine_cause_and_effect.signals import named

_SHORTEST = 3
"""Links of a chain: with two, one would only ask again what led to what."""
_LEADING_ON = (
    Reading.CAUSES,
    Reading.COMES_FROM,
    Reading.BECAUSE,
    Reading.OWING_TO,
    Reading.SO_THEN,
    Reading.AS_A_RESULT,
)
_POINTS_BACK = re.compile(r"(?:This|That|These|Those|The) (?P<noun>[a-z]+)\Z")


def chains(relations: Sequence[CausalRelation]) -> Iterator[CausalChain]:
    """The chains of three links or more, in order of their first cause; one that branches is no chain."""
    plain = [one for one in relations if _leads_on(one)]
    after = [[n for n, other in enumerate(plain) if other is not one and joins(one, other)] for one in plain]
    followed = {n for others in after for n in others}
    for first in range(len(plain)):
        if first in followed:
            continue
        path = [first]
        while len(after[path[-1]]) == 1 and after[path[-1]][0] not in path:
            path += after[path[-1]]
        links = (plain[first].cause, *(plain[n].effect for n in path))
        if len(links) >= _SHORTEST:
            yield CausalChain(links=links)


def joins(one: CausalRelation, other: CausalRelation) -> bool:
    """Whether the effect of one relation is the cause of another.

    It is when they are the same words, when the noun is taken up in the next sentence ("a strike. The strike …"), or
    when the cause is all that was said before it ("… caused a strike. As a result, …").
    """
    effect, cause = one.effect, other.cause
    if one.claimant != other.claimant:
        return False
    if cause.contains(one.cause) and cause.contains(effect):
        return cause.end == effect.end
    if cause.overlaps(effect):
        return not cause.overlaps(one.cause) and _same_words(effect, cause)
    if cause.start < effect.end:
        return False
    return _is_taken_up(effect, cause) or (_same_words(effect, cause) and _is_told_once(effect))


def _leads_on(relation: CausalRelation) -> bool:
    signal = named(relation.rule)
    return (
        relation.kind == "causal"
        and signal.reading in _LEADING_ON
        and signal.is_asked
        and not signal.changes
        and not signal.is_partial
    )


def _same_words(one: Span, other: Span) -> bool:
    words = content_words(one.text)
    return len(words) > 1 and words == content_words(other.text)


def _is_told_once(span: Span) -> bool:
    """Whether no other thing of the article goes by the noun of a phrase."""
    noun = _head(span)
    return bool(noun) and len(re.findall(rf"(?i)\b{re.escape(noun)}\b", span.article.text)) < _SHORTEST


def _is_taken_up(effect: Span, cause: Span) -> bool:
    """Whether a cause is "the" and the noun of an effect that ends the sentence before."""
    found = _POINTS_BACK.match(cause.text)
    before, here = sentence_of(effect), sentence_of(cause)
    if not found or cause.start != here.start or found["noun"] != _head(effect):
        return False
    every = sentences(effect.article)
    is_next = every.index(here) == every.index(before) + 1
    return is_next and not re.search(r"\w", effect.article.text[effect.end : before.end])


def _head(span: Span) -> str:
    """The noun that a phrase is about; empty for a clause."""
    first = next((piece for piece in chunks_of(sentence_of(span)) if span.contains(piece.span)), None)
    return first.head.text.lower() if isinstance(first, NounPhrase) and first.head.tag == "NOUN" else ""
