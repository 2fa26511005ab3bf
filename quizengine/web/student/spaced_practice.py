"""Practising what was missed over days: the page of what is due today, and one question at a time with its answer.

What is practised belongs to an attempt, so whoever has its code can practise on any device.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from flask import Blueprint, abort, url_for
from werkzeug.wrappers import Response as HttpResponse

from quizengine.quiz.parts import Response
from quizengine.quiz.questions import Question, fixed_key
from quizengine.quiz.self_marks import SelfMark, needs_mark
from quizengine.quiz.spacing import schedule_after
from quizengine.store import PracticeCard, StoredAttempt, UnknownAttemptError
from quizengine.web.app_context import app_context
from quizengine.web.http import addresses
from quizengine.web.http.form_data import SeeOther, sent_form
from quizengine.web.render import times
from quizengine.web.render.forms import Form, form_of, read_form
from quizengine.web.render.pages import render_page, render_question
from quizengine.web.security import identity
from quizengine.web.security.identity import owner_of
from quizengine.web.student import marked_questions
from quizengine.web.student.missed_questions import can_be_practised, missed_outcomes
from quizengine.web.student.own_marks import sent_mark

pages = Blueprint("practice", __name__)

Answer = str | tuple[str, int] | HttpResponse


@dataclass(frozen=True)
class Practised:
    """An attempt with questions to practise, as the page of what is due shows it."""

    stored: StoredAttempt
    due: int
    """The number of questions that are due today."""
    total: int
    upcoming: date | None
    """The first day after today on which a question is due; None if there is none."""
    withheld: bool


@pages.get("/practice")
def due_today() -> str:
    """The page with all that is practised in this browser, and how much of it is due today."""
    practised = [_practised(stored) for stored in _attempts()]
    return render_page(
        "practice.html",
        practised=[(each, app_context().locale_of(each.stored.terms.quiz)) for each in practised if each.total],
    )


@pages.post("/attempts/<attempt_id>/practice")
def begin(attempt_id: str) -> Answer:
    """Practise what was missed from tomorrow on; a second time adds only what is not practised yet."""
    stored = _handed_in(attempt_id)
    if stored is None:
        return SeeOther(addresses.result_path(attempt_id))
    outcomes = missed_outcomes(stored, app_context().snapshot(stored.terms.quiz).quiz)
    schedules = {outcome.question.id: schedule_after(outcome.score, _today()) for outcome in outcomes}
    app_context().store.practice.plan(attempt_id, schedules)
    return SeeOther(url_for(".due_today"))


@pages.post("/attempts/<attempt_id>/practice/stop")
def stop(attempt_id: str) -> Answer:
    """Stop practising an attempt."""
    app_context().store.glance(attempt_id, owner_of(attempt_id))
    app_context().store.practice.stop(attempt_id)
    return SeeOther(url_for(".due_today"))


@pages.get("/attempts/<attempt_id>/practice")
def go_on(attempt_id: str) -> Answer:
    """Lead to the first question that is due today, or to the page of what is due where none is."""
    stored = _handed_in(attempt_id)
    due = _due(stored) if stored else ()
    if stored is None or not due:
        return SeeOther(url_for(".due_today"))
    return SeeOther(url_for(".question", attempt_id=attempt_id, number=_number_of(stored, due[0])))


@pages.get("/attempts/<attempt_id>/practice/<int:number>")
def question(attempt_id: str, number: int) -> Answer:
    """One question that is due today, without what was given to it before; first of all, that has to be marked."""
    stored, card = _card(attempt_id, number)
    if stored is None or card.schedule.due > _today():
        return SeeOther(url_for(".go_on", attempt_id=attempt_id))
    if _awaits_mark(app_context().snapshot(stored.terms.quiz).quiz.questions[number - 1], card):
        return SeeOther(url_for(".feedback", attempt_id=attempt_id, number=number))
    return _question_page(stored, card, number)


@pages.post("/attempts/<attempt_id>/practice/<int:number>")
def answer(attempt_id: str, number: int) -> Answer:
    """Mark an answer, and choose the day on which the question comes back; no answer counts as not known."""
    here = app_context()
    stored, card = _card(attempt_id, number)
    if stored is None:
        return SeeOther(url_for(".due_today"))
    quiz = here.snapshot(stored.terms.quiz).quiz
    asked = quiz.questions[number - 1]
    sheet = here.sheets.question(stored.terms.quiz, _order_of(stored, card), number)
    filled = read_form(sheet, sent_form(), fixed_key(asked))
    if filled.faulty:
        return _question_page(stored, card, number, filled.form), 422
    if needs_mark(asked, filled.response):
        here.store.practice.give(attempt_id, card, filled.response, _today())
    else:
        _review(stored, card, asked, filled.response)
    return SeeOther(url_for(".feedback", attempt_id=attempt_id, number=number))


@pages.post("/attempts/<attempt_id>/practice/<int:number>/mark")
def mark(attempt_id: str, number: int) -> Answer:
    """Keep the student's own mark of an answer in sentences, from which the day follows on which it comes back."""
    stored, card = _card(attempt_id, number)
    own = sent_mark()
    if stored is None:
        return SeeOther(url_for(".due_today"))
    asked = app_context().snapshot(stored.terms.quiz).quiz.questions[number - 1]
    if card.given is not None and _awaits_mark(asked, card):
        _review(stored, card, asked, card.given, own)
    return SeeOther(url_for(".feedback", attempt_id=attempt_id, number=number))


@pages.get("/attempts/<attempt_id>/practice/<int:number>/feedback")
def feedback(attempt_id: str, number: int) -> Answer:
    """The page with the result of the last answer to a question, and the day on which the question comes back."""
    here = app_context()
    stored, card = _card(attempt_id, number)
    if stored is None or card.given is None:
        return SeeOther(url_for(".go_on", attempt_id=attempt_id))
    snapshot = here.snapshot(stored.terms.quiz)
    marks = {card.question: card.mark} if card.mark else {}
    attempt = replace(stored.attempt, responses={card.question: card.given}, self_marks=marks)
    given = replace(stored, attempt=attempt)
    marking = replace(here.marking(stored), overrides={})
    return render_page(
        "practice_feedback.html",
        snapshot.quiz.locale,
        stored=stored,
        one=marked_questions.marked_question(given, number, here, marking),
        card=card,
        left=len(_due(stored)),
        article=snapshot.article,
        awaits_mark=_awaits_mark(snapshot.quiz.questions[number - 1], card),
    )


def next_day(attempt_id: str) -> date | None:
    """The first day on which something of an attempt is due; None if nothing of it is practised."""
    cards = app_context().store.practice.cards(attempt_id)
    return cards[0].schedule.due if cards else None


def practised_questions(attempt_id: str) -> frozenset[str]:
    """The ids of the questions of an attempt that are practised."""
    return frozenset(card.question for card in app_context().store.practice.cards(attempt_id))


def practises() -> bool:
    """Return whether anything is practised in this browser."""
    return identity.has_cookie() and any(next_day(stored.id) for stored in _attempts())


def _attempts() -> Iterator[StoredAttempt]:
    """The attempts to practise in this browser: its own, and those of other devices that it continues with."""
    store = app_context().store
    own = {attempt: identity.owner() for attempt in store.practice.attempts_of(identity.owner())}
    for attempt, owner in (dict(identity.granted_attempts()) | own).items():
        with suppress(UnknownAttemptError):  # it has been deleted since
            stored = store.glance(attempt, owner)
            if stored.submitted:
                yield stored


def _awaits_mark(question: Question, card: PracticeCard) -> bool:
    """True if the last answer holds sentences that are still to be marked: until then, the question stays due."""
    return card.given is not None and card.mark is None and needs_mark(question, card.given)


def _review(
    stored: StoredAttempt, card: PracticeCard, asked: Question, given: Response, own: SelfMark | None = None
) -> None:
    """Keep an answer with the schedule that follows from its points."""
    here = app_context()
    locale = here.snapshot(stored.terms.quiz).quiz.locale
    score = replace(here.marking(stored), overrides={}).mark(asked, given, locale, own)
    here.store.practice.review(stored.id, card, given, schedule_after(score, _today(), card.schedule), own)


def _today() -> date:
    return times.day_of(app_context().store.now())


def _handed_in(attempt_id: str) -> StoredAttempt | None:
    """The attempt of this browser; None if it is not handed in, or while a test withholds its answers."""
    stored = app_context().store.load(attempt_id, owner_of(attempt_id))
    return stored if stored.submitted and not app_context().withholding.attempt(stored.terms) else None


def _cards(stored: StoredAttempt) -> tuple[PracticeCard, ...]:
    """The cards of an attempt, without those whose key has been changed so that they cannot be practised."""
    mends = app_context().marking(stored).mends
    cards = app_context().store.practice.cards(stored.id)
    return tuple(card for card in cards if card.question not in mends or can_be_practised(mends[card.question]))


def _due(stored: StoredAttempt) -> tuple[PracticeCard, ...]:
    return tuple(card for card in _cards(stored) if card.schedule.due <= _today())


def _practised(stored: StoredAttempt) -> Practised:
    days = [card.schedule.due for card in _cards(stored)]
    upcoming = [day for day in days if day > _today()]
    withheld = app_context().withholding.attempt(stored.terms)
    return Practised(stored, len(days) - len(upcoming), len(days), min(upcoming, default=None), withheld)


def _number_of(stored: StoredAttempt, card: PracticeCard) -> int:
    questions = app_context().snapshot(stored.terms.quiz).quiz.questions
    return next(number for number, question in enumerate(questions, 1) if question.id == card.question)


def _card(attempt_id: str, number: int) -> tuple[StoredAttempt | None, PracticeCard]:
    """The attempt, as `_handed_in` gives it, and its question with a number; ends the request with 404 without one."""
    stored = app_context().store.load(attempt_id, owner_of(attempt_id))
    questions = app_context().snapshot(stored.terms.quiz).quiz.questions
    asked = questions[number - 1].id if 1 <= number <= len(questions) else ""
    card = next((card for card in _cards(stored) if card.question == asked), None) or abort(404)
    return _handed_in(attempt_id), card


def _order_of(stored: StoredAttempt, card: PracticeCard) -> str:
    """The seed of the order of options: a new one for each practice, so that nobody learns a place by heart."""
    return f"{stored.id}/{card.schedule.reviewed}"


def _question_page(stored: StoredAttempt, card: PracticeCard, number: int, form: Form | None = None) -> str:
    snapshot = app_context().snapshot(stored.terms.quiz)
    sheet = app_context().sheets.question(stored.terms.quiz, _order_of(stored, card), number)
    return render_page(
        "practice_question.html",
        snapshot.quiz.locale,
        stored=stored,
        number=number,
        errors=form.errors if form else (),
        drawn=render_question(form or form_of(sheet, {}), snapshot.quiz.locale),
        left=len(_due(stored)),
        article=snapshot.article,
    )
