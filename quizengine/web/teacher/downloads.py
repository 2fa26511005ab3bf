"""A quiz as a file: what each format would lose of it, before anything is downloaded, and the file."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Blueprint, Response, abort

from quizengine.desk.library import Entry
from quizengine.errors import FormatError
from quizengine.extensions.losses import loss_report
from quizengine.extensions.records import Format
from quizengine.quiz.paper_forms import LETTERS, paper_form
from quizengine.quiz.quiz import Quiz
from quizengine.web.app_context import app_context
from quizengine.web.render.languages import later
from quizengine.web.render.pages import render_page
from quizengine.web.teacher.overview import entry_of, let_in, quiz_page

pages = Blueprint("downloads", __name__, url_prefix="/teacher/quizzes/<name>")
pages.before_request(let_in)

_GROUPS = (
    (later("To keep and to edit"), ("yaml", "csv", "xlsx")),
    (later("For learning platforms"), ("moodle-xml", "canvas", "blackboard", "brightspace", "google-forms", "h5p")),
    (
        later("To print"),
        ("pdf", "pdf-large", "pdf-key", "docx", "docx-key", "html", "html-large", "html-key", "text", "text-key"),
    ),
    (later("For games and flashcards"), ("kahoot", "wayground", "blooket", "anki")),
)
"""Headings of the page with the names of the formats under them, the most used first."""
_OTHERS = later("Other formats")
ON_PAPER = ("pdf", "pdf-large", "pdf-key", "docx", "docx-key")
"""The formats that have forms A, B and C."""


@dataclass(frozen=True)
class Offer:
    """One format on the page."""

    form: Format
    report: tuple[str, ...]
    """The losses of this format, a line for each kind."""
    dropped: int
    """Questions that would not be in the file."""
    remarked: int
    """Questions that would be marked differently."""
    fault: str = ""
    """The reason why it cannot write the quiz at all."""


@pages.get("/download")
def choose(name: str) -> str:
    """Show every format that writes, each with what it would lose of this quiz."""
    return _page(entry_of(name))


@pages.get("/files/<form>")
def file(name: str, form: str) -> Response | tuple[str, int]:
    """Give the quiz as a file of one of the formats, or the page that says that this format fails."""
    entry = entry_of(name)
    chosen = next((each for each in _writers() if each.name == form), None) or abort(404)
    return _written(entry, entry.quiz, chosen, entry.name)


@pages.get("/forms/<letter>/<form>")
def paper(name: str, letter: str, form: str) -> Response | tuple[str, int]:
    """Give form A, B or C of a quiz for paper, or its key sheet."""
    entry = entry_of(name)
    chosen = next((each for each in _writers() if each.name == form and form in ON_PAPER), None)
    if letter not in LETTERS or chosen is None:
        abort(404)
    return _written(entry, paper_form(entry.quiz, letter), chosen, f"{entry.name}-{letter}")


def _written(entry: Entry, quiz: Quiz, form: Format, filename: str) -> Response | tuple[str, int]:
    if entry.has_wrong_key and form.name != "yaml":
        return quiz_page(entry), 409  # which says what is wrong
    try:
        data, _ = form.written(quiz, app_context().engine.media_of(entry.source).content)
    except FormatError as fault:
        return _page(entry, Offer(form, (), 0, 0, str(fault))), 422
    response = Response(data, mimetype="application/octet-stream")
    response.headers.set("Content-Disposition", "attachment", filename=f"{filename}{form.ending}")
    return response


def _page(entry: Entry, failed: Offer | None = None) -> str:
    """Return the page of a quiz; `failed` takes the place of what could be said of that format before writing."""
    offers = {form.name: _offer(form, entry.quiz) for form in _writers()}
    if failed:
        offers[failed.form.name] = failed
    return render_page(
        "teacher/download.html", entry=entry, groups=list(_grouped(offers)), letters=LETTERS, on_paper=ON_PAPER
    )


def _grouped(offers: dict[str, Offer]) -> Iterator[tuple[str, list[Offer]]]:
    for heading, names in _GROUPS:
        if found := [offers.pop(name) for name in names if name in offers]:
            yield heading, found
    if offers:
        yield _OTHERS, list(offers.values())


def _offer(form: Format, quiz: Quiz) -> Offer:
    try:
        losses = form.lost(quiz)
    except FormatError as fault:
        return Offer(form, (), 0, 0, str(fault))
    dropped = {loss.number for loss in losses if loss.effect == "drops"}
    remarked = {loss.number for loss in losses if loss.effect == "changes marks" and loss.number}
    return Offer(form, loss_report(losses), len(dropped), len(remarked))


def _writers() -> list[Format]:
    return [form for form in app_context().engine.registry.formats.values() if form.write]
