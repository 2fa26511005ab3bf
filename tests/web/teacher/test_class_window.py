"""A teacher sets when a class opens and closes, in the time zone of the school, and students are told."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask

from quizengine.desk.library import open_library
from quizengine.engine import start
from quizengine.store import Store
from quizengine.web import create_app
from tests.web.conftest import TOKEN

NOON = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)  # 21:00 in Tokyo


@pytest.fixture
def app(folder: Path, tmp_path: Path, wall) -> Iterator[Flask]:
    """The app of a school in Tokyo."""
    wall.now = NOON
    school = Path(shutil.copytree(folder, tmp_path / "school"))
    (school / "school.yaml").write_text("open: all\ntime_zone: Asia/Tokyo\n", "utf-8")
    engine = start(school)
    with closing(Store(tmp_path / "attempts.db", clock=wall.clock())) as store:
        yield create_app(engine, open_library(engine), store, secret_key=b"k" * 32, teacher_token=TOKEN)


def choose(teacher, code: str, opens: str, closes: str) -> str:
    return teacher.send(f"/teacher/classes/{code}/window", {"open_from": opens, "open_until": closes})


def test_students_are_told_when_the_class_opens_and_when_it_has_closed(student, teacher, wall, right):
    code = teacher.open_class("class")
    page = choose(teacher, code, "2026-12-01T21:10", "2026-12-01T22:00")
    assert "The times are saved" in page and "students cannot join yet" in page and "Asia/Tokyo" in page
    assert 'value="2026-12-01T21:10"' in page and 'value="2026-12-01T22:00"' in page
    page = student.get(f"/join/{code}").text
    assert "opens on 1 December 2026, 21:10" in page and 'name="student"' not in page
    assert "1 December 2026, 21:10" in teacher.get(f"/teacher/classes/{code}/projector").text
    assert "opens on 1 December 2026, 21:10" in student.send(f"/join/{code}", {"student": "Ada", "once": "x"})
    wall.now += timedelta(minutes=10)
    assert "closes on 1 December 2026, 22:00" in student.get(f"/join/{code}").text
    attempt = student.join(code)
    assert "Your time ends at 22:00" in student.get(f"{attempt}/1").text
    wall.now += timedelta(minutes=50)
    assert "Your result" in student.send(f"{attempt}/1", {**right[0], "then": "time"})  # as the page does by itself
    assert "closed on 1 December 2026, 22:00" in student.get(f"/join/{code}").text


def test_what_was_saved_is_handed_in_at_the_closing_time_and_an_answer_too_late_is_shown(student, teacher, wall, right):
    code = teacher.open_class("test")
    choose(teacher, code, "", "2026-12-03T08:00")
    attempt = student.join(code)
    assert "The class closes on 3 December 2026, 08:00" in student.get(f"{attempt}/1").text
    student.send(f"{attempt}/1", right[0])
    wall.now = datetime(2026, 12, 2, 23, 1, tzinfo=UTC)
    late = student.send(f"{attempt}/2", right[1])
    assert "It ended at 08:00" in late and "does not count" in late
    page = teacher.get(f"/teacher/classes/{code}").text
    assert "handed in at 08:00, when the class was closed" in page and "1 of 8" in page
    assert "1 of 11 points" in student.get(f"{attempt}/result").text


def test_a_closing_time_can_be_moved_or_taken_away_and_a_closed_class_says_what_to_do(teacher, wall):
    code = teacher.open_class("class")
    choose(teacher, code, "", "2026-12-01T21:10")
    choose(teacher, code, "", "")
    wall.now += timedelta(hours=1)
    assert "How students join" in teacher.get(f"/teacher/classes/{code}").text
    teacher.send(f"/teacher/classes/{code}/close")
    assert "Reopen it to set other times" in choose(teacher, code, "", "2026-12-01T23:00")


@pytest.mark.parametrize(
    ("opens", "closes", "said"),
    [
        ("soon", "", "Enter a day and a time"),
        ("", "2026-12-01 20:59", "This time is over"),
        ("2026-12-02", "2026-12-02 00:00", "must close after it opens"),
    ],
)
def test_times_that_cannot_be_are_refused_and_stay_in_their_fields(teacher, opens, closes, said):
    code = teacher.open_class("class")
    page = choose(teacher, code, opens, closes)
    assert said in page
    assert f'value="{opens}"' in page and f'value="{closes}"' in page
    assert "students cannot join yet" not in teacher.get(f"/teacher/classes/{code}").text
