"""Orders and tests with several real processes: what one process does holds in every other one, and after a kill."""

import re
import shutil
from pathlib import Path
from urllib.parse import urlencode

import pytest
from real_servers import POSIX, WHOLE, WORKERS, Server, Student

CLASS = 60 if WHOLE else 8
ROUNDS = 12 if WHOLE else 3
TOKEN = "a-token-for-the-teacher-alone"
SENTENCE = (
    "A test with the same questions or the same article is open. "
    "You will see the right answers when it has been closed."
)
SHUFFLED = (1, 2, 7, 8)
pytestmark = [POSIX, pytest.mark.alone]


@pytest.fixture
def folder(checkout: Path, tmp_path: Path) -> Path:
    """A working folder with a bank and a renamed copy of it."""
    folder = Path(shutil.copytree(checkout / "tests" / "folder", tmp_path / "folder"))
    banks = folder / "question_banks"
    bank = (banks / "paper-mill.yaml").read_text("utf-8")
    (banks / "copy.yaml").write_text(bank.replace("title: The paper mill", "title: A copy", 1), "utf-8")
    return folder


def begin(student: Student, quiz: str, mode: str) -> None:
    _, page, _ = student.ask("GET", f"/quizzes/{quiz}")
    once = re.search(r'name="once" value="([^"]+)"', page)[1]
    _, page, place = student.ask("POST", f"/quizzes/{quiz}", {"student": student.name, "once": once, "mode": mode})
    assert place, page
    student.attempt = place.rsplit("/", 1)[0]


def orders(student: Student) -> list[list[str]]:
    """What stands on the pages of the questions that are shuffled, from top to bottom."""
    pages = [student.ask("GET", f"{student.attempt}/{number}")[1] for number in SHUFFLED]
    return [
        re.findall(r'(?:class="kept"|<option value="[0-9a-f]{8}")>([^<]+)</(?:label|option)>', page) for page in pages
    ]


def teacher_of(port: int) -> Student:
    teacher = Student("The teacher", port)
    assert teacher.ask("GET", f"/teacher?{urlencode({'token': TOKEN})}")[0] == 303
    return teacher


def open_test(teacher: Student, quiz: str) -> str:
    _, page, _ = teacher.ask("GET", f"/teacher/quizzes/{quiz}/class")
    once = re.search(r'name="once" value="([^"]+)"', page)[1]
    assert teacher.ask("POST", f"/teacher/quizzes/{quiz}/class", {"once": once, "mode": "test"})[0] == 303
    return once


@WORKERS
def test_every_student_sees_orders_of_their_own_in_all_processes_and_after_a_kill(
    folder: Path, tmp_path: Path, workers: int
):
    server = Server(folder, tmp_path / "attempts.db", workers)
    with server.running():
        students = [Student(f"Student {number}", server.port) for number in range(CLASS)]
        for student in students:
            begin(student, "paper-mill", "class")
        seen = [orders(student) for student in students]
        for _ in range(ROUNDS):
            assert [orders(student) for student in students[:4]] == seen[:4]
        server.kill()
        server.start()
        assert [orders(student) for student in students] == seen
    assert all(len(set(page)) >= 3 for one in seen for page in one)
    assert len({str(one) for one in seen}) == CLASS


@WORKERS
def test_from_the_moment_a_test_is_open_no_process_shows_an_answer(
    folder: Path, tmp_path: Path, workers: int, monkeypatch
):
    """Students go on in the copy, in practice, while tests are opened and closed again and again."""
    monkeypatch.setenv("QUIZENGINE_TEACHER_TOKEN", TOKEN)
    server = Server(folder, tmp_path / "attempts.db", workers)
    with server.running():
        teacher = teacher_of(server.port)
        students = [Student(f"Student {number}", server.port) for number in range(CLASS)]
        for student in students:
            begin(student, "copy", "practice")
            assert student.ask("POST", f"{student.attempt}/5", {"part-1": "Ida Marsh"})[2].endswith("/5/feedback")
        for number in range(ROUNDS):
            code = open_test(teacher, "paper-mill")
            for student in students:
                assert student.ask("POST", f"{student.attempt}/4", {"part-1": str(number)})[2].endswith("/5")
                status, page, _ = student.ask("GET", f"{student.attempt}/5/feedback")
                assert (status, SENTENCE in page, "She taught" in page or "<mark" in page) == (200, True, False)
                assert student.ask("GET", f"{student.attempt}/article/5")[0] == 303
                assert "A copy" not in student.ask("GET", "/")[1]
            assert teacher.ask("POST", f"/teacher/classes/{code}/close", {})[0] == 303
            for student in students:
                page = student.ask("GET", f"{student.attempt}/5/feedback")[1]
                assert (SENTENCE in page, "<mark" in page) == (False, True)
                assert "A copy" in student.ask("GET", "/")[1]
