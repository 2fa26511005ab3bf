"""Notes about a request while it is answered, for logs and metrics: its id, and whether an answer was saved."""

import secrets
from collections.abc import MutableMapping
from typing import Any

from flask import request
from werkzeug.routing import Rule

from quizengine.errors import QuizEngineError
from quizengine.store import BusyError, FullDiskError, LostFileError, ReadOnlyError

_ID = "quizengine.request_id"
_RULE = "quizengine.rule"
_SAVED = "quizengine.saved"
_UNSAVED = "quizengine.unsaved"
LOG_EVENT = "event"
"""The attribute of a log record with what a structured log says in place of the record's message."""
REASONS = {BusyError: "locked", FullDiskError: "disk full", ReadOnlyError: "read-only", LostFileError: "file lost"}
OTHER_REASON = "other"

Environ = MutableMapping[str, Any]
"""A request as WSGI has it, which lives as long as the request."""


def id_of(environ: Environ) -> str:
    """Return the id of a request, eight hexadecimal digits; it is made when it is first asked for."""
    found = environ.get(_ID)
    if found is None:
        found = environ[_ID] = secrets.token_hex(4)
    return str(found)


def request_id() -> str:
    """Return the id of the request that is being answered."""
    return id_of(request.environ)


def note_rule() -> None:
    """Note the rule of the page that was asked for: Flask lets go of it before the answer is sent."""
    request.environ[_RULE] = request.url_rule


def noted_rule(environ: Environ) -> Rule | None:
    """Return the rule of the page that was asked for; None if there is no such page."""
    return environ.get(_RULE)


def fault_event(message: str = "") -> dict[str, dict[str, str]]:
    """Return what a log record of a fault needs to be structured; not the address, which may have a name in it."""
    rule = request.url_rule
    event = {"event": "fault", "request": request_id(), "method": request.method, "rule": rule.rule if rule else ""}
    return {LOG_EVENT: event | ({"message": message} if message else {})}


def note_saved() -> None:
    """Note that this request has saved a student's answer, if it is committed."""
    request.environ[_SAVED] = True


def note_unsaved(fault: QuizEngineError) -> None:
    """Note why nothing could be saved."""
    request.environ[_UNSAVED] = next((word for kind, word in REASONS.items() if isinstance(fault, kind)), OTHER_REASON)


def has_saved(environ: Environ) -> bool:
    """Return whether a student's answer was saved."""
    return _SAVED in environ


def reason_of_unsaved(environ: Environ) -> str:
    """Return why nothing could be saved, in a word or two; empty if nothing failed."""
    return str(environ.get(_UNSAVED, ""))
