"""The facts of this plugin: that one thing led to another, a chain of such things, and several side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizengine import Fact, Span, per_facts

NAME = "cause_and_effect"
"""Of the generator."""


@dataclass(frozen=True, kw_only=True)
class CausalRelation(Fact):
    """What the article gives as a cause, what as its effect, and the words that say so."""

    kind: str = "causal"
    cause: Span
    effect: Span
    signal: Span | None
    rule: str
    """The name of the signal in the table."""
    claimant: Span | None = None
    """Who says so, where the article only reports it: "police", "Wi Sung-lac"."""


_MOST_AROUND = 30
"""So many relations are enough to choose wrong options from; an article of some pages has fewer."""


def around(relation: CausalRelation, facts: Sequence[Fact]) -> Sequence[CausalRelation]:
    """The relations that the article tells nearest to this one, itself among them; of a short article all."""
    known = relations_of(facts)
    at = _places(facts).get(id(relation), 0)
    first = min(max(0, at - _MOST_AROUND // 2), max(0, len(known) - _MOST_AROUND))
    return known[first : first + _MOST_AROUND]


@per_facts
def relations_of(facts: Sequence[Fact]) -> tuple[CausalRelation, ...]:
    """The relations among the facts of an article, in order."""
    return tuple(fact for fact in facts if isinstance(fact, CausalRelation))


@per_facts
def _places(facts: Sequence[Fact]) -> dict[int, int]:
    """Where each relation stands among them, by its identity."""
    return {id(relation): place for place, relation in enumerate(relations_of(facts))}


@dataclass(frozen=True, kw_only=True)
class CausalChain(Fact):
    """Three things or more of which, as the article tells it, each led to the next."""

    kind: str = "causal chain"
    links: tuple[Span, ...]
    """The first cause first."""


@dataclass(frozen=True, kw_only=True)
class CausalPairs(Fact):
    """Three relations or more that the article tells of in the same way, so that their sides can be matched."""

    kind: str = "causal pairs"
    manner: str
    """What the sides have in common: the name of a kind of match."""
    causes: tuple[Span, ...]
    effects: tuple[Span, ...]
    """In the order of their causes."""
