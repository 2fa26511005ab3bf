"""What a teacher decides about a quiz: keep a draft, add what else was found in the article, take questions out."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from flask import Blueprint, abort, flash, redirect, request, url_for
from werkzeug.wrappers import Response as HttpResponse

from quizengine import approval
from quizengine.errors import QuizEngineError
from quizengine.library import Entry
from quizengine.offers import Offer
from quizengine.web import results
from quizengine.web.languages import gettext, later
from quizengine.web.pages import page_of
from quizengine.web.surface import surface
from quizengine.web.teacher import entry_of, let_in

pages = Blueprint("approving", __name__, url_prefix="/teacher/quizzes/<name>")
pages.before_request(let_in)

Answer = str | tuple[str, int] | HttpResponse


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
        entry_of(name), lambda entry: approval.keep(surface().engine, entry), later("Kept. The quiz is in %(file)s.")
    )


@pages.post("/questions")
def add(name: str) -> Answer:
    """Add one of the questions on offer to the end of the quiz, or put it in place of those it does not go with."""
    entry = entry_of(name)
    found = surface().offers(entry)
    if found is None:
        return _looked_for(entry, to_add=True)
    offer = found.find(request.form.get("question", "")) or abort(404)
    instead = bool(request.form.get("instead"))
    return _decided(
        entry,
        lambda entry: approval.add(surface().engine, entry, offer, instead=instead),
        later("Added, as the last question. The quiz is in %(file)s."),
    )


@pages.post("/questions/<question_id>/out")
def take_out(name: str, question_id: str) -> Answer:
    """Take a question out of the quiz."""
    entry = entry_of(name)
    if question_id not in {question.id for question in entry.quiz.questions}:
        abort(404)
    return _decided(
        entry,
        lambda entry: approval.take_out(surface().engine, entry, question_id),
        later("Taken out. The quiz is in %(file)s."),
    )


def _decided(entry: Entry, change: Callable[[Entry], Path], done: str) -> Answer:
    """Make a change and show the quiz after it; or say why it was not made, with the page as it was."""
    try:
        place = change(entry)
    except QuizEngineError as fault:
        return _more_page(entry, str(fault), 409)
    surface().look_again()
    flash(gettext(done, file=place))
    now = next((one for one in surface().library.entries if one.source == place), entry)
    return redirect(url_for("teacher.quiz", name=now.name), 303)


def _more_page(entry: Entry, error: str = "", status: int = 200) -> Answer:
    found = surface().offers(entry)
    if found is None:
        return _looked_for(entry, error)
    groups: dict[str, list[tuple[Offer, results.KeyedQuestion]]] = {}
    for offer, keyed in zip(found.questions, _keyed(entry, found.questions), strict=True):
        origin = offer.question.origin
        groups.setdefault(origin.generator if origin else "", []).append((offer, keyed))
    page = page_of(
        "teacher/more.html",
        entry.quiz.locale,
        entry=entry,
        groups=groups,
        refusals=found.refusals,
        left_out=found.left_out,
        fixed=approval.changeable(surface().engine, entry),
        error=error,
        checks=surface().engine.registry.checks,
    )
    return page, status


def _keyed(entry: Entry, offered: tuple[Offer, ...]) -> tuple[results.KeyedQuestion, ...]:
    """The questions on offer with their keys and proofs, as those of a quiz are shown."""
    quiz = replace(entry.quiz, questions=tuple(offer.question for offer in offered))
    return results.keyed_questions(quiz, surface())
