"""A child process that does one thing at a time and is killed if that takes too long."""

import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
import weakref
from contextlib import suppress
from typing import IO

from quizengine.errors import QuizEngineError
from quizengine.extensions.isolation import wire
from quizengine.plurals import plural_form

_START = (
    "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN); "  # Ctrl-C goes to all; the parent ends this one then
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from importlib import import_module; getattr(import_module(sys.argv[2]), sys.argv[3])(*sys.argv[4:])"
)

_START_SECONDS = 60.0
"""The extra time for the first answer, because a process starts slowly on a busy machine."""


def command_for(module: str, function: str, *arguments: str) -> list[str]:
    """The command that calls a function with these arguments, in another Python that finds all that this one finds."""
    return [sys.executable, "-c", _START, json.dumps(sys.path), module, function, *arguments]


class ChildLostError(QuizEngineError):
    """The child died or took too long; the message says which, but not what it was doing."""


class RequestError(QuizEngineError):
    """A request to the child failed; the child itself is unharmed."""


class ChildProcess:
    """A process that answers requests with the class `module:name`, one at a time; started on first use.

    If a call is not answered for any reason, the process is given up, and the next call starts another one.
    """

    def __init__(self, service: str, *arguments: str) -> None:
        self._service = service
        self._arguments = arguments
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._owner = 0
        self._was_asked = False
        self.note = ""
        """The child's last note of what it was about to do."""

    @property
    def is_running(self) -> bool:
        """True if there is a process of this one's own: not one that was there before a fork."""
        return self._process is not None and self._owner == os.getpid() and self._process.poll() is None

    def start(self) -> None:
        """Start the process, if there is none; returns before it is ready."""
        if self.is_running:
            return
        self.note = ""
        command = command_for("quizengine.extensions.isolation.child", "run", self._service, *self._arguments)
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 # ourselves
        self._owner = os.getpid()
        self._was_asked = False
        self._answers = queue.SimpleQueue()
        weakref.finalize(self, _end, self._process, self._owner)
        assert self._process.stdout is not None
        threading.Thread(target=_listen, args=(self._process.stdout, self._answers), daemon=True).start()

    def call(self, request: bytes, seconds: float) -> bytes:
        """Send a request and wait for the answer.

        Raises RequestError for a fault that the child reports, and ChildLostError when it dies or takes longer than
        `seconds`.
        """
        self.start()
        process, until = self._process, time.monotonic() + max(seconds, _START_SECONDS * (not self._was_asked))
        self._was_asked = True
        assert process is not None and process.stdin is not None
        try:
            wire.send_message(process.stdin, wire.add_time_limit(seconds, request))
            while True:
                message = self._answers.get(timeout=max(until - time.monotonic(), 0))
                if message is None:
                    raise ChildLostError(self._end_in_words(process))
                kind, content = message[:1], message[1:]
                if kind == wire.READY:
                    until = time.monotonic() + seconds
                    continue
                if kind == wire.VALUE:
                    return content
                if kind == wire.FAULT:
                    raise RequestError(content.decode())
                self.note = content.decode()
        except OSError:
            raise ChildLostError(self._end_in_words(process)) from None
        except queue.Empty:
            self.stop()
            raise ChildLostError(
                f"took longer than {seconds:.3g} {plural_form(seconds, 'second')} and was stopped"
            ) from None
        except RequestError:
            raise
        except BaseException:
            self.stop()  # its answer may still come, and would be taken for the answer to the next request
            raise

    def stop(self) -> None:
        """Kill the process."""
        if self._process is not None:
            _end(self._process, self._owner)
            self._process = None

    def _end_in_words(self, process: subprocess.Popen[bytes]) -> str:
        self._process = None
        try:
            code = process.wait(timeout=5)
        except subprocess.TimeoutExpired:  # it has closed its end of the pipe and continues
            _end(process, self._owner)
            return "closed its connection and was stopped"
        if code >= 0:
            return f"ended its process with exit code {code}"
        name = signal.Signals(-code).name if -code in set(signal.Signals) else str(-code)
        return f"crashed its process ({name})"


def _listen(pipe: IO[bytes], answers: "queue.SimpleQueue[bytes | None]") -> None:
    with pipe:
        while (message := wire.receive_message(pipe)) is not None:
            answers.put(message)
    answers.put(None)


def _end(process: subprocess.Popen[bytes], owner: int) -> None:
    if owner != os.getpid():  # a fork has it, too, and it is not its child
        return
    process.kill()
    process.wait()
    if process.stdin is not None:
        with suppress(OSError):
            process.stdin.close()  # the other pipe is closed by whoever reads it
