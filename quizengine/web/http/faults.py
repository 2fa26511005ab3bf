"""Error pages in the usual look: what happened, and what to do now."""

from flask import Flask, Response, request
from werkzeug.exceptions import BadHost, HTTPException, SecurityError

from quizengine.errors import QuizEngineError, WriteError
from quizengine.store import (
    ClosedAssignmentError,
    ClosedAttemptError,
    StoreError,
    TooManyMissesError,
    UnknownAssignmentError,
    UnknownAttemptError,
)
from quizengine.web.http import request_notes, unsaved
from quizengine.web.render.languages import gettext, later
from quizengine.web.render.pages import render_page

_WORDS = {
    400: (later("The page could not read what was sent"), later("Go back, load the page again, and try once more.")),
    403: (later("You cannot open this page"), later("Start from the address that you were given.")),
    404: (
        later("Page not found"),
        later("Check the address. If you followed a link to an attempt, open it in the browser you started in."),
    ),
    405: (later("This page cannot be used in this way"), later("Go back and use the buttons of the page.")),
    409: (
        later("Your answers have been submitted already"),
        later("Your last change was not saved, because it arrived too late."),
    ),
    429: (
        later("Too many wrong codes"),
        later("Wait a minute, then try again. Check the code with your teacher."),
    ),
    413: (
        later("That is too long"),
        later("What you sent is longer than an answer can be. Go back and shorten it."),
    ),
    500: (
        later("Something went wrong on the server"),
        later("Answers that were saved are safe. Go back and try again."),
    ),
}


def register_error_pages(app: Flask) -> None:
    """Turn every fault into a page: those of HTTP, those of the store, and unexpected ones."""
    unsaved.use_terminal(app)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(SecurityError, _other_name)
    app.register_error_handler(BadHost, _other_name)  # no name at all: no page can be made under it
    app.register_error_handler(UnknownAttemptError, lambda fault: error_page(404))
    app.register_error_handler(UnknownAssignmentError, lambda fault: error_page(404))
    app.register_error_handler(ClosedAssignmentError, lambda fault: error_page(409))
    app.register_error_handler(ClosedAttemptError, lambda fault: error_page(409))
    app.register_error_handler(TooManyMissesError, _too_many)
    app.register_error_handler(StoreError, unsaved.unsaved_page)
    app.register_error_handler(WriteError, unsaved.unsaved_page)
    app.register_error_handler(QuizEngineError, _ours)


def error_page(status: int, detail: str = "") -> tuple[str, int]:
    """The error page for a status of HTTP."""
    heading, advice = _WORDS.get(status, _WORDS[500 if status >= 500 else 400])
    attempt = (request.view_args or {}).get("attempt_id") if status in (400, 409) else None
    number = request_notes.request_id() if status >= 500 else ""
    words = {"heading": gettext(heading), "advice": gettext(advice), "detail": detail}
    return render_page("fault.html", attempt_id=attempt, request_id=number, **words), status


def _http(fault: HTTPException) -> tuple[str, int] | HTTPException:
    status = fault.code or 500
    if status < 400:
        return fault
    written_by_us = fault.description if status in (400, 403) and fault.description != type(fault).description else ""
    return error_page(status, written_by_us or "")


def _too_many(fault: Exception) -> tuple[str, int, dict[str, str]]:
    assert isinstance(fault, TooManyMissesError)
    return *error_page(429), {"Retry-After": str(fault.seconds)}


def _other_name(fault: Exception) -> Response:
    """Answer a request under another host name in plain text, because a page would contain addresses under it."""
    told = gettext("This server cannot be reached under that name. Use the address that it printed when it started.")
    return Response(told, 400, mimetype="text/plain")


def _ours(fault: Exception) -> tuple[str, int]:
    """Report a fault of content in full to the terminal, and without details to the student."""
    unsaved.report_fault(fault)
    return error_page(500)
