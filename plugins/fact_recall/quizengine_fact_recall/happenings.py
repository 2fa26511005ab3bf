"""Happenings: what somebody did, or what happened to somebody, in a year or on a day.

An open question gives the time and asks for the rest: "What did Maria Lopes do in May 1952?".

Next: `happening_questions`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from quizengine import Article, Fact, Span
from quizengine.language import Clause, Constituent, clauses_of, trees
from quizengine_fact_recall.certainty import is_sure_of

_WHEN = re.compile(
    r"[Ii]n (?:the )?(?:(?:early|late|spring|summer|autumn|fall|winter) (?:of )?)?(?:[A-Z][a-z]+,? )?(1\d{3}|20\d\d)"
    r"|[Oo]n [A-Z][a-z]+ \d{1,2}, (1\d{3}|20\d\d)|[Oo]n \d{1,2} [A-Z][a-z]+ (1\d{3}|20\d\d)"
)
"""A year, with a month or a season or without, and a day of a year."""


@dataclass(frozen=True, kw_only=True)
class Happening(Fact):
    """An event of somebody or something, with the words that tell when it was."""

    kind: str = "happening"
    predicate: Span
    time: Span
    year: str
    clause: Clause = field(compare=False, repr=False)
    part: Constituent = field(compare=False, repr=False)
    """The part of the clause that tells when."""

    def values(self) -> dict[str, Any]:
        """The predicate and the words that tell when."""
        return {"predicate": self.predicate, "time": self.time}


def happenings(article: Article) -> Iterator[Happening]:
    """Yield the happenings of an article in order."""
    for tree in trees(article):
        for clause in clauses_of(tree):
            when = _when(clause) if _tells_an_event(clause) else None
            if when is not None and is_sure_of(clause, when[0]):
                part, year = when
                predicate = tree.span(clause.verb.tokens)
                yield Happening(predicate=predicate, time=part.span, year=year, clause=clause, part=part)


def _tells_an_event(clause: Clause) -> bool:
    verb = clause.verb
    plain = not (verb.perfect or verb.progressive or verb.modal or verb.copular or verb.negated)
    return clause.is_fact and verb.tense == "past" and plain


def _when(clause: Clause) -> tuple[Constituent, str] | None:
    """The one part that is nothing but a year or a day, with its year."""
    found = [(part, match) for part in clause.adjuncts("time") if (match := _WHEN.fullmatch(part.text))]
    if len(found) != 1:
        return None
    [(part, match)] = found
    return part, next(year for year in match.groups() if year)
