"""Further questions from an article that a teacher may add to its quiz, and what was not asked, with reasons."""

from dataclasses import replace
from pathlib import Path

from flask import Blueprint, request, url_for

from quizengine.desk import approval, changes
from quizengine.desk.library import Entry
from quizengine.desk.offers import Offer, Offers
from quizengine.errors import BankError
from quizengine.web.app_context import app_context
from quizengine.web.http.form_data import sent_form, sent_to
from quizengine.web.render.languages import gettext, later
from quizengine.web.render.pages import render_page
from quizengine.web.render.usability_words import how_usable
from quizengine.web.student import marked_questions
from quizengine.web.teacher.decisions import Answer, decided
from quizengine.web.teacher.overview import entry_of, let_in
from quizengine.web.teacher.unasked import by_subject
from quizengine.web.teacher.versions import Version

pages = Blueprint("approving", __name__, url_prefix="/teacher/quizzes/<name>")
pages.before_request(let_in)


class _LookedForError(BankError):
    """The questions on offer are still being looked for."""


@pages.get("/more")
def more(name: str) -> Answer:
    """All that was found in the article and is not asked: what may be added, and what may not, with the reason."""
    return _more_page(entry_of(name))


def _looked_for(entry: Entry, error: str = "", *, to_add: bool = False) -> Answer:
    """The page that says that the questions are still looked for: for a teacher who wants to see or to add one."""
    page = render_page(
        "teacher/looked_for.html",
        entry.quiz.locale,
        entry=entry,
        error=error,
        to_add=to_add,
        again=list(sent_form().items(multi=True)) if to_add else [],
        action=sent_to(),
    )
    return page, 409 if to_add or error else 202


@pages.post("/questions")
def add(name: str) -> Answer:
    """Add one of the questions on offer to the end of the quiz, or put it in place of those it does not go with."""
    asked, instead = sent_form().get("question", ""), "instead" in request.args or "instead" in sent_form()

    def change(entry: Entry) -> Path | None:
        found = app_context().offers(entry)
        if found is None:
            raise _LookedForError
        offer = found.find(asked)
        return approval.add_question(app_context().engine, entry, offer, instead=instead) if offer else None

    def refused(entry: Entry, error: str) -> Answer:
        return _more_page(entry, error, 409) if error else _looked_for(entry, to_add=True)

    return decided(
        name,
        later("You wanted to add this question:"),
        change,
        later("Added as the last question. The quiz is in %(file)s."),
        refused,
        lambda entry: url_for("teacher.quiz", name=entry.name),
    )


def _more_page(entry: Entry, error: str = "", status: int = 200) -> Answer:
    found = app_context().offers(entry)
    if found is None:
        return _looked_for(entry, error)
    groups: dict[str, list[tuple[Offer, marked_questions.KeyedQuestion]]] = {}
    for offer, keyed in zip(found.questions, _keyed(entry, found.questions), strict=True):
        groups.setdefault(_heading(offer, found), []).append((offer, keyed))
    page = render_page(
        "teacher/more.html",
        entry.quiz.locale,
        entry=entry,
        groups=groups,
        refusals=found.refusals,
        subjects=by_subject(found.refusals),
        left_out=found.left_out,
        fixed=changes.changeable(app_context().engine, entry),
        error=error,
        checks=app_context().engine.registry.checks,
        usable=found.usable,
        seen=Version.of(entry.quiz).field,
    )
    return page, status


def _heading(offer: Offer, found: Offers) -> str:
    """The heading over a question on offer: how likely it can be used as it is, where that is known."""
    if offer.doubt:
        return gettext("Figures that do not add up")
    known = found.usable.get(offer.form_of.id if offer.form_of else offer.question.id)
    return how_usable(known) if known else gettext("Others")


def _keyed(entry: Entry, offered: tuple[Offer, ...]) -> tuple[marked_questions.KeyedQuestion, ...]:
    """The questions on offer with their keys and proofs, as those of a quiz are shown."""
    quiz = replace(entry.quiz, questions=tuple(offer.question for offer in offered))
    return marked_questions.keyed_questions(quiz, app_context())
