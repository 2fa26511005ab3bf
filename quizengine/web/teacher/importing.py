"""Questions from another program: a file is read and shown, and becomes a quiz when the teacher says so."""

from dataclasses import replace
from pathlib import Path

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response as HttpResponse

from quizengine.bank import read_bank
from quizengine.checks.key_place import misplaced_keys
from quizengine.desk import intake
from quizengine.desk.imported_media import with_media_stored
from quizengine.errors import BankError, FailedFormatError, FormatError
from quizengine.extensions.records import Reading
from quizengine.formats.recognition import format_of
from quizengine.web.app_context import app_context
from quizengine.web.http.uploads import TOO_LARGE, Upload, upload_form
from quizengine.web.render.languages import gettext
from quizengine.web.render.pages import render_page
from quizengine.web.student.marked_questions import keyed_questions
from quizengine.web.teacher.overview import let_in

pages = Blueprint("importing", __name__, url_prefix="/teacher/import")
pages.before_request(let_in)

Answer = str | tuple[str, int] | HttpResponse
_MOST_SHOWN = 200


@pages.get("")
def ask() -> Answer:
    """Ask for a file of questions."""
    return _form(Upload({}))


@pages.post("")
def read() -> Answer:
    """Show what is in the file; or, once that has been seen, make a quiz of it, a draft."""
    if TOO_LARGE in request.environ:
        most = intake.LARGEST_UPLOAD // 1_000_000
        return _form(Upload({}), gettext("The file is larger than %(most)s MB. Split it.", most=most)), 413
    form = upload_form()
    if form.fields.get("bank"):
        return _kept(form)
    if not form.file_name:
        return _form(form, gettext("Choose a file")), 422
    engine = app_context().engine
    try:
        chosen = format_of(engine.registry.formats.values(), form.file_name, form.file, form.fields.get("format", ""))
        reading = chosen.reading(form.file, form.file_name, engine.registry.question_types)
        if not reading.quiz.questions:
            first = "".join(f" {replace(one, path='', check='')}" for one in reading.findings[:1])
            raise BankError(f"{form.file_name}: found no question that can be read.{first}")
        reading = with_media_stored(reading, engine.folder, form.file_name)
        return _preview(reading, form.file_name)
    except FailedFormatError as fault:
        return _form(form, gettext("This format cannot read the file."), details=str(fault)), 422
    except (BankError, FormatError) as fault:
        return _form(form, str(fault), in_english=True), 422


def _preview(reading: Reading, name: str) -> str:
    """The page that shows what was read, with the whole of it in a hidden field."""
    quiz = reading.quiz if reading.quiz.title.strip() else replace(reading.quiz, title=Path(name).stem)
    shown = replace(quiz, questions=quiz.questions[:_MOST_SHOWN])
    return render_page(
        "teacher/imported.html",
        quiz.locale,
        quiz=quiz,
        questions=keyed_questions(shown, app_context()),
        more=len(quiz.questions) - len(shown.questions),
        findings=(*reading.findings, *misplaced_keys(reading, name)),
        has_media=any(question.media for question in quiz.questions),
        bank=app_context().engine.registry.formats["yaml"].written(quiz)[0].decode(),
    )


def _kept(form: Upload) -> Answer:
    """Make a quiz of what was shown; it is read again, as a browser may send anything."""
    engine = app_context().engine
    try:
        quiz = read_bank(form.fields["bank"].encode(), "bank", engine.registry.question_types).quiz
        if not quiz.questions:
            raise BankError("found no question to make a quiz of")
        title = " ".join(form.fields.get("title", "").split()) or quiz.title
        place = intake.take_quiz(engine, replace(quiz, title=title))
    except BankError as fault:
        return _form(form, str(fault), in_english=True), 422
    app_context().look_again()
    entry = app_context().library.made_from(place)
    return redirect(url_for("teacher.quiz", name=entry.name) if entry else url_for("teacher.home"), 303)


def _form(form: Upload, error: str = "", *, in_english: bool = False, details: str = "") -> str:
    readers = [one for one in app_context().engine.registry.formats.values() if one.read]
    return render_page(
        "teacher/import.html",
        error=error,
        in_english=in_english,
        details=details,
        readers=readers,
        chosen=form.fields.get("format", ""),
        suffixes=sorted({ending for one in readers for ending in (one.suffix, *one.also_read)}),
        most=intake.LARGEST_UPLOAD,
        fixed=app_context().engine.folder is None,
    )
