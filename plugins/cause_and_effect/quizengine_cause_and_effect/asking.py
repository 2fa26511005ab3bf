"""Asks about a causal relation, in both directions, or says why it does not."""

from collections.abc import Iterator, Sequence
from random import Random

from quizengine import ChoiceQuestion, Evidence, Fact, Origin, Question, Refusal, Span, TrueFalseQuestion
from quizengine.language.content_words import content_words
from quizengine.language.sentences import sentence_of
from quizengine_cause_and_effect.acts import in_form, is_act
from quizengine_cause_and_effect.borders import breaks_off, ends_amid
from quizengine_cause_and_effect.distractors import LEAST, MOST_WORDS, distractors
from quizengine_cause_and_effect.drafts import CannotBe, Draft, Unaskable
from quizengine_cause_and_effect.forms import Form
from quizengine_cause_and_effect.kinds import is_measure
from quizengine_cause_and_effect.readings import Reading
from quizengine_cause_and_effect.relations import CausalRelation
from quizengine_cause_and_effect.statements import STATED, statement
from quizengine_cause_and_effect.stems import drafts, signal_of
from quizengine_cause_and_effect.wording import capitalised

NAME = "cause_and_effect"


def ask(fact: Fact, others: Sequence[Fact], rng: Random) -> Iterator[Question | Refusal]:
    """The questions about one relation: what led to it, what came of it; a Refusal for each way that is not asked."""
    if not isinstance(fact, CausalRelation):
        return
    relations = [other for other in others if isinstance(other, CausalRelation)]
    is_asked = False
    for draft in drafts(fact):
        if isinstance(draft, Unaskable):
            yield Refusal(fact.effect, f"{fact.rule}, {draft.direction}", draft.reason)
        else:
            result = _question(fact, draft, relations, rng)
            is_asked = is_asked or isinstance(result, Question)
            yield result
    signal = signal_of(fact)
    if not is_asked and signal.is_asked and signal.reading in STATED:
        yield _statement(fact, signal.reading, relations, rng)


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
    reason = _fault(draft, relation)
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


def option(span: Span, draft: Draft) -> str:
    """A span as an option: in the draft's form, on one line, with a capital first letter and no mark at its end."""
    text = " ".join(span.text.split())
    if span == draft.key and draft.key_words:
        text = draft.key_words
    elif is_act(span) or draft.before or draft.as_it_is:
        text = in_form(span, draft.form)
    whole = (draft.before + text).rstrip(" ,;:.")
    return whole if draft.as_it_is else capitalised(whole)


def _fault(draft: Draft, relation: CausalRelation) -> str:
    """What keeps a draft from being asked, or nothing."""
    behind = [
        span for span in (relation.cause, relation.effect) if relation.signal and span.start > relation.signal.start
    ]
    if any(map(breaks_off, behind)) or ends_amid(draft.key):
        return "where the words end is not certain"
    words = len((draft.key_words or draft.key.text).split())
    if words > MOST_WORDS:
        return f"the key has more than {MOST_WORDS} words"
    if draft.form is Form.PHRASE and is_measure(draft.key):
        return "the key is a measure"
    if words < 2:
        return "the key is a single word"
    key = frozenset(content_words(draft.key.text))
    told = frozenset(content_words(draft.stem))
    if not key or len(key & told) * 2 > len(key):
        return "the stem would tell the key"
    return ""


def _rationale(relation: CausalRelation, proof: Span) -> str:
    signal = f" “{relation.signal.text}” marks the cause." if relation.signal else ""
    return f"The article says: “{' '.join(proof.text.split())}”{signal}"
