"""A class against real servers: codes guessed all at once, and a machine whose clock jumps."""

import re
import sqlite3
import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from real_servers import POSIX, WHOLE, WORKERS, Server, Student

from quizengine.store.misses import MOST

pytestmark = [POSIX, pytest.mark.alone]

GUESSES = 400 if WHOLE else 80
STUDENTS = 30 if WHOLE else 3
Request = tuple[str, str, dict[str, str] | None]
SET_CLOCK = """
import sys
import time
from pathlib import Path
from quizengine.desk.library import open_library
from quizengine.engine import start
from quizengine.store import Clock
from quizengine.web.serving import serve

folder, attempts, jump, port, workers = sys.argv[1:]
engine = start(Path(folder))
clock = Clock(lambda: time.time() + float(Path(jump).read_text()))
serving = {"port": int(port), "workers": int(workers), "clock": clock}
serve(engine, open_library(engine), Path(attempts), lambda told: None, **serving)
"""
"""A server on a machine whose clock is so many seconds ahead as a file says."""
_LIBRARY = next(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"), None)


class TimedServer(Server):
    """A server whose clock is set while it runs: by libfaketime, for every program in it, or as the engine reads it."""

    def __init__(self, folder: Path, attempts: Path, workers: int, by_library: bool) -> None:
        super().__init__(folder, attempts, workers)
        self._jump = attempts.with_name("jump")
        self._by_library = by_library
        self.set_ahead(0)
        if not by_library:
            arguments = [str(folder), str(attempts), str(self._jump), str(self.port), str(workers)]
            self._command = [sys.executable, "-c", SET_CLOCK, *arguments]

    def set_ahead(self, seconds: int) -> None:
        beside = self._jump.with_name("next")
        beside.write_text(f"+{seconds}")
        beside.replace(self._jump)

    def start(self) -> None:
        settings = {
            "LD_PRELOAD": str(_LIBRARY),
            "FAKETIME_TIMESTAMP_FILE": str(self._jump),
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        }
        with pytest.MonkeyPatch.context() as environment:
            for name, value in settings.items() if self._by_library else ():
                environment.setenv(name, value)
            super().start()


class Teacher(Student):
    """A browser that has opened the teacher's address."""

    def __init__(self, port: int, attempts: Path) -> None:
        super().__init__("teacher", port)
        token = attempts.with_name(attempts.name + ".teacher").read_text().strip()
        assert self.ask("GET", f"/teacher?token={token}")[0] == 303

    def open_class(self, minutes: str) -> str:
        once = re.search(r'name="once" value="([^"]+)"', self.ask("GET", "/teacher/quizzes/paper-mill/class")[1])[1]
        form = {"once": once, "mode": "test", "minutes": minutes}
        assert self.ask("POST", "/teacher/quizzes/paper-mill/class", form)[0] == 303
        return once


def join(student: Student, code: str) -> None:
    """Join a class and start the clock."""
    once = re.search(r'name="once" value="([^"]+)"', student.ask("GET", f"/join/{code}")[1])[1]
    _, _, place = student.ask("POST", f"/join/{code}", {"student": student.name, "once": once})
    student.attempt = place.rsplit("/", 1)[0]
    assert student.ask("POST", f"{student.attempt}/ready", {})[0] == 303


def guessed_at_once(server: Server, browser: Student, requests: Sequence[Request]) -> Counter[int]:
    """The statuses of requests that are all there before the first is answered."""
    with server.held():
        connections = [browser.sent(*request) for request in requests]
    return Counter(browser.received(each)[0] for each in connections)


@WORKERS
def test_of_codes_guessed_at_once_no_more_than_the_limit_are_looked_up(folder: Path, tmp_path: Path, workers: int):
    attempts = tmp_path / "attempts.db"
    server = Server(folder, attempts, workers)
    codes: list[Request] = [("GET", "/join?code=KTR4XN", None), ("POST", "/resume", {"code": "KTR4XN9PD"})]
    tokens: list[Request] = [("GET", "/teacher?token=a-token-of-nobody", None)]
    with server.running():
        browser = Student("guesser", server.port)
        browser.ask("GET", "/")
        found = guessed_at_once(server, browser, codes * (GUESSES // 2))
        assert (found[404] + found[422], found[429]) == (MOST, GUESSES - MOST)
        assert guessed_at_once(server, browser, tokens * GUESSES) == {403: MOST, 429: GUESSES - MOST}
        assert Teacher(server.port, attempts).ask("GET", "/teacher")[0] == 200  # the right token is taken all the same


BY_LIBRARY = pytest.param(
    True,
    id="libfaketime",
    marks=pytest.mark.skipif(
        _LIBRARY is None or not WHOLE, reason="make torture runs it, where libfaketime is installed"
    ),
)


@WORKERS
@pytest.mark.parametrize("by_library", [pytest.param(False, id="own clock"), BY_LIBRARY])
def test_a_jump_of_the_clock_hands_nothing_in_for_good(folder: Path, tmp_path: Path, workers: int, by_library: bool):
    attempts = tmp_path / "attempts.db"
    server = TimedServer(folder, attempts, workers, by_library)
    students = [Student(f"Student {number}", server.port) for number in range(STUDENTS)]
    with server.running():
        students[0].ask("GET", "/")
        teacher = Teacher(server.port, attempts)
        code = teacher.open_class("20")
        for student in students:
            join(student, code)
            student.answer(1)
        server.set_ahead(3600)
        for student in students:
            student.answer(2)
        page = teacher.ask("GET", f"/teacher/classes/{code}")[1]
        assert "The clock of this computer went forward by 1 hour" in page
        assert "because time ran out" not in page
        server.kill()
        server.start()  # the jump was noticed, so the next run goes on
        for student in students:
            student.answer(3)
        server.kill()
        server.set_ahead(2 * 3600)  # nobody serves, so nobody notices
        server.start()
        page = Teacher(server.port, attempts).ask("GET", f"/teacher/classes/{code}")[1]
        assert page.count("handed in because time ran out at") == len(students)
        teacher = Teacher(server.port, attempts)
        assert teacher.ask("POST", f"/teacher/classes/{code}/out-of-time", {"minutes": "20"})[0] == 303
        for student in students:
            assert "answer 3" in student.ask("GET", f"{student.attempt}/check")[1]
            student.answer(4)
            student.submit()
    with closing(sqlite3.connect(attempts)) as file:
        assert Counter(file.execute("SELECT ended FROM attempts")) == {("student",): len(students)}
        assert Counter(file.execute("SELECT round(seconds / 60) FROM clock_jumps")) == {(60,): 1}
