"""The questions of an attempt that are worth practising: those that did not earn all their points.

Sentences that nobody has marked yet may have deserved them, so their question is not among these.
"""

from dataclasses import replace

from quizengine.quiz.attempt import Outcome, grade_attempt
from quizengine.quiz.mending import Mend, Treatment
from quizengine.quiz.quiz import Quiz
from quizengine.store import StoredAttempt
from quizengine.web.app_context import app_context


def missed(stored: StoredAttempt, quiz: Quiz) -> Quiz:
    """The quiz with only the questions that were missed."""
    return replace(quiz, questions=tuple(outcome.question for outcome in missed_outcomes(stored, quiz)))


def missed_outcomes(stored: StoredAttempt, quiz: Quiz) -> tuple[Outcome, ...]:
    """Return the outcomes of the questions that were missed and can be practised."""
    marking = app_context().marking(stored)
    outcomes = grade_attempt(quiz, stored.attempt, marking).outcomes
    return tuple(
        outcome
        for outcome in outcomes
        if not outcome.score.full and not outcome.unmarked and can_be_practised(marking.mend_of(outcome.question))
    )


def can_be_practised(mend: Mend) -> bool:
    """False if the teacher has changed the key, dropped the question or credited it: its own key was wrong."""
    return not mend.keys and mend.treatment is Treatment.MARKED
