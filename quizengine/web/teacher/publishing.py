"""The state of a quiz: a draft, ready but hidden, open to students (within a window, if there is one), or closed."""

from collections.abc import Mapping
from dataclasses import replace

from flask import Blueprint, abort, url_for

from quizengine.desk import approval
from quizengine.quiz.availability import Availability, State
from quizengine.quiz.quiz import ArticleShown
from quizengine.web.app_context import app_context
from quizengine.web.http.form_data import sent_form
from quizengine.web.render.languages import gettext, later
from quizengine.web.teacher.decisions import Answer, decided
from quizengine.web.teacher.overview import entry_of, let_in, quiz_page
from quizengine.web.teacher.window_fields import CLOSES, OPENS, faults_of, typed_window

pages = Blueprint("publishing", __name__, url_prefix="/teacher/quizzes/<name>/state")
pages.before_request(let_in)

_DONE = {
    State.DRAFT: later("The quiz is a draft again. Students do not see it."),
    State.READY: later("The quiz is ready. Students do not see it until you open it."),
    State.OPEN: later("The quiz is open to students."),
    State.CLOSED: later("The quiz is closed. Students can no longer begin it."),
}
_SHOWN: Mapping[ArticleShown, str] = {
    "hidden": later("Students do not see the article."),
    "page": later("Students find the article on a page of its own."),
    "beside": later("Students find the article beside each question."),
    "before": later("Students read the article before the first question."),
}


@pages.post("")
def change(name: str) -> Answer:
    """Give a quiz another state, and an open one its window; the next page offers to undo it."""
    sent, entry = sent_form(), entry_of(name)
    typed = typed_window(sent)
    if sent.get("now", "") != state_word(entry.quiz.availability) or sent.get("state") not in list(State):
        changed = gettext("Somebody else has changed the state meanwhile. Nothing was changed: this is how it is now.")
        return quiz_page(entry, {"state": changed}), 409
    state = State(sent["state"])
    errors = faults_of(typed, gettext("The quiz must close after it opens"))
    if errors:
        return quiz_page(entry, errors, {OPENS: typed.opens, CLOSES: typed.closes}), 422
    return decided(
        name,
        later("You wanted to change the state of this quiz."),
        lambda fresh: approval.make_available(app_context().engine, fresh, replace(typed, state=state)),
        _DONE[state],
        lambda entry, error: (quiz_page(entry, {"state": error}), 409),
        lambda entry: url_for("teacher.quiz", name=entry.name),
    )


@pages.post("/article")
def show_article(name: str) -> Answer:
    """Let students find the article in another place, or nowhere."""
    asked = sent_form().get("article_shown", "")
    shown = next((one for one in _SHOWN if one == asked), None) or abort(400)
    return decided(
        name,
        later("You wanted to change where students find the article."),
        lambda fresh: approval.show_article(app_context().engine, fresh, shown),
        _SHOWN[shown],
        lambda entry, error: (quiz_page(entry, {"state": error}), 409),
        lambda entry: url_for("teacher.quiz", name=entry.name),
    )


def state_word(availability: Availability) -> str:
    """The state as forms have it; empty if the bank does not say."""
    return availability.state.value if availability.state else ""
