"""When a missed question comes back, checked against the formulas of FSRS 6 worked out here."""

from datetime import date, timedelta
from fractions import Fraction
from math import exp

import pytest

from quizengine.quiz.grading import Score
from quizengine.quiz.spacing import Schedule, schedule_after

MONDAY = date(2026, 11, 30)
RIGHT, PARTLY, WRONG = (Score(Fraction(earned), Fraction(2)) for earned in (2, 1, 0))


def test_what_was_missed_comes_back_on_the_next_day():
    assert schedule_after(WRONG, MONDAY).due == MONDAY + timedelta(days=1)


def test_the_breaks_grow_with_each_right_answer_and_a_wrong_one_begins_anew():
    schedule, breaks = schedule_after(WRONG, MONDAY), []
    for _ in range(5):
        schedule = schedule_after(RIGHT, schedule.due, schedule)
        breaks.append((schedule.due - schedule.reviewed).days)
    assert breaks == sorted(set(breaks))
    assert breaks[-1] > 7
    missed = schedule_after(WRONG, schedule.due, schedule)
    assert (missed.due - missed.reviewed).days < breaks[-1] / 2


def test_an_answer_that_is_partly_right_comes_back_before_one_that_is_right():
    before = Schedule(MONDAY, MONDAY - timedelta(days=10), stability=10.0, difficulty=5.0)
    assert MONDAY < schedule_after(PARTLY, MONDAY, before).due < schedule_after(RIGHT, MONDAY, before).due


@pytest.mark.parametrize(("days", "stability", "difficulty"), [(10, 10.0, 5.0), (3, 6.5, 7.2), (40, 21.0, 2.4)])
def test_the_stability_after_a_right_answer_is_that_of_the_published_formula(
    days: int, stability: float, difficulty: float
):
    decay, w8, w9, w10 = 0.1542, 1.8722, 0.1666, 0.796
    recalled = (1 + (0.9 ** (-1 / decay) - 1) * days / stability) ** -decay
    grown = 1 + exp(w8) * (11 - difficulty) * stability**-w9 * (exp((1 - recalled) * w10) - 1)
    found = schedule_after(RIGHT, MONDAY, Schedule(MONDAY, MONDAY - timedelta(days=days), stability, difficulty))
    assert found.stability == pytest.approx(stability * grown)
    assert (found.due - MONDAY).days == round(found.stability)  # a probability of 90 % is what stability is about
