"""Answers sent to a real server that is killed again and again: every one it has acknowledged is there, and once.

`make torture` runs this with 200 students and 20 kills; `make test` in a short form.
"""

import http.client
import os
import re
import select
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from random import Random
from threading import Event
from urllib.parse import urlencode

import pytest

from quizengine.quiz import Quiz
from quizengine.store import Store

WHOLE = bool(os.environ.get("QUIZENGINE_TORTURE"))
STUDENTS, KILLS = (200, 20) if WHOLE else (12, 4)
SECONDS = 600 if WHOLE else 120
"""When everything gives up by itself."""
pytestmark = pytest.mark.skipif(os.name != "posix", reason="processes are killed by a signal")
WORKERS = pytest.mark.parametrize(
    "workers",
    [1, pytest.param(2, marks=pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are not forked here"))],
)


class Server:
    """`quizengine serve` on one port, started and killed as often as is asked."""

    def __init__(self, folder: Path, attempts: Path, workers: int) -> None:
        with closing(socket.create_server(("127.0.0.1", 0))) as free:
            self.port = free.getsockname()[1]
        serve = ["-m", "quizengine", "serve", str(folder), "--attempts", str(attempts)]
        self._command = [sys.executable, *serve, "--port", str(self.port), "--workers", str(workers)]
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self._process = subprocess.Popen(
            self._command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )

    def kill(self) -> None:
        """Kill it with all its workers, so that nothing is finished or tidied up."""
        if self._process is not None and self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()

    @contextmanager
    def running(self) -> Iterator[None]:
        self.start()
        try:
            yield
        finally:
            self.kill()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let it do nothing, so that all that is sent meanwhile is there at once when it goes on."""
        assert self._process is not None
        os.killpg(self._process.pid, signal.SIGSTOP)
        try:
            yield
        finally:
            os.killpg(self._process.pid, signal.SIGCONT)


class Student:
    """A browser that sends each form until somebody answers it, as a student presses the button again."""

    def __init__(self, name: str, port: int) -> None:
        self.name, self.attempt, self.acknowledged = name, "", 0
        self._port, self._cookie = port, ""
        self._until = time.monotonic() + SECONDS

    def begin(self) -> None:
        _, page, _ = self.ask("GET", "/quizzes/paper-mill")
        once = re.search(r'name="once" value="([^"]+)"', page)[1]
        _, _, place = self.ask("POST", "/quizzes/paper-mill", {"student": self.name, "once": once})
        self.attempt = place.rsplit("/", 1)[0]

    def answer(self, number: int) -> None:
        status, page, _ = self.ask("POST", f"{self.attempt}/5", {"part-1": f"answer {number}"})
        assert status == 303, page
        self.acknowledged = number

    def submit(self) -> None:
        assert self.ask("POST", f"{self.attempt}/submit", {})[0] == 303

    def ask(self, method: str, path: str, form: dict[str, str] | None = None) -> tuple[int, str, str]:
        """The status, the page and where it leads; asked again while nobody answers, or the answer was not saved."""
        while time.monotonic() < self._until:
            try:
                status, page, place = self.ask_once(method, path, form)
            except (OSError, http.client.HTTPException):
                time.sleep(0.05)
                continue
            if status != 503:
                return status, page, place
        raise TimeoutError(f"{self.name}: no answer to {method} {path}")

    def ask_once(self, method: str, path: str, form: dict[str, str] | None = None) -> tuple[int, str, str]:
        return self.received(self.sent(method, path, form))

    def sent(self, method: str, path: str, form: dict[str, str] | None = None) -> http.client.HTTPConnection:
        """A connection on which this was asked."""
        headers = {"Origin": f"http://127.0.0.1:{self._port}", "Cookie": self._cookie}
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=60)
        try:
            connection.request(method, path, urlencode(form or {}) if form is not None else None, headers)
        except BaseException:
            connection.close()
            raise
        return connection

    def received(self, connection: http.client.HTTPConnection) -> tuple[int, str, str]:
        """What comes back on a connection: the status, the page and where it leads."""
        with closing(connection):
            answer = connection.getresponse()
            page = answer.read().decode()
            self._cookie = (answer.getheader("Set-Cookie") or self._cookie).split(";")[0]
            return answer.status, page, answer.getheader("Location") or ""


def class_of(number: int, port: int) -> list[Student]:
    """Students who have begun."""
    students = [Student(f"Student {each}", port) for each in range(number)]
    for student in students:
        student.begin()
    return students


def answered_at_once(server: Server, students: Sequence[Student], number: int) -> list[http.client.HTTPConnection]:
    """The connections on which all students have given an answer in the same moment."""
    with server.held():
        return [student.sent("POST", f"{student.attempt}/5", {"part-1": f"answer {number}"}) for student in students]


def stored(attempts: Path, question: str) -> dict[str, int]:
    """What the file holds while nobody serves it: the number of each attempt's answer."""
    with closing(sqlite3.connect(attempts)) as file:
        rows = file.execute("SELECT attempt, given FROM responses WHERE question = ?", (question,)).fetchall()
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    return {f"/attempts/{attempt}": int(re.search(r"answer (\d+)", given)[1]) for attempt, given in rows}


@WORKERS
def test_every_acknowledged_answer_outlives_every_kill(folder: Path, tmp_path: Path, quiz: Quiz, workers: int):
    attempts, question = tmp_path / "attempts.db", quiz.questions[4].id
    server, chance, over = Server(folder, attempts, workers), Random(7), Event()

    def take(student: Student) -> None:
        student.begin()
        while not over.is_set():
            student.answer(student.acknowledged + 1)
        student.answer(student.acknowledged + 1)
        student.submit()

    students = [Student(f"Student {number}", server.port) for number in range(STUDENTS)]
    with server.running(), ThreadPoolExecutor(STUDENTS) as pool:
        taking = [pool.submit(take, student) for student in students]
        try:
            students[0].ask("GET", "/")  # on a busy machine the first start takes longer than a kill is waited for
            for _ in range(KILLS):
                time.sleep(chance.uniform(1.5, 3))
                acknowledged = {student.attempt: student.acknowledged for student in students if student.acknowledged}
                server.kill()
                found = stored(attempts, question)
                assert {path: n for path, n in acknowledged.items() if found.get(path, 0) < n} == {}
                server.start()
        finally:
            over.set()
        for each in taking:
            each.result(SECONDS)
    assert min(student.acknowledged for student in students) > 1
    assert stored(attempts, question) == {student.attempt: student.acknowledged for student in students}
    with closing(Store(attempts)) as store:
        assert sorted(each.attempt.student for each in store.submitted()) == sorted(each.name for each in students)


@WORKERS
def test_a_kill_among_answers_that_came_at_once_takes_back_none(folder: Path, tmp_path: Path, quiz: Quiz, workers: int):
    attempts, question = tmp_path / "attempts.db", quiz.questions[4].id
    server, told = Server(folder, attempts, workers), 0
    with server.running():
        students = class_of(2 * STUDENTS, server.port)
        for number in range(1, KILLS + 1):
            connections = answered_at_once(server, students, number)
            select.select([connection.sock for connection in connections], [], [], SECONDS)
            server.kill()
            acknowledged = set()
            for student, connection in zip(students, connections, strict=True):
                with suppress(OSError, http.client.HTTPException):
                    assert student.received(connection)[0] == 303
                    acknowledged.add(student.attempt)
            found = stored(attempts, question)
            assert {path for path in acknowledged if found.get(path) != number} == set()
            told += len(acknowledged)
            server.start()
            students[0].ask("GET", "/")
    assert told >= KILLS


@WORKERS
def test_answers_that_come_at_once_are_all_kept_by_fewer_commits(
    folder: Path, tmp_path: Path, quiz: Quiz, workers: int, commits
):
    attempts = tmp_path / "attempts.db"
    server = Server(folder, attempts, workers)
    with server.running():
        students = class_of(24, server.port)
        students[1].submit()
        before = commits(attempts)
        connections = answered_at_once(server, students, 1)
        answers = [student.received(each)[0] for student, each in zip(students, connections, strict=True)]
        made = commits(attempts) - before
    assert answers == [303, 409, *[303] * (len(students) - 2)]
    assert stored(attempts, quiz.questions[4].id) == {
        student.attempt: 1 for student in students if student != students[1]
    }
    assert made == len(students) - 1 if workers == 1 else made < len(students) - 1


@WORKERS
def test_a_file_that_is_locked_for_a_while_loses_nothing(folder: Path, tmp_path: Path, workers: int):
    attempts = tmp_path / "attempts.db"
    server = Server(folder, attempts, workers)
    with server.running():
        students = class_of(3, server.port)
        with closing(sqlite3.connect(attempts, isolation_level=None)) as someone:
            someone.execute("BEGIN IMMEDIATE")
            for number, connection in enumerate(answered_at_once(server, students, 1)):
                status, page, _ = students[number].received(connection)
                assert (status, "Your answer is not saved" in page, "answer 1" in page) == (503, True, True)
        for student in students:
            student.answer(1)
            assert "answer 1" in student.ask("GET", f"{student.attempt}/check")[1]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", place], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip(f"a small disk cannot be mounted here: {mounted.stderr.decode().strip()}")
    yield place
    subprocess.run(["umount", "--lazy", place], check=True)  # a killed worker may still hold a file for a moment


def fill(ballast: Path) -> None:
    """Write into a file until the disk is full."""
    with open(ballast, "wb", buffering=0) as file, suppress(OSError):
        while file.write(b"x" * 4096):
            pass


@pytest.mark.skipif(sys.platform != "linux", reason="a small disk is mounted with tmpfs")
@WORKERS
def test_a_full_disk_is_said_and_loses_nothing(folder: Path, small_disk: Path, quiz: Quiz, workers: int):
    attempts, ballast = small_disk / "attempts.db", small_disk / "ballast"
    server = Server(folder, attempts, workers)
    with server.running():
        students = class_of(6, server.port)
        fill(ballast)
        number, refused = 0, set[str]()
        while not refused and number < 1000:  # the log has some room left
            number += 1
            for student, connection in zip(students, answered_at_once(server, students, number), strict=True):
                status, page, _ = student.received(connection)
                if status == 303:
                    student.acknowledged = number
                    continue
                assert (status, "Your answer is not saved" in page, f"answer {number}" in page) == (503, True, True)
                refused.add(student.attempt)
        assert refused
        for student in students:
            if student.acknowledged:
                assert f"answer {student.acknowledged}" in student.ask("GET", f"{student.attempt}/check")[1]
        ballast.unlink()
        for student in students:
            student.answer(number)
    assert stored(attempts, quiz.questions[4].id) == {student.attempt: number for student in students}
