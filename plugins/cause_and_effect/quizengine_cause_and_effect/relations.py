"""The facts of this plugin: one thing led to another, or something happened in a year."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizengine import Fact, Span, cache_per_facts

NAME = "cause_and_effect"
"""The name of the generator."""


@dataclass(frozen=True, kw_only=True)
class CausalRelation(Fact):
    """A cause and its effect by the article, and the words that say so."""

    kind: str = "causal"
    cause: Span
    effect: Span
    signal: Span
    rule: str
    """The name of the signal in the table."""
    claimant: Span | None = None
    """The source, where the article only reports it: "police", "Wi Sung-lac"."""
    intended: bool = False
    """True for a means or a purpose: how something was done, or what it was for, rather than why it happened."""
    place: Span
    """The word that carries the predicate of the clause that tells the relation."""
    open_only: bool = False
    """True if it is certain enough for an open question only, whose answer people compare with the article."""


@dataclass(frozen=True, kw_only=True)
class ThingsDeed(Fact):
    """A deed of a thing, rather than of somebody: "a treaty opened two ports"."""

    kind: str = "what a thing did"
    thing: Span
    place: Span
    """The word that carries the predicate."""


@dataclass(frozen=True, kw_only=True)
class DatedEvents(Fact):
    """Events of different years, each dated by the article itself, in the order in which they happened."""

    kind: str = "dated events"
    events: tuple[Span, ...]
    """The word that carries the predicate of each."""
    years: tuple[Span, ...]


@cache_per_facts
def relations_of(facts: Sequence[Fact]) -> tuple[CausalRelation, ...]:
    """The relations among the facts of an article that any question may be about, in order."""
    return tuple(fact for fact in facts if isinstance(fact, CausalRelation) and not fact.open_only)
