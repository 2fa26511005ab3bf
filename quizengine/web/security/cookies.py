"""The signed cookie that ties attempts to a browser: read once for each value, written only when it changes."""

import time
from functools import lru_cache
from typing import Any

from flask import Flask, Request, Response, request
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface, SessionMixin
from itsdangerous import BadSignature
from werkzeug.http import parse_cookie

_REMEMBERED = 4096
_LONGEST = 4096
"""No browser sends us more; a longer cookie is read again each time, so that it takes up no memory."""


class RememberedCookies(SecureCookieSessionInterface):
    """Flask's signed cookies, with what the last ones held remembered by the header they came in.

    Reading a cookie means computing its signature, which costs as much as finding the question it asks for. A browser
    sends the very same one each time.
    """

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._read = lru_cache(_REMEMBERED)(self._read_anew)

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession:
        """Return what the cookie holds; nothing if there is none, or when it was changed or is too old."""
        header = request.environ.get("HTTP_COOKIE", "")
        held, signed = (self._read if len(header) <= _LONGEST else self._read_anew)(header)
        fresh = time.time() - signed <= app.permanent_session_lifetime.total_seconds()
        return SecureCookieSession(held if fresh else None)

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Send the cookie when something in it changed; no page is stored, so none need say that it varies by it."""
        if session.modified:
            super().save_session(app, session, response)

    def get_cookie_secure(self, app: Flask) -> bool:
        """Return whether browsers send the cookie through TLS alone: where this page came through it."""
        return request.is_secure

    def _read_anew(self, header: str) -> tuple[dict[str, Any], float]:
        """Return what the cookie in a header holds, and when it was signed, in seconds since 1970."""
        sent = parse_cookie(header).get(self.get_cookie_name(self._app))
        signer = self.get_signing_serializer(self._app)
        if not sent or signer is None:
            return {}, 0
        try:
            held, signed = signer.loads(sent, return_timestamp=True)
        except BadSignature:
            return {}, 0
        return dict(held), signed.timestamp()
