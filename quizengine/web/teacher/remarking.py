"""Changing how a question of a class is marked: who gains and who loses, before it is done, and undoing it."""

from flask import Blueprint, abort, flash, redirect, url_for
from werkzeug.wrappers import Response as HttpResponse

from quizengine.desk.class_results import effects
from quizengine.quiz.attempt import scorer
from quizengine.quiz.mending import Marking, Mend
from quizengine.quiz.questions import Question
from quizengine.store import Assignment
from quizengine.web.app_context import app_context
from quizengine.web.http.form_data import sent_form
from quizengine.web.render.languages import gettext
from quizengine.web.teacher.graded_class import results_of
from quizengine.web.teacher.mend_form import Typed, read_mend
from quizengine.web.teacher.overview import let_in
from quizengine.web.teacher.remark_pages import UNTOUCHED, Place, effects_page, form_page

pages = Blueprint("remarking", __name__, url_prefix="/teacher/classes/<code>")
pages.before_request(let_in)

Answer = str | tuple[str, int] | HttpResponse


@pages.get("/questions/<question_id>/marking")
def ask(code: str, question_id: str) -> Answer:
    """The form with the key, the points, and whether the question counts, as they are now."""
    assignment = app_context().store.assignments.find(code)
    marking = Marking(app_context().store.mending.mends(code))
    return _form_page(assignment, _question(assignment, question_id), marking)


@pages.post("/questions/<question_id>/marking")
def change(code: str, question_id: str) -> Answer:
    """Show who gains and who loses; sent from that page, apply the change, which done twice is done once."""
    assignment = app_context().store.assignments.find(code)
    question = _question(assignment, question_id)
    quiz = app_context().snapshot(assignment.quiz).quiz
    typed = read_mend(question, sent_form(), quiz.locale)
    if typed.errors:
        return _form_page(assignment, question, Marking({question_id: typed.mend}), typed), 422
    if sent_form().get("then") != "apply":
        return _effects_page(assignment, question, typed.mend)
    if app_context().store.mending.apply(code, question_id, typed.mend, scorer(quiz)):
        flash(gettext("The marking was changed. You can undo this below."))
    return redirect(url_for("class_marks.show", code=code), 303)


@pages.post("/marking/undo")
def undo(code: str) -> Answer:
    """Undo the last change; a second time changes nothing."""
    assignment = app_context().store.assignments.find(code)
    quiz = app_context().snapshot(assignment.quiz).quiz
    sent = sent_form().get("change", "")
    if sent.isdecimal() and app_context().store.mending.undo(code, int(sent[:18]), scorer(quiz)):
        flash(gettext("The change was undone."))
    return redirect(url_for("class_marks.show", code=code), 303)


def _question(assignment: Assignment, question_id: str) -> Question:
    quiz = app_context().snapshot(assignment.quiz).quiz
    return next((each for each in quiz.questions if each.id == question_id), None) or abort(404)


def _form_page(assignment: Assignment, question: Question, marking: Marking, typed: Typed = UNTOUCHED) -> str:
    result = next(each for each in results_of(assignment).questions if each.question.id == question.id)
    return form_page(_place(assignment, question), question, result, marking, typed)


def _effects_page(assignment: Assignment, question: Question, mend: Mend) -> str:
    changed = effects(results_of(assignment), results_of(assignment, {question.id: mend}))
    return effects_page(_place(assignment, question), question, changed)


def _place(assignment: Assignment, question: Question) -> Place:
    return Place(
        title=assignment.title,
        locale=app_context().locale_of(assignment.quiz),
        results=url_for("class_marks.show", code=assignment.code),
        form=url_for("remarking.ask", code=assignment.code, question_id=question.id),
        is_class=True,
    )
