"""Statistics of questions: their difficulty, and whether students who know more got them right.

Small samples say little, so nothing is reported below 10 answers, and everything above comes with its 95 % interval.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import atanh, fsum, hypot, sqrt, tanh
from operator import mul

FEWEST_ANSWERS = 10
"""The fewest answers for which the interval around one half covers at most half of the scale."""
_95_PERCENT = 1.959964


@dataclass(frozen=True)
class ItemResult:
    """The statistics of one question."""

    question: str
    """Its id."""
    asked: int
    """The number of students who were asked."""
    answered: int
    """The number of these who answered."""
    full: int
    """The number of these who earned full marks."""
    discrimination: float | None = None
    """The corrected item-total correlation, from -1 to 1; None if the answers are too few or all alike."""

    @property
    def enough(self) -> bool:
        """True if there are enough answers to estimate anything from them."""
        return self.answered >= FEWEST_ANSWERS

    @property
    def difficulty(self) -> float | None:
        """The share of answers without full marks, from 0 (easy) to 1 (hard); None if the answers are too few."""
        return 1 - self.full / self.answered if self.enough else None

    @property
    def facility(self) -> float | None:
        """The share of answers with full marks, from 0 (hard) to 1 (easy); None if the answers are too few."""
        return self.full / self.answered if self.enough else None

    @property
    def facility_interval(self) -> tuple[float, float]:
        """The 95 % interval around the facility; from 0 to 1 if nobody answered."""
        return wilson_interval(self.full, self.answered)

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval around the difficulty; from 0 to 1 if nobody answered."""
        return wilson_interval(self.answered - self.full, self.answered)

    @property
    def discrimination_interval(self) -> tuple[float, float] | None:
        """The 95 % interval around the discrimination; None if it is not known."""
        return None if self.discrimination is None else correlation_interval(self.discrimination, self.answered)


def item_results(attempts: Iterable[Mapping[str, float | None]]) -> tuple[ItemResult, ...]:
    """Return the statistics of each question, in order of ids.

    An attempt gives the share of points earned for each of its questions, 0 to 1 by id, and None for no answer. Skipped
    questions only count in `asked`: nobody can tell whether they were too hard or the time too short.
    """
    shares: dict[str, list[float | None]] = defaultdict(list)
    rests: dict[str, list[float | None]] = defaultdict(list)
    for attempt in attempts:
        total = sum(share or 0.0 for share in attempt.values())
        for question, share in attempt.items():
            shares[question].append(share)
            rests[question] += _rests([total], [share], len(attempt))
    return tuple(_item_result(question, shares[question], rests[question]) for question in sorted(shares))


def item_results_of_class(
    questions: Sequence[str], attempts: Sequence[Sequence[float | None]], partly_marked: Collection[str] = ()
) -> tuple[ItemResult, ...]:
    """Return the same for attempts at one quiz: each has the shares of the questions with these ids, in their order.

    What is `partly_marked`, by its id, is compared with the rest of the quiz but is no part of the rest for others.
    """
    columns = list(zip(*attempts, strict=True)) or [()] * len(questions)
    named = list(zip(questions, columns, strict=True))
    whole = [[share or 0.0 for share in column] for question, column in named if question not in partly_marked]
    totals: list[float] = list(map(sum, zip(*whole, strict=True))) or [0.0] * len(attempts)
    found = []
    for question, shares in named:
        if question in partly_marked:
            rests = _rests(totals, [None] * len(totals), len(whole) + 1)
        else:
            rests = _rests(totals, shares, len(whole))
        found.append(_item_result(question, shares, rests))
    return tuple(found)


def wilson_interval(count: int, of: int) -> tuple[float, float]:
    """The 95 % interval around the share `count` of `of`: the score interval, which holds for small numbers, too.

    (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n); Wilson 1927, Probable inference, the law of succession, and
    statistical inference.
    """
    if of == 0:
        return 0.0, 1.0
    share, squared = count / of, _95_PERCENT**2
    middle = share + squared / (2 * of)
    reach = _95_PERCENT * sqrt(share * (1 - share) / of + squared / (4 * of * of))
    return max(0.0, (middle - reach) / (1 + squared / of)), min(1.0, (middle + reach) / (1 + squared / of))


def correlation_interval(value: float, pairs: int) -> tuple[float, float]:
    """The 95 % interval around a correlation of so many pairs, four or more: tanh(artanh r ± z/√(n-3)).

    Fisher 1921, On the "probable error" of a coefficient of correlation deduced from a small sample.
    """
    if abs(value) >= 1:
        return value, value
    reach = _95_PERCENT / sqrt(pairs - 3)
    return tanh(atanh(value) - reach), tanh(atanh(value) + reach)


def correlation(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Pearson's correlation of two equally long series; None if either does not vary.

    With 0 and 1 in one of them it is the point-biserial correlation; Lord & Novick 1968, Statistical theories of mental
    test scores, chapter 15.
    """
    if len(one) < 2:
        return None
    mine, its = sum(one) / len(one), sum(other) / len(other)
    deviations, others = [a - mine for a in one], [b - its for b in other]
    spread = hypot(*deviations) * hypot(*others)
    if spread < 1e-9:
        return None
    return fsum(map(mul, deviations, others)) / spread


def _item_result(question: str, shares: Sequence[float | None], rests: Sequence[float | None]) -> ItemResult:
    """The statistics of a question from what each attempt earned for it (None for no answer) and for the rest."""
    answers = [share for share in shares if share is not None]
    full = sum(share >= 1 for share in answers)
    return ItemResult(question, len(shares), len(answers), full, _discrimination(shares, rests))


def _discrimination(shares: Sequence[float | None], rests: Sequence[float | None]) -> float | None:
    """Return how an item goes with the rest of the quiz, without itself in it, which would flatter it.

    The corrected item-total correlation; Henrysson 1963, Correction of item-total correlations in item analysis.
    """
    pairs = [(share, rest) for share, rest in zip(shares, rests, strict=True) if share is not None and rest is not None]
    if len(pairs) < FEWEST_ANSWERS:
        return None
    answers, others = zip(*pairs, strict=True)
    return correlation(answers, others)


def _rests(totals: Sequence[float], shares: Sequence[float | None], questions: int) -> Sequence[float | None]:
    """The mean share of all other questions, a question without an answer earning nothing; None if there is none."""
    if questions < 2:
        return [None] * len(totals)
    others = questions - 1
    return [(total - (share or 0.0)) / others for total, share in zip(totals, shares, strict=True)]
