"""A real server whose files are taken away, held or left without room: what it cannot keep, it does not acknowledge."""

import html
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from real_servers import POSIX, SECONDS, WHOLE, WORKERS, Server, Student, Teacher, fill, small_disk_at

from quizengine.desk.edit_log import read_log
from quizengine.quiz.quiz import Quiz
from quizengine.system.file_lock import FileLock

pytestmark = [POSIX, pytest.mark.alone]
LONG = pytest.mark.skipif(not WHOLE, reason="the short form of these tests leaves it out")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="a small disk is mounted with tmpfs")
TEACHERS, ROUNDS = 4, 12 if WHOLE else 3
LONGEST_WAIT = 5.0
SLACK = 2.0
"""Seconds for all but the waiting, on a machine that is busy with tests."""


class ToldServer(Server):
    """A server whose terminal is read."""

    def __init__(self, folder: Path, attempts: Path, workers: int) -> None:
        super().__init__(folder, attempts, workers)
        self._terminal = attempts.parent.parent / "terminal.txt"

    def start(self) -> None:
        with open(self._terminal, "ab") as terminal:
            self._process = subprocess.Popen(
                self._command, stdout=subprocess.DEVNULL, stderr=terminal, start_new_session=True
            )

    def told(self) -> list[str]:
        """The lines since this was asked last."""
        lines = self._terminal.read_text().splitlines()
        self._terminal.write_text("")
        return lines

    def stop(self) -> None:
        """Let it end as Ctrl-C does."""
        assert self._process is not None
        self._process.terminate()
        self._process.wait(30)

    def ended(self) -> int:
        """With what it ended by itself."""
        assert self._process is not None
        return self._process.wait(30)


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """A folder for the file of attempts."""
    place = tmp_path / "school"
    place.mkdir()
    return place


def given(attempts: Path, question: str) -> list[str]:
    """What a file of attempts holds by itself, without its log: the answers to a question."""
    alone = attempts.with_name("copy.db")
    shutil.copyfile(attempts, alone)
    with closing(sqlite3.connect(alone)) as file:
        rows = file.execute("SELECT given FROM responses WHERE question = ?", (question,)).fetchall()
    return sorted(re.search(r"answer \d+", row[0])[0] for row in rows)


def refused(student: Student, number: int, words: str) -> None:
    """An answer is not acknowledged, its page says why and keeps it; so does the page of who wants to begin."""
    status, page, _ = student.ask_once("POST", f"{student.attempt}/5", {"part-1": f"answer {number}"})
    assert (status, words in page, f"answer {number}" in page) == (503, True, True), page
    for path, form in (
        ("/quizzes/paper-mill", {"student": "Zoë Newcomer", "once": "x"}),
        (f"{student.attempt}/submit", {}),
        (f"{student.attempt}/1/report", {"problem": "Both are right"}),
    ):
        status, page, _ = student.ask_once("POST", path, form)
        assert (status, words in page, "Send again" in page) == (503, True, True), page
        assert all(html.escape(value) in page for value in form.values())


@contextmanager
def moved(place: Path) -> Iterator[None]:
    aside = place.with_name("elsewhere")
    place.rename(aside)
    try:
        yield
    finally:
        aside.rename(place)


@contextmanager
def deleted(place: Path) -> Iterator[None]:
    """Gone, but for another name under which it can be had again."""
    kept = place.parent.parent / "kept"
    os.link(place, kept)
    place.unlink()
    try:
        yield
    finally:
        os.link(kept, place)
        kept.unlink()


@contextmanager
def replaced(place: Path) -> Iterator[None]:
    """Another file in its place, moved there in one go, as by an editor or a program that syncs folders."""
    with deleted(place):
        shutil.copyfile(place.parent.parent / "kept", place)
        try:
            yield
        finally:
            place.unlink()


@contextmanager
def folder_moved(place: Path) -> Iterator[None]:
    with moved(place.parent):
        yield


LOSSES = (moved, deleted, replaced, folder_moved)
WHY = "The file with all answers was moved, deleted or overwritten"


@WORKERS
def test_without_its_file_nothing_is_acknowledged_and_with_it_all_goes_on(
    folder: Path, school: Path, quiz: Quiz, workers: int
):
    attempts, server = school / "attempts.db", ToldServer(folder, school / "attempts.db", workers)
    asked, number = quiz.questions[4].id, 1
    with server.running():
        student = Student("Ada", server.port)
        student.begin()
        student.answer(1)
        server.told()
        for lose in LOSSES:
            with lose(attempts):
                for _ in range(2 * workers):
                    refused(student, number + 1, WHY)
                lines = server.told()
                assert (lose == LOSSES[0]) <= len(lines) <= workers, lines
                assert all(str(attempts) in line and "put" in line and "start it again" in line for line in lines)
            assert given(attempts, asked)[0] >= f"answer {number}"  # also without the log
            number += 2
            student.answer(number)
            time.sleep(2.5 if WHOLE else 0)  # another way of looking begins when the folder has settled
        shutil.copyfile(attempts, school / "backup.db")
        attempts.write_bytes(b"")
        student.ask_once("POST", f"{student.attempt}/5", {"part-1": f"answer {number + 1}"})
        refused(student, number + 1, WHY)


@LONG
@WORKERS
def test_without_its_log_nothing_is_acknowledged_and_what_was_is_in_the_file(
    folder: Path, school: Path, quiz: Quiz, workers: int
):
    attempts, server = school / "attempts.db", ToldServer(folder, school / "attempts.db", workers)
    with server.running():
        students = [Student(f"Student {number}", server.port) for number in range(3)]
        for student in students:
            student.begin()
            student.answer(1)
        attempts.with_name("attempts.db-wal").unlink()
        for student in students:
            refused(student, 2, WHY)
        server.kill()
        assert len(given(attempts, quiz.questions[4].id)) == len(students)
        server.start()
        for student in students:
            assert "answer" in student.ask("GET", f"{student.attempt}/check")[1]
            student.answer(3)
    server.start()
    students[0].ask("GET", "/")
    server.stop()
    assert given(attempts, quiz.questions[4].id) == ["answer 3"] * 3


@LONG
@pytest.mark.skipif(not Path("/proc").exists(), reason="workers are found under /proc")
@pytest.mark.parametrize("lose", [deleted, replaced])
def test_a_worker_that_comes_later_takes_no_other_file(folder: Path, school: Path, lose: Callable):
    attempts, server = school / "attempts.db", ToldServer(folder, school / "attempts.db", 2)
    with server.running():
        student = Student("Ada", server.port)
        student.begin()
        student.answer(1)
        with lose(attempts):
            server.kill_one_worker()
            time.sleep(2)
            for _ in range(8):
                form = {"part-1": "answer 2"}
                status, page, _ = student.received(patiently(student, "POST", f"{student.attempt}/5", form))
                assert (status, "answer 2" in page) == (503, True), page
            assert not attempts.exists() or lose is replaced
        for number in range(3, 9):
            student.answer(number)


def patiently(student: Student, method: str, path: str, form: dict[str, str]):
    """A connection to whichever worker is there."""
    until = time.monotonic() + SECONDS
    while True:
        try:
            return student.sent(method, path, form)
        except OSError:
            assert time.monotonic() < until
            time.sleep(0.1)


class EditingTeacher(Teacher):
    """A teacher who takes questions out."""

    def take_out(self, name: str, question_id: str, tries: int) -> bool:
        """Press the button beside a question; on a page that says it was outdated, the one that does it all the same.

        Gives whether the server has acknowledged it.
        """
        page = self.ask("GET", f"/teacher/quizzes/{name}/review")[1]
        for _ in range(tries):
            form = {"seen": found[1]} if (found := re.search(r'name="seen" value="([^"]+)"', page)) else {}
            status, page, _ = self.ask_once("POST", f"/teacher/quizzes/{name}/review/{question_id}/drop", form)
            assert status in (303, 409), page
            if status == 303:
                return True
            assert "As your page showed it" in page and "As it is now" in page
        return False


@WORKERS
def test_of_teachers_who_edit_one_bank_at_once_nobody_loses_what_was_acknowledged(tmp_path: Path, school, workers):
    folder, attempts = tmp_path / "folder", school / "attempts.db"
    (folder / "question_banks").mkdir(parents=True)
    bank = folder / "question_banks" / "sums.yaml"
    ids = [f"sum-{number}" for number in range(TEACHERS * ROUNDS + 2)]
    lines = [
        f"  # mine: {each}\n  - {{type: short_text, id: {each}, stem: What is {n} and {n}?, answer: '{2 * n}'}}\n"
        for n, each in enumerate(ids)
    ]
    bank.write_text("format: quizengine/1\ntitle: Sums\nquestions:\n" + "".join(lines))
    server, gone, pressed = Server(folder, attempts, workers), set[str](), 0
    with server.running(), ThreadPoolExecutor(TEACHERS) as pool:
        teachers = [EditingTeacher(f"Teacher {number}", server.port) for number in range(TEACHERS)]
        teachers[0].ask("GET", "/")
        for teacher in teachers:
            teacher.come_in(attempts)
        for turn in range(ROUNDS):
            wanted = ids[turn * TEACHERS : (turn + 1) * TEACHERS]
            done = list(pool.map(EditingTeacher.take_out, teachers, ["sums"] * TEACHERS, wanted, [3] * TEACHERS))
            pressed += len(done)
            gone |= {each for each, acknowledged in zip(wanted, done, strict=True) if acknowledged}
            left = re.findall(r"^  # mine: (\S+)$", bank.read_text(), re.MULTILINE)
            assert left == [each for each in ids if each not in gone]
    assert len(gone) > pressed / 2
    earlier = re.findall("# mine", bank.with_name("sums.yaml.before").read_text())
    assert len(earlier) == len(ids) - len(gone) + 1
    assert sorted(each.name for each in bank.parent.iterdir()) == [".edits", ".lock", "sums.yaml", "sums.yaml.before"]
    assert len(read_log(bank, bank.read_bytes()).edits) == len(gone)


@LONG
@WORKERS
def test_a_held_lock_is_waited_for_five_seconds_and_said(folder: Path, school: Path, workers: int):
    attempts, server = school / "attempts.db", ToldServer(folder, school / "attempts.db", workers)
    with server.running():
        student = Student("Ada", server.port)
        student.begin()
        with closing(FileLock(attempts.with_name("attempts.db.lock"), 1)) as lock, lock:
            for number in range(1, 3):
                began = time.monotonic()
                status, page, _ = student.ask_once("POST", f"{student.attempt}/5", {"part-1": f"answer {number}"})
                assert (status, "keeps the file with all answers locked" in page) == (503, True), page
                assert f"answer {number}" in page
                assert time.monotonic() - began < LONGEST_WAIT + SLACK
            assert all("end that program" in line for line in server.told())
        student.answer(3)


@LONG
def test_a_server_that_finds_the_lock_held_ends_and_says_so(folder: Path, school: Path):
    server = ToldServer(folder, school / "attempts.db", 1)
    with closing(FileLock(school / "attempts.db.lock", 1)) as lock, lock, server.running():
        assert server.ended() == 1
    assert [line for line in server.told() if "attempts.db.lock: another program has held this lock" in line]


@LINUX
def test_a_start_on_a_full_disk_leaves_nothing_half_written(folder: Path, tmp_path: Path):
    with small_disk_at(tmp_path / "disk") as disk:
        attempts = disk / "attempts.db"
        server = ToldServer(folder, attempts, 1)
        fill(disk / "ballast")
        with server.running():
            assert server.ended() == 1
        assert any("the disk is full; make room on it" in line for line in server.told())
        assert [each.name for each in disk.iterdir() if each.stat().st_size] == ["ballast"]
        (disk / "ballast").unlink()
        with server.running():
            student = Student("Ada", server.port)
            student.begin()
            student.answer(1)


@LONG
@LINUX
@WORKERS
def test_a_bank_on_a_full_or_read_only_disk_stays_and_the_page_says_why(folder: Path, tmp_path, school, workers):
    with small_disk_at(tmp_path / "disk") as disk:
        shutil.copytree(folder, disk / "folder")
        bank = disk / "folder" / "question_banks" / "paper-mill.yaml"
        server, before = Server(disk / "folder", school / "attempts.db", workers), bank.read_bytes()
        with server.running():
            teacher = Teacher("Teacher", server.port)
            teacher.ask("GET", "/")
            teacher.come_in(school / "attempts.db")
            page = teacher.ask("GET", "/teacher/quizzes/paper-mill/review")[1]
            form = {"seen": re.search(r'name="seen" value="([^"]+)"', page)[1]}
            out = re.search(r'formaction="([^"]+/drop)"', page)[1]
            fill(disk / "ballast")
            status, page, _ = teacher.ask_once("POST", out, form)
            assert (status, "the disk is full; make room on it" in page) == (503, True), page
            (disk / "ballast").unlink()
            subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
            status, page, _ = teacher.ask_once("POST", out, form)
            assert (status, "the disk or folder is read-only" in page) == (503, True), page
            assert bank.read_bytes() == before
            assert not bank.with_name(f"{bank.name}.before").exists()
            subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
            assert teacher.ask_once("POST", out, form)[0] == 303
        assert bank.with_name(f"{bank.name}.before").read_bytes() == before
