"""The school's stylesheet and logo, each at an address that changes when they do, so that browsers may keep them."""

from flask import Blueprint, Response, abort

from quizengine.web.app_context import app_context

SCHOOL = "/school/"
"""The path of these files."""
_KEPT = "public, max-age=31536000, immutable"
_UNKEPT = "no-store"

pages = Blueprint("look", __name__, url_prefix=f"{SCHOOL}<version>")


@pages.get("/colours.css")
def colours(version: str) -> Response:
    """The custom properties that the school has chosen."""
    look = app_context().school.now()
    return _file(look.style.encode(), "text/css", version == look.version) if look.style else abort(404)


@pages.get("/logo")
def logo(version: str) -> Response:
    """The logo, with the type that its file's ending says and nothing else."""
    look = app_context().school.now()
    if look.picture is None:
        abort(404)
    return _file(look.picture.data, look.picture.kind, version == look.version)


def _file(data: bytes, kind: str, current: bool) -> Response:
    """A file as it is now; kept by browsers only under its own address."""
    response = Response(data, mimetype=kind)
    response.headers["Cache-Control"] = _KEPT if current else _UNKEPT
    return response
