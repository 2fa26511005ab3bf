"""The reliability of a quiz's points: Cronbach's alpha and the standard error of measurement."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, sqrt
from operator import mul

from quizengine.quiz.item_analysis import FEWEST_ANSWERS


@dataclass(frozen=True)
class Reliability:
    """The statistics of the points that a group of students earned in one quiz."""

    students: int
    questions: int
    mean: float | None = None
    """The mean of their points; None without students."""
    deviation: float | None = None
    """The standard deviation of their points, of a sample; None with fewer than two students."""
    alpha: float | None = None
    """Cronbach's alpha, at most 1; None if it is not defined or the students are too few."""
    error: float | None = None
    """The standard error of measurement, in points; None where alpha is, and where alpha is below 0."""

    @property
    def enough(self) -> bool:
        """True if there are enough students to estimate alpha from them."""
        return self.students >= FEWEST_ANSWERS


def reliability(earned: Sequence[Sequence[float]]) -> Reliability:
    """Return the statistics of a table of points: a row for each student, with the points for each question.

    A question without an answer has earned 0. Alpha is not defined for one question, or if all sums are equal.
    """
    students, questions = len(earned), len(earned[0]) if earned else 0
    totals = [sum(row) for row in earned]
    mean = sum(totals) / students if students else None
    if students < 2:
        return Reliability(students, questions, mean)
    deviation = sqrt(sample_variance(totals))
    if students < FEWEST_ANSWERS:
        return Reliability(students, questions, mean, deviation)
    alpha = cronbach_alpha(earned)
    error = deviation * sqrt(1 - alpha) if alpha is not None and alpha >= 0 else None
    return Reliability(students, questions, mean, deviation, alpha, error)


def cronbach_alpha(earned: Sequence[Sequence[float]]) -> float | None:
    """Cronbach's alpha of a table of points: k/(k-1) · (1 - Σ variance of a question / variance of the sums).

    For points of 0 and 1 it is the Kuder-Richardson formula 20. None for one question, or sums that do not vary.
    Cronbach 1951, Coefficient alpha and the internal structure of tests; Kuder & Richardson 1937, The theory of the
    estimation of test reliability.
    """
    columns = list(zip(*earned, strict=True))
    whole = sample_variance([sum(row) for row in earned])
    if len(columns) < 2 or whole < 1e-12:
        return None
    parts = sum(sample_variance(column) for column in columns)
    return len(columns) / (len(columns) - 1) * (1 - parts / whole)


def sample_variance(values: Sequence[float]) -> float:
    """The variance of two or more values, divided by their number less one."""
    mean = sum(values) / len(values)
    deviations = [value - mean for value in values]
    return fsum(map(mul, deviations, deviations)) / (len(values) - 1)
