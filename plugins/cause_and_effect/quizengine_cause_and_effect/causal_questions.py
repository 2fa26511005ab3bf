"""Asks about a causal relation in ways that teachers accept, or says why it does not."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from random import Random
from typing import TypeVar

from quizengine import ChoiceQuestion, Fact, Question, Refusal, ShortTextQuestion, Span, cache_per_facts
from quizengine.language import salience
from quizengine_cause_and_effect.agent_questions import typed_who_question, who_question
from quizengine_cause_and_effect.causal_gaps import missing_name
from quizengine_cause_and_effect.causal_sentences import is_a_caption
from quizengine_cause_and_effect.clause_extraction import finite_clause_of
from quizengine_cause_and_effect.deed_questions import deed_question
from quizengine_cause_and_effect.event_options import typed_what_led_question, what_led_question
from quizengine_cause_and_effect.missing_words import missing_word
from quizengine_cause_and_effect.open_questions.asking import openly_asked
from quizengine_cause_and_effect.ordering import order_of
from quizengine_cause_and_effect.purpose_questions import intention_question, why_question
from quizengine_cause_and_effect.question_parts import relation_evidence
from quizengine_cause_and_effect.relation_sentences import CannotBe, Told, clause_of
from quizengine_cause_and_effect.relations import CausalRelation, DatedEvents, ThingsDeed, relations_of
from quizengine_cause_and_effect.signals import DEMANDS
from quizengine_cause_and_effect.statements import Statement, judged, stated, statements
from quizengine_cause_and_effect.thing_questions import WHAT_DID_IT, what_caused, what_did

_Asked = TypeVar("_Asked", bound=Question)

_WAYS: tuple[Callable[[CausalRelation], Question], ...] = (
    why_question,
    intention_question,
    deed_question,
    what_led_question,
    what_caused,
    who_question,
)
"""The kinds of question with options of their own, in the order in which they are tried; the rest is stated."""
_TYPED: tuple[Callable[[CausalRelation], Question], ...] = (typed_who_question, typed_what_led_question)
_GAPS: tuple[Callable[[CausalRelation], ChoiceQuestion | ShortTextQuestion], ...] = (missing_name, missing_word)
_MOST_GAPS = 4
"""The most gaps in an article, each in a sentence about which nothing else is asked."""
_ONLY_BEFORE = frozenset(
    {"after", "following", "killing", "protest against", "in the wake of", "in the aftermath of", *DEMANDS}
)
"""Signals of what came after something, which need not have come because of it: stated only in the article's words."""
_NO_CAUSES = frozenset({"after", "following", "killing", "in the wake of", "in the aftermath of"})
"""Those of them that nobody who is asked takes for a cause."""


def ask(fact: Fact, others: Sequence[Fact], rng: Random) -> Iterator[Question | Refusal]:
    """The questions about one fact, a Refusal where there is none."""
    if isinstance(fact, DatedEvents):
        yield order_of(fact)
    elif isinstance(fact, ThingsDeed):
        yield _by_a_thing(fact)
    elif isinstance(fact, CausalRelation):
        if not fact.open_only:
            yield _about(fact, others)
        yield _openly(fact, others)


def _openly(relation: CausalRelation, facts: Sequence[Fact]) -> Question | Refusal:
    """The question to be answered in sentences."""
    try:
        return openly_asked(relation, facts)
    except CannotBe as reason:
        return Refusal(relation.effect, f"open: {relation.rule}", str(reason))


def _by_a_thing(deed: ThingsDeed) -> Question | Refusal:
    try:
        return what_did(deed)
    except CannotBe as reason:
        return Refusal(deed.thing, WHAT_DID_IT, str(reason))


def _about(relation: CausalRelation, facts: Sequence[Fact]) -> Question | Refusal:
    question = _asked(facts).get(relation.place)
    if question:
        return question
    statement = _statements(facts).get(relation.place)
    if statement:
        return judged(relation, statement)
    tried = next(found for one, found in _tried(facts) if one is relation)
    reason = str(tried) if isinstance(tried, CannotBe) else "enough statements are made of what matters more"
    return Refusal(relation.effect, relation.rule, reason)


@cache_per_facts
def _tried(facts: Sequence[Fact]) -> tuple[tuple[CausalRelation, Told | CannotBe], ...]:
    """The relations that no question with options asks about, each with its sentence or why there is none."""
    asked = _asked(facts)
    left = (relation for relation in relations_of(facts) if relation.place not in asked)
    return tuple((relation, _stated(relation)) for relation in left)


def _stated(relation: CausalRelation) -> Told | CannotBe:
    if relation.rule == "killing":
        return CannotBe("it only tells what came next")  # "he died, leaving debts"
    if _is_in_a_caption(relation):
        return CannotBe("its sentence is a caption")
    try:
        return stated(relation)
    except CannotBe as reason:
        return reason


@cache_per_facts
def _asked(facts: Sequence[Fact]) -> dict[Span, Question]:
    """All questions but statements, by the places of their relations."""
    found: dict[Span, Question] = {}
    told = [each for each in relations_of(facts) if each.rule not in _ONLY_BEFORE and not _is_in_a_caption(each)]
    for ways in (_WAYS, _TYPED):
        for relation in told:
            if relation.place not in found and (question := _by(ways, relation)):
                found[relation.place] = question
    return found | _gaps(relations_of(facts), found)


def _is_in_a_caption(relation: CausalRelation) -> bool:
    return is_a_caption(finite_clause_of(clause_of(relation)))


def _gaps(relations: Sequence[CausalRelation], found: Mapping[Span, Question]) -> dict[Span, Question]:
    """The sentences with a gap, the weightiest first, each with an answer of its own."""
    shown = {relation_evidence(relation) for relation in relations if relation.place in found}
    gaps: dict[Span, Question] = {}
    answers: set[str] = set()
    causal = (relation for relation in relations if relation.rule not in _NO_CAUSES)
    for relation in sorted(causal, key=lambda each: (-salience(clause_of(each).tree), each.place.start)):
        sentence = relation_evidence(relation)
        if len(gaps) == _MOST_GAPS or sentence in shown:
            continue
        question = _by(_GAPS, relation)
        if question and str(question.answer) not in answers:
            gaps[relation.place] = question
            answers.add(str(question.answer))
            shown.add(sentence)
    return gaps


def _by(ways: Sequence[Callable[[CausalRelation], _Asked]], relation: CausalRelation) -> _Asked | None:
    """The question of the first way that has one."""
    for way in ways:
        try:
            return way(relation)
        except CannotBe:
            continue
    return None


@cache_per_facts
def _statements(facts: Sequence[Fact]) -> dict[Span, Statement]:
    """The statements about what no question with options asks about, by the places of the relations.

    None is of a sentence that is asked about: each would tell the key of the other.
    """
    asked = {relation_evidence(relation) for relation in relations_of(facts) if relation.place in _asked(facts)}
    tried = [(relation, found) for relation, found in _tried(facts) if isinstance(found, Told)]
    return statements((relation, found) for relation, found in tried if relation_evidence(relation) not in asked)
