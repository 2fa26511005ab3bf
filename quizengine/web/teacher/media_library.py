"""The images and recordings of the working folder: hand in another one, and what to write for each in a question."""

from dataclasses import replace

from flask import Blueprint, request
from werkzeug.wrappers import Response as HttpResponse

from quizengine.desk import media_intake
from quizengine.errors import QuizEngineError
from quizengine.quiz.markup import Medium
from quizengine.web.app_context import app_context
from quizengine.web.http.uploads import TOO_LARGE, Upload, upload_form
from quizengine.web.render.languages import gettext
from quizengine.web.render.pages import render_page
from quizengine.web.teacher.overview import let_in

pages = Blueprint("media_library", __name__, url_prefix="/teacher/media")
pages.before_request(let_in)

Answer = str | tuple[str, int] | HttpResponse


@pages.get("")
def show() -> Answer:
    """Show what is there, and the form for more."""
    return _page(Upload({}))


@pages.post("")
def take() -> Answer:
    """Store an image or a recording, and show what to write for it."""
    if TOO_LARGE in request.environ:
        return _page(Upload({}), gettext("The file is larger than %(most)s MB.", most=_most_megabytes()), "file"), 413
    form = upload_form()
    if not form.file_name:
        return _page(form, gettext("Choose a file"), "file"), 422
    alt = " ".join(form.fields.get("alt", "").split())
    if not alt:
        return _page(form, gettext("Say in words what it shows or lets hear"), "alt"), 422
    try:
        file = media_intake.take_media(app_context().engine, form.file_name, form.file)
    except QuizEngineError as fault:
        return _page(form, str(fault), "file", in_english=True), 422
    app_context().look_again()
    return _page(Upload({}), stored=next((replace(one, alt=alt) for one in _media() if one.file == file), None))


def _page(
    form: Upload, error: str = "", to: str = "", *, in_english: bool = False, stored: Medium | None = None
) -> str:
    return render_page(
        "teacher/media.html",
        media=[(one, media_intake.reference(one)) for one in _media()],
        stored=stored and media_intake.reference(stored),
        error=error,
        to=to,
        in_english=in_english,
        alt=form.fields.get("alt", ""),
        fixed=app_context().engine.folder is None,
        most=_most_megabytes(),
    )


def _media() -> tuple[Medium, ...]:
    return media_intake.media_of(app_context().engine)


def _most_megabytes() -> int:
    return media_intake.LARGEST_IMAGE // 1_000_000
