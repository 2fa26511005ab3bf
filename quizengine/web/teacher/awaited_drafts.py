"""The page for a draft that this computer is still making, while another one has it already."""

from pathlib import Path
from typing import Any

from flask import Response, current_app, request

from quizengine.text.article import Article
from quizengine.web.app_context import app_context
from quizengine.web.http.form_data import sent_to
from quizengine.web.render.pages import render_page
from quizengine.web.teacher.sent_again import sent_fields, typed_texts


def progress_page(article: Article) -> str:
    """Show how far the draft of an article is; the page goes on to what is at its address then."""
    return _page(article)


def awaited_page(article: Article) -> Response:
    """Show how far a draft is, at the address of something in it; nothing that was sent is lost.

    A redirect could go to a computer that has the draft, which would send the browser back here.
    """
    if request.method != "POST":
        return current_app.make_response((_page(article), 202))
    sent = sent_fields()
    page = _page(article, again=list(sent.items(multi=True)), action=sent_to(), typed=list(typed_texts(sent)))
    return current_app.make_response((page, 409))


def title_of(article: Article) -> str:
    """The title of an article, or the name of its file."""
    return str(article.title or Path(article.name).stem)


def _page(article: Article, **sent: Any) -> str:
    here = app_context()
    return render_page(
        "teacher/progress.html",
        article=article,
        title=title_of(article),
        progress=here.drafts.progress(article) if here.drafts else None,
        waiting=len(here.library.waiting) - 1,
        **sent,
    )
