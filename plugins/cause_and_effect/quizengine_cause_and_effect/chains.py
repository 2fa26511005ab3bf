"""Finds chains: what one thing led to and led to something else in turn, where the article leaves no doubt of it."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizengine import Span
from quizengine.language.chunks import NounPhrase
from quizengine.language.content_words import content_words
from quizengine.language.fragments import chunks_of
from quizengine.language.sentences import place_among, sentence_of, sentences
from quizengine.language.told import times_told
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
_GAP = 100
"""Characters at most between an effect and the next sentence, in which it is taken up."""
_POINTS_BACK = re.compile(r"(?:This|That|These|Those|The) (?P<noun>[a-z]+)\Z")


def chains(relations: Sequence[CausalRelation]) -> Iterator[CausalChain]:
    """The chains of three links or more, in order of their first cause; one that branches is no chain."""
    plain = [one for one in relations if _leads_on(one)]
    by_cause = _Causes.of(plain)
    after = [[n for n in by_cause.near(one) if plain[n] is not one and joins(one, plain[n])] for one in plain]
    followed = {n for others in after for n in others}
    for first in range(len(plain)):
        if first in followed:
            continue
        path, seen = [first], {first}
        while len(after[path[-1]]) == 1 and after[path[-1]][0] not in seen:
            path += after[path[-1]]
            seen.add(path[-1])
        links = (plain[first].cause, *(plain[n].effect for n in path))
        if len(links) >= _SHORTEST:
            yield CausalChain(links=links)


@dataclass(frozen=True)
class _Causes:
    """The causes of relations by place and by words: with which of them an effect may be joined is looked up."""

    starts: list[tuple[int, int]]
    """Where each begins, in order, with the number of its relation."""
    longest: int
    by_words: dict[tuple[str, ...], list[int]]

    @classmethod
    def of(cls, relations: Sequence[CausalRelation]) -> "_Causes":
        """The causes of these relations."""
        by_words: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for number, one in enumerate(relations):
            by_words[content_words(one.cause.text)].append(number)
        starts = sorted((one.cause.start, number) for number, one in enumerate(relations))
        return cls(starts, max((one.cause.end - one.cause.start for one in relations), default=0), by_words)

    def near(self, relation: CausalRelation) -> list[int]:
        """The relations whose cause may be the effect of this one: see `joins`."""
        effect = relation.effect
        first = bisect_left(self.starts, (effect.start - self.longest, 0))
        last = bisect_left(self.starts, (effect.end + _GAP, 0))
        found = {number for _, number in self.starts[first:last]}
        if _is_told_once(effect):
            found |= set(self.by_words.get(content_words(effect.text), ()))
        return sorted(found)


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
    return bool(noun) and times_told(span.article, noun) < _SHORTEST


def _is_taken_up(effect: Span, cause: Span) -> bool:
    """Whether a cause is "the" and the noun of an effect that ends the sentence before."""
    found = _POINTS_BACK.match(cause.text)
    before, here = sentence_of(effect), sentence_of(cause)
    if not found or cause.start != here.start or found["noun"] != _head(effect):
        return False
    every = sentences(effect.article)
    is_next = place_among(every, here) == place_among(every, before) + 1
    return is_next and not re.search(r"\w", effect.article.text[effect.end : before.end])


def _head(span: Span) -> str:
    """The noun that a phrase is about; empty for a clause."""
    first = next((piece for piece in chunks_of(sentence_of(span)) if span.contains(piece.span)), None)
    return first.head.text.lower() if isinstance(first, NounPhrase) and first.head.tag == "NOUN" else ""
