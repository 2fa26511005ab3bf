"""The possible questions about the events and lists of an article, before some of them are chosen.

Next: `event_choice`.
"""

import re
from collections.abc import Iterator

from quizengine import Fact, Refusal
from quizengine.language import (
    Clause,
    central_names,
    mentions_between,
    name_at,
    place_type,
    referent,
    salience,
    word_set,
)
from quizengine_fact_recall.answer_faults import has_another_surname, tells_its_abbreviation
from quizengine_fact_recall.certainty import is_sure_of
from quizengine_fact_recall.class_nouns import is_class_noun, tells_which_thing
from quizengine_fact_recall.draft import Draft
from quizengine_fact_recall.eligibility import event_exclusion, is_news
from quizengine_fact_recall.event_faults import NOT_PLAIN, TOLD, YEAR, Unasked
from quizengine_fact_recall.event_stems import stem_for
from quizengine_fact_recall.events import Event
from quizengine_fact_recall.lists import Listing
from quizengine_fact_recall.minor_details import asks_for_a_trifle
from quizengine_fact_recall.participant_kinds import PERSON, noun_of
from quizengine_fact_recall.participant_options import (
    enough,
    has_twin,
    is_dominant,
    is_in_the_title,
    is_minor,
    of_kind,
    wrong_participants,
)
from quizengine_fact_recall.participants import Participant, one_of, participants
from quizengine_fact_recall.place_faults import (
    ABOUT,
    asks_for_a_place_wrongly,
    belongs_to_a_superlative,
    first_sentence,
    tells_of_what_country_it_is,
    tells_the_region,
)
from quizengine_fact_recall.short_names import is_born_as_somebody_else, with_full_names
from quizengine_fact_recall.titled import FIELDS
from quizengine_fact_recall.typed_participants import can_be_typed

_OF_MANY = re.compile(r"\b(?:a number of|several|many|various|some|major|great)\b")
_YEARS = re.compile(r"\b(?:1\d{3}|20\d{2})s?\b")
"""A year or a decade."""
_OF_MANY_LIVES = frozenset({"bear", "attend", "graduate"})
_PERSONAL = frozenset({"he", "she", "his", "her", "him"})
_TRADE_ROOT = 4
"""Letters that an instrument or a subject shares with whoever masters it: "piano" and "pianist"."""
_NAMED = 0.2
"""The amount that a name of the title adds to the worth of a question."""
_MOST_TYPED = 5
"""Words of a name that somebody types."""
_PLACES = frozenset({"country", "state", "city"})
_TYPED = frozenset({"country", "state"})
"""Kinds that are never asked for with options: the other countries of an article are ruled out by sense.

No reader takes an expedition to the ice for one to Belgium, and of 6 such questions blind judges accepted none.
"""
_TOWNS = frozenset({"city", "town", "village", "town or city"})
_OF_A_PLACE = re.compile(
    r"[A-Z]\w+ (?:University|College|Institute|Academy)|University of|College of|Parliament|Congress"
)
"""Institutions that everybody knows the place of: who taught at Harvard University was in the United States."""
_ENOUGH_TO_TYPE, _ENOUGH_OF_A_MAKER = 7, 5
"""Words of a question that is asked without options: fewer for who made something with a name."""
_MAKING = word_set(
    """
    found cofound co-found establish create invent discover design build compose write paint direct publish develop
    introduce devise isolate
    """
)
"""Acts by which somebody is known."""

_WITH_AND_WITHOUT_A_YEAR = frozenset({"who", "which country"})
"""Questions that are distinguished by whether they give a year: a reader knows then what they are about."""

NOT_SURE = Unasked("not-sure", "what it is to its verb is not certain")
SHORT_NAME = Unasked("short-name", "the article gives no full name")
OTHER_NAME = Unasked("other-name", "it names somebody as nothing else in the article does")
MINOR = Unasked("minor", "the article names this person in passing")
TOLD_ONCE = Unasked("told-once", "news names this town for one deed and never again")
FEW_OPTIONS = Unasked("few-options", "the article names too few others of this kind")
DOMINANT = Unasked("dominant", "the article is about one person, and everybody would guess that one")
RIVAL = Unasked(
    "rival", "it tells, without a year, what one of two people did to the other, and the article is about either"
)
TWIN = Unasked("twin", "the article tells the same of another one of the kind, and the question gives no year")
VAGUE = Unasked("vague", "other peoples did so as well")
BORN = Unasked("born", "so many people were born or taught there that nobody can tell who is meant")
OBVIOUS = Unasked("obvious", "everybody would guess this prize first")
GIVEN_AWAY = Unasked("given-away", "an institution or a place in the question tells which place it is")
TRIFLE = Unasked("trifle", "everybody knows who it was, or where it was to")
IN_TITLE = Unasked("in-title", "the title names the answer and no other option")


def drafts(fact: Fact) -> tuple[list[Draft], Refusal | None]:
    """The questions that an event or a list gives, and where it gives none the reason."""
    if not isinstance(fact, Event | Listing):
        return [], None
    clause = fact.clause
    ground = event_exclusion(clause)
    if ground:
        return [], Refusal(clause.span, ground.rule, ground.reason)
    one = one_of(fact.part) if isinstance(fact, Listing) and fact.whole else None
    asked = [one] if one else [] if isinstance(fact, Listing) else list(_participants(clause))
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


def _participants(clause: Clause) -> Iterator[Participant]:
    """Return what can be asked for: of what holds as a rule, things alone."""
    lasting = clause.verb.tense == "present" and not clause.verb.perfect
    return (each for each in participants(clause) if not lasting or is_class_noun(each.name))


def _flaw_of(clause: Clause, asked: Participant) -> Unasked | None:
    """Return why a participant is not asked for, whatever the words of a question; None if it may be."""
    if not is_sure_of(clause, asked.part) or clause.verb.lemma == "include":
        return NOT_SURE
    if asked.name.full.startswith("Nobel"):
        return OBVIOUS
    if asked.kind in _TOWNS and _is_told_once(asked):
        return TOLD_ONCE
    if asked.kind != PERSON:
        return None
    if " " not in asked.name.full and (asked.name.offices or is_news(clause.span.article)):
        return SHORT_NAME
    if has_another_surname(asked.name):
        return OTHER_NAME
    if asked.part.role == "subject" and clause.verb.lemma in _OF_MANY_LIVES:
        return BORN
    dated = YEAR.search(clause.span.text) is not None and not is_news(clause.span.article)
    if asked.part.role == "subject" and is_minor(asked.name) and not dated:
        return MINOR
    return DOMINANT if is_dominant(asked.name) else None


def _is_told_once(asked: Participant) -> bool:
    """Return whether a town is only where something was done, in news that does not come back to it."""
    article = asked.part.span.article
    once = len(asked.name.mentions) == 1 and asked.part.role != "subject"
    return once and is_news(article) and not is_in_the_title(article, asked.name.full)


def _flaw_in(clause: Clause, asked: Participant, stem: str) -> Unasked | None:
    """Return why the words of a question do not lead to one answer, or lead to it too easily; None if they do."""
    if (asked.kind in _PLACES and _OF_A_PLACE.search(stem)) or tells_the_region(clause, asked, stem):
        return GIVEN_AWAY
    if asked.kind == "country" and tells_of_what_country_it_is(clause.span.article, asked.name.full):
        return GIVEN_AWAY
    if asked.kind in FIELDS and _is_of_that_trade(clause, asked):
        return GIVEN_AWAY
    if asks_for_a_place_wrongly(clause, asked, stem) or (
        asked.kind in _PLACES and belongs_to_a_superlative(clause, asked)
    ):
        return NOT_PLAIN
    if asks_for_a_trifle(stem):
        return TRIFLE
    if (is_class_noun(asked.name) and tells_which_thing(stem, asked.name)) or tells_its_abbreviation(stem, asked.name):
        return TOLD
    if asked.kind == "people" and _OF_MANY.search(stem):
        return VAGUE
    if _names_by_halves(clause, asked, stem):
        return SHORT_NAME
    return TWIN if asked.kind != PERSON and not _YEARS.search(stem) and has_twin(asked, clause) else None


def _is_of_that_trade(clause: Clause, asked: Participant) -> bool:
    """Return whether an article tells first that its subject is a master of what is asked for: "Orr was a pianist"."""
    root = re.escape(asked.name.full.lower()[:_TRADE_ROOT])
    return re.search(rf"\b{root}\w*(?:ist|ian|er)\b", first_sentence(clause.span.article)) is not None


def _draft(fact: Event | Listing, asked: Participant) -> Draft | Unasked:
    clause = fact.clause
    flaw = _flaw_of(clause, asked)
    stem = flaw or stem_for(clause, asked)
    if isinstance(stem, Unasked):
        return stem
    if (in_full := with_full_names(stem, clause.span.article, asked.name.full)) is None:
        return SHORT_NAME
    if is_born_as_somebody_else(in_full, clause.span.article):
        return OTHER_NAME
    stem = in_full
    if flaw := _flaw_in(clause, asked, stem):
        return flaw
    wrong = wrong_participants(asked, stem, clause) if asked.kind not in _TYPED or asked.others else ()
    wrong = wrong if enough(wrong) else ()
    only_to_choose = asked.others or not can_be_typed(asked.name) or len(asked.name.full.split()) > _MOST_TYPED
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
        rule=_rule(asked, stem),
        wrong=wrong,
        worth=_worth(clause, asked, stem, bool(wrong)),
    )


def _names_by_halves(clause: Clause, asked: Participant, stem: str) -> bool:
    """True if a question names somebody by one name alone of whom the article gives no other, nor is about this one."""
    article, tree = clause.span.article, clause.tree
    title = article.title.text if article.title else ""
    pronouns = [each for each in clause.tokens if tree.tokens[each].form.lower() in _PERSONAL]
    meant = [name for each in pronouns if (name := referent(tree, each))]
    found = [name for _, name in mentions_between(article, clause.span.start, clause.span.end)]
    described = clause.subject is None or tree.dependent(clause.subject.head, "det") is not None
    subject = name_at(tree.tokens[clause.subject.head].span) if clause.subject and not described else None
    people = [*meant, *(name for name in found if name.kind == PERSON or (name is subject and name.kind == "other"))]
    about = {full for full in central_names(article)[:ABOUT] if not place_type(full)}
    halves = {name.full for name in people if " " not in name.full} - about
    if (
        subject is not None
        and subject is not asked.name
        and subject.kind == "other"
        and " " in subject.full
        and subject.full not in stem
    ):
        return True
    return any(re.search(rf"\b{re.escape(half)}\b", stem) and half not in title for half in halves)


def _rule(asked: Participant, stem: str) -> str:
    dated = asked.word in _WITH_AND_WITHOUT_A_YEAR and YEAR.search(stem) is not None
    word = "where" if asked.word.startswith("where ") else asked.word.replace(" ", "-")
    return word + ("-in-a-year" if dated else "")


def _has_a_rival(asked: Participant, stem: str) -> bool:
    """Return whether a question without a year names one person and asks for another, and the article is about either.

    Such two have to do with each other throughout: in which of many rounds, and who it was, is guesswork.
    """
    article = asked.name.mentions[0].article
    named = {each.full for each in of_kind(article, PERSON) if each.full != asked.name.full and each.full in stem}
    return bool(named) and not YEAR.search(stem) and bool({asked.name.full, *named} & set(central_names(article)))


def _tells_enough(clause: Clause, stem: str, asked: Participant) -> bool:
    """True if a question without options says so much that only one answer comes to mind; a place of birth does."""
    beside = asked.kind == PERSON and asked.part.role == "adjunct" and not asked.rest
    least = _ENOUGH_TO_TYPE - bool(noun_of(asked.name.full)) + beside
    if asked.kind == PERSON and asked.part.role == "subject" and clause.verb.lemma in _MAKING:
        least = _ENOUGH_OF_A_MAKER
    return clause.verb.lemma in ("bear", "die") or len(stem.split()) >= least


def _names_the_title(clause: Clause, stem: str) -> bool:
    """Return whether a question has a name of the title, by which a reader knows whom or what it is about."""
    title = clause.span.article.title
    return title is not None and any(word in stem for word in re.findall(r"[A-Z]\w{3,}", title.text))


def _worth(clause: Clause, asked: Participant, stem: str, to_choose: bool) -> float:
    named = set(central_names(clause.span.article))
    leads = asked.part.role == "subject"
    bare = asked.kind == PERSON and not to_choose and len(stem.split()) < _ENOUGH_TO_TYPE
    untold = 0.3 if asked.kind in FIELDS and not to_choose else 0.0
    return (
        salience(clause.tree)
        + 0.2 * to_choose
        + 0.1 * (asked.name.full in named)
        + 0.2 * leads
        + _NAMED * _names_the_title(clause, stem)
        - 0.4 * bare
        - 0.5 * bool(asked.rest)
        - untold
    )
