"""The geometry of the pictures of results: the place of each bar and mark; a template draws them as SVG.

All lengths are in the units of the picture's view box; y grows downwards.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from quizengine.desk.class_results import ClassResults, QuestionResult
from quizengine.quiz.mending import Treatment

WIDTH = 640
_LEFT, _RIGHT, _ROW = 48, 96, 26
_COLUMNS_HIGH, _FOOT = 180, 44
_SIDE = 420


@dataclass(frozen=True)
class Bar:
    """A bar with its label and its value."""

    x: float
    y: float
    width: float
    height: float
    label: str
    count: int
    low: float = 0
    """The lower end of its interval; 0 for both ends if it has none."""
    high: float = 0


@dataclass(frozen=True)
class Dot:
    """A question in the picture of facility and discrimination."""

    x: float
    y: float
    label: str
    below: bool
    """True if its discrimination is below 0."""


@dataclass(frozen=True)
class Picture:
    """Bars or dots, and the height of the whole."""

    height: float
    bars: tuple[Bar, ...] = ()
    dots: tuple[Dot, ...] = ()


def distribution(results: ClassResults) -> Picture:
    """The distribution of points: a column of students for each tenth of the points, the full points in the last."""
    counts = [0] * 10
    for student in results.students:
        counts[min(9, int(student.share * 10 + 1e-9))] += 1
    most = max([1, *counts])
    step = (WIDTH - _LEFT) / len(counts)
    bars = []
    for at, count in enumerate(counts):
        high = _COLUMNS_HIGH * count / most
        label = f"{10 * at}–{10 * at + (10 if at == 9 else 9)}"
        bars.append(Bar(_LEFT + at * step + 4, 24 + _COLUMNS_HIGH - high, step - 8, high, label, count))
    return Picture(24 + _COLUMNS_HIGH + _FOOT, tuple(bars))


def shares_right(questions: Sequence[QuestionResult]) -> Picture:
    """The share of right answers to each question, with its interval where the answers are enough."""
    scale = WIDTH - _LEFT - _RIGHT
    bars = []
    for at, each in enumerate(questions):
        item = each.item
        share = item.full / item.answered if item.answered else 0.0
        low, high = item.facility_interval if item.enough else (0.0, 0.0)
        bars.append(
            Bar(
                _LEFT,
                at * _ROW + 4,
                share * scale,
                _ROW - 8,
                str(each.number),
                item.full,
                _LEFT + low * scale if high else 0,
                _LEFT + high * scale if high else 0,
            )
        )
    return Picture(len(bars) * _ROW + _FOOT, tuple(bars))


def facility_and_discrimination(questions: Sequence[QuestionResult]) -> Picture:
    """Each question with enough answers: the further right, the easier, and the higher, the more it discriminates."""
    dots = []
    for each in questions:
        facility, discrimination = each.item.facility, each.item.discrimination
        if facility is None or discrimination is None or each.mend.treatment is not Treatment.MARKED:
            continue
        x = _LEFT + facility * (WIDTH - 2 * _LEFT)
        y = 16 + (1 - discrimination) / 2 * _SIDE
        dots.append(Dot(x, y, str(each.number), discrimination < 0))
    return Picture(_SIDE + 16 + _FOOT, dots=tuple(dots))
