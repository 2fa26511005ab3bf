"""Faults in the words of a question, as a reader sees them, and reasons why there is none.

Next: `event_stems`.
"""

import re
from dataclasses import dataclass

from quizengine.language import Clause

LONGEST = 24
"""Words of a stem."""
SHORTEST = 5
HEDGES = re.compile(
    r"\b(?:perhaps|maybe|possibly|probably|apparently|allegedly|supposedly|seemingly|presumably)\b", re.IGNORECASE
)
GARBLED = re.compile(
    r"\b[Ww]hich [a-z]+ \d|[ÃÂ]|â[^\w\s]|''|``|\bthe [A-Z]\. [A-Z]|⁄|[A-Z]\w+ \w+ly\?"
    r"|\bborn (?:at|of|on) (?:at|in|on)\b"
    r"|\b(?:(?:him|her|it)self|themselves)\?"
    r"|\A[Oo]n \d{1,2},|\bsince [a-z]+ by\b"
    r"|[a-z] and (?:he|she|it|they) [a-z]+|, \(|№"
    r"|\b(?:has|have) (?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|many) [^,?]* and [a-z]+ed "
)
"""Marks of another age, letters that were read in the wrong encoding, a label before a name
("the B. Maya"), an adverb at the end that has lost its verb ("Moss repeatedly?"), a lost day of birth, a pronoun at the
end that has lost what somebody made of himself, a day without its month, a passive without its verb ("since built by
Moss"), a second clause ("Who baked bread and they ate it?"), and what something did run together with what it has ("has
two mills and elected Moss")."""
OPEN_TIME = re.compile(r"\bjust\b|\b(?:While|while)\b")
"""Words that give a time relative to the article, or a rival beside the answer that gives it away."""
RELATIVE = re.compile(
    r"\bbeing\b|\bonce\b.*\b(?:1\d{3}|20\d\d)\b"
    r"|\b(?:go|goes|going|went) on to\b"
    r"|\b(?:later|earlier|afterwards?|remainder|whereupon|meanwhile|thereafter)\b|\bborn when\b|\bof Group [A-H]\b"
    r"|\b(?:first|second|third|fourth|last|final|next|opening)"
    r" (?:game|match|day|leg|round|half|race|goal|inning|set)s?\b"
    r"|\ba (?:sequel|prequel|follow-up|spin-off|remake)\b(?! (?:to|of)\b)"
    r"|\bof the (?:day|match|game|tournament|season|week|night)\b"
    r"|\b(?:that|the same) (?:same )?(?:year|month|week|day|summer|winter|spring|autumn|season)\b"
    r"|\b(?:was|were|did) (?:two|three|four|five|six|seven|eight|nine|ten|several|some) [a-z]+ [a-z]+\b"
    r"|\bthe news(?! (?:that|of|about|on|agency|service|website|media|network|channel|editor|programme)\b)",
    re.IGNORECASE,
)
"""Words that give a time by something that a reader does not know, that name one of many games, or some of many people
or things ("To which country were two bakers sent?")."""
RUN_TOGETHER = re.compile(r"[a-z,] (?:In|On|At|From|By|For|With|After|Before|During) [A-Z]")
"""A caption or a headline that runs into a sentence."""
FOR_ITS = re.compile(r"For (?:[A-Z][\w.-]* )*[A-Z][\w.-]*[’']s? [a-z]+, ")
"""An opening that names the deed of the sentence before: "For Ada Moss's discovery, which …"."""
_HONOUR = re.compile(r"\b(?:award|prize|medal|trophy|cup|title)s?\b", re.IGNORECASE)
_CONTESTS = frozenset({"face", "beat", "defeat", "score", "play", "draw", "win", "lose", "meet", "host"})
MONTH = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
)
YEAR = re.compile(r"\b1\d{3}\b|\b20\d{2}\b")


@dataclass(frozen=True)
class Unasked:
    """The reason why there is no question: the name of the rule, and the words for people."""

    rule: str
    reason: str


NOT_CUT_OUT = Unasked("not-cut-out", "its clause cannot be cut out of the sentence without changing what it says")
POINTS_OUT = Unasked("points-out", "it points to something that only the text around it tells")
NO_ANCHOR = Unasked("no-anchor", "no name, no year and too few words say what it is about")
TOLD = Unasked("told", "the question would tell its own answer")
NOT_PLAIN = Unasked("not-plain", "a word before the subject, a mark or a pronoun does not fit a plain question")
HEDGED = Unasked("hedged", "the article is not certain of it")
TOO_LONG = Unasked("length", f"a question would have fewer than {SHORTEST} or more than {LONGEST} words")


def event_stem_fault(clause: Clause, stem: str) -> Unasked | None:
    """Return what a reader who knows only these words would stumble over; None if nothing is wrong."""
    if OPEN_TIME.search(stem) or RELATIVE.search(stem) or (MONTH.search(stem) and not YEAR.search(stem)):
        return POINTS_OUT
    if _is_one_of_many(clause, stem):
        return POINTS_OUT
    if FOR_ITS.match(stem):
        return POINTS_OUT
    if RUN_TOGETHER.search(stem) or _joins_two_times(stem):
        return NOT_CUT_OUT
    if GARBLED.search(stem):
        return NOT_PLAIN
    return None if SHORTEST <= len(stem.split()) <= LONGEST else TOO_LONG


def _joins_two_times(stem: str) -> bool:
    """Return whether a day of one year is in a stem with another year: "at the 1901 Games on May 4, 1903"."""
    return MONTH.search(stem) is not None and len(set(YEAR.findall(stem))) > 1


def _is_one_of_many(clause: Clause, stem: str) -> bool:
    """Return whether a prize or a contest comes again every year or every week, and the question gives no year."""
    return not YEAR.search(stem) and (clause.verb.lemma in _CONTESTS or _HONOUR.search(stem) is not None)
