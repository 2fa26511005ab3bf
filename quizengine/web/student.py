"""What a student sees: the quizzes, one question at a time, the answers to check, and the result."""

import hashlib
import hmac
import secrets
import unicodedata

from flask import Blueprint, abort, current_app, request, session, url_for
from werkzeug.wrappers import Response as HttpResponse

from quizengine.attempt import Attempt, answered, mark
from quizengine.grading import Score
from quizengine.library import Entry
from quizengine.quiz import SheetQuestion
from quizengine.store import Start, StoredAttempt, StoreError
from quizengine.web import addresses, results, words
from quizengine.web.forms import Form, form_of, read_form
from quizengine.web.languages import gettext, ngettext
from quizengine.web.pages import drawn, page_of
from quizengine.web.sent import SeeOther, sent_form
from quizengine.web.surface import Snapshot, surface

pages = Blueprint("student", __name__)

LONGEST_NAME = 80
Answer = str | tuple[str, int] | HttpResponse


@pages.get("/")
def home() -> Answer:
    """All quizzes on offer."""
    surface().look_again()
    return page_of("home.html", entries=surface().entries)


@pages.get("/quizzes/<name>")
def start(name: str) -> Answer:
    """What a quiz is like, the form that begins it, and this browser's attempts at it."""
    entry = _entry(name)
    again = request.args.get("again", "")
    student = surface().store.load(again, _owner()).attempt.student if again else ""
    return _start_page(entry, student)


@pages.post("/quizzes/<name>")
def begin(name: str) -> Answer:
    """Begin an attempt; the same form sent twice begins one."""
    entry = _entry(name)
    sent = sent_form()
    student = _plain_name(sent.get("student", ""))
    if "browser" not in session:
        return _start_page(
            entry, student, gettext("Your browser sent no cookie back. Allow cookies for this page, then try again.")
        )
    if not student:
        return _start_page(entry, "", gettext("Enter your name"))
    if len(student) > LONGEST_NAME:
        too_long = ngettext(
            "Your name must have %(num)s character or fewer",
            "Your name must have %(num)s characters or fewer",
            LONGEST_NAME,
        )
        return _start_page(entry, student, too_long)
    start = Start(
        id=_attempt_id(sent.get("once", "")),
        owner=_owner(),
        student=student,
        entry=entry.name,
        title=entry.quiz.title,
        quiz_id=entry.quiz.id,
        bank=surface().bank_of(entry),
    )
    surface().store.begin(start)
    return SeeOther(addresses.question(start.id, 1))


@pages.get("/attempts/<attempt_id>/<int:number>")
def question(attempt_id: str, number: int) -> Answer:
    """One question with what was given so far."""
    here, owner = surface(), _owner()
    stored = here.store.glance(attempt_id, owner)
    if stored.submitted:
        return SeeOther(addresses.result(attempt_id))
    asked = _asked(here.snapshot(stored.quiz), number)
    response = here.store.given(attempt_id, owner, asked.id)
    form = form_of(asked, response) if response else None
    return _question_page(stored, asked, form, request.args.get("to", ""))


@pages.post("/attempts/<attempt_id>/<int:number>")
def save(attempt_id: str, number: int) -> Answer:
    """Save what was given to one question, then go on to the next or back to the check."""
    here, owner = surface(), _owner()
    snapshot = here.snapshot(here.quiz_of(attempt_id, owner))
    asked = _asked(snapshot, number)
    sent = sent_form()
    filled, to = read_form(asked, sent), sent.get("to", "")
    if filled.faulty:
        return _question_page(here.store.glance(attempt_id, owner), asked, filled.form, to), 422
    try:
        here.store.respond(attempt_id, owner, asked.id, filled.response)
    except StoreError as fault:
        current_app.logger.error("StoreError: %s", fault)
        return _question_page(here.store.glance(attempt_id, owner), asked, filled.form, to, unsaved=True), 503
    if number == len(snapshot.sheet) or to == "check":
        return SeeOther(addresses.check(attempt_id))
    return SeeOther(addresses.question(attempt_id, number + 1))


@pages.get("/attempts/<attempt_id>/check")
def check(attempt_id: str) -> Answer:
    """All answers in words, to check before they are submitted."""
    stored, snapshot = _mine(attempt_id)
    if stored.submitted:
        return SeeOther(addresses.result(attempt_id))
    rows = [
        (asked, form_of(asked, {}).stem, words.given(asked.parts, stored.attempt.responses.get(asked.id, {})))
        for asked in snapshot.sheet
    ]
    unanswered = [asked.number for asked in snapshot.sheet if not answered(stored.attempt.responses.get(asked.id, {}))]
    return page_of("check.html", snapshot.quiz.locale, stored=stored, rows=rows, unanswered=unanswered, total=len(rows))


@pages.post("/attempts/<attempt_id>/submit")
def submit(attempt_id: str) -> Answer:
    """Close the attempt; a second time changes nothing and shows the same result."""
    here, owner = surface(), _owner()
    snapshot = here.snapshot(here.quiz_of(attempt_id, owner))

    def score(attempt: Attempt) -> Score:
        return mark(snapshot.quiz, attempt).score

    here.store.submit(attempt_id, owner, score)
    return SeeOther(addresses.result(attempt_id))


@pages.get("/attempts/<attempt_id>/result")
def result(attempt_id: str) -> Answer:
    """The score, and for each question what was given, what is right, why, and where the article says so."""
    stored, snapshot = _mine(attempt_id)
    if not stored.submitted:
        return SeeOther(addresses.check(attempt_id))
    return page_of(
        "result.html",
        snapshot.quiz.locale,
        stored=stored,
        questions=results.marked_questions(snapshot, stored.attempt, surface()),
        entry=surface().library.find(stored.entry),
        article=snapshot.article,
    )


@pages.post("/leave")
def leave() -> Answer:
    """Forget whose attempts are this browser's and the language chosen, for the next student at a shared computer."""
    session.pop("browser", None)
    session.pop("language", None)
    return SeeOther(url_for(".home"))


def _entry(name: str) -> Entry:
    """The quiz of this name, as its file is now: with several processes, another one may have changed it."""
    surface().look_again()
    return surface().library.find(name) or abort(404)


def _start_page(entry: Entry, student: str, error: str = "") -> Answer:
    attempts = surface().store.of_owner(_owner(), entry.name)
    page = page_of(
        "start.html",
        entry.quiz.locale,
        entry=entry,
        student=student,
        error=error,
        attempts=attempts,
        once=secrets.token_urlsafe(16),
    )
    return (page, 422) if error else page


def _question_page(
    stored: StoredAttempt, asked: SheetQuestion, form: Form | None, to: str, unsaved: bool = False
) -> str:
    """A question with its form as it was filled in, or still blank."""
    here = surface()
    snapshot = here.snapshot(stored.quiz)
    return page_of(
        "question.html",
        snapshot.quiz.locale,
        stored=stored,
        number=asked.number,
        total=len(snapshot.sheet),
        attempt=addresses.attempt(stored.id),
        quiz=addresses.quiz(stored.entry),
        errors=form.errors if form else (),
        drawn=drawn(form, snapshot.quiz.locale) if form else here.blank(stored.quiz, asked.number),
        to_check=to == "check",
        unsaved=unsaved,
    )


def _mine(attempt_id: str) -> tuple[StoredAttempt, Snapshot]:
    """The attempt of this browser with its quiz; others' are not found."""
    stored = surface().store.load(attempt_id, _owner())
    return stored, surface().snapshot(stored.quiz)


def _asked(snapshot: Snapshot, number: int) -> SheetQuestion:
    if not 1 <= number <= len(snapshot.sheet):
        abort(404)
    return snapshot.sheet[number - 1]


def _owner() -> str:
    """What stands in the store for this browser: a hash, so that the file does not hold what opens an attempt."""
    if "browser" not in session:
        session["browser"] = secrets.token_urlsafe(24)
        session.permanent = True
    return hashlib.sha256(str(session["browser"]).encode()).hexdigest()


def _attempt_id(once: str) -> str:
    """The id of the attempt that this browser begins with this form: always the same, and guessed by nobody."""
    key = current_app.secret_key
    assert isinstance(key, bytes)
    return hmac.new(key, f"{session['browser']}/{once}".encode(), hashlib.sha256).hexdigest()[:32]


def _plain_name(text: str) -> str:
    """A name as typed, without what cannot be seen: control characters, and marks that turn the writing direction."""
    seen = (c if c in "\u200c\u200d" or unicodedata.category(c) not in ("Cc", "Cf", "Co", "Cs") else " " for c in text)
    return " ".join("".join(seen).split())
