"""Decides which quotations are asked about with "who": at most two of each speaker, those that say most."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from quizengine import Fact, cache_per_facts
from quizengine.language import content_words
from quizengine_quote_attribution.asking_reported import stem_of
from quizengine_quote_attribution.excerpts import excerpt, excerpt_words
from quizengine_quote_attribution.nearly_alike import another_with
from quizengine_quote_attribution.quotation import Quotation
from quizengine_quote_attribution.quotation_eligibility import quotation_exclusion
from quizengine_quote_attribution.reported_statements import Statement

MOST_OF_A_SPEAKER = 2
"""A third question with one key is a repetition; a second one is worse than the first if it leaves a "this" open."""
MOST_LOOKED_AT = 4
"""The number of a speaker's quotations of which one that is not the first is asked for among those of others."""


@dataclass(frozen=True)
class Turns:
    """The quotations of an article that are fit to be asked about."""

    fit: tuple[Quotation, ...]
    chosen: frozenset[int]
    """The offsets of those that are asked about with "who", statements in other words included."""
    further: dict[str, tuple[Quotation, ...]]
    """Those of each speaker behind the one that says most which leave no more open than a noun, by name."""

    def asks_who(self, fact: Quotation | Statement) -> bool:
        """Return whether a quotation or statement is one of the two of its speaker that are asked about with "who"."""
        return _start(fact) in self.chosen


@cache_per_facts
def turns(facts: Sequence[Fact]) -> Turns:
    """The quotations of an article, sorted by what may be asked about them."""
    quoted = (one for one in facts if isinstance(one, Quotation))
    fit = tuple(one for one in quoted if not (quotation_exclusion(one) or another_with(one, facts)))
    by_name: dict[str, list[Quotation | Statement]] = defaultdict(list)
    for one in sorted(fit, key=_fullness, reverse=True):
        if not (by_name[one.name] and (excerpt(one).points_with_a_pronoun or _is_shown_with(one, by_name[one.name]))):
            by_name[one.name].append(one)
    kept = [one for found in by_name.values() for one in found[:MOST_OF_A_SPEAKER]]
    for told in facts:
        if isinstance(told, Statement) and not by_name[told.name] and stem_of(told):
            by_name[told.name].append(told)
            kept.append(told)
    further = {
        name: tuple(one for one in found[1:MOST_LOOKED_AT] if isinstance(one, Quotation))
        for name, found in by_name.items()
    }
    return Turns(fit, frozenset(map(_start, kept)), further)


def _is_shown_with(one: Quotation, others: Sequence[Quotation | Statement]) -> bool:
    """True if the words shown of a quotation are shown with an earlier one that continues in it, or the other way."""
    shown_there = [span for other in others if isinstance(other, Quotation) for span in excerpt(other).spans]
    return any(span.overlaps(other) for span in excerpt(one).spans for other in shown_there)


def _start(fact: Quotation | Statement) -> int:
    return fact.quote[0].start if isinstance(fact, Quotation) else fact.content.start


def _fullness(quotation: Quotation) -> tuple[int, int, int]:
    """Sort by how little a quotation leaves open, then by how much of it carries sense; of two alike the first one."""
    carrying = len(set(content_words(excerpt_words(quotation))))
    return -excerpt(quotation).open_words, carrying, -quotation.quote[0].start
