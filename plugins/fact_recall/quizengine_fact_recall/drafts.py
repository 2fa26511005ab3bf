"""The questions that the events and lists of an article give, before some of them are chosen.

Next: `choosing`.
"""

from dataclasses import dataclass

from quizengine import Article, Refusal
from quizengine.language import Clause, carriers, weight
from quizengine_fact_recall.certainty import is_sure_of
from quizengine_fact_recall.eligibility import ground_against
from quizengine_fact_recall.events import Event
from quizengine_fact_recall.lists import Listing
from quizengine_fact_recall.naming import tells
from quizengine_fact_recall.options import beside, enough
from quizengine_fact_recall.participants import ORGANISATION, PERSON, Participant, one_of, participants
from quizengine_fact_recall.stems import Unasked, stem_for
from quizengine_fact_recall.typed import can_be_typed

NOT_SURE = Unasked("not-sure", "what it is to its verb is not certain")
SHORT_NAME = Unasked("short-name", "the article gives no full name")
GENERAL = Unasked("general", "it tells how things are, and is no event")
FEW_OPTIONS = Unasked("few-options", "the article names too few others of this kind")
IN_TITLE = Unasked("in-title", "the title names the answer and no other option")


@dataclass(frozen=True)
class Draft:
    """A question that can be asked about an event or a list."""

    fact: Event | Listing
    asked: Participant
    stem: str
    wrong: tuple[str, ...]
    """Wrong options; empty where the answer has to be typed."""
    worth: float

    @property
    def key(self) -> str:
        """The right answer in full."""
        return self.asked.name.full


def drafts(fact: Event | Listing) -> tuple[list[Draft], Refusal | None]:
    """The questions that a fact gives, and where it gives none the reason."""
    clause = fact.clause
    ground = ground_against(clause)
    if ground:
        return [], Refusal(clause.span, ground.rule, ground.reason)
    one = one_of(fact.part) if isinstance(fact, Listing) and fact.whole else None
    asked = [one] if one else [] if isinstance(fact, Listing) else list(participants(clause))
    if not asked:
        return [], Refusal(
            clause.span, "no-name", "it holds no names of people, countries, states or cities to ask for"
        )
    found, reasons = [], []
    for each in asked:
        made = _draft(fact, each)
        if isinstance(made, Draft):
            found.append(made)
        else:
            reasons.append(Refusal(each.part.span, made.rule, made.reason))
    return found, None if found else reasons[0]


def _draft(fact: Event | Listing, asked: Participant) -> Draft | Unasked:
    clause = fact.clause
    if not is_sure_of(clause, asked.part):
        return NOT_SURE
    if asked.kind == PERSON and " " not in asked.name.full:
        return SHORT_NAME
    if clause.verb.tense == "present" and not clause.verb.perfect and asked.part.role != "subject":
        return GENERAL
    stem = stem_for(clause, asked)
    if isinstance(stem, Unasked):
        return stem
    wrong = beside(asked, stem, clause.tree)
    only_to_choose = asked.others or asked.kind == ORGANISATION or not can_be_typed(asked.name)
    if only_to_choose and not enough(wrong):
        return FEW_OPTIONS
    article = clause.span.article
    if _is_in_the_title(article, asked.name.full) and not any(_is_in_the_title(article, one) for one in wrong):
        return IN_TITLE
    return Draft(fact, asked, stem, wrong if enough(wrong) else (), _worth(clause, asked, enough(wrong)))


def _is_in_the_title(article: Article, full: str) -> bool:
    return any(tells(span.text, full) for span in (article.title, article.kicker) if span)


def _worth(clause: Clause, asked: Participant, to_choose: bool) -> float:
    named = set(carriers(clause.span.article))
    return weight(clause.tree) + 0.2 * to_choose + 0.1 * (asked.name.full in named)
