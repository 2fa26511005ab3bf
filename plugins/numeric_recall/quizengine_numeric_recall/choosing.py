"""Which figures of an article are asked about, and why the others are not.

Next: `worth`, the grounds against a single figure.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from quizengine import Refusal, Span
from quizengine.language.numbers import Quantity
from quizengine.language.sentences import sentence_of
from quizengine_numeric_recall.gaps import gapped
from quizengine_numeric_recall.plain_questions import plain_question
from quizengine_numeric_recall.stems import asked
from quizengine_numeric_recall.things import LONGEST, is_another_way, matter_of, thing_of
from quizengine_numeric_recall.worth import ground_against

_MOST_HOLES = 2
_A_SENTENCE = 3
_FEWEST = 3
_REACH = 3
"""How many sentences before and behind a figure may be shown together with it."""
_PEOPLE = re.compile(
    r"(?:people|persons|men|women|children|families|households|troops|police|staff|patients|students|nurses|refugees|"
    r"\w+(?:ers|ors|ists|ians|ants|ees))\Z"
)
_RANKS = {"money": 0, "percent": 2, "points": 2, "share": 2, "duration": 4}
_SPANS_OF_TIME = {Decimal(10): "decade", Decimal(100): "century"}
_MEASURES = 3
_WEAK = 8


@dataclass(frozen=True)
class _Candidate:
    """A figure that could be asked about."""

    quantity: Quantity
    sentence: int
    """Where its sentence begins."""
    shown: Span | None
    """What is shown around the gap; None where there is no gap to ask with."""
    own_words: bool
    rank: int

    def holes_with(self, others: Sequence["_Candidate"]) -> int:
        """How many of these figures stand in what is shown around this one."""
        shown = self.shown
        return sum(shown.contains(one.quantity.number) for one in others if one is not self) if shown else 0


def refusals(found: Sequence[Quantity]) -> list[Refusal | None]:
    """For each figure of an article the reason why it is left alone, or None where it is asked about."""
    reasons = [_against(quantity) for quantity in found]
    candidates: list[_Candidate] = []
    told: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for place, quantity in enumerate(found):
        if reasons[place] is None:
            one = _candidate(quantity)
            if one is None:
                reasons[place] = "no-context", "the words around the figure do not stand alone"
            elif _is_told(quantity, told[_figure(quantity)]):
                reasons[place] = "told-twice", "the article states the same figure before"
            else:
                candidates.append(one)
                told[_figure(quantity)].add(matter_of(quantity))
    chosen = {one.quantity.number.start for one in _chosen(candidates)}
    for place, quantity in enumerate(found):
        if reasons[place] is None and quantity.number.start not in chosen:
            reasons[place] = "another-figure", "its sentence is asked about for a more telling figure"
    return [Refusal(one.span, *reason) if reason else None for one, reason in zip(found, reasons, strict=True)]


def _against(quantity: Quantity) -> tuple[str, str] | None:
    sentence = sentence_of(quantity.span)
    if sentence.end - sentence.start > LONGEST:
        return "too-long", f"its sentence has more than {LONGEST} characters"
    if _is_told_by_the_title(quantity):
        return "in-the-title", "the title states it, above every question"
    ground = ground_against(quantity)
    return (ground.rule, ground.reason) if ground else None


def _is_told_by_the_title(quantity: Quantity) -> bool:
    """Whether the title gives the figure away, as it is written or as a century or a decade."""
    title = quantity.span.article.title
    if title is None or title.overlaps(quantity.span) or quantity.kind == "label":
        return False
    word = _SPANS_OF_TIME.get(quantity.high) if quantity.unit == "year" else None
    told = rf"(?<![\w.,]){re.escape(quantity.number.text)}(?![\w%]|[.,]\d)" + (rf"|\b{word}\b" if word else "")
    return bool(re.search(told, title.text, re.IGNORECASE))


def _candidate(quantity: Quantity) -> _Candidate | None:
    own, gap = plain_question(quantity) or asked(quantity), gapped(quantity)
    if own is None and gap is None:
        return None
    shown = gap.evidence if gap else None
    return _Candidate(quantity, sentence_of(quantity.span).start, shown, own is not None, _rank(quantity))


def _rank(quantity: Quantity) -> int:
    """How much a figure tells, 0 the most: money, people, percent, measures; years and single digits last."""
    if quantity.kind == "year" or (quantity.kind in ("count", "duration") and quantity.high < 10):
        return _WEAK
    if quantity.kind == "count" and _PEOPLE.search(thing_of(quantity)):
        return 1
    return _RANKS.get(quantity.kind, _MEASURES)


def _chosen(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """Those that are asked about, the most telling first: few a sentence, and few holes in whatever is shown.

    An article that gives fewer than three this way is asked for more figures of a kind in a sentence, but for years.
    """
    starts = sorted({one.sentence for one in candidates})
    ranked = sorted(candidates, key=lambda one: (one.rank, one.quantity.span.start))
    near: dict[int, list[_Candidate]] = {}
    taken: list[_Candidate] = []
    for strict in (True, False):
        for one in ranked:
            if not strict and (len(taken) >= _FEWEST or one in taken or one.quantity.kind == "year"):
                continue
            at = bisect_left(starts, one.sentence)
            window = starts[max(0, at - _REACH) : at + _REACH + 1]
            neighbours = [other for start in window for other in near.get(start, [])]
            mates = near.get(one.sentence, [])
            told = any(is_another_way(one.quantity, other.quantity) for other in mates)
            if (_is_telling(one, mates) if strict else not told) and _leaves_few_holes(one, neighbours):
                taken.append(one)
                near.setdefault(one.sentence, []).append(one)
    return taken


def _is_telling(one: _Candidate, mates: Sequence[_Candidate]) -> bool:
    """Whether a figure may be asked about beside those of its sentence."""
    alike = any(_sort(other.quantity) == _sort(one.quantity) for other in mates)
    return one.own_words or not (alike or len(mates) >= _A_SENTENCE or (one.rank == _WEAK and mates))


def _leaves_few_holes(one: _Candidate, neighbours: Sequence[_Candidate]) -> bool:
    """Whether no more than a few figures have to be blotted out around this one, or around those near it."""
    if one.holes_with(neighbours) > _MOST_HOLES:
        return False
    touched = [other for other in neighbours if other.shown and other.shown.contains(one.quantity.number)]
    return all(other.holes_with(neighbours) < _MOST_HOLES for other in touched)


def _sort(quantity: Quantity) -> tuple[str, bool]:
    """What is asked about once a sentence: figures of a kind, but a range beside a single figure."""
    return quantity.kind, quantity.ranged


def _figure(quantity: Quantity) -> tuple[object, ...]:
    """What two statements of the same figure have in common."""
    return quantity.low, quantity.high, quantity.kind, quantity.unit, quantity.rate


def _is_told(quantity: Quantity, matters: set[str]) -> bool:
    """Whether a figure was told before, of one of these matters: see `same_thing`."""
    matter = matter_of(quantity)
    if quantity.kind in ("year", "duration", "percent", "length"):
        return quantity.kind != "year" and bool(matter) and matter in matters
    return bool(matters) and (not matter or matter in matters or "" in matters)
