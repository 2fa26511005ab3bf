"""Keeps drafts being made as long as the server runs, even if the process that makes them dies."""

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from quizengine.desk.drafting.folder import DraftFolder
from quizengine.desk.drafting.worker import IDLE
from quizengine.extensions.isolation import ChildLostError, ChildProcess, RequestError, command_for, wire
from quizengine.generation.budget import SECONDS

_NICENESS = 19
"""Added to the niceness of the server: if both want the processor, drafts get a sixtieth of it."""
_PAUSE = 0.2
"""Seconds between two checks for work."""
_LONGEST_PAUSE = 60.0
"""Seconds before a worker that cannot start is tried again."""
_MOST_BUDGETS = 4
"""A worker that has not finished after so many budgets is killed; normally it watches the clock itself."""


class Drafting:
    """Everything that makes drafts for one server, used with `with`; `drafts` is where they are found.

    It uses no thread of the server, so that the server can fork.
    """

    def __init__(self, folder: Path | None, budget: float = SECONDS, without: Iterable[str] = ()) -> None:
        self._without = ",".join(without)
        self._folder = folder
        self._budget = budget
        self.drafts = DraftFolder(Path(tempfile.mkdtemp(prefix="quizengine-drafts-")))

    def __enter__(self) -> "Drafting":
        # The folder is named as the server names it: so the articles in it are called, and by that drafts are found.
        folder = str(self._folder or "")
        arguments = (str(self.drafts.place), folder, str(self._budget), self._without)
        self._process = subprocess.Popen(  # noqa: S603 # ourselves
            command_for(__name__, "supervise", *arguments),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0),
        )
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        assert self._process.stdin is not None
        with suppress(OSError):
            self._process.stdin.close()  # which ends it
        try:
            self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        shutil.rmtree(self.drafts.place, ignore_errors=True)


def supervise(place: str, folder: str, budget: str, without: str) -> None:
    """Let a worker make drafts until standard input closes, which happens when the server ends."""
    if hasattr(os, "nice"):
        os.nice(_NICENESS)  # the worker and its plugins inherit it
    worker = ChildProcess("quizengine.desk.drafting.worker:Worker", place, folder, budget, without)
    threading.Thread(target=_end_with_server, args=(worker, Path(place)), daemon=True).start()
    drafts, limit, deaths = DraftFolder(Path(place)), float(budget) * _MOST_BUDGETS + _LONGEST_PAUSE, 0
    while True:
        try:
            pause = _PAUSE if worker.call(b"", limit) == IDLE else 0
            deaths = 0
        except (ChildLostError, RequestError) as fault:
            deaths += 1
            pause = min(2.0**deaths / 10, _LONGEST_PAUSE)
            if worker.note:
                article, key = wire.decode_value(bytes.fromhex(worker.note))
                drafts.give_up(article, key, f"the process that made it {fault}")
        time.sleep(pause)


def _end_with_server(worker: ChildProcess, place: Path) -> None:
    sys.stdin.buffer.read()
    worker.stop()
    shutil.rmtree(place, ignore_errors=True)
    os._exit(0)
