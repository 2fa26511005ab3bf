"""The addresses for whoever watches the server: whether it is alive, whether it can save answers, and its metrics.

They say nothing of quizzes or students, so the first two need no token.
"""

import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from flask import Blueprint, Flask, Response, abort, current_app

from quizengine.store import Store, StoreError
from quizengine.web.app_context import app_context
from quizengine.web.http.unsaved import report_fault
from quizengine.web.monitoring.metrics import Metrics

pages = Blueprint("health", __name__)

_READINESS = "quizengine.readiness"
METRICS = "quizengine.metrics"
_LOOKED_AT = 2.0
"""Seconds for which a finding holds: anybody may ask, and each look writes to the disk."""
_PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8"


@pages.get("/health/live")
def live() -> Response:
    """Say that this process answers."""
    return _plain("alive\n", 200)


@pages.get("/health/ready")
def ready() -> Response:
    """Say whether students can be let in: answers can be saved, and the folder can be read."""
    readiness: Readiness = current_app.extensions[_READINESS]
    reason = readiness.reason()
    return _plain(f"not ready: {reason}\n", 503) if reason else _plain("ready\n", 200)


@pages.get("/metrics")
def metrics() -> Response:
    """The metrics, where they are counted, for those who may see them; for everybody else there is no such page."""
    counted: Metrics | None = current_app.extensions.get(METRICS)
    if counted is None or not counted.may_be_seen():
        abort(404)
    return Response(counted.exposition(len(app_context().library.waiting)), content_type=_PROMETHEUS)


class Readiness:
    """Tells whether a server can do its work; it looks again every two seconds at most."""

    def __init__(self, store: Store, folder: Path | None, clock: Callable[[], float] = time.monotonic) -> None:
        self._store = store
        self._folder = folder
        self._clock = clock
        self._found = ""
        self._when: float | None = None

    def reason(self) -> str:
        """Return why the server is not ready, without any name of a file; empty if it is."""
        if self._when is None or self._clock() - self._when >= _LOOKED_AT:
            self._found = self._look()
            self._when = self._clock()
        return self._found

    def _look(self) -> str:
        try:
            self._store.check_writable()
        except StoreError as fault:
            report_fault(fault)
            return "answers cannot be saved"
        return "" if self._folder is None or _is_readable(self._folder) else "the folder cannot be read"


def watch_readiness(app: Flask, store: Store, folder: Path | None) -> None:
    """Let the app tell whether it is ready."""
    app.extensions[_READINESS] = Readiness(store, folder)


def _is_readable(folder: Path) -> bool:
    with suppress(OSError), os.scandir(folder) as entries:
        next(entries, None)
        return True
    return False


def _plain(text: str, status: int) -> Response:
    return Response(text, status, mimetype="text/plain")
