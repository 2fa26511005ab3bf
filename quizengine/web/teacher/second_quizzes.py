"""A further quiz on an article that has one: it begins with the questions that the engine chooses from the article."""

from flask import Blueprint, abort, flash, redirect, url_for

from quizengine.desk import intake
from quizengine.desk.library import Entry
from quizengine.engine import Draft
from quizengine.errors import BankError
from quizengine.web.app_context import app_context
from quizengine.web.render.languages import gettext
from quizengine.web.render.pages import render_page
from quizengine.web.teacher.decisions import Answer
from quizengine.web.teacher.overview import entry_of, let_in

pages = Blueprint("second_quizzes", __name__, url_prefix="/teacher/quizzes/<name>/another")
pages.before_request(let_in)


@pages.get("")
def ask(name: str) -> Answer:
    """Say what a further quiz on the article would be; or, while its questions are made, how far they are."""
    entry = _with_article(name)
    return _page(entry, _draft_for(entry))


@pages.post("")
def make(name: str) -> Answer:
    """Make a further quiz on the article: a draft that nobody has read, beside the quiz that there is."""
    entry = _with_article(name)
    draft = _draft_for(entry)
    if draft is None or not draft.quiz.questions:
        return _page(entry, draft), 409
    try:
        place = intake.begin_another(app_context().engine, _title_beside(entry), draft.quiz)
    except BankError as fault:
        return _page(entry, draft, str(fault)), 409
    app_context().look_again()
    made = app_context().library.made_from(place) or abort(404)
    flash(gettext("This is a further quiz on the article. Read its questions."))
    return redirect(url_for("teacher.quiz", name=made.name), 303)


def _with_article(name: str) -> Entry:
    entry = entry_of(name)
    if entry.draft or entry.article is None or app_context().drafts is None:
        abort(404)
    return entry


def _title_beside(entry: Entry) -> str:
    """A title for one more quiz on the article, with its number among them."""
    known = sum(one.quiz.article == entry.quiz.article for one in app_context().library.entries)
    return f"{entry.quiz.title} ({known + 1})"


def _draft_for(entry: Entry) -> Draft | None:
    """The questions chosen from the article; None while they are made."""
    drafts = app_context().drafts
    return drafts.wanted_draft(entry.article) if drafts and entry.article else None


def _page(entry: Entry, draft: Draft | None, error: str = "") -> str:
    drafts = app_context().drafts
    return render_page(
        "teacher/another.html",
        entry.quiz.locale,
        entry=entry,
        total=None if draft is None else len(draft.quiz.questions),
        progress=drafts.progress(entry.article) if drafts and entry.article else None,
        error=error,
    )
