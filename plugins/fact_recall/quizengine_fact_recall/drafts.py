"""The questions that the events of an article give, before some of them are chosen.

Next: `choosing`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from quizengine import Article, Refusal
from quizengine.language import carriers, weight
from quizengine_fact_recall.eligibility import ground_against
from quizengine_fact_recall.events import Event, is_sure_of_its_core
from quizengine_fact_recall.naming import tells
from quizengine_fact_recall.options import beside, enough
from quizengine_fact_recall.participants import PERSON, Participant, participants
from quizengine_fact_recall.stems import stem_for
from quizengine_fact_recall.typed import can_be_typed


@dataclass(frozen=True)
class Draft:
    """A question that can be asked about an event."""

    event: Event
    asked: Participant
    stem: str
    wrong: tuple[str, ...]
    """Wrong options; empty where the answer has to be typed."""
    worth: float

    @property
    def key(self) -> str:
        """The right answer in full."""
        return self.asked.name.full


def drafts(event: Event) -> tuple[list[Draft], Refusal | None]:
    """The questions an event gives, and where it gives none the reason."""
    ground = ground_against(event.clause)
    if ground:
        return [], Refusal(event.clause.span, ground.rule, ground.reason)
    asked = list(participants(event.clause))
    if not asked:
        return [], Refusal(event.clause.span, "no-name", "no person, country, state or city takes part in it")
    found, reasons = [], []
    for one in asked:
        made = _draft(event, one)
        (found if isinstance(made, Draft) else reasons).append(made)
    return found, None if found else reasons[0]


def _draft(event: Event, asked: Participant) -> Draft | Refusal:
    article = event.predicate.article
    if not is_sure_of_its_core(event.clause, asked.part):
        return Refusal(asked.part.span, "not-sure", "what it is to its verb is not certain")
    if asked.kind == PERSON and " " not in asked.name.full:
        return Refusal(asked.part.span, "short-name", "the article gives no full name")
    if _is_in_the_title(article, asked.name.full):
        return Refusal(asked.part.span, "in-title", "the title tells the answer")
    stem = stem_for(event.clause, asked)
    if stem is None:
        return Refusal(asked.part.span, "no-stem", "no short question about it stands alone")
    wrong = beside(asked, stem, event.clause.tree)
    if not enough(wrong) and (asked.others or not can_be_typed(asked.name)):
        return Refusal(asked.part.span, "few-options", "the article names too few others of this kind")
    return Draft(event, asked, stem, wrong if enough(wrong) else (), _worth(event, asked, enough(wrong)))


def _is_in_the_title(article: Article, full: str) -> bool:
    return any(tells(span.text, full) for span in (article.title, article.kicker) if span)


def _worth(event: Event, asked: Participant, to_choose: bool) -> float:
    named = set(carriers(event.predicate.article))
    return weight(event.clause.tree) + 0.2 * to_choose + 0.1 * (asked.name.full in named)


def all_drafts(events: Iterator[Event]) -> Iterator[Draft]:
    """The questions of all events, in order."""
    for event in events:
        yield from drafts(event)[0]
