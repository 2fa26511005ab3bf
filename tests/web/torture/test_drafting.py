"""Drafts are made beside real servers: each once, for one worker or two, and whatever becomes of their maker."""

import os
import re
import shutil
import signal
import sys
from pathlib import Path

import pytest
from real_servers import POSIX, WHOLE, WORKERS, Server, Student, wait_until

pytestmark = [
    POSIX,
    pytest.mark.alone,
    pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc"),
]

TOKEN = "a-token-for-the-teacher-alone"
ARTICLES = 10 if WHOLE else 2
LONG = pytest.mark.skipif(not WHOLE, reason="takes long on a busy machine; make torture runs it")
COUNTING = """
from quizengine import Check, Generator, hookimpl

def find(article):
    with open({log!r}, "a") as log:
        log.write(f"{{article.name}}\\n")
    {does}
    return ()

@hookimpl
def quizengine_generators():
    yield Generator("counting", find, lambda fact, others, rng: ())
"""


@pytest.fixture
def folder(checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a bank for students and articles without one, and a plugin that counts who is drafted."""
    monkeypatch.setenv("QUIZENGINE_TEACHER_TOKEN", TOKEN)
    folder = Path(shutil.copytree(checkout / "tests" / "folder", tmp_path / "folder"))
    for number in range(ARTICLES):
        shutil.copy(checkout / "seeds" / "north-korean-troops.txt", folder / "seeds" / f"troops-{number}.txt")
    write_plugin(folder)
    return folder


def write_plugin(folder: Path, does: str = "pass") -> None:
    (folder / "plugins").mkdir(exist_ok=True)
    text = COUNTING.format(log=str(folder / "drafted.log"), does=does)
    (folder / "plugins" / "counting.py").write_text(text)


def drafted(folder: Path) -> list[str]:
    """The articles that were drafted, as often as they were."""
    log = folder / "drafted.log"
    return sorted(Path(line).stem for line in log.read_text().splitlines()) if log.exists() else []


class Teacher(Student):
    """A browser that has opened the teacher's address."""

    def __init__(self, port: int) -> None:
        super().__init__("Teacher", port)
        self.ask("GET", f"/teacher?token={TOKEN}")

    def home(self) -> str:
        return self.ask("GET", "/teacher")[1]

    def drafts(self) -> set[str]:
        return set(re.findall(r"/teacher/quizzes/(troops-\d+)", self.home()))


def processes(words: str) -> list[int]:
    """The processes of this machine that have these words in their command line."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            command = (place / "cmdline").read_bytes().decode(errors="replace")
        except OSError:
            continue
        if words in command:
            found.append(int(place.name))
    return found


def makers(folder: Path) -> list[int]:
    """The processes that make drafts for this folder."""
    return [pid for pid in processes("quizengine.desk.drafting.worker") if str(folder) in command_of(pid)]


def command_of(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace")
    except OSError:
        return ""


@WORKERS
def test_every_draft_comes_and_is_made_once_while_students_answer(folder: Path, tmp_path: Path, workers: int):
    server = Server(folder, tmp_path / "attempts.db", workers)
    with server.running():
        student, teacher = Student("Ada", server.port), Teacher(server.port)
        student.begin()
        while len(teacher.drafts()) < ARTICLES:
            student.answer(student.acknowledged + 1)
        assert f"answer {student.acknowledged}" in student.ask("GET", f"{student.attempt}/check")[1]
        assert drafted(folder) == sorted(f"troops-{number}" for number in range(ARTICLES))
        assert "draft: being made" not in teacher.home()


def test_a_folder_may_be_named_from_where_the_server_is_started(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(folder.parent)
    server = Server(Path(folder.name), tmp_path / "attempts.db", 1)
    with server.running():
        teacher = Teacher(server.port)
        wait_until(lambda: len(teacher.drafts()) == ARTICLES)


@WORKERS
def test_the_server_answers_before_any_draft_is_made(folder: Path, tmp_path: Path, workers: int):
    write_plugin(folder, "import time; time.sleep(600)")
    server = Server(folder, tmp_path / "attempts.db", workers)
    with server.running():
        student, teacher = Student("Ada", server.port), Teacher(server.port)
        student.begin()
        student.answer(1)
        page = teacher.home()
        assert page.count("draft: being made") == ARTICLES and not teacher.drafts()
        wait_until(lambda: drafted(folder))
        student.answer(2)  # while the first draft waits for ten minutes
        student.submit()


@LONG
@WORKERS
def test_a_plugin_that_ends_every_process_it_is_in_costs_no_answer_and_is_named(
    folder: Path, tmp_path: Path, workers: int
):
    write_plugin(folder, "import os; os._exit(3)")
    server = Server(folder, tmp_path / "attempts.db", workers)
    with server.running():
        student, teacher = Student("Ada", server.port), Teacher(server.port)
        student.begin()
        wait_until(lambda: len(teacher.drafts()) == ARTICLES)
        student.answer(1)
        assert "plugin counting ended its process with exit code 3" in teacher.home()
        assert len(drafted(folder)) == 1  # it is not called again


@LONG
@WORKERS
def test_killing_the_maker_again_and_again_leaves_one_article_named_for_each_and_the_others_drafted(
    folder: Path, tmp_path: Path, workers: int
):
    write_plugin(folder, "import time; time.sleep(1)")
    server = Server(folder, tmp_path / "attempts.db", workers)
    with server.running():
        teacher = Teacher(server.port)
        for kill in range(2):
            wait_until(lambda kill=kill: len(drafted(folder)) > kill and makers(folder))
            os.kill(makers(folder)[0], signal.SIGKILL)
        wait_until(lambda: "draft: being made" not in teacher.home())
        named = re.findall(r"troops-\d+\.txt: there is no draft: the process that made it crashed", teacher.home())
        assert 1 <= len(named) <= 2 and len(teacher.drafts()) == ARTICLES - len(named)


@LONG
@WORKERS
def test_nobody_goes_on_drafting_for_a_server_that_was_killed(folder: Path, tmp_path: Path, workers: int):
    write_plugin(folder, "while True: pass")
    server = Server(folder, tmp_path / "attempts.db", workers)
    with server.running():
        wait_until(lambda: drafted(folder))
        [maker] = makers(folder)
        assert server._process is not None
        os.kill(server._process.pid, signal.SIGKILL)  # that one alone: its workers and helpers are to notice it
        wait_until(lambda: maker not in makers(folder))


@LONG
@WORKERS
def test_an_article_that_comes_while_the_server_runs_is_drafted(folder: Path, tmp_path: Path, workers: int):
    server = Server(folder, tmp_path / "attempts.db", workers)
    with server.running():
        teacher = Teacher(server.port)
        wait_until(lambda: len(teacher.drafts()) == ARTICLES)
        shutil.copy(folder / "seeds" / "troops-0.txt", folder / "seeds" / "troops-99.txt")
        wait_until(lambda: "troops-99" in teacher.drafts())
        address = "/teacher/quizzes/troops-99/more"
        assert teacher.ask("GET", address)[0] in (202, 200)
        wait_until(lambda: teacher.ask("GET", address)[0] == 200)
