"""Several processes that serve one port, for a school that takes its quizzes all at once."""

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable
from typing import Any

from flask import Flask

from quizengine.errors import QuizEngineError
from quizengine.web.server import connections
from quizengine.web.server.bridge import bridge
from quizengine.web.server.granian_settings import GRACE, granian_settings
from quizengine.web.server.listening import is_port_open


class WorkersError(QuizEngineError):
    """Several processes cannot serve on this system."""


def check_workers(workers: int) -> None:
    """Raise WorkersError, with what to do, unless so many processes can serve here."""
    if workers > 1 and not hasattr(os, "fork"):
        raise WorkersError("several workers need a system that forks processes; serve without --workers")


def serve_with(
    workers: int,
    host: str,
    port: int,
    app: Callable[[], Flask],
    announce: Callable[[], None],
    json_log: bool = False,
) -> None:
    """Serve until SIGINT or SIGTERM; `app` is called once in each process, `announce` once when all are there.

    A process that dies is replaced. Each answers one request at a time: more threads only wait for one another.
    """
    from granian.server import Server

    multiprocessing.set_start_method("fork", force=True)  # quizzes and plugins are loaded once, for all of them
    most = connections.connection_limit()
    server = Server(
        "quizengine",
        **granian_settings(host, port, most, json_log),
        workers=workers,
        respawn_failed_workers=True,
        workers_kill_timeout=GRACE,
    )
    reading, writing = os.pipe()

    def wait_for_workers() -> None:
        for _ in range(workers):
            os.read(reading, 1)  # holds no lock that a process could be forked with
        while not is_port_open(host, port):  # the processes open it themselves, just after they have loaded the app
            time.sleep(0.01)
        announce()

    def load() -> Any:  # granian's types know functions alone
        _take_signals()
        threading.Thread(target=_end_with_parent, daemon=True).start()
        way = bridge(app())
        connections.watch(port, most)
        os.write(writing, b".")
        return way

    server.on_startup(lambda: threading.Thread(target=wait_for_workers, daemon=True).start())

    server.serve(target_loader=load, wrap_loader=False)


def _take_signals() -> None:
    """Let this process be ended by its parent until granian sees to it.

    It was forked with the parent's own handler, which would take a SIGTERM for the parent's and let it wait forever.
    """
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to all; the parent ends this one then


def _end_with_parent() -> None:
    """End this process when the one that started it is gone, so that none is left behind on the port."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)
