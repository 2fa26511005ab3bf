"""Statistics of questions: their difficulty, and whether students who know more got them right.

Small samples say little, so nothing is reported for them: no difficulty below 20 answers, no discrimination below 30.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

FEWEST_FOR_DIFFICULTY = 20
"""With fewer answers, the interval around a share is wider than a band of difficulty."""
FEWEST_FOR_DISCRIMINATION = 30
"""With fewer answers a correlation of 0.35 comes about by chance."""
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
    def difficulty(self) -> float | None:
        """The share of answers without full marks, from 0 (easy) to 1 (hard); None if the answers are too few."""
        return None if self.answered < FEWEST_FOR_DIFFICULTY else 1 - self.full / self.answered

    @property
    def interval(self) -> tuple[float, float]:
        """Between what ends the difficulty lies, with 95 % confidence; from 0 to 1 if nobody answered."""
        return wilson_interval(self.answered - self.full, self.answered)


def item_results(attempts: Iterable[Mapping[str, float | None]]) -> tuple[ItemResult, ...]:
    """Return the statistics of each question, in order of ids.

    An attempt gives the share of points earned for each of its questions, 0 to 1 by id, and None for no answer. Skipped
    questions only count in `asked`: nobody can tell whether they were too hard or the time too short.
    """
    taken = [dict(attempt) for attempt in attempts]
    given: dict[str, list[Mapping[str, float | None]]] = defaultdict(list)
    for attempt in taken:
        for question in attempt:
            given[question].append(attempt)
    return tuple(_item_result(question, given[question]) for question in sorted(given))


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


def correlation(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Pearson's correlation of two equally long series; None if either does not vary.

    With 0 and 1 in one of them it is the point-biserial correlation; Lord & Novick 1968, Statistical theories of mental
    test scores, chapter 15.
    """
    if len(one) < 2:
        return None
    mine, its = sum(one) / len(one), sum(other) / len(other)
    spread = sqrt(sum((a - mine) ** 2 for a in one)) * sqrt(sum((b - its) ** 2 for b in other))
    if spread < 1e-9:
        return None
    return sum((a - mine) * (b - its) for a, b in zip(one, other, strict=True)) / spread


def _item_result(question: str, attempts: Sequence[Mapping[str, float | None]]) -> ItemResult:
    earned = [(attempt[question], attempt) for attempt in attempts]
    answers = [(share, attempt) for share, attempt in earned if share is not None]
    full = sum(share >= 1 for share, _ in answers)
    return ItemResult(question, len(attempts), len(answers), full, _discrimination(question, answers))


def _discrimination(question: str, answers: Sequence[tuple[float, Mapping[str, float | None]]]) -> float | None:
    """Return how an item goes with the rest of the quiz, without itself in it, which would flatter it.

    The corrected item-total correlation; Henrysson 1963, Correction of item-total correlations in item analysis.
    """
    rests = [(share, _rest(question, attempt)) for share, attempt in answers]
    pairs = [(share, rest) for share, rest in rests if rest is not None]
    if len(pairs) < FEWEST_FOR_DISCRIMINATION:
        return None
    return correlation([share for share, _ in pairs], [rest for _, rest in pairs])


def _rest(question: str, attempt: Mapping[str, float | None]) -> float | None:
    """The mean share of all other questions, a question without an answer earning nothing; None if there is none."""
    others = [share or 0.0 for name, share in attempt.items() if name != question]
    return sum(others) / len(others) if others else None
