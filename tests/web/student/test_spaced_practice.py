"""A student practises over days what she missed: with her code on any device, and never against an open test."""

import re
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask

from quizengine.quiz.parts import Option
from quizengine.store import Store
from quizengine.web import create_app
from tests.web.conftest import TOKEN

WHEEL = Option.of("The wheel had burned.").id
ORIGIN = {"Origin": "http://localhost"}


@pytest.fixture
def app(engine, library, tmp_path: Path, wall) -> Iterator[Flask]:
    with closing(Store(tmp_path / "attempts.db", clock=wall.clock())) as store:
        yield create_app(engine, library, store, secret_key=b"k" * 32, teacher_token=TOKEN)


@pytest.fixture
def attempt(student, teacher, right, fill) -> str:
    """An attempt in a class with the first question wrong and all others right; its address."""
    address = student.join(teacher.open_class("class"))
    student.send(f"{address}/1", fill(1, {"answer": (WHEEL,)}))
    for number, form in enumerate(right[1:], 2):
        student.send(f"{address}/{number}", form)
    student.send(f"{address}/submit")
    return address


def test_what_was_missed_comes_back_tomorrow_and_then_after_a_longer_break(student, attempt, wall, right):
    assert "Practise what I missed over days" in student.get(f"{attempt}/result").text
    assert "see what is due today" not in student.get("/").text
    page = student.send(f"{attempt}/practice")
    assert "Nothing is due today" in page and "comes on 1 December 2026" in page
    assert student.get(f"{attempt}/practice/1").location == f"{attempt}/practice"
    wall.now += timedelta(days=1)
    assert "1 question is due today" in student.get("/practice").text
    assert "see what is due today" in student.get("/").text
    page = student.get(f"{attempt}/practice", follow_redirects=True).text
    assert "1 question left today" in page and "steam engine" in page and "checked" not in page
    page = student.send(f"{attempt}/practice/1", right[0])
    assert "Right" in page and "That was all for today" in page
    back = re.search(r"comes back on (\d+) December 2026", page)
    assert back is not None and int(back[1]) > 2
    assert "Nothing is due today" in student.get("/practice").text
    assert "You practise what you missed" in student.get(f"{attempt}/result").text


def test_an_answer_left_empty_shows_the_right_one_and_comes_back_on_the_next_day(student, attempt, wall):
    student.send(f"{attempt}/practice")
    wall.now += timedelta(days=3)
    page = student.send(f"{attempt}/practice/1")
    assert "comes back on 4 December 2026" in page and "The stream ran dry" in page


def test_the_code_of_the_attempt_is_all_that_another_device_needs(student, other, attempt, wall, right):
    code = re.search(r'<bdi class="code">([^<]+)', student.send(f"{attempt}/practice"))[1]
    wall.now += timedelta(days=1)
    assert other.get(f"{attempt}/practice/1").status_code == 404
    other.get("/resume")
    other.send("/resume", {"code": code})
    assert "1 question is due today" in other.get("/practice").text
    assert "Right" in other.send(f"{attempt}/practice/1", right[0])
    assert "Nothing is due today" in student.get("/practice").text


def test_an_open_test_and_a_reopened_attempt_hold_the_answers_back(student, teacher, attempt, wall, right):
    student.send(f"{attempt}/practice")
    wall.now += timedelta(days=1)
    code = teacher.open_class("test")
    assert "A test with the same questions" in student.get("/practice").text
    for page in (student.get(f"{attempt}/practice/1"), student.post(f"{attempt}/practice/1", headers=ORIGIN)):
        assert page.status_code == 303
    teacher.send(f"/teacher/classes/{code}/close")
    assert student.get(f"{attempt}/practice/1").status_code == 200
    teacher.send(f"/teacher/results/{attempt.rsplit('/', 1)[1]}/reopen")
    assert student.get(f"{attempt}/practice/1").status_code == 303
    assert "steam engine" not in student.get("/practice").text


def test_a_question_whose_key_has_changed_is_no_longer_asked_and_she_can_stop(student, teacher, attempt, wall, quiz):
    student.send(f"{attempt}/practice")
    wall.now += timedelta(days=1)
    code = re.search(r"/teacher/classes/([A-Z0-9]{6})", teacher.get("/teacher/classes").text)[1]
    form = {"part-1": Option.of("Paper had become dear.").id, "points": "1", "treatment": "marked", "then": "apply"}
    teacher.send(f"/teacher/classes/{code}/questions/{quiz.questions[0].id}/marking", form)
    assert "You practise nothing" in student.get("/practice").text
    assert student.get(f"{attempt}/practice/1").status_code == 404
    student.send(f"{attempt}/practice/stop")
    assert "Practise over days" not in student.get(f"{attempt}/result").text
