"""Events with a year: asks which of four took place in a given year.

Next: `event_facts`.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from quizengine import Article, ChoiceQuestion, Evidence, Fact, Origin, Refusal, Span, article_says
from quizengine.language import Certainty, Clause, Constituent, pointers, salience, statement, word_set
from quizengine_fact_recall.eligibility import event_exclusion
from quizengine_fact_recall.event_faults import GARBLED, HEDGES
from quizengine_fact_recall.event_stems import is_cut_surely, said_without
from quizengine_fact_recall.events import Event

RULE = "which-event-in"
_OPTIONS = 4
_MOST_QUESTIONS = 2
_LONGEST, _SHORTEST = 16, 5
"""Words of an event."""
_YEAR = re.compile(
    r"(?:[Ii]n (?:[A-Z][a-z]+,? )?|[Oo]n [A-Z][a-z]+ \d{1,2}, |[Oo]n \d{1,2} [A-Z][a-z]+ )(1\d{3}|20\d\d)"
)
_BOUNDS_OF_LIFE = word_set("bear die")
"""Every reader puts a birth before what somebody did, and a death after it."""
_IN_ORDER = word_set(
    """
    later then first again still also already finally eventually subsequently next last second third ever previously
    earlier soon another other newly
    """
)
"""Words that place an event beside others, or tell too much about when it was."""
_FARTHEST = 2.5
"""Times as many words as the shortest that the longest of four events may have."""


@dataclass(frozen=True)
class Dated:
    """One event with its year."""

    clause: Clause
    when: Constituent
    year: str
    told: str
    """The event as a sentence without its year."""
    weight: float

    @property
    def span(self) -> Span:
        """Its predicate."""
        return self.clause.tree.span(self.clause.verb.tokens)

    @property
    def length(self) -> int:
        """The number of its words."""
        return len(self.told.split())


@dataclass(frozen=True, kw_only=True)
class DatedEvents(Fact):
    """The events of an article that it dates with a year, the weightiest first."""

    kind: str = "dated events"
    events: tuple[Span, ...]
    years: tuple[Span, ...]
    dated: tuple[Dated, ...] = field(compare=False, repr=False)

    def values(self) -> dict[str, Any]:
        """The events with their years."""
        return {"events": self.events, "years": self.years}


def dated_events(article: Article, events: Sequence[Event]) -> Iterator[DatedEvents]:
    """Yield the dated events that stand alone, where there are four and more."""
    found = sorted(filter(None, map(_dated, events)), key=lambda each: (-each.weight, each.clause.span.start))
    alone = tuple({each.told: each for each in reversed(found)}.values())[::-1]
    if len(alone) >= _OPTIONS:
        yield DatedEvents(
            events=tuple(each.span for each in alone), years=tuple(each.when.span for each in alone), dated=alone
        )


def dated_event_questions(fact: DatedEvents, asked: Collection[int]) -> Iterator[ChoiceQuestion | Refusal]:
    """Yield a question for each four events, of those about which nothing else is asked.

    `asked` is where the predicates begin that others ask about: an option would tell their answers.
    """
    left = [each for each in fact.dated if each.span.start not in asked]
    for number in range(_MOST_QUESTIONS):
        key = next((each for each in left if len(_beside(each, left)) == _OPTIONS - 1), None)
        if key is None:
            if not number:
                yield Refusal(fact.years[0], RULE, "others ask about these events, or too few are alike")
            return
        group = _beside(key, left)
        left = [each for each in left if each is not key and each not in group]
        yield _question(key, group)


def _beside(key: Dated, others: Sequence[Dated]) -> list[Dated]:
    """Three events of other years that read like the key: of like length, those of its own subject first."""
    subject = key.told.split()[:2]
    fitting = [
        each
        for each in others
        if each.year != key.year
        and each.clause.verb.lemma != key.clause.verb.lemma
        and max(each.length, key.length) <= _FARTHEST * min(each.length, key.length)
    ]
    fitting.sort(key=lambda each: (each.told.split()[:2] != subject, abs(int(each.year) - int(key.year))))
    chosen: list[Dated] = []
    for each in fitting:
        if all(each.year != other.year for other in chosen):
            chosen.append(each)
    return chosen[: _OPTIONS - 1]


def _dated(event: Event) -> Dated | None:
    """An event with its year, where it is told in one plain sentence without it."""
    clause = event.clause
    when = _when(clause)
    if when is None or event_exclusion(clause) or clause.said or clause.verb.perfect:
        return None
    said = said_without(clause, frozenset(when.tokens))
    if said is None or said.opening:
        return None
    tree = clause.tree
    named = any(tree.tokens[each].upos == "PROPN" or said.replaced.get(each) for each in said.subject)
    if (
        not named
        or pointers(tree, said.tokens, said.replaced)
        or not is_cut_surely(clause, {*said.tokens, *when.tokens})
    ):
        return None
    told = statement(said)
    if told is None or re.search(r"\b\d+\b|[—:;\[\](“\"]", told) or GARBLED.search(told) or HEDGES.search(told):
        return None
    words = {word.strip(".,") for word in told.split()}
    if not _SHORTEST <= len(told.split()) <= _LONGEST or words & _IN_ORDER:
        return None
    year = _YEAR.fullmatch(" ".join(when.text.split()))
    return Dated(clause, when, year[1], told, salience(tree)) if year else None


def _when(clause: Clause) -> Constituent | None:
    """The one part that says when it was, with a year."""
    times = clause.adjuncts("time")
    if clause.verb.lemma in _BOUNDS_OF_LIFE or len(times) != 1:
        return None
    [when] = times
    token = clause.tree.tokens[when.head]
    plain = _YEAR.fullmatch(" ".join(when.text.split())) is not None
    return when if plain and token.certainty >= Certainty.LIKELY and token.head == clause.head else None


def _question(key: Dated, others: Sequence[Dated]) -> ChoiceQuestion:
    proof = key.clause.tree.sentence.span
    return ChoiceQuestion(
        stem=f"Which of these events took place in {key.year}?",
        answer=key.told,
        distractors=tuple(each.told for each in others),
        rationale=article_says(proof.text),
        evidence=Evidence.of(proof),
        origin=Origin("fact_recall", RULE),
        tags=("fact recall",),
    )
