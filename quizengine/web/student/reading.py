"""The article of a quiz for students: who may read it while they answer, and its page."""

from collections.abc import Sequence

from flask import Blueprint
from werkzeug.wrappers import Response as HttpResponse

from quizengine.store import StoredAttempt
from quizengine.web.app_context import app_context
from quizengine.web.http import addresses
from quizengine.web.http.form_data import SeeOther
from quizengine.web.render.evidence import Proof, whole_article
from quizengine.web.render.pages import render_page
from quizengine.web.render.sheets import Snapshot
from quizengine.web.security.identity import owner_of
from quizengine.web.student.taking import asked_in, elsewhere

pages = Blueprint("reading", __name__, url_prefix="/attempts/<attempt_id>")


@pages.get("/read/<int:number>")
def read(attempt_id: str, number: int) -> str | HttpResponse:
    """The whole article, with nothing marked in it, for a student who comes from a question and goes back to it."""
    owner = owner_of(attempt_id)
    asked_in(attempt_id, owner, number)
    stored = app_context().store.glance(attempt_id, owner)
    snapshot = app_context().snapshot(stored.terms.quiz)
    if place := elsewhere(stored, owner):
        return SeeOther(place)
    reference, terms = snapshot.quiz.article, stored.terms
    article = app_context().article(reference.sha256) if reference and terms.article else None
    back = addresses.question_path(attempt_id, number)
    before = snapshot.quiz.article_shown == "before"
    hidden = snapshot.quiz.article_shown == "hidden" or (before and (stored.saved is not None or number != 1))
    if article is None or hidden or app_context().withholding.article(terms.entry, terms.quiz):
        return SeeOther(back)
    return article_page(
        stored, snapshot, number, whole_article(None, article), f"{back}?read=1" if before else back, before=before
    )


def article_page(
    stored: StoredAttempt, snapshot: Snapshot, number: int, pieces: Sequence[Proof], back: str, *, before: bool = False
) -> str:
    """The page with an article, in pieces, for a student who comes from a question and goes to `back` from it.

    With `before`, it is read before the first question.
    """
    return render_page(
        "article.html",
        snapshot.quiz.locale,
        stored=stored,
        number=number,
        title=snapshot.article,
        pieces=pieces,
        back=back,
        before=before,
    )
