"""The headers that every answer carries, whoever gives it: a page, a file, an error, a server that refuses."""

from collections.abc import Iterable
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_STRICT = [
    (
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),  # no-referrer would make browsers send `Origin: null` with our own forms
    ("Cross-Origin-Resource-Policy", "same-origin"),
]
_STRICT_AND_NEVER_STORED = [*_STRICT, ("Cache-Control", "no-store")]


def with_strict_headers(app: WSGIApplication, stored: str) -> WSGIApplication:
    """The app with these headers on all answers; only what lies under the path `stored` may be kept by browsers.

    They are the same for all, so they are added as they leave: to set each on each answer costs as much as routing it.
    """

    def answering(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        added = _STRICT if environ.get("PATH_INFO", "").startswith(stored) else _STRICT_AND_NEVER_STORED

        def start(status: str, headers: list[tuple[str, str]], *fault: Any) -> Any:
            return start_response(status, headers + added, *fault)

        return app(environ, start)

    return answering
