"""Asks about a causal relation, in both directions, or says why it does not."""

from collections.abc import Iterator, Sequence
from random import Random

from quizengine import ChoiceQuestion, Evidence, Fact, Origin, Question, Refusal, Span, TrueFalseQuestion
from quizengine.language.sentences import sentence_of
from quizengine_cause_and_effect.distractors import LEAST, distractors
from quizengine_cause_and_effect.drafts import CannotBe, Draft, Unaskable
from quizengine_cause_and_effect.matching import match_of
from quizengine_cause_and_effect.options import fault, option
from quizengine_cause_and_effect.ordering import order_of
from quizengine_cause_and_effect.readings import Reading
from quizengine_cause_and_effect.relations import NAME, CausalChain, CausalPairs, CausalRelation, around
from quizengine_cause_and_effect.statements import STATED, statement
from quizengine_cause_and_effect.stems import as_ending, drafts, signal_of


def ask(fact: Fact, others: Sequence[Fact], rng: Random) -> Iterator[Question | Refusal]:
    """The questions about one fact, a Refusal for each way that is not asked.

    Of a relation, what led to it and what came of it; of a chain, its order; of several relations, what goes with what.
    """
    match fact:
        case CausalRelation():
            yield from _about_a_relation(fact, around(fact, others), rng)
        case CausalChain():
            yield order_of(fact)
        case CausalPairs():
            yield match_of(fact, others, rng)


def _about_a_relation(
    fact: CausalRelation, relations: Sequence[CausalRelation], rng: Random
) -> Iterator[Question | Refusal]:
    is_asked = False
    for draft in drafts(fact):
        if isinstance(draft, Unaskable):
            yield Refusal(fact.effect, f"{fact.rule}, {draft.direction}", draft.reason)
        else:
            result = _question(fact, draft, relations, rng)
            if isinstance(result, Refusal) and not draft.word_for_word:
                result = _by_its_sentence(fact, draft, relations, rng) or result
            is_asked = is_asked or isinstance(result, Question)
            yield result
    signal = signal_of(fact)
    if not is_asked and signal.is_asked and signal.reading in STATED:
        yield _statement(fact, signal.reading, relations, rng)


def _by_its_sentence(
    fact: CausalRelation, draft: Draft, relations: Sequence[CausalRelation], rng: Random
) -> Question | None:
    """The same asked by the sentence of the article, which more options fit; None where it cannot be, either."""
    otherwise = as_ending(fact, draft.direction)
    result = _question(fact, otherwise, relations, rng) if otherwise else None
    return result if isinstance(result, Question) else None


def _statement(
    relation: CausalRelation, reading: Reading, others: Sequence[CausalRelation], rng: Random
) -> Question | Refusal:
    rule = f"{relation.rule}, true or false"
    try:
        found = statement(relation, reading, others, rng)
    except CannotBe as reason:
        return Refusal(relation.effect, rule, str(reason))
    proof = sentence_of(found.said)
    return TrueFalseQuestion(
        stem=found.text,
        answer=found.is_true,
        rationale=_rationale(relation, proof),
        evidence=Evidence.of(proof),
        origin=Origin(NAME, rule),
        tags=("cause and effect",),
    )


def _question(
    relation: CausalRelation, draft: Draft, others: Sequence[CausalRelation], rng: Random
) -> Question | Refusal:
    rule = f"{relation.rule}, {draft.direction}"
    reason = fault(draft, relation)
    if reason:
        return Refusal(draft.key, rule, reason)
    wrong = distractors(draft, relation, others, rng)
    if not wrong:
        return Refusal(draft.key, rule, f"the article offers no {LEAST} options that are wrong for certain")
    first, last = sentence_of(relation.cause), sentence_of(relation.effect)
    proof = first.to(last).to(sentence_of(draft.key))
    return ChoiceQuestion(
        stem=draft.stem,
        answer=option(draft.key, draft),
        distractors=tuple(option(span, draft) for span in wrong),
        rationale=_rationale(relation, proof),
        evidence=Evidence.of(proof),
        origin=Origin(NAME, rule),
        tags=("cause and effect", draft.direction),
    )


def _rationale(relation: CausalRelation, proof: Span) -> str:
    signal = f" “{relation.signal.text}” marks the cause." if relation.signal else ""
    return f"The article says: “{' '.join(proof.text.split())}”{signal}"
