"""Forms that may bring a file: read with a limit of their own, which holds for signed-in teachers alone."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flask import Flask, request
from werkzeug.exceptions import UnsupportedMediaType

from quizengine.desk.intake import LARGEST_UPLOAD
from quizengine.web.app_context import app_context
from quizengine.web.http.form_data import sent_form
from quizengine.web.security import teacher_cookie

PATHS = frozenset({"/teacher/new", "/teacher/media", "/teacher/import"})
"""The addresses that such forms are sent to, besides those of questions."""
_QUESTION = re.compile(r"/teacher/quizzes/[^/]+/questions/(?:new/)?[^/]+")
LARGEST_BODY = LARGEST_UPLOAD + 1_000_000
"""The most bytes of a whole form: the file, and all around it."""
TOO_LARGE = "quizengine.too_large"
"""The mark of a request whose body was not read because it is too large."""
_MULTIPART = "multipart/form-data"
_MOST_PARTS = 20


@dataclass(frozen=True)
class Upload:
    """The content of an upload form."""

    fields: Mapping[str, str]
    file_name: str = ""
    """The name that the browser gives the file: never to be used as a path."""
    file: bytes = b""


def upload_form(most_parts: int = _MOST_PARTS) -> Upload:
    """Return the fields and the file of the form that was sent.

    Raises RequestEntityTooLarge and UnsupportedMediaType, as `sent_form` does for a form without a file.
    """
    kind = request.environ.get("CONTENT_TYPE", "").lower()
    if not kind.startswith(_MULTIPART):
        return Upload(sent_form())
    if "boundary=" not in kind:
        raise UnsupportedMediaType
    request.max_content_length = request.max_form_memory_size = LARGEST_BODY
    request.max_form_parts = most_parts
    sent = request.files.get("file")
    return Upload(request.form, (sent.filename or "") if sent else "", sent.read() if sent else b"")


def takes_files(path: str) -> bool:
    """Return whether a form with a file may be sent to this address."""
    return path in PATHS or _QUESTION.fullmatch(path) is not None


def body_limit(app: Flask, otherwise: int) -> Callable[[Mapping[str, Any]], int]:
    """Return a function that gives the most bytes of a request's body from its environment, before the body is read."""

    def limit(environ: Mapping[str, Any]) -> int:
        with app.request_context(dict(environ)):
            return LARGEST_BODY if teacher_cookie.signed_in(app_context().teacher_token) else otherwise

    return limit
