"""The questions that the events and lists of an article give, before some of them are chosen.

Next: `choosing`.
"""

import re

from quizengine import Fact, Refusal
from quizengine.language import Clause, carriers, weight
from quizengine_fact_recall.certainty import is_sure_of
from quizengine_fact_recall.draft import Draft
from quizengine_fact_recall.eligibility import ground_against
from quizengine_fact_recall.events import Event
from quizengine_fact_recall.kinds import PERSON, noun_of
from quizengine_fact_recall.lists import Listing
from quizengine_fact_recall.options import beside, enough, has_twin, is_dominant, is_in_the_title, is_minor, of_kind
from quizengine_fact_recall.participants import Participant, one_of, participants
from quizengine_fact_recall.stems import stem_for
from quizengine_fact_recall.typed import can_be_typed
from quizengine_fact_recall.wording_faults import YEAR, Unasked

_PLACES = frozenset({"country", "state", "city"})
_OF_A_PLACE = re.compile(
    r"[A-Z]\w+ (?:University|College|Institute|Academy)|University of|College of|Parliament|Congress"
)
"""Institutions that everybody knows the place of: who taught at Harvard University was in the United States."""
_ENOUGH_TO_TYPE = 7
"""Words of a question that is asked without options."""

NOT_SURE = Unasked("not-sure", "what it is to its verb is not certain")
SHORT_NAME = Unasked("short-name", "the article gives no full name")
MINOR = Unasked("minor", "the article names this person in passing")
FEW_OPTIONS = Unasked("few-options", "the article names too few others of this kind")
DOMINANT = Unasked("dominant", "the article is about one person, and everybody would guess that one")
RIVAL = Unasked(
    "rival", "it tells, without a year, what one of two people did to the other, and the article is about either"
)
TWIN = Unasked("twin", "the article tells the same of another one of the kind, and the question gives no year")
OBVIOUS = Unasked("obvious", "everybody would guess this prize first")
GIVEN_AWAY = Unasked("given-away", "an institution in the question tells which place it is")
IN_TITLE = Unasked("in-title", "the title names the answer and no other option")


def drafts(fact: Fact) -> tuple[list[Draft], Refusal | None]:
    """The questions that an event or a list gives, and where it gives none the reason."""
    if not isinstance(fact, Event | Listing):
        return [], None
    clause = fact.clause
    ground = ground_against(clause)
    if ground:
        return [], Refusal(clause.span, ground.rule, ground.reason)
    one = one_of(fact.part) if isinstance(fact, Listing) and fact.whole else None
    asked = [one] if one else [] if isinstance(fact, Listing) else list(participants(clause))
    if not asked:
        return [], Refusal(clause.span, "no-name", "no name in it can be the answer")
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
    if asked.kind == PERSON and asked.part.role == "subject" and is_minor(asked.name):
        return MINOR
    if asked.kind == PERSON and is_dominant(asked.name):
        return DOMINANT
    stem = stem_for(clause, asked)
    if isinstance(stem, Unasked):
        return stem
    if asked.name.full.startswith("Nobel"):
        return OBVIOUS
    if asked.kind in _PLACES and _OF_A_PLACE.search(stem):
        return GIVEN_AWAY
    if asked.kind != PERSON and not YEAR.search(stem) and has_twin(asked, clause):
        return TWIN
    wrong = beside(asked, stem, clause)
    wrong = wrong if enough(wrong) else ()
    only_to_choose = asked.others or not can_be_typed(asked.name)
    if not wrong and (only_to_choose or not _tells_enough(clause, stem, asked)):
        return FEW_OPTIONS
    if not wrong and asked.kind == PERSON and _has_a_rival(asked, stem):
        return RIVAL
    article = clause.span.article
    if is_in_the_title(article, asked.name.full) and not any(is_in_the_title(article, one) for one in wrong):
        return IN_TITLE
    return Draft(
        fact=fact,
        name=asked.name,
        span=asked.part.span,
        evidence=clause.tree.sentence.span,
        stem=stem,
        rule=asked.word.replace(" ", "-"),
        wrong=wrong,
        worth=_worth(clause, asked, bool(wrong)),
    )


def _has_a_rival(asked: Participant, stem: str) -> bool:
    """Whether a question without a year names one person and asks for another, and the article is about either.

    Such two have to do with each other throughout: in which of many rounds, and who it was, is guesswork.
    """
    article = asked.name.mentions[0].article
    named = {each.full for each in of_kind(article, PERSON) if each.full != asked.name.full and each.full in stem}
    return bool(named) and not YEAR.search(stem) and bool({asked.name.full, *named} & set(carriers(article)))


def _tells_enough(clause: Clause, stem: str, asked: Participant) -> bool:
    """Whether a question without options says so much that only one answer comes to mind; a place of birth does."""
    beside = asked.kind == PERSON and asked.part.role == "adjunct" and not asked.rest
    least = _ENOUGH_TO_TYPE - bool(noun_of(asked.name.full)) + beside
    return clause.verb.lemma == "bear" or len(stem.split()) >= least


def _worth(clause: Clause, asked: Participant, to_choose: bool) -> float:
    named = set(carriers(clause.span.article))
    leads = asked.part.role == "subject"
    return (
        weight(clause.tree) + 0.2 * to_choose + 0.1 * (asked.name.full in named) + 0.2 * leads - 0.5 * bool(asked.rest)
    )
