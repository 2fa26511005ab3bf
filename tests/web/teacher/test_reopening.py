"""A student is told why an attempt was handed in, and the teacher opens it again: one, all out of time, or a class."""

import re
from datetime import datetime

import pytest

from quizengine.store import Clock, Store

ORIGIN = {"Origin": "http://localhost"}


class Wall:
    """The machine's clock, which can be set, and the time that passes."""

    def __init__(self) -> None:
        self.wall, self.running = datetime(2026, 11, 29, 10, 22).timestamp(), 0.0

    def passes(self, minutes: float) -> None:
        self.wall += 60 * minutes
        self.running += 60 * minutes

    def jumps(self, minutes: float) -> None:
        self.wall += 60 * minutes


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def store(tmp_path, wall: Wall):
    store = Store(tmp_path / "attempts.db", clock=Clock(lambda: wall.wall, lambda: wall.running))
    yield store
    store.close()


def test_a_jump_of_the_clock_hands_in_nothing_and_the_teacher_is_told(student, teacher, right, wall: Wall):
    code = teacher.open_class("class", "20")
    attempt = student.join(code)
    wall.passes(5)
    wall.jumps(60)
    assert "ends at 11:42" in student.send(f"{attempt}/1", right[0])
    page = teacher.get(f"/teacher/classes/{code}").text
    assert "working, until 11:42" in page
    assert "The clock of this computer went forward by 1 hour, or the computer was asleep (noticed at 11:27)" in page
    wall.jumps(-60)
    assert 'data-seconds="900"' in student.get(f"{attempt}/2").text
    student.send(f"{attempt}/2", right[1])
    page = teacher.get(f"/teacher/classes/{code}").text
    assert "The clock of this computer went back by 1 hour (noticed at 10:27)" in page
    assert "working, until 10:42" in page


def test_a_clock_that_is_set_right_after_a_class_was_opened_is_told_too(student, teacher, right, wall: Wall):
    wall.jumps(60)
    code = teacher.open_class("class", "20")
    attempt = student.join(code)
    wall.jumps(-60)
    student.send(f"{attempt}/1", right[0])
    page = teacher.get(f"/teacher/classes/{code}").text
    assert "The clock of this computer went back by 1 hour (noticed at 10:22)" in page
    assert "working, until 10:42" in page


def test_no_more_minutes_are_suggested_than_there_were(student, teacher, right, wall: Wall):
    code = teacher.open_class("class", "20")
    attempt = student.join(code)
    student.send(f"{attempt}/1", right[0])
    wall.jumps(60)
    wall.passes(21)
    assert re.search(r'name="minutes" value="20"', teacher.get(f"/teacher/classes/{code}").text)


def test_an_attempt_out_of_time_says_so_on_its_result(student, teacher, right, wall: Wall):
    attempt = student.join(teacher.open_class("class", "20"))
    for number in range(1, 8):
        student.send(f"{attempt}/{number}", right[number - 1])
    wall.passes(21)
    page = student.get(f"{attempt}/8", follow_redirects=True).text
    assert "Time ran out at 10:42; your 7 saved answers were handed in." in page
    assert "Time ran out, so what had been saved" in teacher.get(f"/teacher/results/{attempt.rsplit('/', 1)[1]}").text


def test_a_test_out_of_time_says_so_before_it_is_closed(student, teacher, right, wall: Wall):
    attempt = student.join(teacher.open_class("test", "20"))
    student.send(f"{attempt}/1", right[0])
    wall.passes(21)
    page = student.get(f"{attempt}/2", follow_redirects=True).text
    assert "Time ran out at 10:42; your 1 saved answer was handed in." in page


def test_who_hands_in_in_time_reads_nothing_of_the_kind(student, teacher, right):
    attempt = student.join(teacher.open_class("class", "20"))
    page = student.send(f"{attempt}/submit")
    assert "Time ran out" not in page
    assert "closed the class" not in page


def test_all_who_ran_out_of_time_go_on_by_one_press_of_a_button(student, other, teacher, right, wall: Wall):
    code = teacher.open_class("test", "20")
    first, second = student.join(code, "Ada"), other.join(code, "Ben")
    wall.passes(12)
    for browser, attempt in ((student, first), (other, second)):
        browser.send(f"{attempt}/1", right[0])
    wall.passes(9)
    page = teacher.get(f"/teacher/classes/{code}").text
    assert page.count("handed in because time ran out at 10:42") == 2
    assert re.search(r'name="minutes" value="8"', page)
    page = teacher.send(f"/teacher/classes/{code}/out-of-time", {"minutes": "8"})
    assert "2 attempts are open again" in page
    assert page.count("working, until 10:51") == 2
    assert "Submit 1 answer" in student.get(f"{first}/result", follow_redirects=True).text
    assert student.post(f"{first}/2", data=right[1], headers=ORIGIN).location == f"{first}/3"
    assert "open again" not in teacher.send(f"/teacher/classes/{code}/out-of-time", {"minutes": "8"})


def test_one_attempt_is_reopened_with_its_answers_and_without_its_result(student, teacher, right):
    attempt = student.join(teacher.open_class("class", "20"), "Ada Quill")
    student.send(f"{attempt}/1", right[0])
    assert "1 of 11 points" in student.send(f"{attempt}/submit")
    address = f"/teacher/results/{attempt.rsplit('/', 1)[1]}/reopen"
    assert "The result is withdrawn" in teacher.get(address).text
    assert teacher.get(address).text.count('name="minutes" value="20"') == 1
    assert "1 attempt is open again" in teacher.send(address, {"minutes": "7"})
    assert "Ada Quill" not in teacher.get("/teacher/results").text
    assert "Submit 1 answer" in student.get(f"{attempt}/result", follow_redirects=True).text
    assert teacher.get(address).status_code == 404


@pytest.mark.parametrize("minutes", ["", "0", "-1", "soon", "1441", "²", "9" * 5000])
def test_a_time_that_is_none_changes_nothing(student, teacher, minutes: str):
    code = teacher.open_class("class", "20")
    attempt = student.join(code)
    student.send(f"{attempt}/submit")
    address = f"/teacher/results/{attempt.rsplit('/', 1)[1]}/reopen"
    answer = teacher.post(address, data={"minutes": minutes}, headers=ORIGIN)
    assert (answer.status_code, "Enter the minutes as a whole number" in answer.text) == (422, True)
    assert "Enter the minutes" in teacher.send(f"/teacher/classes/{code}/out-of-time", {"minutes": minutes})
    assert "handed in at" in teacher.get(f"/teacher/classes/{code}").text


def test_an_attempt_that_was_begun_alone_is_reopened_without_a_time(student, teacher):
    attempt = student.begin()
    student.send(f"{attempt}/submit")
    address = f"/teacher/results/{attempt.rsplit('/', 1)[1]}/reopen"
    assert 'name="minutes"' not in teacher.get(address).text
    assert teacher.post(address, headers=ORIGIN).location == "/teacher/results"
    assert student.get(f"{attempt}/result").location == f"{attempt}/check"


def test_a_closed_class_is_reopened_and_hides_the_results_again(student, other, teacher, right):
    code = teacher.open_class("test", "20")
    attempt, done = student.join(code, "Ada"), other.join(code, "Ben")
    student.send(f"{attempt}/1", right[0])
    other.send(f"{done}/submit")
    teacher.send(f"/teacher/classes/{code}/close")
    assert (
        "Your teacher closed the class at 10:22; your 1 saved answer was handed in."
        in student.get(f"{attempt}/result").text
    )
    address = f"/teacher/results/{attempt.rsplit('/', 1)[1]}/reopen"
    assert "Reopen the class first" in teacher.get(address).text
    assert teacher.post(address, data={"minutes": "5"}, headers=ORIGIN).status_code == 409
    page = teacher.get(f"/teacher/classes/{code}/reopen").text
    assert "1 attempt was handed in when the class was closed" in page
    assert "Enter the minutes" in teacher.send(f"/teacher/classes/{code}/reopen", {"minutes": "x"})
    assert "1 attempt is open again" in teacher.send(f"/teacher/classes/{code}/reopen", {"minutes": "9"})
    assert "Your time ends at 10:31" in student.get(f"{attempt}/2").text
    assert "Your answers are handed in" in other.get(f"{done}/result").text
    for _ in range(2):
        assert teacher.post(f"/teacher/classes/{code}/reopen", headers=ORIGIN).location == f"/teacher/classes/{code}"
    assert teacher.get(f"/teacher/classes/{code}/reopen").location == f"/teacher/classes/{code}"


def test_two_spellings_of_a_name_are_one_student(student, other, teacher):
    code = teacher.open_class("class", "10")
    student.join(code, "Jos\N{LATIN SMALL LETTER E WITH ACUTE}")
    other.get(f"/join/{code}")
    page = other.send(f"/join/{code}", {"student": "JO\N{SOFT HYPHEN}SE\N{COMBINING ACUTE ACCENT}", "once": "x"})
    assert "Somebody has already joined under this name" in page
    page = teacher.send(f"/teacher/classes/{code}/time", {"name": "jose\N{COMBINING ACUTE ACCENT}", "factor": "2"})
    assert "working, until 10:42" in page
    assert "Nobody has joined" not in page


@pytest.mark.parametrize("name", ["\N{ZERO WIDTH JOINER}", "\N{SOFT HYPHEN} \N{ZERO WIDTH SPACE}", "\N{HANGUL FILLER}"])
def test_a_name_that_cannot_be_seen_is_none(student, teacher, name: str):
    code = teacher.open_class("class")
    student.get(f"/join/{code}")
    assert "Enter your name" in student.send(f"/join/{code}", {"student": name, "once": "x"})


def test_extra_time_for_a_mistyped_name_is_asked_back_with_the_nearest(student, teacher):
    code = teacher.open_class("class", "10")
    student.join(code, "John Smith")
    address = f"/teacher/classes/{code}/time"
    answer = teacher.post(address, data={"name": "Jon Smyth", "factor": "2"}, headers=ORIGIN)
    assert answer.status_code == 422
    for words in ("Nobody has joined as “<bdi>Jon Smyth</bdi>”", "Did you mean “<bdi>John Smith</bdi>”?"):
        assert words in answer.text
    assert "working, until 10:32" in answer.text
    given = teacher.send(address, {"name": "John Smith", "factor": "2"})
    assert "working, until 10:42" in given
    kept = teacher.send(address, {"name": "Jon Smyth", "factor": "2", "anyway": "1"})
    assert "Nobody has joined as “Jon Smyth” yet. The student who joins" in kept
    assert "nobody has joined with this name; the nearest is “<bdi>John Smith</bdi>”" in kept


def test_extra_time_for_a_name_that_is_near_to_nobody_waits_and_says_so(student, teacher):
    code = teacher.open_class("class", "10")
    student.join(code, "John Smith")
    page = teacher.send(f"/teacher/classes/{code}/time", {"name": "Wilhelmina", "factor": "2"})
    assert "Nobody has joined as “Wilhelmina” yet. The student who joins" in page
    assert "nobody has joined with this name yet" in page
