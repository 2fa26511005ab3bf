"""The settings of a server's monitoring, and how they are applied to an app."""

from dataclasses import dataclass
from pathlib import Path

from flask import Flask

from quizengine.plurals import with_number
from quizengine.store import Store
from quizengine.web.http.request_notes import note_rule
from quizengine.web.monitoring.health import METRICS, watch_readiness
from quizengine.web.monitoring.json_log import request_log, use_json_log
from quizengine.web.monitoring.metrics import Metrics
from quizengine.web.monitoring.observed import add_observer
from quizengine.web.security.teacher_token import TokenError

_SHORTEST_TOKEN = 16


@dataclass(frozen=True)
class Monitoring:
    """The monitoring that a server offers."""

    json_log: bool = False
    """Log each request and each fault as a line of JSON, instead of faults alone as text."""
    metrics: bool = False
    """Count requests for Prometheus, at `/metrics`."""
    token: str = ""
    """The token that opens `/metrics`; without one, only this machine may read them."""

    def __post_init__(self) -> None:
        """Raise TokenError for a token that could be guessed."""
        if self.token and len(self.token) < _SHORTEST_TOKEN:
            raise TokenError(
                f"found a token for metrics of {with_number(len(self.token), 'character')}, expected "
                f"{_SHORTEST_TOKEN} or more"
            )


def use_monitoring(app: Flask, wanted: Monitoring, store: Store, folder: Path | None) -> None:
    """Let an app tell its health, and what else is wanted."""
    watch_readiness(app, store, folder)
    if wanted.metrics or wanted.json_log:
        app.before_request(note_rule)
    if wanted.metrics:
        counted = Metrics(wanted.token)
        app.extensions[METRICS] = counted
        add_observer(app, counted.observe)
    if wanted.json_log:
        use_json_log(app)
        add_observer(app, request_log(app))
