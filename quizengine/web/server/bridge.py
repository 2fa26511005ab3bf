"""Connects the app to granian: it only gets complete requests, so that a slow sender keeps nobody waiting.

With granian's own WSGI interface, apps read from the network themselves: one client that sends a form drop by drop then
blocks a whole worker. Here bodies are collected while other requests are answered.
"""

import asyncio
import gc
import io
import os
import sys
import threading
import time
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol
from urllib.parse import unquote_to_bytes
from wsgiref.types import WSGIApplication

from flask import Flask

from quizengine.web.app_context import NAME, AppContext
from quizengine.web.http import uploads
from quizengine.web.http.form_data import MOST_DIGITS
from quizengine.web.http.headers import STRICT_AND_NEVER_STORED
from quizengine.web.http.safety import LARGEST_REQUEST
from quizengine.web.monitoring.observed import Observer, observed, observers_of
from quizengine.web.server.commits import Commits
from quizengine.web.server.queueing import FairQueue

_PATIENCE = 30.0
"""Seconds that a client has for its form."""
_THREADS_END = 2.0
"""Seconds that granian's threads have to end after the last answer."""
_UPLOAD_PATIENCE = 180.0
"""Seconds that a teacher has for a file."""
_LARGEST = 4 * LARGEST_REQUEST
_HARMLESS = frozenset({"GET", "HEAD"})
_FIXED = {
    "SCRIPT_NAME": "",
    "wsgi.version": (1, 0),
    "wsgi.multithread": False,
    "wsgi.multiprocess": True,
    "wsgi.run_once": False,
}
_Answer = tuple[int, list[tuple[str, str]], bytes]
"""Status, headers and body."""


class Sender(Protocol):
    """The protocol that granian hands over with a request: its body in pieces, and where the answer goes."""

    def __call__(self) -> Awaitable[bytes]:
        """The whole body, however long."""

    def __aiter__(self) -> Any:
        """The body, piece by piece."""

    def response_bytes(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        """Send the answer."""


def bridge(app: Flask) -> "Bridge":
    """Return the bridge to an app; what our own app writes is committed together."""
    gc.freeze()  # what is there now stays as long as the server: looking through it took a third of a long page
    ours = app.extensions.get(NAME)
    if not isinstance(ours, AppContext):
        return Bridge(app, _LARGEST)
    return Bridge(app, _LARGEST, Commits(ours.store.batch), uploads.body_limit(app, _LARGEST), observers_of(app))


class Bridge:
    """The app as granian calls it; a body of more than `largest` bytes is not read.

    With `commits`, what requests write is committed together, and each is answered when that is on disk. `limit`
    says how large a form with a file may be. The observers are called after each request that the app has answered.
    """

    def __init__(
        self,
        app: WSGIApplication,
        largest: int,
        commits: Commits | None = None,
        limit: Callable[[Mapping[str, Any]], int] | None = None,
        observers: Sequence[Observer] = (),
    ) -> None:
        self._app = app
        self._largest = largest
        self._limit = limit
        self._commits = commits
        self._observers = observers
        self._queue = FairQueue()
        self._threads: set[int] = set()

    def __rsgi_init__(self, loop: asyncio.AbstractEventLoop) -> None:
        """Begin to serve, before granian starts its threads."""
        self._threads = _foreign_threads()

    def __rsgi_del__(self, loop: asyncio.AbstractEventLoop) -> None:
        """End only when granian's threads have ended: one that still wants Python when it ends aborts the process."""
        until = time.monotonic() + _THREADS_END
        while _foreign_threads() - self._threads and time.monotonic() < until:
            time.sleep(0.005)

    async def __rsgi__(self, scope: Any, sender: Sender) -> None:
        """Answer one request."""
        if scope.method in _HARMLESS:
            return await self._respond(scope, sender, b"", None)
        largest, patience = self._largest, _PATIENCE
        if self._limit and uploads.takes_files(scope.path):
            largest = self._limit(_environ(scope, b""))
            patience = _UPLOAD_PATIENCE if largest > self._largest else _PATIENCE
        try:
            async with asyncio.timeout(patience):
                arriving = self._body(scope, sender, largest)
                body = await (self._commits.expecting(arriving) if self._commits else arriving)
        except (_RefusedError, TimeoutError) as fault:
            status, why = fault.args if isinstance(fault, _RefusedError) else (408, "The form took too long to arrive.")
            headers = [*STRICT_AND_NEVER_STORED, ("content-type", "text/plain; charset=utf-8"), ("connection", "close")]
            if status == 413 and largest > self._largest:
                refused = _environ(scope, b"") | {uploads.TOO_LARGE: True, "CONTENT_TYPE": ""}
                _, told, page = _answer(self._app, refused)
                return sender.response_bytes(413, [*told, ("connection", "close")], page)
            return sender.response_bytes(status, headers, why.encode())

        return await self._respond(scope, sender, body, self._commits)

    async def _respond(self, scope: Any, sender: Sender, body: bytes, commits: Commits | None) -> None:
        """Answer a request that is there whole, when its turn has come and what it wrote is on disk."""
        began = time.perf_counter()
        if self._queue.must_wait(scope.client):
            await self._queue.turn(scope.client)
        environ: dict[str, Any] = {}

        def answer() -> _Answer:
            nonlocal environ
            environ = _environ(scope, body)
            return _answer(self._app, environ)

        status, headers, page = await commits.acknowledged(answer) if commits else answer()
        sender.response_bytes(status, headers, page)
        if self._observers:
            seen = observed(environ, status, len(page), time.perf_counter() - began)
            for observe in self._observers:
                observe(seen)

    async def _body(self, scope: Any, sender: Sender, largest: int) -> bytes:
        """The whole body; never a part of one, as a part of an answer is another answer."""
        length = scope.headers.get("content-length", "")
        if length.isdecimal() and (len(length) > MOST_DIGITS or int(length) > largest):
            raise _RefusedError(413, "What was sent is larger than any answer may be.")
        if length.isdecimal() and "transfer-encoding" not in scope.headers:
            try:
                body = await sender() if int(length) else b""  # at most it says: granian reads no further
            except RuntimeError:  # granian's RSGIProtocolClosed: the sender is gone
                body = b""
        else:
            body = await self._pieces(sender, largest)
        if length and length != str(len(body)):
            raise _RefusedError(400, "Not all of the form arrived. Send it again.")
        return body

    async def _pieces(self, sender: Sender, largest: int) -> bytes:
        """A body that comes without its length, which costs more turns of the loop than one that tells it."""
        body = bytearray()
        async for piece in sender:
            body += piece
            if len(body) > largest:
                raise _RefusedError(413, "What was sent is larger than any answer may be.")
        return bytes(body)


def _foreign_threads() -> set[int]:
    """The threads of this process that Python has not started, where the system tells."""
    if sys.platform != "linux":
        return set()
    return set(map(int, os.listdir("/proc/self/task"))) - {each.native_id for each in threading.enumerate()}


class _RefusedError(Exception):
    """The body is not taken: a status, and why in words."""


def _environ(scope: Any, body: bytes) -> dict[str, Any]:
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
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": sys.stderr,
    }
    for name, value in scope.headers.items():
        if "_" in name:
            continue
        key = name.upper().replace("-", "_")
        key = key if key in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{key}"
        between = ";" if key == "HTTP_COOKIE" else ","
        environ[key] = f"{environ[key]}{between}{value}" if key in environ else value
    environ["CONTENT_LENGTH"] = str(len(body))
    return environ


def _answer(app: WSGIApplication, environ: dict[str, Any]) -> _Answer:
    """Return what the app answers, whole."""
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
