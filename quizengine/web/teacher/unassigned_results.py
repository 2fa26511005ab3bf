"""The results of a quiz outside of a class, question by question, and how its questions are marked there."""

from flask import Blueprint, abort, flash, redirect, url_for
from werkzeug.wrappers import Response as HttpResponse

from quizengine.desk.library import Entry
from quizengine.desk.unassigned_results import AskedQuestion, effects_unassigned
from quizengine.errors import FormatError
from quizengine.quiz.answer_counts import given_in_words
from quizengine.quiz.attempt import scorer
from quizengine.quiz.mending import Marking
from quizengine.store.mending import Scorer
from quizengine.web.app_context import app_context
from quizengine.web.http.form_data import sent_form
from quizengine.web.render.languages import gettext
from quizengine.web.render.pages import render_page
from quizengine.web.teacher.mend_form import read_mend
from quizengine.web.teacher.overview import entry_of, let_in
from quizengine.web.teacher.remark_pages import Place, effects_page, form_page
from quizengine.web.teacher.unassigned_attempts import unassigned_attempts

pages = Blueprint("unassigned_results", __name__, url_prefix="/teacher/quizzes/<name>/results")
pages.before_request(let_in)

Answer = str | tuple[str, int] | HttpResponse


@pages.get("")
def show(name: str) -> str:
    """A line for each question: the share of right answers, the most frequent wrong one, and how it is marked."""
    results = unassigned_attempts(entry_of(name))
    history = app_context().store.unassigned.history(name)
    return render_page(
        "teacher/unassigned_results.html",
        results.entry.quiz.locale,
        entry=results.entry,
        results=results,
        history=history,
        undoable=next((each.id for each in history if each.undone is None), 0),
        given_in_words=given_in_words,
    )


@pages.get("/<content_id>/marking")
def ask(name: str, content_id: str) -> Answer:
    """The form with the key and the points as they are now."""
    results = unassigned_attempts(entry_of(name))
    one = results.question(content_id) or abort(404)
    return form_page(_place(results.entry, one), one.question, one.result, Marking({one.question.id: one.result.mend}))


@pages.get("/<content_id>/marking/present")
def ask_as_now(name: str, content_id: str) -> Answer:
    """The form with the key and the points that the quiz has by now."""
    results = unassigned_attempts(entry_of(name))
    one = results.question(content_id) or abort(404)
    mend = one.result.mend if one.present is None else one.present
    return form_page(_place(results.entry, one), one.question, one.result, Marking({one.question.id: mend}))


@pages.post("/<content_id>/marking")
def change(name: str, content_id: str) -> Answer:
    """Show who gains and who loses; sent from that page, apply the change, which done twice is done once."""
    results = unassigned_attempts(entry_of(name))
    one = results.question(content_id) or abort(404)
    place = _place(results.entry, one)
    typed = read_mend(one.question, sent_form(), results.entry.quiz.locale)
    if typed.errors:
        return form_page(place, one.question, one.result, Marking({one.question.id: typed.mend}), typed), 422
    if sent_form().get("then") != "apply":
        return effects_page(place, one.question, effects_unassigned(results.asked, content_id, typed.mend))
    if app_context().store.unassigned.apply(name, content_id, typed.mend, _scorer_of):
        flash(gettext("The marking was changed. You can undo this below."))
    return redirect(place.results, 303)


@pages.post("/undo")
def undo(name: str) -> Answer:
    """Undo the last change; a second time changes nothing."""
    sent = sent_form().get("change", "")
    if sent.isdecimal() and app_context().store.unassigned.undo(name, int(sent[:18]), _scorer_of):
        flash(gettext("The change was undone."))
    return redirect(url_for(".show", name=name), 303)


def _scorer_of(digest: str) -> Scorer | None:
    try:
        return scorer(app_context().snapshot(digest).quiz)
    except FormatError:  # the plugin of a question type is gone
        return None


def _place(entry: Entry, one: AskedQuestion) -> Place:
    content_id = one.question.content_id
    return Place(
        title=entry.quiz.title,
        locale=entry.quiz.locale,
        results=url_for("unassigned_results.show", name=entry.name),
        form=url_for("unassigned_results.ask", name=entry.name, content_id=content_id),
        is_class=False,
    )
