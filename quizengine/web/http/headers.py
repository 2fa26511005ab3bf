"""The headers of every answer, whoever gives it: a page, a file, an error, a server that refuses."""

from collections.abc import Iterable
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_STRICT = [
    (
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; "
        "img-src 'self' data:; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),  # no-referrer would make browsers send `Origin: null` with our own forms
    ("Cross-Origin-Resource-Policy", "same-origin"),
]
STRICT_AND_NEVER_STORED = [*_STRICT, ("Cache-Control", "no-store")]
"""The headers of all that is no file of the engine's own, and of what the server refuses before the app sees it."""
_DRAWN = [("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox"), *_STRICT[1:]]
"""The headers of a picture made by others: SVG may contain styles, but no script in it runs."""


_SHUT_IN = [("Content-Security-Policy", "default-src 'none'; sandbox"), *_STRICT[1:]]
"""The headers of an image or a recording that a teacher has put there: whatever it is, it does nothing."""


def with_strict_headers(app: WSGIApplication, stored: str, drawn: str, shut_in: str) -> WSGIApplication:
    """Return the app with these headers on all answers; browsers may only store paths under `stored`.

    A file under the path `drawn` may be an SVG picture and sets its own cache time. The headers are the same for all,
    so they are added at the very end: setting each of them on each answer takes as long as routing it.
    """

    def answering(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        added = _STRICT if path.startswith(stored) else STRICT_AND_NEVER_STORED

        def start(status: str, headers: list[tuple[str, str]], *fault: Any) -> Any:
            return start_response(status, headers + added, *fault)

        def start_file(status: str, headers: list[tuple[str, str]], *fault: Any) -> Any:
            of_files = _DRAWN if path.startswith(drawn) else _SHUT_IN
            return start_response(status, headers + (of_files if status[0] == "2" else added), *fault)

        return app(environ, start_file if path.startswith((drawn, shut_in)) else start)

    return answering
