"""A class with its marks, as every page of its results needs them."""

from collections.abc import Mapping
from dataclasses import replace

from quizengine.desk.class_results import ClassResults, class_results
from quizengine.quiz.mending import Marking, Mend
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
