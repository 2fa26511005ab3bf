"""The images and recordings of quizzes, each at its signed address."""

from flask import Blueprint, Response, abort, request

from quizengine.web.app_context import app_context
from quizengine.web.render.media_addresses import MEDIA

_FOR_GOOD = "private, max-age=31536000, immutable"
_TO_ASK_AGAIN = "private, no-cache"

pages = Blueprint("media_files", __name__, url_prefix=MEDIA.rstrip("/"))


@pages.get("/<signature>/<digest>/<path:file>")
def media(signature: str, digest: str, file: str) -> Response:
    """A file with the type that its content has, or a part of it; kept by browsers for as long as its address holds."""
    found = app_context().media.file(signature, file)
    if found is None:
        abort(404)
    data = found.path.read_bytes()
    response = Response(data, mimetype=found.type)
    response.headers["Cache-Control"] = _FOR_GOOD if digest == found.digest else _TO_ASK_AGAIN
    response.set_etag(found.digest)
    response.make_conditional(request, accept_ranges=True, complete_length=len(data))
    return response
