"""Many clients that hold connections and do nothing useful with them: a student is answered all the same."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import slow_clients
from real_servers import POSIX, WHOLE, WORKERS, Server, Student

pytestmark = [POSIX, pytest.mark.alone]

SLOW, ANSWERS = (2000, 100) if WHOLE else (500, 2)
FILES = (1024, 4096) if WHOLE else (256, 1024)
"""How many files a server may open, and how far it may raise that: not enough for all clients, and enough."""
PATIENCE = 10.0
"""Seconds that a student waits at most; a server that is locked out answers nobody while the clients hold on."""
TAIL = 1.0
"""Seconds within which 99 of 100 answers are acknowledged, where the machine has nothing else to do."""
LIMITED = """
import os, resource, sys
resource.setrlimit(resource.RLIMIT_NOFILE, (int(sys.argv[1]), int(sys.argv[2])))
os.execv(sys.argv[3], sys.argv[3:])
"""


class LimitedServer(Server):
    """A server that may open so many files, and raise that limit so far."""

    def __init__(self, folder: Path, attempts: Path, workers: int, soft: int, hard: int) -> None:
        super().__init__(folder, attempts, workers)
        self._command = [sys.executable, "-c", LIMITED, str(soft), str(hard), *self._command]

    def end(self) -> int:
        """Tell it to end; gives its exit code."""
        assert self._process is not None
        self._process.send_signal(signal.SIGTERM)
        return self._process.wait(30)


@contextmanager
def holding(port: int, *kinds: str, number: int = SLOW) -> Iterator[None]:
    """Clients in a process of their own that hold connections of these kinds."""
    command = [sys.executable, slow_clients.__file__, str(port), str(number), *kinds]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            assert process.stdout.readline() == "held\n"
            yield
        finally:
            process.kill()


def waits(student: Student, answers: int) -> list[float]:
    """How long each of some answers took to be acknowledged, in seconds, in order of length."""
    took = []
    for number in range(1, answers + 1):
        began = time.monotonic()
        student.answer(number)
        took.append(time.monotonic() - began)
    return sorted(took)


def answered(port: int, tail: float = TAIL) -> None:
    """A student begins and saves answers, and never waits for long: 99 of 100 less than `tail` seconds."""
    student = Student("Ada", port)
    began = time.monotonic()
    student.begin()
    assert time.monotonic() - began < 2 * PATIENCE
    took = waits(student, ANSWERS)
    assert took[-1] < PATIENCE
    if WHOLE:
        assert took[int(len(took) * 0.99)] < tail


@WORKERS
@pytest.mark.parametrize("kinds", [*([each] for each in slow_clients.KINDS if WHOLE), list(slow_clients.KINDS)])
def test_slow_clients_lock_nobody_out(folder: Path, tmp_path: Path, workers: int, kinds: list[str]):
    server = LimitedServer(folder, tmp_path / "attempts.db", workers, *FILES)
    with server.running():
        Student("Bo", server.port).ask("GET", "/")
        with holding(server.port, *kinds):
            answered(server.port)
            assert server.end() == 0


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says how long a connection has been silent")
@pytest.mark.parametrize("kind", ["half-form", "unread"] if WHOLE else ["half-form"])
def test_where_few_files_may_be_open_the_longest_silent_are_closed(folder: Path, tmp_path: Path, kind: str):
    server = LimitedServer(folder, tmp_path / "attempts.db", 1, 256, 256)
    with server.running():
        Student("Bo", server.port).ask("GET", "/")
        with holding(server.port, kind, number=500):
            answered(server.port, tail=PATIENCE)  # half of the clients can never be held at once: she queues with them


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are not forked here")
def test_a_whole_school_starts_at_once(checkout: Path):
    """Each student opens the quiz, begins, reads and answers a question, checks and submits: six requests."""
    students = 1000 if WHOLE else 30
    school = checkout / "benchmarks" / "school.py"
    if not school.exists():
        pytest.skip("the benchmarks are not there")
    asked = ["--students", str(students), "--answers", "1", "--port", "0", *(["--tail", "2"] if WHOLE else [])]
    done = subprocess.run([sys.executable, school, *asked], capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stderr
    assert f"submitted: {students}, last answers kept: {students}, requests: {6 * students}, errors: 0" in done.stdout
