"""Taking a quiz: one question at a time, the page to check the answers, and handing in."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from flask import Blueprint, abort, url_for
from werkzeug.wrappers import Response as HttpResponse

from quizengine.quiz.attempt import Mode, is_answered
from quizengine.quiz.questions import fixed_key
from quizengine.quiz.quiz import Quiz, SheetQuestion
from quizengine.store import (
    ClosedAttemptError,
    Ending,
    FinalResponseError,
    StoredAttempt,
    StoreError,
    Terms,
    TimeUpError,
)
from quizengine.web.app_context import app_context
from quizengine.web.http import addresses, request_notes, unsaved
from quizengine.web.http.form_data import SeeOther, query_value, sent_form
from quizengine.web.render import formatting, times
from quizengine.web.render.evidence import Proof, whole_article
from quizengine.web.render.forms import Filled, Form, form_of, read_form
from quizengine.web.render.page_frames import render_framed
from quizengine.web.render.pages import render_page, render_question
from quizengine.web.security import codes
from quizengine.web.security.identity import owner_of

pages = Blueprint("taking", __name__)

Answer = str | tuple[str, int] | HttpResponse


@pages.get("/attempts/<attempt_id>/ready")
def ready(attempt_id: str) -> Answer:
    """Show how long a timed attempt may take, before its clock is started."""
    stored = app_context().store.glance(attempt_id, owner_of(attempt_id))
    if not stored.waiting or stored.submitted:
        return SeeOther(addresses.question_path(attempt_id, 1))
    return _page("ready.html", stored)


@pages.post("/attempts/<attempt_id>/ready")
def start_clock(attempt_id: str) -> Answer:
    """Start the clock; repeating this changes nothing."""
    app_context().store.start_clock(attempt_id, owner_of(attempt_id))
    return SeeOther(addresses.question_path(attempt_id, 1))


@pages.get("/attempts/<attempt_id>/<int:number>")
def question(attempt_id: str, number: int) -> Answer:
    """One question with what was given so far."""
    here, owner = app_context(), owner_of(attempt_id)
    asked = asked_in(attempt_id, owner, number)
    stored, kept = here.store.at(attempt_id, owner, asked.id)
    if place := elsewhere(stored, owner):
        return SeeOther(place)
    if kept.final:
        return SeeOther(url_for("afterwards.feedback", attempt_id=attempt_id, number=number))
    quiz = here.snapshot(stored.terms.quiz).quiz
    if number == 1 and stored.saved is None and not query_value("read") and here.reads_before(stored.terms, quiz):
        return SeeOther(url_for("reading.read", attempt_id=attempt_id, number=1))
    form = form_of(asked, kept.response) if kept.response else None
    return _question_page(stored, asked, form, query_value("to"), flagged=kept.flagged)


@pages.post("/attempts/<attempt_id>/<int:number>")
def save(attempt_id: str, number: int) -> Answer:
    """Save what was given to one question, then go where the button says."""
    here, owner = app_context(), owner_of(attempt_id)
    terms = here.terms(attempt_id, owner)
    asked = asked_in(attempt_id, owner, number)
    sent = sent_form()
    keys = fixed_key(here.snapshot(terms.quiz).quiz.questions[number - 1])
    filled, to, flagged = read_form(asked, sent, keys), sent.get("to", ""), "flag" in sent
    then = sent.get("then", "")
    if filled.faulty:
        stored = here.store.glance(attempt_id, owner)
        return _question_page(stored, asked, filled.form, to, flagged=flagged), 422
    final = terms.mode is Mode.PRACTICE and not then and _may_show(terms, filled)
    try:
        here.store.respond(attempt_id, owner, asked.id, filled.response, flagged=flagged, final=final)
    except FinalResponseError:
        return SeeOther(url_for("afterwards.feedback", attempt_id=attempt_id, number=number))
    except TimeUpError:
        return _too_late(attempt_id, owner, asked, filled)
    except ClosedAttemptError:
        if here.store.glance(attempt_id, owner).ended is Ending.STUDENT:
            raise
        return _too_late(attempt_id, owner, asked, filled)
    except StoreError as fault:
        return _unsaved_page(fault, attempt_id, owner, asked, filled, to, flagged=flagged)
    request_notes.note_saved()
    if then == "stay":
        return times.clock_time(here.store.now())
    if then == "time" and _time_is_up(attempt_id, owner):
        hand_in(attempt_id, owner)
        return SeeOther(addresses.result_path(attempt_id))
    if final:
        return SeeOther(url_for("afterwards.feedback", attempt_id=attempt_id, number=number))
    return SeeOther(_next(attempt_id, number, here.snapshot(terms.quiz).total, then or to))


@pages.get("/attempts/<attempt_id>/check")
def check(attempt_id: str) -> Answer:
    """All answers in words, to check before they are submitted."""
    owner = owner_of(attempt_id)
    stored = app_context().store.load(attempt_id, owner)
    if place := elsewhere(stored, owner):
        return SeeOther(place)
    asked_here, responses = app_context().sheets.all(stored.terms.quiz, attempt_id), stored.attempt.responses
    rows = [
        (
            asked,
            form_of(asked, {}).stem,
            formatting.given_answers(asked.parts, responses.get(asked.id, {}), asked.markup),
        )
        for asked in asked_here
    ]
    unanswered = [asked.number for asked in asked_here if not is_answered(responses.get(asked.id, {}))]
    flagged = [asked.number for asked in asked_here if asked.id in stored.flagged]
    withheld = app_context().withholding.attempt(stored.terms)
    return _page("check.html", stored, rows=rows, unanswered=unanswered, flagged=flagged, withheld=withheld)


@pages.post("/attempts/<attempt_id>/submit")
def submit(attempt_id: str) -> Answer:
    """Close the attempt; repeating this changes nothing and shows the same result."""
    hand_in(attempt_id, owner_of(attempt_id))
    return SeeOther(addresses.result_path(attempt_id))


def hand_in(attempt_id: str, owner: str) -> None:
    """Close an attempt with the score of what has been saved."""
    here = app_context()
    terms = here.terms(attempt_id, owner)
    here.store.submit(attempt_id, owner, here.score_of(attempt_id, terms))


def asked_in(attempt_id: str, owner: str, number: int) -> SheetQuestion:
    """The question with a number, counted from 1, as the attempt sees it; ends the request with 404 without one."""
    here = app_context()
    digest = here.terms(attempt_id, owner).quiz
    if not 1 <= number <= here.snapshot(digest).total:
        abort(404)
    return here.sheets.question(digest, attempt_id, number)


def elsewhere(stored: StoredAttempt, owner: str) -> str:
    """Return the next page of an attempt that takes no answers: not started yet, out of time, or handed in."""
    if stored.submitted:
        return addresses.result_path(stored.id)
    if stored.waiting:
        return url_for("taking.ready", attempt_id=stored.id)
    if stored.overdue:
        hand_in(stored.id, owner)
        return addresses.result_path(stored.id)
    return ""


def _time_is_up(attempt_id: str, owner: str) -> bool:
    """True if the deadline is past; answers are taken a little longer, but the page that counts need not wait."""
    left = app_context().store.glance(attempt_id, owner).left
    return left is not None and left <= timedelta()


def _may_show(terms: Terms, filled: Filled) -> bool:
    """Return whether the right answer is shown after this response: to an answer, and while no test asks the same."""
    return is_answered(filled.response) and not app_context().withholding.attempt(terms)


def _next(attempt_id: str, number: int, total: int, then: str) -> str:
    """Return where the browser goes after an answer was saved."""
    match then:
        case "check":
            return addresses.check_path(attempt_id)
        case "report":
            return url_for("reporting.report", attempt_id=attempt_id, number=number)
        case "article":
            return url_for("reading.read", attempt_id=attempt_id, number=number)
        case "back" if number > 1:
            return addresses.question_path(attempt_id, number - 1)
        case "back":
            return addresses.question_path(attempt_id, 1)
        case _ if number < total:
            return addresses.question_path(attempt_id, number + 1)
        case _:
            return addresses.check_path(attempt_id)


def _too_late(attempt_id: str, owner: str, asked: SheetQuestion, filled: Filled) -> Answer:
    """The time was up, or the class closed, before an answer came: that is shown, and what had been saved handed in."""
    stored = app_context().store.glance(attempt_id, owner)
    if stored.waiting:
        return SeeOther(url_for("taking.ready", attempt_id=attempt_id))
    hand_in(attempt_id, owner)
    late = formatting.given_answers(asked.parts, filled.response, asked.markup)
    ended = stored.submitted or stored.ends
    return _page("late.html", stored, number=asked.number, late=late, ended=ended), 409


def _question_page(
    stored: StoredAttempt,
    asked: SheetQuestion,
    form: Form | None,
    to: str,
    *,
    flagged: bool,
    unsaved: str = "",
) -> str:
    """A question with its form as it was filled in, or still blank."""
    here = app_context()
    snapshot = here.snapshot(stored.terms.quiz)
    may_read = here.may_read(stored.terms, snapshot.quiz)
    same_for_many = {
        "title": stored.title,
        "total": snapshot.total,
        "number": asked.number,
        "to_check": to == "check",
        "flagged": flagged,
        "withheld": stored.terms.mode is not Mode.TEST and here.withholding.attempt_lately(stored.terms),
        "article": snapshot.article,
        "may_read": may_read,
    }
    answered = formatting.answered_of(stored.attempt.responses)
    closes_later = stored.ends == stored.closes and stored.left is not None and stored.left.days > 0
    own = {
        "student": stored.attempt.student,
        "attempt": addresses.attempt_path(stored.id),
        "drawn": render_question(form, snapshot.quiz.locale) if form else here.sheets.blank(stored.terms.quiz, asked),
        "closes": times.day_and_time(stored.closes) if stored.closes and closes_later else "",
        "ends": times.clock_time(stored.ends) if stored.ends and not closes_later else "",
        "seconds": str(times.seconds_left(stored.left)) if stored.left is not None and not closes_later else "",
        "saved_at": times.clock_time(stored.saved) if stored.saved and answered else "",
        "code": codes.spaced(stored.code or ""),
    }
    errors, beside = form.errors if form else (), _article_beside(snapshot.quiz) if may_read else ()
    if not (errors or unsaved or beside):
        return render_framed("question.html", snapshot.quiz.locale, same_for_many, own)
    more = {"errors": errors, "beside": beside, "unsaved": unsaved}
    return render_page("question.html", snapshot.quiz.locale, **same_for_many, **own, **more)


def _article_beside(quiz: Quiz) -> Sequence[Proof]:
    """The paragraphs of the article where it is beside the questions, with nothing marked in them."""
    article = app_context().article(quiz.article.sha256) if quiz.article and quiz.article_shown == "beside" else None
    return whole_article(None, article) if article else ()


def _unsaved_page(
    fault: StoreError, attempt_id: str, owner: str, asked: SheetQuestion, filled: Filled, to: str, *, flagged: bool
) -> Answer:
    """The question with what was given and why it is not saved; a page without the question if the file is gone."""
    try:
        stored = app_context().store.glance(attempt_id, owner)
    except StoreError:
        return unsaved.unsaved_page(fault, formatting.given_answers(asked.parts, filled.response, asked.markup))
    unsaved.report_fault(fault)
    request_notes.note_unsaved(fault)
    return _question_page(stored, asked, filled.form, to, flagged=flagged, unsaved=unsaved.reason_unsaved(fault)), 503


def _page(template: str, stored: StoredAttempt, **shown: Any) -> str:
    """A page of an attempt, with words of its quiz in it."""
    snapshot = app_context().snapshot(stored.terms.quiz)
    may_read = app_context().may_read(stored.terms, snapshot.quiz)
    more = {"total": snapshot.total, "article": snapshot.article, "may_read": may_read}
    return render_page(template, snapshot.quiz.locale, stored=stored, **more, **shown)
