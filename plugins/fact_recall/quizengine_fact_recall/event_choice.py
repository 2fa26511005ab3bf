"""Chooses among an article's possible questions: each answer once, each fact once, the most important first.

Next: `event_questions`.
"""

from collections.abc import Sequence

from quizengine import Fact, Refusal, Span, cache_per_facts
from quizengine_fact_recall.draft import Draft
from quizengine_fact_recall.drafts import drafts
from quizengine_fact_recall.events import Event
from quizengine_fact_recall.lists import Listing
from quizengine_fact_recall.missing_names import likeliest

_WORDS_A_QUESTION = 120
"""The number of words of an article for each question of this kind."""
_FEWEST = 3

ASKED_ALREADY = "another question has the same answer, and tells more"
ENOUGH = "the article is asked about weightier events"


Place = tuple[str, int]
"""The kind of a fact and where its words begin."""


def fact_place(fact: Fact) -> Place:
    """Return what a fact is found by."""
    match fact:
        case Event():
            return fact.kind, fact.predicate.start
        case Listing():
            return fact.kind, fact.items[0].start
        case _:
            return fact.kind, 0


@cache_per_facts
def choose_questions(facts: Sequence[Fact]) -> dict[Place, Draft | Refusal]:
    """Return what is asked about each fact, or the reason why nothing is."""
    found: dict[Place, Draft | Refusal] = {}
    waiting: list[Draft] = []
    for fact in facts:
        made, refusal = drafts(fact)
        waiting += made
        if refusal:
            found[fact_place(fact)] = refusal
    waiting.sort(key=lambda draft: (-draft.worth, draft.span.start))
    return found | _settled(waiting)


@cache_per_facts
def gaps(facts: Sequence[Fact]) -> frozenset[Span]:
    """Return where the names are that a gap asks for, in sentences that give no plain question."""
    return likeliest(facts, {each.evidence for each in choose_questions(facts).values() if isinstance(each, Draft)})


def _settled(waiting: Sequence[Draft]) -> dict[Place, Draft | Refusal]:
    """Return which of some drafts are asked, the first before the others."""
    found: dict[Place, Draft | Refusal] = {}
    keys: set[str] = set()
    asked, most = 0, max(_FEWEST, _words(waiting) // _WORDS_A_QUESTION)
    for draft in waiting:
        place = fact_place(draft.fact)
        if isinstance(found.get(place), Draft):
            continue
        if draft.key in keys or asked >= most:
            rule, reason = ("asked-already", ASKED_ALREADY) if draft.key in keys else ("enough", ENOUGH)
            found[place] = Refusal(draft.span, rule, reason)
            continue
        found[place] = draft
        keys.add(draft.key)
        asked += 1
    return found


def _words(waiting: Sequence[Draft]) -> int:
    return len(waiting[0].span.article.text.split()) if waiting else 0
