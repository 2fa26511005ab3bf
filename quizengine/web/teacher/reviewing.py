"""The review of a quiz beside its article: each question is read, and kept, dropped or replaced; all can be undone."""

import re
from collections.abc import Callable
from pathlib import Path

from flask import Blueprint, flash, redirect, url_for

from quizengine.desk import approval, changes
from quizengine.desk.edit_log import Act
from quizengine.desk.library import Entry
from quizengine.desk.offers import Offer, Offers
from quizengine.desk.replacing import next_best, replacement
from quizengine.engine import Engine
from quizengine.errors import BankError, QuizEngineError, WriteError
from quizengine.quiz.parts import ENGLISH
from quizengine.quiz.questions import Question
from quizengine.web.app_context import app_context
from quizengine.web.http.form_data import sent_form, whole_number
from quizengine.web.render.languages import gettext, later
from quizengine.web.render.marked_article import marked_article
from quizengine.web.render.pages import render_page
from quizengine.web.student import marked_questions
from quizengine.web.teacher.decisions import Answer, chosen_question, decided, review_address
from quizengine.web.teacher.overview import entry_of, let_in
from quizengine.web.teacher.unassigned_attempts import tell_of_marking
from quizengine.web.teacher.versions import Version

pages = Blueprint("reviewing", __name__, url_prefix="/teacher/quizzes/<name>/review")
pages.before_request(let_in)

_UNDO: dict[Act, str] = {
    "keep": later("Undo: keep “%(stem)s”"),
    "drop": later("Undo: drop “%(stem)s”"),
    "replace": later("Undo: replace “%(stem)s”"),
    "edit": later("Undo: edit “%(stem)s”"),
    "add": later("Undo: add “%(stem)s”"),
    "move": later("Undo: move “%(stem)s”"),
    "state": later("Undo: the change of state"),
    "article": later("Undo: the change for the article"),
    "begin": later("Undo: make this quiz"),
}
_LONGEST_STEM = 40
_IMAGE = re.compile(r"!\[([^\]\n]*)\]\([^)\n]*\)")
_LOOKED_FOR = later("Other questions are still being looked for. Try again in half a minute.")
_NOTHING_ELSE = later("The article gives no other question that goes well with the others.")


class _NothingElseError(BankError):
    """There is no question that could take the place of another one, or it is not known yet."""


@pages.get("")
def review(name: str) -> Answer:
    """The article beside the questions of the quiz, each to be kept, dropped or replaced."""
    return _page(entry_of(name))


@pages.post("/<question_id>/keep")
def keep(name: str, question_id: str) -> Answer:
    """Note that the teacher has read a question and keeps it; then comes the next one that is not read."""
    wanted = later("You wanted to keep this question:")
    return _about(name, question_id, wanted, approval.keep_draft, later("Kept."), _next_unread)


@pages.post("/<question_id>/drop")
def drop(name: str, question_id: str) -> Answer:
    """Take a question out of the quiz."""
    wanted = later("You wanted to drop this question:")
    return _about(name, question_id, wanted, approval.drop, later("Dropped."), _next_unread)


@pages.post("/<question_id>/replace")
def replace(name: str, question_id: str) -> Answer:
    """Put the next best question that was found in the article in the place of one."""

    def change(engine: Engine, entry: Entry, question: Question) -> Path:
        log = changes.progress(engine, entry).log
        offer = _expected(replacement(engine, entry.quiz, question, _found(entry), log))
        return approval.put_in_place(engine, entry, question, offer)

    wanted = later("You wanted to replace this question:")
    return _about(name, question_id, wanted, change, later("Replaced. Read the new question."), lambda _, place: place)


@pages.post("/more")
def add_one(name: str) -> Answer:
    """Add the next best question that was found in the article at the end of the quiz, to be read."""

    def change(entry: Entry) -> Path:
        engine = app_context().engine
        offer = _expected(next_best(engine, entry.quiz, _found(entry), changes.progress(engine, entry).log))
        return approval.add_unread(engine, entry, offer)

    return decided(
        name,
        later("You wanted one more question from the article."),
        change,
        later("Added, as the last question. Read it."),
        lambda entry, error: _page(entry, error, 409),
        lambda entry: review_address(entry, len(entry.quiz.questions) - 1),
    )


def _found(entry: Entry) -> Offers:
    """The questions on offer; raises an error while they are looked for."""
    found = app_context().latest_offers(entry)
    if found is None:
        raise _NothingElseError(gettext(_LOOKED_FOR))
    return found


def _expected(offer: Offer | None) -> Offer:
    if offer is None:
        raise _NothingElseError(gettext(_NOTHING_ELSE))
    return offer


@pages.post("/undo")
def undo(name: str) -> Answer:
    """Undo the last thing that was done to the quiz, whoever did it."""
    entry = entry_of(name)
    number = whole_number(sent_form().get("edit", "")) or 0
    before = entry.quiz.questions
    try:
        done = changes.undo(app_context().engine, changes.fresh(app_context().engine, entry), number)
    except changes.OutdatedError:
        flash(gettext("Something else has been done since. Look at the quiz as it is now."))
        return redirect(url_for(".review", name=name), 303)
    except WriteError:
        raise
    except QuizEngineError as fault:
        return _page(entry, str(fault), 409)
    app_context().look_again()
    if done.act == "begin":
        flash(gettext("Undone. The quiz is gone."))
        return redirect(url_for("teacher.home"), 303)
    if done.act in ("state", "article"):
        flash(gettext("Undone."))
        return redirect(url_for("teacher.quiz", name=name), 303)
    flash(gettext("Undone. This is as it was: “%(stem)s”", stem=_short(done.stem)))
    now = app_context().library.find(name)
    if now is None:  # a draft again, which this computer is still making
        return redirect(url_for(".review", name=name), 303)
    place = next((at for at, one in enumerate(now.quiz.questions) if one not in before or one.stem == done.stem), 0)
    if done.act == "edit" and tell_of_marking(now, now.quiz.questions[place]):
        return redirect(url_for(".review", name=name), 303)
    return redirect(url_for(".review", name=name, _anchor=f"question-{place + 1}"), 303)


def _about(
    name: str,
    question_id: str,
    wanted: str,
    change: Callable[[Engine, Entry, Question], Path],
    done: str,
    then: Callable[[Entry, int], int],
) -> Answer:
    """Decide about a question; `then` gives the place of the one to continue with, from the place of this one.

    Once all are read, what can be done with the quiz comes next.
    """
    places: list[int] = []

    def made(entry: Entry) -> Path | None:
        question = chosen_question(entry, question_id)
        if question is None:
            return None
        places.append(entry.quiz.questions.index(question))
        return change(app_context().engine, entry, question)

    return decided(
        name,
        wanted,
        made,
        done,
        lambda entry, error: _page(entry, error, 409),
        lambda entry: review_address(entry, then(entry, places[0])),
    )


def _next_unread(entry: Entry, place: int) -> int:
    """The first question that nobody has read from a place on, or before it; the place itself if all are read."""
    progress = changes.progress(app_context().engine, entry)
    questions = entry.quiz.questions
    order = [*range(place, len(questions)), *range(place)]
    return next((at for at in order if progress.is_unread(questions[at])), min(place, len(questions) - 1))


def _page(entry: Entry, error: str = "", status: int = 200) -> tuple[str, int]:
    found = app_context().latest_offers(entry)  # where they are not there yet, they are looked for
    progress = changes.progress(app_context().engine, entry)
    last = progress.log.edits[-1].done if progress.log.edits else None
    page = render_page(
        "teacher/review.html",
        entry.quiz.locale,
        entry=entry,
        questions=marked_questions.keyed_questions(entry.quiz, app_context()),
        progress=progress,
        paragraphs=marked_article([one.evidence for one in entry.quiz.questions], entry.article)
        if entry.article
        else (),
        undo=gettext(_UNDO[last.act], stem=_short(last.stem)) if last else "",
        fixed=changes.changeable(app_context().engine, entry),
        from_plugin=changes.comes_with_plugin(app_context().engine, entry),
        usable=entry.usable or (found.usable if found else {}),
        kinds=tuple(app_context().engine.registry.question_types),
        seen=Version.of(entry.quiz).field,
        error=error,
        error_in="" if error in (gettext(_LOOKED_FOR), gettext(_NOTHING_ELSE)) else ENGLISH,
    )
    return page, status


def _short(stem: str) -> str:
    """The beginning of a stem, for a button or a message; of an image its alternative text."""
    plain = " ".join(_IMAGE.sub(r"\1", stem).split())
    return plain if len(plain) <= _LONGEST_STEM else f"{plain[: _LONGEST_STEM - 1].rsplit(' ', 1)[0]}…"
