"""Asks about a causal relation in the ways that teachers accept, or says why it does not."""

from collections.abc import Callable, Iterator, Sequence
from random import Random

from quizengine import Fact, Question, Refusal, Span, per_facts
from quizengine_cause_and_effect.agents import who, who_to_be_typed
from quizengine_cause_and_effect.comparing import weight_of, which_is_the_reason, which_led
from quizengine_cause_and_effect.deeds import deed
from quizengine_cause_and_effect.events import what_led
from quizengine_cause_and_effect.ordering import order_of
from quizengine_cause_and_effect.proving import evidence
from quizengine_cause_and_effect.purposes import meant, why
from quizengine_cause_and_effect.relations import CausalRelation, DatedEvents, ThingsDeed, relations_of
from quizengine_cause_and_effect.signals import DEMANDS
from quizengine_cause_and_effect.statements import Statement, judged, stated, statements
from quizengine_cause_and_effect.telling import CannotBe, Told
from quizengine_cause_and_effect.things import WHAT_DID_IT, what_caused, what_did

_WAYS: tuple[Callable[[CausalRelation], Question], ...] = (why, meant, deed, what_led, what_caused, who)
"""With options of their own, in the order in which they are tried; what none of them asks is stated."""
_COMPARISONS: tuple[Callable[[CausalRelation], Question], ...] = (which_led, which_is_the_reason)
_MOST_COMPARISONS = 1
"""Of an article: guessing is right half of the time."""
_ONLY_BEFORE = frozenset(
    {"after", "following", "killing", "protest against", "in the wake of", "in the aftermath of", *DEMANDS}
)
"""Signals of what came after something, which need not have come because of it: stated only in the article's words."""


def ask(fact: Fact, others: Sequence[Fact], rng: Random) -> Iterator[Question | Refusal]:
    """The questions about one fact, a Refusal where there is none."""
    if isinstance(fact, DatedEvents):
        yield order_of(fact)
    elif isinstance(fact, ThingsDeed):
        yield _by_a_thing(fact)
    elif isinstance(fact, CausalRelation):
        yield _about(fact, others)


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


@per_facts
def _tried(facts: Sequence[Fact]) -> tuple[tuple[CausalRelation, Told | CannotBe], ...]:
    """The relations that no question with options asks about, each with its sentence or why there is none."""
    asked = _asked(facts)
    return tuple((relation, _stated(relation)) for relation in relations_of(facts) if relation.place not in asked)


def _stated(relation: CausalRelation) -> Told | CannotBe:
    try:
        return stated(relation)
    except CannotBe as reason:
        return reason


@per_facts
def _asked(facts: Sequence[Fact]) -> dict[Span, Question]:
    """The questions with options, by the places of their relations."""
    found: dict[Span, Question] = {}
    told = [relation for relation in relations_of(facts) if relation.rule not in _ONLY_BEFORE]
    for relation in told:
        if relation.place not in found and (question := _by(_WAYS, relation)):
            found[relation.place] = question
    left = _MOST_COMPARISONS
    for relation in sorted(told, key=lambda each: (-weight_of(each), each.place.start)):
        if left and relation.place not in found and (question := _by(_COMPARISONS, relation)):
            found[relation.place] = question
            left -= 1
    for relation in told:
        if relation.place not in found and (question := _by((who_to_be_typed,), relation)):
            found[relation.place] = question
    return found


def _by(ways: Sequence[Callable[[CausalRelation], Question]], relation: CausalRelation) -> Question | None:
    """The question of the first way that has one."""
    for way in ways:
        try:
            return way(relation)
        except CannotBe:
            continue
    return None


@per_facts
def _statements(facts: Sequence[Fact]) -> dict[Span, Statement]:
    """The statements about what no question with options asks about, by the places of the relations.

    None is of a sentence that is asked about: each would tell the key of the other.
    """
    asked = {evidence(relation) for relation in relations_of(facts) if relation.place in _asked(facts)}
    tried = [(relation, found) for relation, found in _tried(facts) if isinstance(found, Told)]
    return statements((relation, found) for relation, found in tried if evidence(relation) not in asked)
