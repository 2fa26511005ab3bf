"""Answers sent to a real server that is killed again and again: every one it has acknowledged is there, and once."""

import http.client
import re
import select
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from random import Random

import pytest
from real_servers import (
    KILLS,
    POSIX,
    SECONDS,
    STUDENTS,
    WORKERS,
    Server,
    Student,
    acknowledged_by,
    answered_at_once,
    answering,
    class_of,
    fill,
    lost,
    small_disk_at,
    wait_for_more_answers,
)

from quizengine.quiz.quiz import Quiz
from quizengine.store import Store

pytestmark = [POSIX, pytest.mark.alone]


def stored(attempts: Path, question: str) -> dict[str, int]:
    """What the file holds while nobody serves it: the number of each attempt's answer."""
    with closing(sqlite3.connect(attempts)) as file:
        rows = file.execute("SELECT attempt, given FROM responses WHERE question = ?", (question,)).fetchall()
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    return {f"/attempts/{attempt}": int(re.search(r"answer (\d+)", given)[1]) for attempt, given in rows}


@WORKERS
def test_every_acknowledged_answer_outlives_every_kill(folder: Path, tmp_path: Path, quiz: Quiz, workers: int):
    attempts, question = tmp_path / "attempts.db", quiz.questions[4].id
    server, chance = Server(folder, attempts, workers), Random(7)

    students = [Student(f"Student {number}", server.port) for number in range(STUDENTS)]
    with server.running(), answering(students):
        for _ in range(KILLS):
            wait_for_more_answers(students, chance)
            acknowledged = acknowledged_by(students)
            server.kill()
            assert lost(acknowledged, stored(attempts, question)) == {}
            server.start()
    assert min(student.acknowledged for student in students) > 1
    assert stored(attempts, question) == acknowledged_by(students)
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
    assert made < len(students) - 1


@WORKERS
def test_a_file_that_is_locked_for_a_while_loses_nothing(folder: Path, tmp_path: Path, workers: int):
    attempts = tmp_path / "attempts.db"
    server = Server(folder, attempts, workers)
    with server.running():
        students = class_of(3, server.port)
        with closing(sqlite3.connect(attempts, isolation_level=None)) as someone:
            someone.execute("BEGIN IMMEDIATE")
            assert len(students) == 3
            for number, connection in enumerate(answered_at_once(server, students, 1)):
                status, page, _ = students[number].received(connection)
                assert (status, "Your answer is not saved" in page, "answer 1" in page) == (503, True, True)
        for student in students:
            student.answer(1)
            assert "answer 1" in student.ask("GET", f"{student.attempt}/check")[1]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk_at(tmp_path / "disk") as place:
        yield place


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
