"""Several processes that answer on one port, for a school that takes its quizzes all at once."""

import logging
import multiprocessing
import os
import signal
import socket
import threading
import time
from collections.abc import Callable
from importlib.util import find_spec

from flask import Flask

from quizengine.errors import QuizEngineError
from quizengine.web.bridge import Bridge
from quizengine.web.commits import Commits
from quizengine.web.safety import LARGEST_REQUEST
from quizengine.web.surface import NAME, Surface

_ANYWHERE = ("0.0.0.0", "::")  # noqa: S104 # compared with, never bound to unasked
_HERE = ("127.0.0.1", "::1")
"""Where a server that listens everywhere is reached from here; where IPv6 is off, not by the second."""


class WorkersError(QuizEngineError):
    """Several processes cannot serve on this system."""


def check_workers() -> None:
    """Raise WorkersError, with what to do, unless several processes can serve here."""
    if not hasattr(os, "fork"):
        raise WorkersError("several workers need a system that forks processes; serve without --workers")
    if find_spec("granian") is None:
        raise WorkersError("several workers need granian: pip install 'quizengine[workers]'")


def serve_with(workers: int, host: str, port: int, app: Callable[[], Flask], announce: Callable[[], None]) -> None:
    """Serve until SIGINT or SIGTERM; `app` is called once in each process, `announce` once when all are there.

    A process that dies is replaced. Each answers one request at a time: more threads only wait for one another.
    """
    from granian.constants import Interfaces
    from granian.server import Server

    multiprocessing.set_start_method("fork", force=True)  # quizzes and plugins are loaded once, for all of them
    logging.getLogger("_granian").setLevel(logging.WARNING)
    server = Server(
        "quizengine",
        address=host,
        port=port,
        interface=Interfaces.RSGI,
        workers=workers,
        log_level="warning",  # type: ignore[arg-type] # it takes the word as well
        respawn_failed_workers=True,
        websockets=False,
    )
    reading, writing = os.pipe()

    def wait_for_workers() -> None:
        for _ in range(workers):
            os.read(reading, 1)  # holds no lock that a process could be forked with
        _wait_until_open(host, port)
        announce()

    def load() -> Callable[..., object]:
        _take_signals()
        threading.Thread(target=_end_with_parent, daemon=True).start()
        answer = _bridge(app()).answer
        os.write(writing, b".")
        return answer

    server.on_startup(lambda: threading.Thread(target=wait_for_workers, daemon=True).start())

    server.serve(target_loader=load, wrap_loader=False)


def _take_signals() -> None:
    """Let this process be ended by its parent until granian sees to it.

    It was forked with the parent's own handler, which would take a SIGTERM for the parent's and let it wait for ever.
    """
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to all; the parent ends this one then


def _wait_until_open(host: str, port: int) -> None:
    """Return when somebody listens; the processes open the port themselves, just after they have loaded the app."""
    places = _HERE if host in _ANYWHERE else (host,)
    while not any(_is_open(place, port) for place in places):
        time.sleep(0.01)


def _is_open(host: str, port: int) -> bool:
    try:
        socket.create_connection((host, port), timeout=1).close()
    except OSError:
        return False
    return True


def _end_with_parent() -> None:
    """End this process when the one that started it is gone, so that none is left behind on the port."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)


def _bridge(app: Flask) -> Bridge:
    """The way to an app; what ours writes is committed together."""
    ours = app.extensions.get(NAME)
    commits = Commits(ours.store.batch) if isinstance(ours, Surface) else None
    return Bridge(app, 4 * LARGEST_REQUEST, commits)
