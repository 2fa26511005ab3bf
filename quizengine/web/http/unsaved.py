"""The page for something that could not be saved: the reason in plain words, and a form to send it again."""

import re
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress

from flask import Flask, current_app, request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import HTTPException

from quizengine.errors import QuizEngineError, WriteError
from quizengine.store import BusyError, FullDiskError, LostFileError, ReadOnlyError, StoreError, UnreachableError
from quizengine.web.app_context import app_context
from quizengine.web.http.form_data import sent_form, sent_to
from quizengine.web.http.request_notes import fault_event, note_unsaved, request_id
from quizengine.web.render.formatting import Given
from quizengine.web.render.languages import gettext, later
from quizengine.web.render.pages import render_page
from quizengine.web.security import teacher_cookie

_SAFE = later("Answers saved earlier are safe.")
_CAUSES: tuple[tuple[type[QuizEngineError], str, str], ...] = (
    (LostFileError, later("The file with all answers was moved, deleted or overwritten while the server used it."), ""),
    (FullDiskError, later("The disk of the server is full."), _SAFE),
    (ReadOnlyError, later("The server is not allowed to write to the file with all answers."), _SAFE),
    (UnreachableError, later("The server cannot reach the database with all answers at the moment."), _SAFE),
    (BusyError, later("Another program on the server keeps the file with all answers locked."), _SAFE),
    (WriteError, later("The file of the quiz could not be written."), ""),
    (StoreError, later("The server could not read or write the file with all answers."), _SAFE),
)
"""The cause of each kind of fault, and what can be relied on; the first kind that fits counts."""
_TYPED = {
    "student": later("Your name"),
    "name": later("Student’s name"),
    "label": later("Name of the class"),
    "minutes": later("Minutes"),
    "problem": later("What is wrong with the question"),
    "code": later("Your code"),
}
"""The fields of all our forms that are typed into, except for answers; what else a form sends is chosen or hidden."""
_RAISED = re.compile(r"(\braised \w+): .*", re.DOTALL)
"""The message of a plugin that raised: the words after the type of the exception may quote an answer."""
_EXTENSION = "quizengine.unsaved"
_SILENT = 20.0
"""Seconds during which the same fault is not reported to the terminal again."""


class Terminal:
    """Reports faults to the person who runs the server: one line for each fault, not for each request."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._told: tuple[str, int] = ("", 0)
        self._when = 0.0

    def tell(self, fault: Exception) -> None:
        """Write a line, unless it is the one that was written just before."""
        line, now = " ".join(str(fault).split()), time.monotonic()
        this = (line, app_context().store.recoveries)
        if this != self._told or now - self._when > _SILENT:
            self._told, self._when = this, now
            self._app.logger.error("%s (request %s)", line, request_id(), extra=fault_event(_RAISED.sub(r"\1", line)))


def use_terminal(app: Flask) -> None:
    """Let the app tell its faults to the terminal."""
    app.extensions[_EXTENSION] = Terminal(app)


def report_fault(fault: Exception) -> None:
    """Tell whoever runs the server."""
    terminal: Terminal = current_app.extensions[_EXTENSION]
    terminal.tell(fault)


def reason_unsaved(fault: Exception) -> str:
    """Return why nothing was saved, in plain words without a name of a file."""
    words = next(((cause, safe) for kind, cause, safe in _CAUSES if isinstance(fault, kind)), _CAUSES[-1][1:])
    return " ".join(gettext(each) for each in words if each)


def unsaved_page(fault: QuizEngineError, answer: Sequence[Given] = ()) -> tuple[str, int]:
    """Return the page with status 503 that gives the reason, shows what was typed and can send it all again.

    `answer` is the response to a question in words; the fields of a form hold ids.
    """
    report_fault(fault)
    note_unsaved(fault)
    sent = _sent() if request.method == "POST" else None
    shown = render_page(
        "unsaved.html",
        cause=reason_unsaved(fault),
        detail=str(fault) if _is_teacher() else "",
        request_id=request_id(),
        again=None if sent is None else list(sent.items(multi=True)),
        action=sent_to(),
        typed=list(_typed(sent)) if sent else [],
        answer=[one for one in answer if one.lines],
        attempt_id=(request.view_args or {}).get("attempt_id"),
    )
    return shown, 503


def _typed(sent: MultiDict[str, str]) -> Iterator[tuple[str, str]]:
    return ((gettext(label), sent[name]) for name, label in _TYPED.items() if sent.get(name, "").strip())


def _sent() -> MultiDict[str, str] | None:
    """The fields of the form; nothing if it cannot be read, so that no other form is sent in its place."""
    with suppress(HTTPException):
        return sent_form()
    return None


def _is_teacher() -> bool:
    """Return whether the teacher asks, who may know where files are."""
    with suppress(StoreError):
        return teacher_cookie.signed_in(app_context().teacher_token)
    return False
