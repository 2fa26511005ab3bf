"""The pages after an answer or an attempt: the right answers with proof, marking sentences, and trying again."""

from flask import Blueprint, abort, url_for
from werkzeug.wrappers import Response as HttpResponse

from quizengine.quiz.attempt import Mode, scorer
from quizengine.quiz.availability import Phase
from quizengine.quiz.quiz import SheetQuestion
from quizengine.quiz.self_marks import needs_mark
from quizengine.store import Start, StoredAttempt
from quizengine.web.app_context import app_context
from quizengine.web.http import addresses
from quizengine.web.http.form_data import SeeOther
from quizengine.web.render import formatting
from quizengine.web.render.evidence import whole_article
from quizengine.web.render.forms import form_of
from quizengine.web.render.pages import render_page
from quizengine.web.render.sheets import Snapshot
from quizengine.web.security import codes, identity
from quizengine.web.security.identity import owner_of
from quizengine.web.student import marked_questions, spaced_practice
from quizengine.web.student.missed_questions import missed
from quizengine.web.student.own_marks import sent_mark
from quizengine.web.student.reading import article_page
from quizengine.web.student.taking import asked_in

pages = Blueprint("afterwards", __name__, url_prefix="/attempts/<attempt_id>")

Answer = str | tuple[str, int] | HttpResponse


@pages.get("/result")
def result(attempt_id: str) -> Answer:
    """The score, and for each question what was given, what is right, why, and where the article says so.

    While a test with the same questions is under way, only that the answers have been handed in.
    """
    stored, snapshot = _mine(attempt_id)
    if not stored.submitted:
        return SeeOther(addresses.check_path(attempt_id))
    if app_context().withholding.attempt(stored.terms):
        return render_page("handed_in.html", snapshot.quiz.locale, stored=stored, total=snapshot.total)
    marked = marked_questions.marked_questions(stored, app_context())
    again = missed(stored, snapshot.quiz).questions
    entry = app_context().library.find(stored.terms.entry)
    return render_page(
        "result.html",
        snapshot.quiz.locale,
        stored=stored,
        questions=marked,
        right=sum(one.verdict == "right" for one in marked),
        unmarked=[one.number for one in marked if one.verdict == "unmarked"],
        again=len(again),
        practised=spaced_practice.next_day(attempt_id),
        not_practised=bool({question.id for question in again} - spaced_practice.practised_questions(attempt_id)),
        entry=entry if entry and app_context().phase(entry) is Phase.OPEN else None,
        attempt=addresses.attempt_path(attempt_id),
        article=snapshot.article,
        whole=_article_page(stored, snapshot),
    )


@pages.get("/<int:number>/feedback")
def feedback(attempt_id: str, number: int) -> Answer:
    """Show what came of one question, for an attempt that shows it at once.

    While a test with the same questions is under way, only what was given: the answer stays as it is nevertheless, for
    its student has seen the right one.
    """
    stored, snapshot = _mine(attempt_id)
    asked = asked_in(attempt_id, owner_of(attempt_id), number)
    if stored.submitted:
        return SeeOther(addresses.result_path(attempt_id))
    if asked.id not in stored.final:
        return SeeOther(addresses.question_path(attempt_id, number))
    if app_context().withholding.attempt(stored.terms):
        return _later(stored, asked, snapshot)
    return render_page(
        "feedback.html",
        snapshot.quiz.locale,
        stored=stored,
        one=marked_questions.marked_question(stored, number, app_context()),
        total=snapshot.total,
        article=snapshot.article,
        whole=_article_page(stored, snapshot),
        attempt=addresses.attempt_path(attempt_id),
    )


@pages.post("/<int:number>/mark")
def mark(attempt_id: str, number: int) -> Answer:
    """Keep the student's own mark of an answer in sentences; a second time changes nothing.

    What may still be answered differently, or was marked by the teacher meanwhile, stays as it is.
    """
    (stored, snapshot), own = _mine(attempt_id), sent_mark()
    asked = asked_in(attempt_id, owner_of(attempt_id), number)
    question, response = snapshot.quiz.questions[number - 1], stored.attempt.responses.get(asked.id, {})
    if needs_mark(question, response) and not app_context().withholding.attempt(stored.terms):
        score = scorer(snapshot.quiz)
        app_context().store.mending.mark_own(attempt_id, owner_of(attempt_id), asked.id, own, score)
    if stored.submitted:
        return SeeOther(f"{addresses.result_path(attempt_id)}#question-{number}")
    return SeeOther(url_for(".feedback", attempt_id=attempt_id, number=number))


@pages.get("/article/<int:number>")
def article(attempt_id: str, number: int) -> Answer:
    """The whole article, with the words that prove the key of one question marked."""
    stored, snapshot = _mine(attempt_id)
    asked = asked_in(attempt_id, owner_of(attempt_id), number)
    shown = stored.submitted or asked.id in stored.final
    if not shown or app_context().withholding.attempt(stored.terms):
        return SeeOther(addresses.question_path(attempt_id, number))
    reference = snapshot.quiz.article
    found = app_context().article(reference.sha256) if reference else None
    if found is None:
        abort(404)
    at_once = url_for(".feedback", attempt_id=attempt_id, number=number)
    back = addresses.result_path(attempt_id) if stored.submitted else at_once
    pieces = whole_article(snapshot.quiz.questions[number - 1].evidence, found)
    return article_page(stored, snapshot, number, pieces, f"{back}#question-{number}")


@pages.post("/retry")
def retry(attempt_id: str) -> Answer:
    """Begin an attempt at the questions that did not earn all their points, or continue with the one that was begun."""
    stored, snapshot = _mine(attempt_id)
    if not stored.submitted or app_context().withholding.attempt(stored.terms):
        return SeeOther(addresses.result_path(attempt_id))
    quiz = missed(stored, snapshot.quiz)
    if not quiz.questions or not identity.has_cookie():
        return SeeOther(addresses.result_path(attempt_id))
    start = Start(
        id=identity.new_attempt_id(f"retry/{attempt_id}"),
        owner=identity.owner(),
        student=stored.attempt.student,
        entry=stored.terms.entry,
        title=stored.title,
        quiz_id=quiz.id,
        bank=app_context().kept(quiz, stored.title),
        mode=Mode.PRACTICE,
        code=codes.new_code(codes.ATTEMPT_LENGTH),
    )
    app_context().store.begin(start)
    return SeeOther(addresses.question_path(start.id, 1))


@pages.get("/missed.apkg")
def flashcards(attempt_id: str) -> Answer:
    """The questions that did not earn all their points, as an Anki deck."""
    stored, snapshot = _mine(attempt_id)
    here = app_context()
    quiz = missed(stored, snapshot.quiz)
    if not stored.submitted or not quiz.questions or here.withholding.attempt(stored.terms):
        return SeeOther(addresses.result_path(attempt_id))
    entry = here.library.find(stored.terms.entry)
    media = here.engine.media_of(entry.source).content if entry else None
    data, _ = here.engine.registry.formats["anki"].written(quiz, media)
    response = HttpResponse(data, mimetype="application/octet-stream")
    response.headers.set("Content-Disposition", "attachment", filename="missed.apkg")
    return response


def _mine(attempt_id: str) -> tuple[StoredAttempt, Snapshot]:
    """The attempt of this browser with its quiz; others' are not found."""
    stored = app_context().store.load(attempt_id, owner_of(attempt_id))
    return stored, app_context().snapshot(stored.terms.quiz)


def _later(stored: StoredAttempt, asked: SheetQuestion, snapshot: Snapshot) -> str:
    """A question whose answer is final, without what is right."""
    return render_page(
        "later.html",
        snapshot.quiz.locale,
        stored=stored,
        number=asked.number,
        total=snapshot.total,
        form=form_of(asked, {}),
        given=formatting.given_answers(asked.parts, stored.attempt.responses.get(asked.id, {}), asked.markup),
        attempt=addresses.attempt_path(stored.id),
    )


def _article_page(stored: StoredAttempt, snapshot: Snapshot) -> str:
    """Return what the addresses of the whole article begin with; empty if the article is not at hand."""
    reference = snapshot.quiz.article
    at_hand = reference is not None and app_context().article(reference.sha256) is not None
    return f"{addresses.attempt_path(stored.id)}/article" if at_hand else ""
