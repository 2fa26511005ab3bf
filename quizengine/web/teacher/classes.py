"""Giving a quiz to a class: the teacher's pages with the code, who has joined, extra time, and closing."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from flask import Blueprint, abort, flash, redirect, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as HttpResponse

from quizengine.quiz.attempt import Mode
from quizengine.quiz.questions import plain_question
from quizengine.store import Assignment, ExtraTime, OpenAssignmentError, name_key, nearest_student
from quizengine.web.app_context import app_context
from quizengine.web.http.form_data import sent_form, whole_number
from quizengine.web.render.languages import gettext
from quizengine.web.render.pages import render_page
from quizengine.web.security import codes, identity
from quizengine.web.teacher import class_progress, invitation
from quizengine.web.teacher.class_progress import LONGEST_TIME
from quizengine.web.teacher.overview import entry_of, let_in, quiz_page
from quizengine.web.teacher.window_fields import field_values, zone_name

pages = Blueprint("classes", __name__, url_prefix="/teacher")
pages.before_request(let_in)

LONGEST_LABEL = 60
FACTORS = ("5/4", "3/2", "2", "3", "0")
Answer = str | tuple[str, int] | HttpResponse
_MAY_READ = {Mode.PRACTICE: ("unless-test", "always"), Mode.CLASS: ("unless-test", "always"), Mode.TEST: ("always",)}
"""The choices of the form with which students may read the article while they answer, by mode."""


@dataclass(frozen=True)
class Unknown:
    """Extra time for a name that nobody has."""

    name: str
    near: str
    """The name nearest to it of those who have joined."""
    factor: str


@pages.get("/classes")
def classes() -> Answer:
    """The quizzes given to classes, the latest first."""
    return render_page(
        "teacher/classes.html",
        assignments=[(each, app_context().locale_of(each.quiz)) for each in app_context().store.assignments.latest()],
    )


@pages.get("/quizzes/<name>/class")
def ask(name: str) -> Answer:
    """The form that gives a quiz to a class."""
    return _form_page(name, {})


@pages.post("/quizzes/<name>/class")
def give(name: str) -> Answer:
    """Give a quiz to a class, as it is now; the same form sent twice gives it once."""
    sent, entry = sent_form(), entry_of(name)
    if entry.has_wrong_key:
        return quiz_page(entry), 409  # which says what is wrong
    errors = _faults(sent)
    if errors:
        return _form_page(name, errors, sent), 422
    minutes = sent.get("minutes", "").strip()
    once = sent.get("once", "")
    assignment = Assignment(
        code=once if codes.is_access_code(once, codes.CLASS_LENGTH) else codes.new_code(codes.CLASS_LENGTH),
        label=identity.plain_name(sent.get("label", "")),
        entry=entry.name,
        title=entry.quiz.title,
        quiz="",
        quiz_id=entry.quiz.id,
        mode=Mode(sent["mode"]),
        minutes=int(minutes) if minutes else None,
        opened=app_context().store.now(),
        article=sent.get("article", "unless-test") in _MAY_READ[Mode(sent["mode"])],
    )
    app_context().store.assignments.open(assignment, app_context().bank_of(entry))
    return redirect(url_for(".one", code=assignment.code), 303)


@pages.get("/classes/<code>")
def one(code: str) -> Answer:
    """The code to join with, who has joined and how far they are, and what can be done."""
    assignment = app_context().store.assignments.find(code)
    class_progress.hand_in_overdue(assignment)
    return class_page(assignment)


@pages.get("/classes/<code>/students/<attempt_id>")
def code_to_go_on(code: str, attempt_id: str) -> Answer:
    """The code that opens a student's attempt, on a page of its own: the page of the class may be projected."""
    stored = app_context().store.load(attempt_id, None)
    if stored.terms.assignment != code or not stored.code:
        abort(404)
    return render_page("teacher/student_code.html", stored=stored, code=code)


@pages.post("/classes/<code>/time")
def give_time(code: str) -> Answer:
    """Give a student more time than the others, before or after joining; ask where the name looks mistyped."""
    sent = sent_form()
    assignment = app_context().store.assignments.find(code)
    name, factor = identity.plain_name(sent.get("name", "")), sent.get("factor", "")
    if not name or len(name) > identity.LONGEST_NAME:
        error = gettext("Enter the student’s name, %(most)s characters at most", most=identity.LONGEST_NAME)
        return class_page(assignment, error), 422
    if factor not in ("1", *FACTORS):
        return class_page(assignment, gettext("Choose how much time to give")), 422
    joined = {
        name_key(each.attempt.student): each.attempt.student for each in app_context().store.assignments.attempts(code)
    }
    known = name_key(name) in joined
    near = "" if known else nearest_student(name, joined.values())
    if near and "anyway" not in sent:
        return class_page(assignment, unknown=Unknown(name, near, factor)), 422
    app_context().store.assignments.give_time(code, ExtraTime(name, Fraction(factor)))
    if not known:
        flash(
            gettext(
                "Nobody has joined as “%(name)s” yet. The student who joins under this name will get the extra time.",
                name=name,
            )
        )
    return redirect(url_for(".one", code=code), 303)


@pages.get("/classes/<code>/close")
def ask_to_close(code: str) -> Answer:
    """Show what closing the class does, before it is done."""
    assignment = app_context().store.assignments.find(code)
    working = sum(not stored.submitted for stored in app_context().store.assignments.attempts(code))
    locale = app_context().locale_of(assignment.quiz)
    return render_page("teacher/close.html", locale, assignment=assignment, working=working)


@pages.post("/classes/<code>/close")
def close(code: str) -> Answer:
    """Hand in what every student has saved, and show the results; a second time changes nothing."""
    here = app_context()
    here.store.assignments.close(code, here.score(here.store.assignments.find(code).quiz, code))
    return redirect(url_for(".one", code=code), 303)


@pages.get("/classes/<code>/delete")
def ask_to_delete(code: str) -> Answer:
    """Show what deleting the class does, before it is done."""
    assignment = app_context().store.assignments.find(code)
    if not assignment.closed:
        return redirect(url_for(".one", code=code), 303)
    return render_page("teacher/delete.html", app_context().locale_of(assignment.quiz), assignment=assignment)


@pages.post("/classes/<code>/delete")
def delete(code: str) -> Answer:
    """Delete a closed class with all that its students have given."""
    try:
        app_context().store.assignments.forget(code)
    except OpenAssignmentError:
        return redirect(url_for(".one", code=code), 303)
    return redirect(url_for(".classes"), 303)


@pages.get("/reports")
def reports() -> Answer:
    """The problems with questions that students have reported and nobody has dealt with."""
    rows = []
    for report in app_context().store.reports.unsettled():
        questions = app_context().snapshot(report.quiz).quiz.questions
        number = next((at for at, asked in enumerate(questions, 1) if asked.id == report.question), 0)
        rows.append(
            (
                report,
                number,
                plain_question(questions[number - 1]).stem if number else "",
                app_context().locale_of(report.quiz),
            )
        )
    return render_page("teacher/reports.html", rows=rows, library=app_context().library)


@pages.post("/reports/<attempt_id>/<question_id>")
def settle(attempt_id: str, question_id: str) -> Answer:
    """Mark a report as done."""
    app_context().store.reports.settle(attempt_id, question_id)
    return redirect(url_for(".reports"), 303)


def _form_page(name: str, errors: dict[str, str], sent: MultiDict[str, str] | None = None) -> str:
    entry = entry_of(name)
    return render_page(
        "teacher/give.html",
        entry.quiz.locale,
        entry=entry,
        tests=app_context().withholding.tests_like(entry),
        errors=errors,
        sent=sent or {},
        once=codes.new_code(codes.CLASS_LENGTH),
    )


def _faults(sent: MultiDict[str, str]) -> dict[str, str]:
    """Return what is wrong with the form that gives a quiz to a class, by field."""
    errors = {}
    if sent.get("mode") not in list(Mode):
        errors["mode"] = gettext("Choose when students see the right answers")
    minutes = sent.get("minutes", "").strip()
    if minutes and not 1 <= (whole_number(minutes) or 0) <= LONGEST_TIME:
        errors["minutes"] = gettext(
            "Enter the minutes as a whole number from 1 to %(most)s, or leave the field empty for no limit",
            most=LONGEST_TIME,
        )
    if len(sent.get("label", "")) > LONGEST_LABEL:
        errors["label"] = gettext("The name of the class must have %(most)s characters or fewer", most=LONGEST_LABEL)
    return errors


def class_page(
    assignment: Assignment,
    error: str = "",
    unknown: Unknown | None = None,
    window: Mapping[str, str] | None = None,
    window_errors: Mapping[str, str] | None = None,
) -> str:
    """The page of a class, with what is wrong with a form on it: that for more time, or the one for its window."""
    snapshot = app_context().snapshot(assignment.quiz)
    return render_page(
        "teacher/class.html",
        snapshot.quiz.locale,
        assignment=assignment,
        phase=assignment.phase(app_context().store.now()),
        progress=class_progress.progress_of(assignment),
        total=snapshot.total,
        on_article=snapshot.quiz.article is not None,
        factors=FACTORS,
        keep_days=class_progress.KEEP_DAYS,
        error=error,
        unknown=unknown,
        typed=window or field_values(assignment.opens, assignment.closes),
        errors=window_errors or {},
        zone=zone_name(),
        address=invitation.address_to_join(assignment.code),
        only_here=not invitation.addresses(),
    )
