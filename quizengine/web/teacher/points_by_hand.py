"""Points that a teacher gives by hand for one answer, with a note that the student can read."""

from fractions import Fraction

from flask import Blueprint, abort, redirect, url_for
from werkzeug.wrappers import Response as HttpResponse

from quizengine.quiz.attempt import scorer
from quizengine.quiz.mending import Override
from quizengine.quiz.self_marks import has_model_answer
from quizengine.store import StoredAttempt
from quizengine.web.app_context import app_context
from quizengine.web.http.form_data import sent_form
from quizengine.web.render.formatting import points
from quizengine.web.render.languages import gettext
from quizengine.web.render.pages import render_page
from quizengine.web.student.marked_questions import MarkedQuestion, marked_question
from quizengine.web.teacher.overview import let_in
from quizengine.web.teacher.unmarked_answers import is_last

pages = Blueprint("points_by_hand", __name__, url_prefix="/teacher/results/<attempt_id>")
pages.before_request(let_in)

LONGEST_NOTE = 500
Answer = str | tuple[str, int] | HttpResponse


@pages.get("/questions/<question_id>/points")
def ask(attempt_id: str, question_id: str) -> Answer:
    """The answer, with a form for its points and a note."""
    return _page(*_answer(attempt_id, question_id))


@pages.post("/questions/<question_id>/points")
def give(attempt_id: str, question_id: str) -> Answer:
    """Give the points, or take back what was given by hand; a second time changes nothing."""
    stored, one = _answer(attempt_id, question_id)
    sent, here = sent_form(), app_context()
    given = None
    if "back" not in sent:
        earned = _typed_points(sent.get("points", ""))
        note = sent.get("note", "").strip()
        possible = one.outcome.score.possible
        if earned is None or earned > possible:
            fault = gettext("Enter the points as a number from 0 to %(most)s", most=points(possible))
            return _page(stored, one, fault, "points"), 422
        if len(note) > LONGEST_NOTE:
            fault = gettext("The note must have %(most)s characters or fewer", most=LONGEST_NOTE)
            return _page(stored, one, fault, "note"), 422
        given = Override(earned, note)
    quiz = here.snapshot(stored.terms.quiz).quiz
    here.store.mending.override(attempt_id, one.outcome.question.id, given, scorer(quiz))
    if sent.get("then") == "unmarked":
        return redirect(url_for("unmarked_answers.after", attempt_id=attempt_id, question_id=question_id), 303)
    return redirect(url_for("teacher.one_result", attempt_id=attempt_id, _anchor=f"question-{one.number}"), 303)


def _answer(attempt_id: str, question_id: str) -> tuple[StoredAttempt, MarkedQuestion]:
    stored = app_context().store.load(attempt_id, None)
    questions = app_context().snapshot(stored.terms.quiz).quiz.questions
    number = next((at for at, each in enumerate(questions, 1) if each.id == question_id), 0)
    if not stored.submitted or not number:
        abort(404)
    return stored, marked_question(stored, number, app_context())


def _typed_points(text: str) -> Fraction | None:
    """The points in a field: 1, 0.5, 0,5 or 1/3; None for anything else."""
    plain = text.strip().replace(",", ".")
    if len(plain) > 12 or not set(plain) <= set("0123456789./"):
        return None
    try:
        return Fraction(plain)
    except (ValueError, ZeroDivisionError):
        return None


def _page(stored: StoredAttempt, one: MarkedQuestion, error: str = "", field: str = "") -> str:
    return render_page(
        "teacher/points.html",
        app_context().locale_of(stored.terms.quiz),
        stored=stored,
        one=one,
        more=has_model_answer(one.outcome.question) and not is_last(stored, one.outcome.question.id),
        error=error,
        field=field,
        sent=sent_form() if error else {},
    )
