"""A new quiz: from a text that is pasted, from a file that is handed in, or empty; and how far its draft is."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from flask import Blueprint, abort, flash, redirect, request, url_for
from werkzeug.wrappers import Response as HttpResponse

from quizengine.desk import intake
from quizengine.desk.library import Entry
from quizengine.errors import ArticleError, BankError
from quizengine.extensions.records import Refusal
from quizengine.text.article import Article
from quizengine.web.app_context import app_context
from quizengine.web.http.uploads import TOO_LARGE, Upload, upload_form
from quizengine.web.render.languages import gettext, later
from quizengine.web.render.pages import render_page
from quizengine.web.render.usability_words import how_usable_at_best
from quizengine.web.teacher.awaited_drafts import progress_page, title_of
from quizengine.web.teacher.overview import let_in
from quizengine.web.teacher.unasked import by_subject

pages = Blueprint("creating", __name__, url_prefix="/teacher/new")
pages.before_request(let_in)

Answer = str | tuple[str, int] | HttpResponse
_MOST_REFUSALS = 200


@dataclass(frozen=True)
class _Way:
    """One way to begin: the field that must not be empty, what to say where it is, and what takes it in."""

    field: str
    missing: str
    take: Callable[[Upload], Path]


_WAYS = {
    "text": _Way(
        "text",
        later("Paste the text of an article"),
        lambda form: intake.take_text(app_context().engine, form.fields["text"], form.fields.get("title", "")),
    ),
    "file": _Way(
        "file",
        later("Choose a file"),
        lambda form: intake.take_file(app_context().engine, form.file_name, form.file),
    ),
    "empty": _Way(
        "name",
        later("Enter a title"),
        lambda form: intake.begin_empty(app_context().engine, form.fields["name"]),
    ),
}


@pages.get("")
def ask() -> Answer:
    """Show the three ways to begin a quiz."""
    return _page(Upload({}))


@pages.post("")
def create() -> Answer:
    """Take what was pasted or handed in, and go where its draft is made; or begin an empty quiz."""
    if TOO_LARGE in request.environ:
        most = intake.LARGEST_UPLOAD // 1_000_000
        return _page(Upload({"way": "file"}), gettext("The file is larger than %(most)s MB. Split it.", most=most)), 413
    form = upload_form()
    way = _WAYS.get(form.fields.get("way", "")) or abort(400)
    if not (form.file_name if way.field == "file" else form.fields.get(way.field, "")).strip():
        return _page(form, gettext(way.missing)), 422
    try:
        place = way.take(form)
    except (ArticleError, BankError) as fault:
        return _page(form, str(fault), in_english=True), 422
    app_context().look_again()
    entry = _entry_from(place)
    if entry is None:
        return redirect(url_for(".progress", file=place.name), 303)
    if entry.article:  # a new article has no quiz yet
        flash(gettext("There is a quiz on this article already: this one."), "again")
    return redirect(url_for("teacher.quiz", name=entry.name), 303)


@pages.get("/<file>")
def progress(file: str) -> Answer:
    """Show how far the draft of an article is, continue to it when it is there, or say why there is none."""
    here = app_context()
    here.look_again()
    library = here.library
    entry = next((one for one in library.entries if one.article and Path(one.article.name).name == file), None)
    if entry:
        return redirect(url_for("teacher.quiz", name=entry.name), 303)
    article = next((one for one in (*library.waiting, *library.fruitless) if Path(one.name).name == file), None)
    if article is None:
        abort(404)
    if article in library.fruitless:
        return _nothing_found(article)
    return progress_page(article)


@pages.post("/<file>")
def begin(file: str) -> Answer:
    """Begin a quiz without questions on an article from which none was chosen, and show what else was found in it."""
    here = app_context()
    here.look_again()
    known = (*here.library.fruitless, *here.library.waiting)
    article = next((one for one in known if Path(one.name).name == file), None) or abort(404)
    draft = here.drafts.draft(article) if here.drafts else None
    if draft is None:  # it is being made anew, or was so far made on another computer alone
        return redirect(url_for(".progress", file=file), 303)
    try:
        place = intake.begin_another(here.engine, title_of(article), draft.quiz)
    except BankError as fault:
        return _nothing_found(article, str(fault)), 409
    here.look_again()
    entry = here.library.made_from(place) or abort(404)
    return redirect(url_for("approving.more", name=entry.name), 303)


def _entry_from(place: Path) -> Entry | None:
    """The quiz in a new file, or one on the very article in it; None while that is still to be drafted."""
    library = app_context().library
    _, content = library.contents.files.get(place, (None, None)) if library.contents else (None, None)
    text = content.sha256 if isinstance(content, Article) else ""
    on_it = (one for one in library.entries if one.article and one.article.sha256 == text)
    return library.made_from(place) or next(on_it, None)


def _nothing_found(article: Article, error: str = "") -> str:
    """The page about an article in which nothing can be asked: what was found there, and why it is not asked."""
    here = app_context()
    draft = here.drafts.draft(article) if here.drafts else None
    refusals: tuple[Refusal, ...] = draft.refusals if draft else ()
    on_offer = [verdict.question.id for verdict in draft.selection.verdicts] if draft else []
    usable = [draft.usable[one] for one in on_offer if draft and one in draft.usable]
    return render_page(
        "teacher/nothing_found.html",
        article=article,
        file=Path(article.name).name,
        error=error,
        fixed=here.engine.folder is None,
        title=title_of(article),
        words=len(article.text.split()),
        on_offer=len(on_offer),
        how_usable_at_best=how_usable_at_best(usable),
        refusals=refusals[:_MOST_REFUSALS],
        subjects=by_subject(refusals[:_MOST_REFUSALS]),
        more=max(len(refusals) - _MOST_REFUSALS, 0),
        findings=draft.findings if draft else (),
        failed=draft.failed if draft else (),
    )


def _page(form: Upload, error: str = "", *, in_english: bool = False) -> str:
    way = form.fields.get("way", "")
    return render_page(
        "teacher/new.html",
        error=error,
        way=way,
        to=_WAYS[way].field if way in _WAYS else "",
        in_english=in_english,
        typed=form.fields,
        suffixes=app_context().engine.article_suffixes,
        most=intake.LARGEST_UPLOAD,
        fixed=app_context().engine.folder is None,
    )
