"""`quizengine backup` beside a real server that students are answering, and `quizengine restore` of what it made."""

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from real_servers import POSIX, Server, Student, acknowledged_by, answering, lost, wait_until

from quizengine.cli import quizengine as command_line

pytestmark = POSIX


@pytest.fixture
def folder(checkout: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(checkout / "tests" / "folder", tmp_path / "school"))


def quizengine(*words: object) -> Result:
    return CliRunner().invoke(command_line, [str(word) for word in words])


def answers(attempts: Path) -> dict[str, int]:
    """The number of each attempt's latest answer."""
    with closing(sqlite3.connect(attempts)) as file:
        rows = file.execute("SELECT attempt, given FROM responses").fetchall()
    return {f"/attempts/{attempt}": int(re.search(r"answer (\d+)", given)[1]) for attempt, given in rows}


def test_every_answer_acknowledged_before_a_backup_began_is_restored(folder: Path, tmp_path: Path):
    server = Server(folder, folder / "quizengine.db", workers=2)
    students = [Student(f"Student {number}", server.port) for number in range(6)]
    with server.running(), answering(students, pause=0.05):
        wait_until(lambda: all(student.acknowledged > 1 for student in students))
        before = acknowledged_by(students)
        made = quizengine("backup", tmp_path / "all.quizbackup", folder)
        wait_until(lambda: all(student.acknowledged > before[student.attempt] for student in students))
        refused = quizengine("restore", "--yes", tmp_path / "all.quizbackup", folder)
    assert made.exit_code == 0, made.stderr
    assert refused.exit_code == 1 and "stop it first" in refused.stderr

    done = quizengine("restore", tmp_path / "all.quizbackup", tmp_path / "new")
    assert done.exit_code == 0, done.stderr
    restored = answers(tmp_path / "new" / "quizengine.db")
    assert lost(before, restored) == {}

    again = Server(tmp_path / "new", tmp_path / "new" / "quizengine.db", workers=1)
    with again.running():
        students[0].go_to(again.port)
        status, page, _ = students[0].ask("GET", f"{students[0].attempt}/5")  # by the same cookie
        assert status == 200 and f"answer {restored[students[0].attempt]}" in page
