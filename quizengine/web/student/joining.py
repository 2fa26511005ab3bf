"""Joining a class with its code and a name, and continuing an attempt on another device with its code."""

import secrets

from flask import Blueprint, request, url_for
from werkzeug.wrappers import Response as HttpResponse

from quizengine.store import (
    Assignment,
    ClosedAssignmentError,
    NameTakenError,
    NotListedError,
    Start,
    UnknownAssignmentError,
    UpcomingAssignmentError,
    name_key,
)
from quizengine.web.app_context import app_context
from quizengine.web.http import addresses, guess_counting
from quizengine.web.http.form_data import SeeOther, sent_form
from quizengine.web.render.languages import gettext
from quizengine.web.render.pages import render_page
from quizengine.web.security import codes, identity
from quizengine.web.student.beginning import fault_of_name

pages = Blueprint("joining", __name__)

Answer = str | tuple[str, int] | HttpResponse


@pages.get("/join")
def enter() -> Answer:
    """Show where a class code is entered; a code in the query leads on to its class."""
    typed = request.args.get("code", "")
    if not typed.strip():
        return render_page(
            "join.html", typed="", error=gettext("Enter the code of your class") if "code" in request.args else ""
        )
    return SeeOther(url_for(".join", code=_assignment(typed).code))


@pages.get("/join/<code>")
def join(code: str) -> Answer:
    """Show what the quiz of a class is like, and the form that begins it."""
    return _join_page(_assignment(code))


@pages.post("/join/<code>")
def begin(code: str) -> Answer:
    """Begin an attempt in a class; the same form sent twice begins one."""
    assignment = _assignment(code)
    sent = sent_form()
    student = identity.plain_name(sent.get("student", ""))
    fault = fault_of_name(student)
    if fault:
        return _join_page(assignment, student, fault)
    start = Start(
        id=identity.new_attempt_id(sent.get("once", "")),
        owner=identity.owner(),
        student=student,
        entry=assignment.entry,
        title=assignment.title,
        quiz_id=assignment.quiz_id,
        bank=app_context().store.bank(assignment.quiz),
        mode=assignment.mode,
        code=codes.new_code(codes.ATTEMPT_LENGTH),
    )
    try:
        app_context().store.assignments.join(assignment.code, start)
    except NotListedError:
        return _join_page(assignment, student, gettext("Choose your name from the list"))
    except NameTakenError:
        return _join_page(
            assignment,
            student,
            gettext(
                "Somebody has already joined under this name. If it was you, continue with your own code; "
                "if not, add something to your name"
            ),
        )
    except (ClosedAssignmentError, UpcomingAssignmentError):
        return _join_page(app_context().store.assignments.find(assignment.code), student)
    return SeeOther(url_for("taking.ready", attempt_id=start.id))


@pages.get("/resume")
def resume() -> Answer:
    """Show where the code of an attempt is entered that was begun on another device."""
    return render_page("resume.html", typed="", error="")


@pages.post("/resume")
def go_on() -> Answer:
    """Let this browser continue with an attempt, beside the one it was begun in."""
    typed = sent_form().get("code", "")
    found = app_context().store.owner_by_code(codes.read_code(typed), guess_counting.client_key())
    if found is None:
        unknown = gettext("No attempt has this code. A code has nine letters and digits")
        error = unknown if typed.strip() else gettext("Enter your code")
        return render_page("resume.html", typed=typed, error=error), 422
    identity.grant(*found)
    return SeeOther(addresses.check_path(found[0]))


@pages.errorhandler(UnknownAssignmentError)
def no_such_class(fault: Exception) -> Answer:
    """The page to enter a code on, with what was entered."""
    typed = (request.view_args or {}).get("code") or request.args.get("code", "")
    return render_page(
        "join.html", typed=typed, error=gettext("No class has this code. Check it with your teacher")
    ), 404


def _assignment(typed: str) -> Assignment:
    """The class with a code as typed; raises UnknownAssignmentError and TooManyMissesError."""
    return app_context().store.assignments.find_typed(codes.read_code(typed), guess_counting.client_key())


def _free_names(assignment: Assignment) -> tuple[str, ...]:
    """The names on the class list that nobody has joined under, if students are to choose from it."""
    if not assignment.listed:
        return ()
    store = app_context().store
    joined = {name_key(each.attempt.student) for each in store.assignments.attempts(assignment.code)}
    return tuple(name for name in store.roster.names(assignment.code) if name_key(name) not in joined)


def _join_page(assignment: Assignment, student: str = "", error: str = "") -> Answer:
    mine = [
        stored
        for stored in app_context().store.of_owner(identity.owner(), assignment.entry)
        if stored.terms.assignment == assignment.code
    ]
    snapshot = app_context().snapshot(assignment.quiz)
    page = render_page(
        "class.html",
        snapshot.quiz.locale,
        assignment=assignment,
        phase=assignment.phase(app_context().store.now()),
        total=snapshot.total,
        on_article=snapshot.quiz.article is not None,
        article=snapshot.article,
        may_read=assignment.article
        and snapshot.quiz.article_shown in ("page", "beside")
        and app_context().has_article(snapshot.quiz)
        and not app_context().withholding.article(assignment.entry, assignment.quiz),
        attempts=mine,
        withheld=app_context().withholding.quiz(assignment.entry, assignment.quiz),
        student=student,
        free=_free_names(assignment),
        error=error,
        once=secrets.token_urlsafe(16),
    )
    return (page, 422) if error else page
