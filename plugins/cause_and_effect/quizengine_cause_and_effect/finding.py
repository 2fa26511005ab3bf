"""Finds what an article says led to what."""

import re
from collections.abc import Iterator
from dataclasses import replace

from quizengine import Article, Fact, Refusal, Span
from quizengine.language.fragments import chunks_of
from quizengine.language.sentences import sentence_of, sentences
from quizengine_cause_and_effect.arguments import Arguments, arguments, result_of, whole
from quizengine_cause_and_effect.chains import chains
from quizengine_cause_and_effect.doubts import NoSignal, Unsure
from quizengine_cause_and_effect.headlines import is_a_headline
from quizengine_cause_and_effect.matching import pairs
from quizengine_cause_and_effect.readings import Reading, Signal
from quizengine_cause_and_effect.relations import CausalRelation
from quizengine_cause_and_effect.sentence_view import MOST_CHARACTERS, View
from quizengine_cause_and_effect.signals import PARTLY, SIGNALS
from quizengine_cause_and_effect.speech import Speech, speech

_PATTERNS = tuple((signal, signal.pattern) for signal in SIGNALS)
_HYPOTHETICAL = re.compile(r"(?i)\b(?:if|unless)\b")
_DENIED = re.compile(r"(?i)\b(?:not|n[’']t|never|only|just)\W*\Z")
_PARTLY = re.compile(rf"(?i)\b{PARTLY} \Z")


def find(article: Article) -> Iterator[Fact | Refusal]:
    """The causal relations of the body, in order of the sentences; a Refusal for each signal that is not certain.

    After them come the chains that they make, and those that can be matched.
    """
    relations: list[CausalRelation] = []
    for result in _each(article):
        yield result
        if isinstance(result, CausalRelation):
            relations.append(result)
    yield from chains(relations)
    yield from pairs(relations)


def _each(article: Article) -> Iterator[CausalRelation | Refusal]:
    before: Span | None = None
    for sentence in sentences(article):
        if len(sentence.text) > MOST_CHARACTERS:
            yield Refusal(sentence, "any signal", f"the sentence is longer than {MOST_CHARACTERS:,} characters")
            before = None
            continue
        if is_a_headline(sentence):
            before = None
            continue
        found: list[CausalRelation] = []
        for signal, pattern in _PATTERNS:
            for match in pattern.finditer(article.text, sentence.start, sentence.end):
                result = _read(sentence, before, signal, article.span(*match.span()))
                if isinstance(result, Refusal):
                    yield result
                elif result and not any(_same(result, other) for other in found):
                    found.append(result)
                    yield result
        before = sentence


def _read(sentence: Span, before: Span | None, signal: Signal, words: Span) -> CausalRelation | Refusal | None:
    try:
        found = _arguments(sentence, before, signal, words)
        _must_not_be_a_condition(sentence, found)
    except NoSignal:
        return None
    except Unsure as reason:
        if signal.effect_needs or signal.cause_needs:
            return None
        return Refusal(sentence, signal.name, str(reason))
    return CausalRelation(
        kind="means" if signal.reading is Reading.BY_DOING else "causal",
        cause=found.cause,
        effect=found.effect,
        signal=words,
        rule=signal.name,
        claimant=found.claimant,
    )


def _arguments(sentence: Span, before: Span | None, signal: Signal, words: Span) -> Arguments:
    text = sentence.text
    at = words.start - sentence.start
    own = sentence_of(words, inside=True).text
    if any(asked.rstrip("”\"' ").endswith("?") for asked in (text, own)):
        raise Unsure("the sentence asks, it does not state")
    if not signal.is_partial and _PARTLY.search(text[:at]):
        raise NoSignal
    if _DENIED.search(text[:at]):
        raise Unsure("the cause is denied or limited")
    pieces = chunks_of(sentence)
    said = speech(sentence, pieces, words)
    if said is not None:
        return _in_speech(said, signal, words)
    first = next(n for n, piece in enumerate(pieces) if piece.span.end > words.start)
    after = next((n for n, piece in enumerate(pieces) if piece.span.start >= words.end), len(pieces))
    if signal.reading is Reading.AS_A_RESULT:
        return result_of(
            View(pieces, first, after), before if before and before.paragraph == sentence.paragraph else None
        )
    found = arguments(View(pieces, first, after), signal)
    if found.cause.text in ("This", "That") and found.cause.start == sentence.start:
        return replace(found, cause=whole(before if before and before.paragraph == sentence.paragraph else None))
    return found


def _in_speech(said: Speech, signal: Signal, words: Span) -> Arguments:
    """The arguments in a quotation, with its speaker; what goes before it is not at hand there."""
    first = next((n for n, piece in enumerate(said.pieces) if piece.span.end > words.start), len(said.pieces))
    after = next((n for n, piece in enumerate(said.pieces) if piece.span.start >= words.end), len(said.pieces))
    if signal.reading is Reading.AS_A_RESULT or first == len(said.pieces):
        raise Unsure("what it follows from is not said in the sentence")
    found = arguments(View(said.pieces, first, after), signal)
    if found.cause.text in ("This", "That"):
        raise Unsure("the cause is named elsewhere")
    if found.claimant is not None:
        raise Unsure("somebody quotes somebody else")
    return replace(found, claimant=said.speaker)


def _must_not_be_a_condition(sentence: Span, found: Arguments) -> None:
    """Raise Unsure when "if" or "unless" governs the relation: before it in the sentence, or between its ends."""
    if _HYPOTHETICAL.search(sentence.article.text, sentence.start, max(found.cause.end, found.effect.end)):
        raise Unsure("the sentence tells of a condition")


def _same(one: CausalRelation, other: CausalRelation) -> bool:
    return one.cause.overlaps(other.cause) and one.effect.overlaps(other.effect)
