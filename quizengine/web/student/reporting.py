"""Reporting a problem with a question, to the teacher."""

from flask import Blueprint, request, url_for
from werkzeug.wrappers import Response as HttpResponse

from quizengine.web.app_context import app_context
from quizengine.web.http import addresses
from quizengine.web.http.form_data import SeeOther, sent_form
from quizengine.web.render.forms import form_of
from quizengine.web.render.languages import gettext
from quizengine.web.render.pages import render_page
from quizengine.web.render.wording import in_words
from quizengine.web.security.identity import owner_of
from quizengine.web.student.taking import asked_in

pages = Blueprint("reporting", __name__, url_prefix="/attempts/<attempt_id>")

LONGEST_REPORT = 1000
Answer = str | tuple[str, int] | HttpResponse


@pages.get("/<int:number>/report")
def report(attempt_id: str, number: int) -> Answer:
    """The form, with what this browser has reported about the question before."""
    return _page(attempt_id, number, told="told" in request.args)


@pages.post("/<int:number>/report")
def send(attempt_id: str, number: int) -> Answer:
    """Keep a report for the teacher, in place of an earlier one on the same question."""
    problem = sent_form().get("problem", "").replace("\r\n", "\n").strip()
    if not problem:
        return _page(attempt_id, number, error=gettext("Say what is wrong with the question")), 422
    if len(problem) > LONGEST_REPORT:
        error = gettext("That is too long. Say it in %(most)s characters or fewer", most=LONGEST_REPORT)
        return _page(attempt_id, number, problem, error), 422
    owner = owner_of(attempt_id)
    asked = asked_in(attempt_id, owner, number)
    app_context().store.reports.add(attempt_id, owner, asked.id, problem)
    return SeeOther(url_for(".report", attempt_id=attempt_id, number=number, told=1))


def _page(attempt_id: str, number: int, problem: str = "", error: str = "", told: bool = False) -> str:
    owner = owner_of(attempt_id)
    stored = app_context().store.glance(attempt_id, owner)
    snapshot = app_context().snapshot(stored.terms.quiz)
    asked = asked_in(attempt_id, owner, number)
    over = stored.submitted is not None
    return render_page(
        "report.html",
        snapshot.quiz.locale,
        stored=stored,
        number=number,
        stem=in_words(form_of(asked, {}).stem, asked.markup),
        problem=problem or app_context().store.reports.of(attempt_id, owner, asked.id),
        error=error,
        told=told,
        back=addresses.result_path(attempt_id) if over else addresses.question_path(attempt_id, number),
    )
