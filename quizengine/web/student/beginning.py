"""The list of quizzes, and starting one of them alone."""

import secrets

from flask import Blueprint, abort, request, url_for
from werkzeug.wrappers import Response as HttpResponse

from quizengine.desk.library import Entry
from quizengine.quiz.attempt import Mode
from quizengine.quiz.availability import Phase
from quizengine.store import Start
from quizengine.web.app_context import app_context
from quizengine.web.http import addresses
from quizengine.web.http.form_data import SeeOther, sent_form
from quizengine.web.render.languages import gettext, ngettext
from quizengine.web.render.pages import render_page
from quizengine.web.security import codes, identity, teacher_cookie
from quizengine.web.student import spaced_practice

pages = Blueprint("student", __name__)

Answer = str | tuple[str, int] | HttpResponse


@pages.get("/")
def home() -> Answer:
    """Show where a class code is entered, and all quizzes that are open but those that an open test asks from."""
    here = app_context()
    here.look_again()
    withheld = here.withholding.entries()
    entries = [one for one in here.entries if one.name not in withheld and here.phase(one) is Phase.OPEN]
    return render_page("home.html", entries=entries, practises=spaced_practice.practises())


@pages.get("/quizzes/<name>")
def start(name: str) -> Answer:
    """Show what a quiz is like, the form that begins it, and this browser's attempts at it."""
    entry = _entry(name)
    again, here = request.args.get("again", ""), app_context()
    student = here.store.load(again, identity.owner_of(again)).attempt.student if again else here.student_name
    return _start_page(entry, student)


@pages.post("/quizzes/<name>")
def begin(name: str) -> Answer:
    """Begin an attempt; the same form sent twice begins one."""
    entry = _entry(name)
    sent = sent_form()
    student = identity.plain_name(sent.get("student", ""))
    fault = fault_of_name(student)
    if fault:
        return _start_page(entry, student, fault)
    if entry.name in app_context().withholding.entries() or app_context().phase(entry) is not Phase.OPEN:
        return _start_page(entry, student)
    start = Start(
        id=identity.new_attempt_id(sent.get("once", "")),
        owner=identity.owner(),
        student=student,
        entry=entry.name,
        title=entry.quiz.title,
        quiz_id=entry.quiz.id,
        bank=app_context().bank_of(entry),
        mode=Mode.PRACTICE if sent.get("mode") == Mode.PRACTICE else Mode.CLASS,
        code=codes.new_code(codes.ATTEMPT_LENGTH),
    )
    app_context().store.begin(start)
    return SeeOther(addresses.question_path(start.id, 1))


@pages.post("/leave")
def leave() -> Answer:
    """Forget this browser's attempts and chosen language, and sign the teacher out.

    For the next person at a shared computer; the button on the teacher's pages does the same.
    """
    identity.forget()
    return teacher_cookie.sign_out(SeeOther(url_for(".home")))


def fault_of_name(student: str) -> str:
    """Return what is wrong with a student's name, or with the browser; empty if nothing is."""
    if not identity.has_cookie():
        return gettext("Your browser sent no cookie back. Allow cookies for this page, then try again.")
    if not student:
        return gettext("Enter your name")
    if len(student) <= identity.LONGEST_NAME:
        return ""
    return ngettext(
        "Your name must have %(num)s character or fewer",
        "Your name must have %(num)s characters or fewer",
        identity.LONGEST_NAME,
    )


def _entry(name: str) -> Entry:
    """The quiz of this name, as its file is now: with several processes, another one may have changed it."""
    app_context().look_again()
    return app_context().library.find(name) or abort(404)


def _start_page(entry: Entry, student: str, error: str = "") -> Answer:
    attempts = app_context().store.of_owner(identity.owner(), entry.name)
    phase = app_context().phase(entry)
    if phase in (Phase.DRAFT, Phase.READY) and not attempts:
        abort(404)  # that there is such a quiz is nobody's business yet
    page = render_page(
        "start.html",
        entry.quiz.locale,
        entry=entry,
        student=student,
        error=error,
        attempts=attempts,
        opens=app_context().window(entry)[0],
        phase=phase,
        withheld=entry.name in app_context().withholding.entries(),
        may_read=app_context().has_article(entry.quiz) and entry.quiz.article_shown in ("page", "beside"),
        once=secrets.token_urlsafe(16),
    )
    if phase is not Phase.OPEN:
        return page, 403
    return (page, 422) if error else page
