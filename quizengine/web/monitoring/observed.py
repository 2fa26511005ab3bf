"""A request that was answered, as metrics and logs have it: which kind of page, how it ended, and how long it took."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from flask import Flask

from quizengine.web.http.preview_paths import PREVIEWED
from quizengine.web.http.request_notes import Environ, has_saved, id_of, noted_rule, reason_of_unsaved

_EXTENSION = "quizengine.observers"
UNKNOWN = "unknown"
_OWN_CLASS = {"taking.question": "question", "taking.save": "answer"}
_BY_PATH = (
    ("/teacher", "teacher"),
    ("/attempts/", "attempt"),
    ("/static/", "file"),
    ("/school/", "file"),
    ("/media/", "file"),
    ("/health/", "monitoring"),
    ("/metrics", "monitoring"),
    ("/", "student"),
)
"""The class of the pages behind a rule, by the rule's beginning; the first that fits counts."""


@dataclass(frozen=True, slots=True)
class Observed:
    """A request that was answered."""

    id: str
    method: str
    rule: str
    """The rule of its address, such as `/attempts/<attempt_id>/<int:number>`; empty where no page has the address."""
    route: str
    """The class of the page."""
    status: int
    size: int
    """Bytes of the answer."""
    seconds: float
    """The time from when the whole request was there until its answer was on its way, and on disk what it saved."""
    saved: bool
    """True if a student's answer was saved, not only tried in a preview."""
    unsaved: str
    """The reason why nothing could be saved; empty if that did not fail."""


Observer = Callable[[Observed], None]


def observed(environ: Environ, status: int, size: int, seconds: float) -> Observed:
    """Return what is known of an answered request; not its address, which may have a token or a name in it."""
    rule = noted_rule(environ)
    previewed = PREVIEWED in environ
    return Observed(
        id_of(environ),
        environ["REQUEST_METHOD"],
        rule.rule if rule is not None else "",
        "teacher" if previewed else route_class(rule.endpoint, rule.rule) if rule is not None else UNKNOWN,
        status,
        size,
        seconds,
        has_saved(environ) and not previewed,
        "" if previewed else reason_of_unsaved(environ),
    )


@lru_cache(512)
def route_class(endpoint: str, rule: str) -> str:
    """Return the class of the pages under a rule: a label with few values, as metrics need."""
    return _OWN_CLASS.get(endpoint) or next(name for path, name in _BY_PATH if rule.startswith(path))


def add_observer(app: Flask, observer: Observer) -> None:
    """Let this be called after each request of an app that a server answers."""
    app.extensions.setdefault(_EXTENSION, []).append(observer)


def observers_of(app: Flask) -> tuple[Observer, ...]:
    """Return the functions to call after each request of an app."""
    return tuple(app.extensions.get(_EXTENSION, ()))
