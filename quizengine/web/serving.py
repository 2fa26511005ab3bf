"""serve(): the web app on a port of this machine, until it is told to stop."""

import logging
import secrets
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from flask import Flask
from waitress.server import create_server  # type: ignore[import-untyped] # it comes without types

from quizengine.errors import QuizEngineError
from quizengine.library import Library
from quizengine.startup import Engine
from quizengine.store import Store
from quizengine.web.app import create_app
from quizengine.web.languages import Languages
from quizengine.web.safety import LARGEST_REQUEST
from quizengine.web.secret_key import secret_key
from quizengine.web.workers import check_workers, serve_with

_THREADS = 4
_CONNECTIONS = 900
"""Each browser keeps one for a while; a process may have 1,024 files open on most systems."""
_IDLE = 30
"""Seconds after which a connection that says nothing is closed."""
_LOOPBACK = ("127.0.0.1", "::1", "localhost")
_ANYWHERE = ("0.0.0.0", "::", "")  # noqa: S104 # compared with, never bound to unasked


class ServingError(QuizEngineError):
    """The server cannot listen where it was told to."""


@dataclass(frozen=True)
class Addresses:
    """Where the server is reached."""

    student: str
    teacher: str
    """With the token that opens the pages with the keys: for the teacher alone."""


def serve(
    engine: Engine,
    library: Library,
    attempts: Path,
    announce: Callable[[Addresses], None],
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    teacher_token: str = "",
    workers: int = 1,
    language: str = "",
) -> None:
    """Serve the library until SIGINT or SIGTERM; every answer goes into the file `attempts`.

    Port 0 takes a free one. `announce` is called once, when the server listens. Without a token of 16 characters or
    more a new one is made. More than one worker is as many processes under granian; one is waitress in this process.
    Without a `language`, each browser is answered in the one of ours that it asks for.
    Raises StoreError, ServingError, WorkersError and LanguageError.
    """
    languages = Languages(language)
    token = teacher_token or secrets.token_urlsafe(24)
    key = secret_key(attempts.with_name(attempts.name + ".key"))
    hosts = (*_LOOPBACK, "[::1]", host) if host in _LOOPBACK else ()

    def app(store: Store) -> Flask:
        return create_app(engine, library, store, secret_key=key, teacher_token=token, hosts=hosts, languages=languages)

    if workers > 1:
        check_workers()
    with closing(_listening(host, port)) as listener, closing(Store(attempts)) as store:
        address, number = listener.getsockname()[:2]
        if workers == 1:
            _serve_here(listener, app(store), lambda: announce(_addresses(host, number, token)))
    if workers > 1:  # each has a socket and a store of its own; those above have shown that both can be had
        serve_with(
            workers, address, number, lambda: app(Store(attempts)), lambda: announce(_addresses(host, number, token))
        )
        Store(attempts).close()  # what they wrote last is put into the file


def _serve_here(listener: socket.socket, app: Flask, announce: Callable[[], None]) -> None:
    server = create_server(
        app,
        sockets=[listener],
        threads=_THREADS,
        connection_limit=_CONNECTIONS,
        channel_timeout=_IDLE,
        asyncore_use_poll=True,  # select() ends at 1,024 files
        ident="quizengine",
        max_request_body_size=4 * LARGEST_REQUEST,  # what is larger is cut off here, the rest gets a page of ours
        clear_untrusted_proxy_headers=True,
    )
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # that a request waited for another is no news
    with _until_told():
        announce()
        server.run()
    server.close()


def _listening(host: str, port: int) -> socket.socket:
    """A bound socket; raises ServingError with what to do."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind, protocol)
        try:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
        except OSError:
            listener.close()
            raise
    except (OSError, OverflowError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        raise ServingError(
            f"cannot listen on {host}, port {port}: {reason}; try another port, or 0 for a free one"
        ) from None
    return listener


def _addresses(host: str, port: int, token: str) -> Addresses:
    shown = "127.0.0.1" if host in _ANYWHERE else f"[{host}]" if ":" in host else host
    return Addresses(f"http://{shown}:{port}/", f"http://{shown}:{port}/teacher?token={token}")


@contextmanager
def _until_told() -> Iterator[None]:
    """Make SIGTERM end the server as SIGINT does: requests under way are finished, then the file is closed."""
    if threading.current_thread() is not threading.main_thread():
        yield  # signals belong to the main thread; whoever started this one ends it
        return
    earlier = signal.signal(signal.SIGTERM, _stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, earlier)


def _stop(number: int, frame: FrameType | None) -> None:
    raise SystemExit(0)
