"""The way of a teacher from one answer in sentences that nobody has marked to the next, in a class or outside one."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, flash, redirect, url_for
from werkzeug.wrappers import Response as HttpResponse

from quizengine.desk.unmarked import AnswerPlace, next_place, unmarked_answers
from quizengine.errors import FormatError
from quizengine.store import StoredAttempt
from quizengine.web.app_context import app_context
from quizengine.web.render.languages import gettext
from quizengine.web.teacher.overview import let_in

pages = Blueprint("unmarked_answers", __name__, url_prefix="/teacher")
pages.before_request(let_in)


@dataclass(frozen=True)
class AnswerPile:
    """The answers that are handed in together, and what is left to mark of them."""

    unmarked: Sequence[AnswerPlace]
    attempts: Sequence[str]
    """The ids of all attempts, in the order in which they are marked."""
    results: str
    """The address of the results."""


@pages.get("/classes/<code>/unmarked")
def in_class(code: str) -> HttpResponse:
    """Lead to the first answer of a class that nobody has marked."""
    return _lead(_of_class(code), None)


@pages.get("/quizzes/<name>/results/unmarked")
def outside(name: str) -> HttpResponse:
    """Lead to the first answer given outside of a class that nobody has marked."""
    return _lead(_outside(name), None)


@pages.get("/results/<attempt_id>/questions/<question_id>/unmarked")
def after(attempt_id: str, question_id: str) -> HttpResponse:
    """Lead to the next answer that nobody has marked."""
    stored = app_context().store.load(attempt_id, None)
    return _lead(_beside(stored), AnswerPlace(attempt_id, question_id))


def is_last(stored: StoredAttempt, question_id: str) -> bool:
    """Return whether all other answers that were handed in with this one are marked."""
    return _next(_beside(stored), AnswerPlace(stored.id, question_id)) is None


def _beside(stored: StoredAttempt) -> AnswerPile:
    return _of_class(stored.terms.assignment) if stored.terms.assignment else _outside(stored.terms.entry)


def _of_class(code: str) -> AnswerPile:
    here = app_context()
    quiz = here.snapshot(here.store.assignments.find(code).quiz).quiz
    handed_in = here.store.assignments.handed_in(code)
    marking, by_hand = here.store.mending.markings(code)
    unmarked = tuple(unmarked_answers(quiz, handed_in, lambda attempt: by_hand.get(attempt, marking)))
    results = url_for("class_marks.show", code=code)
    return AnswerPile(unmarked, [each.id for each in handed_in], results)


def _outside(name: str) -> AnswerPile:
    unmarked: list[AnswerPlace] = []
    attempts: list[str] = []
    for version in app_context().store.unassigned.versions(name):
        try:
            quiz = app_context().snapshot(version.quiz).quiz
        except FormatError:  # the plugin of a question type is gone
            continue
        unmarked += unmarked_answers(quiz, version.handed_in, version.markings.__getitem__)
        attempts += [each.id for each in version.handed_in]
    known = app_context().library.find(name)
    results = url_for("unassigned_results.show", name=name) if known else url_for("teacher.submitted")
    return AnswerPile(unmarked, attempts, results)


def _next(pile: AnswerPile, place: AnswerPlace | None) -> AnswerPlace | None:
    if place is None:
        return next(iter(pile.unmarked), None)
    return next_place(pile.unmarked, place, pile.attempts)


def _lead(pile: AnswerPile, place: AnswerPlace | None) -> HttpResponse:
    found = _next(pile, place)
    if found is None:
        flash(gettext("All answers are marked."))
        return redirect(pile.results, 303)
    return redirect(url_for("points_by_hand.ask", attempt_id=found.attempt, question_id=found.question), 303)
