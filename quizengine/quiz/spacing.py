"""Schedules the practice of missed questions: spaced repetition, in whole days.

The intervals follow FSRS 6 with its default parameters (Ye, Su & Cao 2022, A stochastic shortest path algorithm for
optimizing spaced repetition scheduling): a question comes back when it is expected to be still known with a probability
of 90 %.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from fsrs import Card, Rating, Scheduler, State

from quizengine.quiz.grading import Score

_SCHEDULER = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
"""FSRS without steps of minutes, so that every interval is a day or more, and without chance."""


@dataclass(frozen=True)
class Schedule:
    """The day on which one question is due, and what is known about how well it is remembered."""

    due: date
    reviewed: date
    """The day of the last answer."""
    stability: float
    """The days after which the probability of a right answer has fallen to 90 %."""
    difficulty: float
    """The difficulty, from 1 (easy) to 10."""


def schedule_after(score: Score, day: date, before: Schedule | None = None) -> Schedule:
    """Return the schedule of a question after an answer on a day; `before` is the schedule it had until then.

    A right answer counts as “good”, a partly right one as “hard” and a wrong one as “again”.
    """
    rating = Rating.Good if score.full else Rating.Hard if score.earned else Rating.Again
    card = Card(card_id=0)
    if before is not None:
        card = Card(
            card_id=0,
            state=State.Review,
            stability=before.stability,
            difficulty=before.difficulty,
            due=_midnight(before.due),
            last_review=_midnight(before.reviewed),
        )
    card, _ = _SCHEDULER.review_card(card, rating, _midnight(day))
    assert card.stability is not None
    assert card.difficulty is not None
    return Schedule(card.due.date(), day, card.stability, card.difficulty)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
