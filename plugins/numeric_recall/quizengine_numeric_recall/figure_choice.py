"""Decides which figures of an article are asked about, in which words, and why the others are not.

Next: `exclusion_rules`, the reasons against single figures; `figure_stems`, the words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from quizengine import Refusal
from quizengine.language import Quantity, sentence_of
from quizengine_numeric_recall.bracketed_works import year_beside_a_name
from quizengine_numeric_recall.counted_nouns import counted_by, is_another_way
from quizengine_numeric_recall.exclusion_rules import figure_exclusion
from quizengine_numeric_recall.figure_contexts import LONGEST
from quizengine_numeric_recall.figure_stems import Wording, wording_of

_A_SENTENCE = 2
"""The most figures of one sentence that are asked about."""
_PEOPLE = re.compile(
    r"(?:people|persons|men|women|children|families|households|troops|police|staff|patients|students|nurses|refugees|"
    r"\w+(?:ers|ors|ists|ians|ants|ees))\Z"
)
_RANKS = {"money": 0, "percent": 2, "points": 2, "share": 2, "duration": 4}
_SPANS_OF_TIME = {Decimal(10): "decade", Decimal(100): "century"}
_MEASURES = 3
_BY_THEN = 5
"""The rank of a year by which something had happened, which may be much earlier."""
_WEAK = 8
_GAP = 10
_GAPS = {"year": 11, "age": 12}


@dataclass(frozen=True)
class Choice:
    """The decision about a figure: the words to ask for it in, or why it is left alone."""

    wording: Wording | None
    refusal: Refusal | None


@dataclass(frozen=True)
class _Candidate:
    """A figure that could be asked about."""

    quantity: Quantity
    wording: Wording
    sentence: int
    """The offset of its sentence."""

    @property
    def rank(self) -> int:
        """Its rank, 0 for the figures that tell most: money, people, percent, measures; small ones, then gaps last."""
        quantity = self.quantity
        gap = _GAPS.get(quantity.kind, _GAP) if self.wording.rule == "gap" else 0
        if quantity.kind in ("count", "duration") and quantity.high < 10:
            return _WEAK + gap
        if self.wording.stem.startswith("By which year"):
            return _BY_THEN
        if quantity.kind == "count" and _PEOPLE.search(counted_by(quantity)):
            return 1 + gap
        return _RANKS.get(quantity.kind, _MEASURES) + gap


def choices(found: Sequence[Quantity]) -> list[Choice]:
    """Return for each figure of an article how it is asked for, or why not."""
    reasons = [_against(quantity) for quantity in found]
    candidates: dict[int, _Candidate] = {}
    for place, quantity in enumerate(found):
        if reasons[place] is None:
            wording = wording_of(quantity)
            if wording is None:
                reasons[place] = "no-context", "no clause around the figure is certain, short and clear by itself"
            else:
                candidates[place] = _Candidate(quantity, wording, sentence_of(quantity.span).start)
    reasons = _chosen(candidates, reasons)
    return [
        Choice(None, Refusal(one.span, *reason)) if reason else Choice(candidates[place].wording, None)
        for place, (one, reason) in enumerate(zip(found, reasons, strict=True))
    ]


def _against(quantity: Quantity) -> tuple[str, str] | None:
    if year_beside_a_name(quantity) is not None:
        return None
    sentence = sentence_of(quantity.span)
    if sentence.end - sentence.start > LONGEST:
        return "too-long", f"its sentence has more than {LONGEST} characters"
    if _is_told_by_the_title(quantity):
        return "in-the-title", "the title states it, above every question"
    ground = figure_exclusion(quantity)
    return (ground.rule, ground.reason) if ground else None


def _is_told_by_the_title(quantity: Quantity) -> bool:
    """Return whether the title gives the figure away, as it is written or as a century or a decade."""
    title = quantity.span.article.title
    if title is None or title.overlaps(quantity.span) or quantity.kind == "label":
        return False
    word = _SPANS_OF_TIME.get(quantity.high) if quantity.unit == "year" else None
    if word is None and quantity.number.text.lower() not in title.text.lower():
        return False
    told = rf"(?<![\w.,]){re.escape(quantity.number.text)}(?![\w%]|[.,]\d)" + (rf"|\b{word}\b" if word else "")
    return bool(re.search(told, title.text, re.IGNORECASE))


def _chosen(candidates: dict[int, _Candidate], reasons: list[tuple[str, str] | None]) -> list[tuple[str, str] | None]:
    """The reasons with those against candidates that go badly with better ones, the most telling taken first."""
    result = list(reasons)
    taken: list[_Candidate] = []
    for place, one in sorted(candidates.items(), key=lambda pair: (pair[1].rank, pair[0])):
        against = _against_beside(one, taken)
        if against:
            result[place] = against
        else:
            taken.append(one)
    return result


def _against_beside(one: _Candidate, taken: Sequence[_Candidate]) -> tuple[str, str] | None:
    """Return why a figure cannot be asked about beside others; None if it can."""
    mates = [other for other in taken if other.sentence == one.sentence]
    if any((one.quantity.low, one.quantity.high) == (other.quantity.low, other.quantity.high) for other in taken):
        return "told-twice", "another question has the same answer"
    if len(mates) >= _A_SENTENCE or any(is_another_way(one.quantity, other.quantity) for other in mates):
        return "another-figure", "its sentence is asked about for a more telling figure"
    for other in taken:
        if other.wording.stem == one.wording.stem:
            return "two-answers", "the same question has another answer"
        if _shows(other.wording.stem, one.quantity) or _shows(one.wording.stem, other.quantity):
            return "another-figure", "a question for a more telling figure would give it away"
    return None


def _shows(stem: str, quantity: Quantity) -> bool:
    """True if a stem shows the number of a figure, so that it gives its question away; single digits tell little."""
    if quantity.kind != "year" and quantity.high < 10 and quantity.high == quantity.high.to_integral_value():
        return False
    return bool(re.search(rf"(?<![\w.,]){re.escape(quantity.number.text)}(?![\w%]|[.,]\d)", stem, re.IGNORECASE))
