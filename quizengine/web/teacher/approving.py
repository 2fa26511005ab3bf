"""What a teacher decides about a quiz: keep a draft, add what else was found in the article, take questions out."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from flask import Blueprint, abort, flash, redirect, request, url_for
from werkzeug.wrappers import Response as HttpResponse

from quizengine.desk import approval
from quizengine.desk.library import Entry
from quizengine.desk.offers import Offer
from quizengine.errors import QuizEngineError, WriteError
from quizengine.quiz.questions import generator_of
from quizengine.web.app_context import app_context
from quizengine.web.http.form_data import sent_form
from quizengine.web.render.languages import gettext, later
from quizengine.web.render.pages import page_of
from quizengine.web.student import marked_questions
from quizengine.web.teacher import outdated
from quizengine.web.teacher.overview import entry_of, let_in
from quizengine.web.teacher.versions import Version

pages = Blueprint("approving", __name__, url_prefix="/teacher/quizzes/<name>")
pages.before_request(let_in)

Answer = str | tuple[str, int] | HttpResponse


class _LookedForError(Exception):
    """The questions on offer are still being looked for."""


@pages.get("/more")
def more(name: str) -> Answer:
    """All that was found in the article and is not asked: what may be added, and what may not, with the reason."""
    return _more_page(entry_of(name))


def _looked_for(entry: Entry, error: str = "", *, to_add: bool = False) -> Answer:
    """The page that says that the questions are still looked for: for one who wants to see them, or to add one."""
    page = page_of("teacher/looked_for.html", entry.quiz.locale, entry=entry, error=error, to_add=to_add)
    return page, 409 if to_add or error else 202


@pages.post("/keep")
def keep(name: str) -> Answer:
    """Make a quiz of a draft that the teacher has read."""
    return _decided(
        name,
        later("You wanted to keep this quiz."),
        lambda entry: approval.keep(app_context().engine, entry),
        later("Kept. The quiz is in %(file)s."),
    )


@pages.post("/questions")
def add(name: str) -> Answer:
    """Add one of the questions on offer to the end of the quiz, or put it in place of those it does not go with."""
    asked, instead = sent_form().get("question", ""), "instead" in request.args or "instead" in sent_form()

    def change(entry: Entry) -> Path | None:
        found = app_context().offers(entry)
        if found is None:
            raise _LookedForError
        offer = found.find(asked)
        return approval.add(app_context().engine, entry, offer, instead=instead) if offer else None

    return _decided(
        name,
        later("You wanted to add this question:"),
        change,
        later("Added, as the last question. The quiz is in %(file)s."),
    )


@pages.post("/questions/<question_id>/out")
def take_out(name: str, question_id: str) -> Answer:
    """Take a question out of the quiz."""

    def change(entry: Entry) -> Path | None:
        there = any(question.id == question_id for question in entry.quiz.questions)
        return approval.take_out(app_context().engine, entry, question_id) if there else None

    return _decided(
        name, later("You wanted to remove this question:"), change, later("Removed. The quiz is in %(file)s.")
    )


def _decided(name: str, wanted: str, change: Callable[[Entry], Path | None], done: str) -> Answer:
    """Make a change to the quiz that the teacher's page showed, and show the quiz after it.

    Where the quiz is another one by now, or the change cannot be made, nothing is changed and a page says why. A
    change that gives None is to something that is not in the quiz.
    """
    entry = entry_of(name)
    seen = Version.read(sent_form().get("seen", ""))
    try:
        entry = approval.fresh(app_context().engine, entry)
        if seen.digest != Version.of(entry.quiz).digest:
            return outdated.page(entry, seen, wanted, _offered_stem(entry, seen))
        place = change(entry) or abort(404)
    except approval.OutdatedError:
        entry = approval.fresh(app_context().engine, entry)
        return outdated.page(entry, seen, wanted, _offered_stem(entry, seen))
    except _LookedForError:
        return _looked_for(entry, to_add=True)
    except WriteError:
        raise
    except QuizEngineError as fault:
        return _more_page(entry, str(fault), 409)
    app_context().look_again()
    flash(gettext(done, file=place))
    now = next((one for one in app_context().library.entries if one.source == place), entry)
    return redirect(url_for("teacher.quiz", name=now.name), 303)


def _offered_stem(entry: Entry, seen: Version) -> str:
    """The stem of the question that a form names, where that was on offer on the page that the teacher saw."""
    quiz = seen.quiz(app_context().engine.registry.question_types) or entry.quiz
    found = app_context().offers(replace(entry, quiz=quiz))
    offer = found.find(sent_form().get("question", "")) if found else None
    return offer.question.stem if offer else ""


def _more_page(entry: Entry, error: str = "", status: int = 200) -> Answer:
    found = app_context().offers(entry)
    if found is None:
        return _looked_for(entry, error)
    groups: dict[str, list[tuple[Offer, marked_questions.KeyedQuestion]]] = {}
    for offer, keyed in zip(found.questions, _keyed(entry, found.questions), strict=True):
        groups.setdefault(generator_of(offer.question), []).append((offer, keyed))
    page = page_of(
        "teacher/more.html",
        entry.quiz.locale,
        entry=entry,
        groups=groups,
        refusals=found.refusals,
        left_out=found.left_out,
        fixed=approval.changeable(app_context().engine, entry),
        error=error,
        checks=app_context().engine.registry.checks,
        usable=found.usable,
        seen=Version.of(entry.quiz).field,
    )
    return page, status


def _keyed(entry: Entry, offered: tuple[Offer, ...]) -> tuple[marked_questions.KeyedQuestion, ...]:
    """The questions on offer with their keys and proofs, as those of a quiz are shown."""
    quiz = replace(entry.quiz, questions=tuple(offer.question for offer in offered))
    return marked_questions.keyed_questions(quiz, app_context())
