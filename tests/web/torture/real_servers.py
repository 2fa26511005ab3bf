"""Server processes as they are run by a teacher, and students who press the button until they are answered.

`make torture` runs the tests beside this file whole; `make test` in a short form.
"""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from random import Random
from threading import Event
from urllib.parse import urlencode

import pytest

WHOLE = bool(os.environ.get("QUIZENGINE_TORTURE"))
STUDENTS, KILLS = (200, 20) if WHOLE else (12, 3)
SECONDS = 600 if WHOLE else 120
"""When everything gives up by itself."""
POSIX = pytest.mark.skipif(os.name != "posix", reason="processes are killed by a signal")
WORKERS = pytest.mark.parametrize(
    "workers",
    [1, pytest.param(2, marks=pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are not forked here"))],
)


class Server:
    """`quizengine serve` on one port, started and killed as often as is asked."""

    def __init__(self, folder: Path, attempts: Path | str, workers: int) -> None:
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

    def kill_one_worker(self) -> None:
        assert self._process is not None
        children = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children").read_text().split()
        os.kill(int(children[0]), signal.SIGKILL)

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


@contextmanager
def small_disk_at(place: Path) -> Iterator[Path]:
    """A disk of one megabyte, mounted at a folder that is made for it."""
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", place], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip(f"a small disk cannot be mounted here: {mounted.stderr.decode().strip()}")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", place], check=True)  # a killed worker may still hold a file for a moment


def fill(ballast: Path) -> None:
    """Write into a file until the disk is full."""
    with open(ballast, "wb", buffering=0) as file, suppress(OSError):
        while file.write(b"x" * 4096):
            pass


def wait_until(there: Callable[[], object]) -> None:
    """Look again and again until something is there."""
    until = time.monotonic() + SECONDS
    while not there():
        assert time.monotonic() < until, "it does not come"
        time.sleep(0.02)


class Student:
    """A browser that sends each form until somebody answers it, as a student presses the button again."""

    def __init__(self, name: str, port: int) -> None:
        self.name, self.attempt, self.acknowledged = name, "", 0
        self._port, self._cookie = port, ""
        self._until = time.monotonic() + SECONDS

    def go_to(self, port: int) -> None:
        """Ask another server from now on, with the same cookies: they belong to a host, whatever the port."""
        self._port = port

    def begin(self) -> None:
        _, page, _ = self.ask("GET", "/quizzes/paper-mill")
        once = re.search(r'name="once" value="([^"]+)"', page)[1]
        _, _, place = self.ask("POST", "/quizzes/paper-mill", {"student": self.name, "once": once})
        self.attempt = place.rsplit("/", 1)[0]

    def answer(self, number: int) -> None:
        status, page, _ = self.ask("POST", f"{self.attempt}/5", {"part-1": f"answer {number}"})
        assert status == 303, page
        self.acknowledged = number

    def take(self, over: Event, pause: float = 0) -> None:
        """Answer again and again until it is over, with a pause in seconds before each answer, then hand in."""
        self.begin()
        while not over.wait(pause):
            self.answer(self.acknowledged + 1)
        self.answer(self.acknowledged + 1)
        self.submit()

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


class Teacher(Student):
    """A browser that has opened the teacher's address."""

    def come_in(self, attempts: Path) -> None:
        token = attempts.with_name(attempts.name + ".teacher").read_text()
        assert self.ask("GET", f"/teacher?token={token}")[0] == 303

    def received(self, connection: http.client.HTTPConnection) -> tuple[int, str, str]:
        before = self._cookie
        answer = super().received(connection)
        if "_teacher=" in before and "_teacher=" not in self._cookie:  # a student's cookie came beside it
            self._cookie = before
        return answer


def class_of(number: int, port: int) -> list[Student]:
    """Students who have begun."""
    students = [Student(f"Student {each}", port) for each in range(number)]
    for student in students:
        student.begin()
    return students


def wait_for_more_answers(students: Sequence[Student], chance: Random) -> None:
    """Wait until another answer has been acknowledged, and for a moment that nobody foresees."""
    before = sum(student.acknowledged for student in students)
    wait_until(lambda: sum(student.acknowledged for student in students) > before)
    time.sleep(chance.uniform(0, 1.5 if WHOLE else 0.2))


@contextmanager
def answering(students: Sequence[Student], pause: float = 0) -> Iterator[None]:
    """Let students answer again and again until the block ends, each of them at least once, as `Student.take` does."""
    over = Event()
    with ThreadPoolExecutor(len(students)) as pool:
        taking = [pool.submit(student.take, over, pause) for student in students]
        try:
            yield
            wait_until(lambda: all(student.acknowledged for student in students))
        finally:
            over.set()
        for each in taking:
            each.result(SECONDS)


def acknowledged_by(students: Sequence[Student]) -> dict[str, int]:
    """The number of each attempt's last acknowledged answer."""
    return {student.attempt: student.acknowledged for student in students if student.acknowledged}


def lost(acknowledged: Mapping[str, int], found: Mapping[str, int]) -> dict[str, int]:
    """What was acknowledged and is not there: neither this answer nor a later one."""
    return {path: number for path, number in acknowledged.items() if found.get(path, 0) < number}


def answered_at_once(server: Server, students: Sequence[Student], number: int) -> list[http.client.HTTPConnection]:
    """The connections on which all students have given an answer in the same moment."""
    with server.held():
        return [student.sent("POST", f"{student.attempt}/5", {"part-1": f"answer {number}"}) for student in students]
