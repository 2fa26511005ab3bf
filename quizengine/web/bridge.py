"""The app behind granian: a request goes to it when all of it is there, so that a slow sender keeps nobody waiting.

granian has a WSGI interface of its own, whose apps read from the network themselves: one client that sends a form
drop by drop then holds a whole worker. Here bodies are collected while others are answered.
"""

import asyncio
import io
import sys
from collections.abc import Iterable
from typing import Any, Protocol
from urllib.parse import unquote_to_bytes
from wsgiref.types import WSGIApplication

_PATIENCE = 60.0
"""Seconds that a client has for its form."""
_FIXED = {
    "SCRIPT_NAME": "",
    "wsgi.version": (1, 0),
    "wsgi.multithread": False,
    "wsgi.multiprocess": True,
    "wsgi.run_once": False,
}


class Sender(Protocol):
    """What granian hands over with a request: its body in pieces, and where the answer goes."""

    def __aiter__(self) -> Any:
        """The body, piece by piece."""

    def response_bytes(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        """Send the answer."""


class Bridge:
    """The app as granian calls it; a body of more than `largest` bytes is not read."""

    def __init__(self, app: WSGIApplication, largest: int) -> None:
        self._app = app
        self._largest = largest

    async def answer(self, scope: Any, sender: Sender) -> None:
        """Answer one request."""
        environ = _environ(scope)
        body = b""
        if scope.method not in ("GET", "HEAD"):
            try:
                body = await asyncio.wait_for(self._body(environ, sender), _PATIENCE)
            except (_RefusedError, TimeoutError) as fault:
                status, why = (
                    fault.args if isinstance(fault, _RefusedError) else (408, "The form took too long to arrive.")
                )
                headers = [("content-type", "text/plain; charset=utf-8"), ("connection", "close")]
                return sender.response_bytes(status, headers, why.encode())
        environ |= {"wsgi.input": io.BytesIO(body), "CONTENT_LENGTH": str(len(body)), "wsgi.errors": sys.stderr}
        return sender.response_bytes(*_answer(self._app, environ))

    async def _body(self, environ: dict[str, Any], sender: Sender) -> bytes:
        """The whole body; never a part of one, as a part of an answer is another answer."""
        length = environ.get("CONTENT_LENGTH", "")
        if length.isdecimal() and int(length) > self._largest:
            raise _RefusedError(413, "What was sent is larger than any answer may be.")
        body = bytearray()
        async for piece in sender:
            body += piece
            if len(body) > self._largest:
                raise _RefusedError(413, "What was sent is larger than any answer may be.")
        if length and length != str(len(body)):
            raise _RefusedError(400, "Not all of the form arrived. Send it again.")
        return bytes(body)


class _RefusedError(Exception):
    """The body is not taken: a status, and why in words."""


def _environ(scope: Any) -> dict[str, Any]:
    """The request as an app reads it; a header whose name could be taken for another's is left out."""
    host, _, port = scope.server.rpartition(":")
    environ = {
        **_FIXED,
        "REQUEST_METHOD": scope.method,
        "PATH_INFO": unquote_to_bytes(scope.path).decode("latin-1"),
        "QUERY_STRING": scope.query_string,
        "SERVER_NAME": host,
        "SERVER_PORT": port,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "REMOTE_ADDR": scope.client.rpartition(":")[0],
        "wsgi.url_scheme": scope.scheme,
    }
    for name, value in scope.headers.items():
        if "_" in name:
            continue
        key = name.upper().replace("-", "_")
        key = key if key in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{key}"
        between = ";" if key == "HTTP_COOKIE" else ","
        environ[key] = f"{environ[key]}{between}{value}" if key in environ else value
    return environ


def _answer(app: WSGIApplication, environ: dict[str, Any]) -> tuple[int, list[tuple[str, str]], bytes]:
    """What the app answers, whole."""
    started: list[tuple[int, list[tuple[str, str]]]] = []

    def start(status: str, headers: list[tuple[str, str]], *fault: Any) -> Any:
        started.append((int(status[:3]), [(name.lower(), value) for name, value in headers]))

    pieces: Iterable[bytes] = app(environ, start)
    try:
        body = b"".join(pieces)
    finally:
        if hasattr(pieces, "close"):
            pieces.close()
    return (*started[-1], body)
