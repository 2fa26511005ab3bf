"""The words of a question for one participant of an event, or the reason why no question stands alone.

Next: `options`, what stands beside the key.
"""

import re
from dataclasses import replace

from quizengine.language import Clause, Realised, attributed, full_names, pointers, question, realised, wording
from quizengine_fact_recall.naming import tells
from quizengine_fact_recall.participants import Participant

LONGEST = 25
"""Words of a stem."""
_SHORTEST = 5
_HEDGES = re.compile(r"\b(?:perhaps|maybe|possibly|probably|apparently|allegedly|supposedly|seemingly|presumably)\b", re.I)
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
_ON_A_DAY = frozenset({"on", "late", "early"})
_YEAR = re.compile(r"1\d{3}|20\d{2}|\d{4}s")


def stem_for(clause: Clause, asked: Participant) -> str | None:
    """The question for a participant; None where its clause cannot be cut out, points elsewhere, or tells the key."""
    said = _named(clause)
    if said is None:
        return None
    part = set(asked.part.tokens)
    if any(pointer.token not in part for pointer in pointers(clause.tree, said.tokens, said.replaced)):
        return None
    rest = [each for each in said.tokens if each not in part]
    shown = wording(clause.tree, rest, said.replaced)
    if not _has_anchor(clause, rest) or any(tells(shown, name.full) for name in (asked.name, *asked.others)) or _HEDGES.search(shown):
        return None
    stem = attributed(clause, question(said, asked.part, asked.word))
    if stem is None or (clause.said and tells(stem, asked.name.full)):
        return None
    return stem if _SHORTEST <= len(stem.split()) <= LONGEST else None


def _named(clause: Clause) -> Realised | None:
    """What a clause says, with names in full and without days of a week that nobody can tell any more."""
    said = realised(clause)
    if said is None:
        return None
    days = _weekdays(clause)
    tokens = [each for each in said.tokens if each not in days]
    said = realised(clause, full_names(clause.tree, tokens))
    if said is None:
        return None
    opening, rest = (tuple(each for each in some if each not in days) for some in (said.opening, said.said))
    return replace(said, opening=opening, said=rest)


def _weekdays(clause: Clause) -> frozenset[int]:
    """The tokens of phrases that are a day of the week and nothing more: "on Saturday"."""
    found: set[int] = set()
    for each in clause.tokens:
        below = clause.tree.subtree(each)
        rest = {clause.tree.tokens[other].form.lower() for other in below if other != each}
        if _WEEKDAY.fullmatch(clause.tree.tokens[each].form) and rest <= _ON_A_DAY:
            found |= set(below)
    return frozenset(found)


def _has_anchor(clause: Clause, tokens: list[int]) -> bool:
    """Whether a name or a year stands in a question, so that it is about something that can be found."""
    forms = [clause.tree.tokens[each] for each in tokens]
    return any(token.upos == "PROPN" or _YEAR.fullmatch(token.form) for token in forms)
