"""The address of the teacher's pages: shows it, and replaces it if somebody else may have seen it."""

from flask import Blueprint, flash, redirect, request, url_for
from werkzeug.wrappers import Response as HttpResponse

from quizengine.web.app_context import app_context
from quizengine.web.render.languages import gettext
from quizengine.web.render.pages import render_page
from quizengine.web.security import teacher_cookie
from quizengine.web.security.teacher_token import KeptToken
from quizengine.web.teacher.overview import let_in

pages = Blueprint("access", __name__, url_prefix="/teacher/address")
pages.before_request(let_in)

Answer = str | tuple[str, int] | HttpResponse


@pages.get("")
def show() -> Answer:
    """Show the address with its token on a separate page, because other pages may be projected."""
    return _page()


@pages.post("")
def change() -> Answer:
    """Create a new address: the old one and every cookie from it stop working; this browser stays signed in."""
    token = app_context().teacher_token
    if not isinstance(token, KeptToken):
        return _page(error=True), 409
    token.change()
    flash(
        gettext("The teacher’s pages have a new address. All other browsers are signed out; this one stays signed in.")
    )
    return teacher_cookie.sign_in(redirect(url_for(".show"), 303), token)


def _page(error: bool = False) -> str:
    token = app_context().teacher_token
    address = f"{request.url_root}teacher?token={token.value}"
    return render_page("teacher/address.html", address=address, can_change=token.can_change, error=error)
