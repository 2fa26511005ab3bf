"""Carries out a teacher's decision about a quiz, or shows why it cannot be carried out."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from flask import abort, flash, redirect, url_for
from werkzeug.wrappers import Response as HttpResponse

from quizengine.desk import changes
from quizengine.desk.library import Entry
from quizengine.errors import QuizEngineError, WriteError
from quizengine.quiz.questions import Question, plain_question
from quizengine.web.app_context import app_context
from quizengine.web.http.form_data import sent_form
from quizengine.web.render.languages import gettext
from quizengine.web.teacher import outdated
from quizengine.web.teacher.overview import entry_of
from quizengine.web.teacher.versions import Version

Answer = str | tuple[str, int] | HttpResponse


def decided(
    name: str,
    wanted: str,
    change: Callable[[Entry], Path | None],
    done: str,
    refused: Callable[[Entry, str], Answer],
    then: Callable[[Entry], str],
) -> Answer:
    """Make a change to the quiz that the teacher's page showed, and continue to the address that `then` gives.

    If the quiz has changed meanwhile, nothing is changed and a page shows both versions; `wanted` says on it what the
    teacher wanted. If the change cannot be made, `refused` gives the page that says why. A change gives
    None if it is to something that is not in the quiz. `done` is told on the next page.
    """
    entry = entry_of(name)
    seen = Version.read(sent_form().get("seen", ""))
    try:
        entry = changes.fresh(app_context().engine, entry)
        if seen.digest != Version.of(entry.quiz).digest:
            return outdated.outdated_page(entry, seen, wanted, _offered_stem(entry, seen))
        place = change(entry) or abort(404)
    except changes.OutdatedError:
        entry = changes.fresh(app_context().engine, entry)
        return outdated.outdated_page(entry, seen, wanted, _offered_stem(entry, seen))
    except WriteError:
        raise
    except QuizEngineError as fault:
        return refused(entry, str(fault))
    app_context().look_again()
    flash(gettext(done, file=place))
    return redirect(then(app_context().library.made_from(place) or entry), 303)


def chosen_question(entry: Entry, question_id: str) -> Question | None:
    """The question of a quiz with this id, if there is one."""
    return next((one for one in entry.quiz.questions if one.id == question_id), None)


def review_address(entry: Entry, place: int) -> str:
    """The address of a question in the review, by its place from 0; of what comes next once all are read."""
    unread = changes.progress(app_context().engine, entry).unread
    anchor = f"question-{place + 1}" if unread else "all-read"
    return url_for("reviewing.review", name=entry.name, _anchor=anchor)


def _offered_stem(entry: Entry, seen: Version) -> str:
    """The stem of the question that a form names, if it was on offer on the page that the teacher saw."""
    quiz = seen.quiz(app_context().engine.registry.question_types) or entry.quiz
    found = app_context().offers(replace(entry, quiz=quiz))
    offer = found.find(sent_form().get("question", "")) if found else None
    return plain_question(offer.question).stem if offer else ""
