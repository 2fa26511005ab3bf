"""The students' pages under another path, where a teacher tries a quiz: `/teacher/quizzes/NAME/preview`.

A request to such a path is a request to the students' page behind it, as if a server in front of this one had moved the
whole app there. So every address on a page leads to the preview again, and the pages need not know of it.
"""

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from flask import request

PREVIEWED = "quizengine.previewed"
"""The key in a request's environment for the name of the quiz that is previewed."""
DESK = "quizengine.desk_path"
"""The key in a preview's environment for the address of the quiz's page for teachers."""
_PATH = re.compile(r"/teacher/quizzes/([^/]+)/preview(/.*)?", re.DOTALL)


def with_previews(app: WSGIApplication) -> WSGIApplication:
    """Return the app with its students' pages under the path of each preview as well."""

    def answering(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if path.startswith("/teacher/quizzes/") and (found := _PATH.fullmatch(path)):
            _move(environ, found[1], found[2])
        return app(environ, start_response)

    return answering


def _move(environ: dict[str, Any], name: str, rest: str | None) -> None:
    quoted = quote(name.encode("latin-1"), safe="")  # what WSGI calls latin-1 is bytes
    desk = f"{environ.get('SCRIPT_NAME', '')}/teacher/quizzes/{quoted}"
    environ |= {
        PREVIEWED: name.encode("latin-1").decode(errors="replace"),
        DESK: desk,
        "SCRIPT_NAME": f"{desk}/preview",
        "PATH_INFO": f"/quizzes/{name}" if rest in (None, "/") else rest,
    }


def previewed() -> str:
    """Return the name of the quiz that this request previews; empty if it is not a preview."""
    return str(request.environ.get(PREVIEWED, ""))


def desk_path() -> str:
    """Return the address of the page for teachers from which a preview was opened."""
    return str(request.environ.get(DESK, ""))
