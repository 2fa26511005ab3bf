"""Opening again what was handed in: one attempt, all that ran out of time, or a closed class."""

from datetime import timedelta

from flask import Blueprint, abort, flash, redirect, url_for
from werkzeug.wrappers import Response as HttpResponse

from quizengine.store import Assignment, Ending, StoredAttempt
from quizengine.web.app_context import app_context
from quizengine.web.http.form_data import sent_form
from quizengine.web.render.languages import gettext, ngettext
from quizengine.web.render.pages import render_page
from quizengine.web.teacher import class_progress
from quizengine.web.teacher.class_progress import LONGEST_TIME
from quizengine.web.teacher.overview import let_in

pages = Blueprint("reopening", __name__, url_prefix="/teacher")
pages.before_request(let_in)

Answer = str | tuple[str, int] | HttpResponse


@pages.get("/results/<attempt_id>/reopen")
def ask_attempt(attempt_id: str) -> Answer:
    """Show what reopening an attempt does, before it is done."""
    return _attempt_page(_handed_in(attempt_id))


@pages.post("/results/<attempt_id>/reopen")
def attempt(attempt_id: str) -> Answer:
    """Reopen an attempt; a second time changes nothing."""
    stored = _handed_in(attempt_id)
    minutes, error = _minutes(timed=stored.deadline is not None)
    if error:
        return _attempt_page(stored, error), 422
    _say(int(app_context().store.reopening.attempt(attempt_id, minutes)))
    return redirect(_back(stored), 303)


@pages.get("/classes/<code>/reopen")
def ask_class(code: str) -> Answer:
    """Show what reopening a closed class does, before it is done."""
    assignment = app_context().store.assignments.find(code)
    return _class_page(assignment) if assignment.closed else redirect(url_for("classes.one", code=code), 303)


@pages.post("/classes/<code>/reopen")
def closed_class(code: str) -> Answer:
    """Reopen a closed class; a second time changes nothing."""
    assignment = app_context().store.assignments.find(code)
    closed = _ended(assignment, Ending.TEACHER)
    minutes, error = _minutes(timed=any(each.deadline for each in closed))
    if error and assignment.closed:
        return _class_page(assignment, error), 422
    if assignment.closed:
        flash(gettext("The class is open again."))
        _say(app_context().store.reopening.assignment(code, minutes))
    return redirect(url_for("classes.one", code=code), 303)


@pages.post("/classes/<code>/out-of-time")
def out_of_time(code: str) -> Answer:
    """Reopen all attempts of an open class that were handed in because their time ran out."""
    minutes, error = _minutes(timed=True)
    if error:
        flash(error)
    else:
        _say(app_context().store.reopening.out_of_time(code, minutes))
    return redirect(url_for("classes.one", code=code), 303)


def _handed_in(attempt_id: str) -> StoredAttempt:
    stored = app_context().store.load(attempt_id, None)
    return stored if stored.submitted else abort(404)


def _ended(assignment: Assignment, ending: Ending) -> tuple[StoredAttempt, ...]:
    """The attempts of a class that were handed in by closing it, or because their time ran out."""
    return tuple(each for each in app_context().store.assignments.attempts(assignment.code) if each.ended is ending)


def _minutes(*, timed: bool) -> tuple[timedelta, str]:
    """The minutes in the form that was sent, and what is wrong with them; not asked for where nothing has a limit."""
    typed = sent_form().get("minutes", "").strip()
    if not timed:
        return timedelta(), ""
    if typed.isdecimal() and len(typed) <= len(str(LONGEST_TIME)) and 1 <= int(typed) <= LONGEST_TIME:
        return timedelta(minutes=int(typed)), ""
    return timedelta(), gettext("Enter the minutes as a whole number from 1 to %(most)s", most=LONGEST_TIME)


def _say(reopened: int) -> None:
    if reopened:
        flash(
            ngettext(
                "%(num)s attempt is open again. The student can continue after loading the page again.",
                "%(num)s attempts are open again. The students can continue after loading their page again.",
                reopened,
            )
        )


def _back(stored: StoredAttempt) -> str:
    code = stored.terms.assignment
    return url_for("classes.one", code=code) if code else url_for("teacher.submitted")


def _attempt_page(stored: StoredAttempt, error: str = "") -> str:
    code = stored.terms.assignment
    return render_page(
        "teacher/reopen_attempt.html",
        app_context().locale_of(stored.terms.quiz),
        stored=stored,
        assignment=app_context().store.assignments.find(code) if code else None,
        minutes=class_progress.minutes_left((stored,)),
        error=error,
        back=_back(stored),
    )


def _class_page(assignment: Assignment, error: str = "") -> str:
    closed = _ended(assignment, Ending.TEACHER)
    return render_page(
        "teacher/reopen_class.html",
        app_context().locale_of(assignment.quiz),
        assignment=assignment,
        closed=closed,
        timed=any(each.deadline for each in closed),
        minutes=class_progress.minutes_left(closed),
        error=error,
    )
