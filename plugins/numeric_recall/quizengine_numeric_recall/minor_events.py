"""Events of which nobody asks the year: a part in one episode, an application, a couple, a foundation stone."""

import re

from quizengine.language import Realised, word_set
from quizengine_numeric_recall.figure_contexts import Context

_PLAYING = word_set("appear guest guest-star star perform")
_EPISODES = word_set("season episode")
_MAKING = word_set("make send hand give pay")
_ASKING = word_set("submission application appearance visit cameo trip")
"""Deeds that somebody does before anything comes of it."""
_PUBLISHING = word_set("publish release appear issue print")
_COUPLE = re.compile(r"\bin an? (?:romantic |long-term |serious |new )?relationship with [A-Z]|\bdating [A-Z]")
STONE = re.compile(r"\b(?:foundation|corner) ?-?stone\b", re.IGNORECASE)
"""A stone for a building; what is told of it is mostly told of the building: what that cost, or when it was opened."""
_BEGUN = re.compile(rf"{STONE.pattern}|\b(?:broke|break|breaking) ground\b", re.IGNORECASE)
"""Ceremonies before anything is built."""
_HONOURING = word_set("name select vote win earn make receive award honor honour")
_ACTING = word_set("matter measure step action turn")
"""Nouns for what somebody takes who acts, and it is told elsewhere how: "took matters into her own hands"."""
_HAPPENING = word_set("occur happen")
_EVENTS = word_set("event incident occurrence episode")
_OF_A_RANK = word_set("confirm relinquish resign gazette")
_RANKS = word_set("commission appointment rank")
"""Papers of an officer's or an official's career."""
_COMING_BACK = word_set("home briefly")
_AT_SCHOOL = re.compile(
    r"\bdistrict \d|\ball ?- ?(?:district|state|conference|county)\b|\bhigh school\b"
    r"|\b(?:varsity|freshman|sophomore)\b",
    re.IGNORECASE,
)


def is_a_minor_event(context: Context, said: Realised) -> bool:
    """Return whether what happened is of no weight in a life or a work."""
    tokens = [context.tree.tokens[each] for each in said.tokens]
    lemmas = {token.lemma.lower() for token in tokens}
    text = " ".join(said.replaced.get(each, context.tree.tokens[each].form) for each in said.tokens)
    verb = context.clause.verb.lemma.lower()
    return (
        (verb in _PLAYING and bool(lemmas & _EPISODES))
        or verb == "submit"
        or (verb in _MAKING and _has_an_object_of(context, _ASKING))
        or (verb in _PUBLISHING and "translation" in lemmas)
        or _COUPLE.search(text) is not None
        or _BEGUN.search(text) is not None
        or (verb == "take" and _has_an_object_of(context, _ACTING))
        or (verb in _HAPPENING and _is_an_event_at_all(context))
        or (verb == "return" and bool(lemmas & _COMING_BACK))
        or (verb in _HONOURING and _is_at_school(context))
        or (verb in _OF_A_RANK and bool(lemmas & _RANKS))
        or verb == "rank"
    )


def _has_an_object_of(context: Context, nouns: frozenset[str]) -> bool:
    """Return whether the object is only an application or the like: "made a submission"."""
    found = context.clause.object
    return found is not None and context.tree.tokens[found.head].lemma.lower() in nouns


def _is_an_event_at_all(context: Context) -> bool:
    """Return whether the subject tells only that something happened: "a notable event of her reign"."""
    subject = context.clause.subject
    return subject is not None and context.tree.tokens[subject.head].lemma.lower() in _EVENTS


def _is_at_school(context: Context) -> bool:
    """Return whether the predicate, what the stem leaves out of it included, tells of a school or its district."""
    subject = context.clause.subject
    own = subject.tokens if subject is not None else ()
    told = " ".join(context.tree.tokens[each].form for each in context.clause.tokens if each not in own)
    return _AT_SCHOOL.search(told) is not None
