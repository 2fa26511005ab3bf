"""The teacher's first page, the pages of quizzes with their keys, the results, and who is let in to all of them."""

from collections.abc import Mapping
from types import MappingProxyType

from flask import Blueprint, abort, redirect, request, url_for
from werkzeug.exceptions import Forbidden
from werkzeug.wrappers import Response as HttpResponse

from quizengine.checks.key_place import places_as_keys
from quizengine.desk.changes import changeable, comes_with_plugin, progress
from quizengine.desk.library import Entry
from quizengine.extensions.records import Finding
from quizengine.web.app_context import app_context
from quizengine.web.http import guess_counting
from quizengine.web.http.network import is_loopback
from quizengine.web.render.languages import gettext
from quizengine.web.render.pages import render_page
from quizengine.web.security import teacher_cookie
from quizengine.web.student import marked_questions
from quizengine.web.teacher import home_cards, invitation
from quizengine.web.teacher.awaited_drafts import awaited_page
from quizengine.web.teacher.plugin_panels import plugin_panels
from quizengine.web.teacher.versions import Version
from quizengine.web.teacher.window_fields import field_values, zone_name

NONE: Mapping[str, str] = MappingProxyType({})

pages = Blueprint("teacher", __name__, url_prefix="/teacher")

_OPEN = frozenset({"teacher.home"})
"""The one page that takes a token; all others take the cookie that it leaves."""


@pages.before_request
def let_in() -> HttpResponse | None:
    """Let in anybody with the token: by the address once, and by the cookie from then on."""
    if app_context().teacher_here and not is_loopback(request.remote_addr or ""):
        raise Forbidden(
            gettext(
                "The teacher’s pages open only on the computer that runs the quizzes, at the address printed there."
            )
        )
    secret = app_context().teacher_token
    token = request.args.get("token", "") if request.endpoint in _OPEN else ""
    if token:
        if secret.is_token(token):
            return teacher_cookie.sign_in(redirect(url_for("teacher.home"), 303), secret)
        guess_counting.count_wrong_token()
    if not teacher_cookie.signed_in(secret):
        raise Forbidden(
            gettext(
                "This page is for the teacher. To open it, use the full address that was printed when the server "
                "started."
            )
        )
    app_context().due_classes.forget()
    return None


@pages.get("")
def home() -> str:
    """The classes under way and the quizzes, each with its state; how to let students in; how much needs attention."""
    here = app_context()
    here.look_again()
    students, classes = invitation.addresses(), home_cards.class_cards()
    return render_page(
        "teacher/home.html",
        classes=classes,
        quizzes=home_cards.quiz_cards(classes),
        waiting=home_cards.article_cards(here.library.waiting),
        fruitless=home_cards.article_cards(here.library.fruitless),
        findings=len(_findings()),
        reports=len(here.store.reports.unsettled()),
        students=students,
        code=invitation.picture(students[0]) if students else "",
        can_change=here.teacher_token.can_change,
    )


@pages.get("/plugins")
def plugins() -> str:
    """The page of faults in files and plugins, and of what each plugin offers."""
    app_context().look_again()
    return render_page("teacher/plugins.html", findings=_findings(), plugins=plugin_panels(app_context().engine))


def _findings() -> tuple[Finding, ...]:
    return (*app_context().library.findings, *app_context().school.now().findings)


@pages.get("/quizzes/<name>")
def quiz(name: str) -> str:
    """A quiz with its keys, rationales and evidence, its state, and the formats to take it away in."""
    return quiz_page(entry_of(name))


def quiz_page(entry: Entry, errors: Mapping[str, str] = NONE, typed: Mapping[str, str] = NONE) -> str:
    """The page of a quiz, with what is wrong with the state and the window that were typed."""
    here = app_context()
    reviewed = progress(here.engine, entry)
    found = here.offers(entry)  # where they are not there yet, they are looked for: the next page may show them
    opens, closes = here.window(entry)
    address = invitation.address_of_quiz(entry.name)
    return render_page(
        "teacher/quiz.html",
        entry.quiz.locale,
        entry=entry,
        questions=marked_questions.keyed_questions(entry.quiz, here),
        fixed=changeable(here.engine, entry),
        from_plugin=comes_with_plugin(here.engine, entry),
        progress=reviewed,
        another=bool(entry.article and here.drafts and here.engine.folder and not entry.draft),
        undoable=reviewed.log.edits[-1].done.act in ("state", "article") if reviewed.log.edits else False,
        usable=entry.usable or (found.usable if found else {}),
        seen=Version.of(entry.quiz).field,
        phase=here.phase(entry),
        tests=here.withholding.tests_like(entry),
        unassigned=here.store.unassigned.counts().get(entry.name, 0),
        address=address,
        picture=invitation.picture(address),
        only_here=not invitation.addresses(),
        opens=opens,
        closes=closes,
        zone=zone_name(),
        wrong_keys=tuple(places_as_keys(entry.quiz)),
        errors=errors,
        typed=typed or field_values(opens, closes),
    )


@pages.get("/results")
def submitted() -> str:
    """Everyone who has submitted, the latest first."""
    attempts = app_context().store.submitted()
    locales = {digest: app_context().locale_of(digest) for digest in {stored.terms.quiz for stored in attempts}}
    counts = app_context().store.unassigned.counts()
    unassigned = [entry for entry in app_context().entries if entry.name in counts]
    return render_page("teacher/results.html", attempts=attempts, locales=locales, unassigned=unassigned)


@pages.get("/results/<attempt_id>")
def one_result(attempt_id: str) -> str:
    """Show what one student gave, question by question."""
    stored = app_context().store.load(attempt_id, None)
    if not stored.submitted:
        abort(404)
    snapshot = app_context().snapshot(stored.terms.quiz)
    questions = marked_questions.marked_questions(stored, app_context())
    locale, article = snapshot.quiz.locale, snapshot.article
    return render_page("teacher/result.html", locale, stored=stored, questions=questions, article=article)


def entry_of(name: str) -> Entry:
    """The quiz of this name, as its file is now; for a draft that is still being made here, a page ends the request."""
    app_context().look_again()
    library = app_context().library
    if name in library.awaited:
        abort(awaited_page(library.awaited[name]))
    return library.find(name) or abort(404)
