"""The preview of a quiz: the students' own pages over a store of its own, for signed-in teachers."""

from flask import redirect, request
from werkzeug.wrappers import Response as HttpResponse

from quizengine.web.app_context import app_context, use_preview
from quizengine.web.http.preview_paths import desk_path, previewed
from quizengine.web.teacher.overview import let_in

_PAGES = frozenset({"taking", "reading", "afterwards", "reporting", "school_files", "media_files"})
"""The blueprints whose pages a preview has; of the others only the beginning of the quiz itself."""


def guard() -> HttpResponse | None:
    """Let a preview be seen by teachers alone, and count nothing of it; whatever is no part of it leads back.

    So does the preview of a draft that this computer is still making, to the page that says so.
    """
    name = previewed()
    if not name:
        return None
    if refused := let_in():
        return refused
    endpoint = request.endpoint or ""
    begins = endpoint in ("student.start", "student.begin") and (request.view_args or {}).get("name") == name
    if begins:
        app_context().look_again()
        begins = name not in app_context().library.awaited
    if not (begins or endpoint == "static" or endpoint.partition(".")[0] in _PAGES):
        return redirect(desk_path(), 303)
    use_preview()
    return None
