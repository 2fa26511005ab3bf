"""Events: clauses that tell as a fact what somebody did, with the spans of who, what, where and when.

Next: `participants`, the names in an event that can be asked for.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from quizengine import Article, Fact, Span
from quizengine.language import Clause, Constituent, clauses_of, trees
from quizengine_fact_recall.certainty import is_sure_of
from quizengine_fact_recall.class_nouns import thing_in


@dataclass(frozen=True, kw_only=True)
class Event(Fact):
    """A deed: somebody did something, or something was done to somebody."""

    kind: str = "event"
    actor: Span | None
    """The one who did it; None in a passive clause that does not say."""
    predicate: Span
    object: Span | None
    """The person or thing to whom it was done."""
    place: Span | None
    time: Span | None
    clause: Clause = field(compare=False, repr=False)
    """The clause that tells it."""

    def values(self) -> dict[str, Any]:
        """The roles, each a span or None."""
        return {role: getattr(self, role) for role in ("actor", "predicate", "object", "place", "time")}


def events(article: Article) -> Iterator[Event]:
    """Yield the events of an article in order: what it states for certain as having been so."""
    for tree in trees(article):
        for clause in clauses_of(tree):
            if _tells_an_event(clause):
                yield _event(clause)


def _tells_an_event(clause: Clause) -> bool:
    verb = clause.verb
    has_been = verb.tense == "past" or (verb.tense == "present" and verb.perfect)
    holds = verb.tense == "present" and not verb.perfect and not verb.progressive and tells_of_a_thing(clause)
    told = clause.is_fact and (has_been or holds) and not verb.copular and is_sure_of(clause)
    return told and not _is_weather(clause)


def _is_weather(clause: Clause) -> bool:
    """Return whether nobody did anything: "it rained"."""
    return not clause.parts and clause.subject is not None and clause.subject.text.lower() == "it"


def tells_of_a_thing(clause: Clause) -> bool:
    """True if a part of a clause is a thing of a class, of which more than events is told: what it does as a rule."""
    parts = (*((clause.subject,) if clause.subject else ()), *clause.parts)
    return any(thing_in(part) is not None for part in parts)


def _event(clause: Clause) -> Event:
    subject = clause.subject.span if clause.subject else None
    agent = _first(clause.adjuncts("agent"))
    return Event(
        actor=agent if clause.verb.passive else subject,
        predicate=clause.tree.span(clause.verb.tokens),
        object=subject if clause.verb.passive else clause.object.span if clause.object else None,
        place=_first(clause.adjuncts("place")),
        time=_first(clause.adjuncts("time")),
        clause=clause,
    )


def _first(parts: tuple[Constituent, ...]) -> Span | None:
    return parts[0].span if parts else None
