"""A class with its marks, as every page of its results needs them."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from quizengine.desk.class_results import ClassResults, class_results
from quizengine.quiz.attempt import Attempt, grade_attempt
from quizengine.quiz.grading import Score
from quizengine.quiz.mending import Marking, Mend
from quizengine.quiz.quiz import Quiz
from quizengine.store import Assignment
from quizengine.web.app_context import app_context


def results_of(assignment: Assignment, mended: Mapping[str, Mend] | None = None) -> ClassResults:
    """The results of all who have handed in; `mended` are mends to try in place of those that hold, by question id."""
    here = app_context()
    quiz = here.snapshot(assignment.quiz).quiz
    handed_in = here.store.assignments.handed_in(assignment.code)
    marking, by_hand = here.store.mending.markings(assignment.code)

    def marking_of(attempt_id: str) -> Marking:
        found = by_hand.get(attempt_id, marking)
        return replace(found, mends={**found.mends, **mended}) if mended else found

    return class_results(quiz, handed_in, marking_of)


def scorer(quiz: Quiz) -> Callable[[Attempt, Marking], Score]:
    """Return a scorer that marks attempts at a quiz anew."""
    return lambda attempt, marking: grade_attempt(quiz, attempt, marking).score
