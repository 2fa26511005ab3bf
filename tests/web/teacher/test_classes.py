"""A class joins with a code: what each may see and when, the time, and what the teacher does."""

import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from quizengine.store import misses

ORIGIN = {"Origin": "http://localhost"}


def heading(page: str) -> str:
    return re.sub(r"<[^>]+>|\s+", " ", re.search(r"<h1.*?>(.*?)</h1>", page, re.DOTALL)[1]).strip()


@pytest.fixture
def end(tmp_path):
    """Let the time of every attempt end so many seconds from now."""

    def ended(seconds: int) -> None:
        ends = (datetime.now(UTC) + timedelta(seconds=seconds)).isoformat(timespec="milliseconds")
        with closing(sqlite3.connect(tmp_path / "attempts.db")) as file, file:
            file.execute("UPDATE attempts SET deadline = ? WHERE deadline IS NOT NULL", (ends,))

    return ended


@pytest.mark.parametrize("typed", ["{0}", "{1}", " {1} ", "{2}"])
def test_a_code_is_read_however_it_is_typed(student, teacher, typed):
    code = teacher.open_class("class")
    typed = typed.format(code, f"{code[:3]}-{code[3:]}", code.lower())
    answer = student.get("/join", query_string={"code": typed})
    assert (answer.status_code, answer.location) == (303, f"/join/{code}")


@pytest.mark.parametrize("typed", ["KTR4XN", "K", "<script>", "AAAAAA", "KTR 4XN 9PD", "\x00", "é" * 300])
def test_a_code_of_no_class_is_said_to_be_none_and_stays_in_the_field(student, typed):
    answer = student.get("/join", query_string={"code": typed})
    assert answer.status_code == 404
    assert "No class has this code" in answer.text
    assert "<script>" not in answer.text


def test_codes_cannot_be_tried_one_after_the_other(student, teacher):
    code = teacher.open_class("class")
    answers = [student.get(f"/join/KTR4X{letter}") for letter in "BCDFGHJKMNPQRSTVWXZ23456789"]
    assert [answer.status_code for answer in answers] == [404] * misses.MOST + [429] * (27 - misses.MOST)
    assert 0 < int(answers[-1].headers["Retry-After"]) <= 60
    assert student.get(f"/join/{code}").status_code == 429
    assert student.post("/resume", data={"code": "KTR4XN9PD"}, headers=ORIGIN).status_code == 429


def test_the_page_of_a_class_says_what_will_be_before_it_begins(student, teacher):
    test = teacher.open_class("test", "90")
    page = student.get(f"/join/{test}").text
    for words in ("8 questions", "1 hour 30 minutes", "ask your teacher before you start", "when your teacher closes"):
        assert words in page
    teacher.send(f"/teacher/classes/{test}/close")
    page = student.get(f"/join/{teacher.open_class('practice')}").text
    for words in ("There is no time limit", "right answer after each question"):
        assert words in page


def test_a_name_that_is_taken_is_refused_and_the_own_code_is_pointed_to(student, other, teacher):
    code = teacher.open_class("class")
    student.join(code, "Ada Quill")
    other.get(f"/join/{code}")
    page = other.send(f"/join/{code}", {"student": "ada  quill", "once": "x"})
    assert "continue with your own code" in page
    assert 'value="ada quill"' in page


def test_a_form_sent_twice_joins_once(student, teacher):
    code = teacher.open_class("class")
    once = re.search(r'name="once" value="([^"]+)"', student.get(f"/join/{code}").text)[1]
    form = {"student": "Ada", "once": once}
    first, second = (student.post(f"/join/{code}", data=form, headers=ORIGIN).location for _ in range(2))
    assert first == second
    assert "1 student" in teacher.get(f"/teacher/classes/{code}").text


def test_the_clock_starts_when_the_student_says_so(student, teacher, right):
    code = teacher.open_class("class", "5")
    once = re.search(r'name="once" value="([^"]+)"', student.get(f"/join/{code}").text)[1]
    address = student.post(f"/join/{code}", data={"student": "Ada", "once": once}, headers=ORIGIN).location
    attempt = address.removesuffix("/ready")
    assert heading(student.get(address).text) == "You have 5 minutes"
    for page in ("1", "check"):
        assert student.get(f"{attempt}/{page}").location == address
    assert student.post(f"{attempt}/1", data=right[0], headers=ORIGIN).location == address
    assert "has not started" in teacher.get(f"/teacher/classes/{code}").text
    assert "Your time ends at" in student.send(f"{attempt}/ready")
    assert "Your time ends at" in student.send(f"{attempt}/1", right[0])


def test_when_the_time_is_up_what_was_saved_is_handed_in(student, teacher, right, end):
    attempt = student.join(teacher.open_class("class", "5"))
    student.send(f"{attempt}/1", right[0])
    end(-31)
    page = student.get(f"{attempt}/2", follow_redirects=True).text
    assert "1 of 11 points" in page


def test_an_answer_that_comes_too_late_is_shown_and_not_counted(student, teacher, right, end):
    attempt = student.join(teacher.open_class("class", "5"))
    end(-31)
    answer = student.post(f"{attempt}/1", data=right[0], headers=ORIGIN)
    assert answer.status_code == 409
    assert heading(answer.text) == "Your time is up"
    assert "The stream ran dry." in answer.text
    assert "0 of 11 points" in student.get(f"{attempt}/result").text


def test_the_page_that_counts_down_hands_in_at_the_end(student, teacher, right, end):
    attempt = student.join(teacher.open_class("class", "5"))
    assert "Check your answers" not in student.send(f"{attempt}/1", {**right[0], "then": "time"})
    end(-1)
    page = student.send(f"{attempt}/1", {**right[0], "then": "time"})
    assert "1 of 11 points" in page


def test_the_teacher_sees_who_ran_out_of_time(student, teacher, end):
    code = teacher.open_class("class", "5")
    student.join(code)
    end(-31)
    assert "handed in because time ran out at" in teacher.get(f"/teacher/classes/{code}").text


def test_more_time_is_given_by_name_and_faults_are_told(student, teacher):
    code = teacher.open_class("class", "10")
    assert "Choose how much time to give" in teacher.send(f"/teacher/classes/{code}/time", {"name": "Ada"})
    assert "Enter the student" in teacher.send(f"/teacher/classes/{code}/time", {"name": " ", "factor": "2"})
    assert "Choose how much time to give" in teacher.send(
        f"/teacher/classes/{code}/time", {"name": "Ada", "factor": "9/0"}
    )
    assert "twice as much" in teacher.send(f"/teacher/classes/{code}/time", {"name": "Ada", "factor": "2"})
    once = re.search(r'name="once" value="([^"]+)"', student.get(f"/join/{code}").text)[1]
    assert heading(student.send(f"/join/{code}", {"student": "ada", "once": once})) == "You have 20 minutes"


@pytest.mark.parametrize(
    ("form", "fault"),
    [
        ({}, "Choose when students see"),
        ({"mode": "never"}, "Choose when students see"),
        *(({"mode": "test", "minutes": each}, "Enter the minutes") for each in ("0", "-1", "1.5", "soon", "1441", "²")),
        ({"mode": "test", "label": "x" * 61}, "60 characters"),
    ],
)
def test_a_form_that_gives_a_quiz_to_a_class_tells_its_faults(teacher, form, fault):
    answer = teacher.post("/teacher/quizzes/paper-mill/class", data=form, headers=ORIGIN)
    assert (answer.status_code, fault in answer.text) == (422, True)
    assert "No quiz has been given" in teacher.get("/teacher/classes").text


def test_closing_hands_in_and_nobody_joins_any_more(student, other, teacher, right):
    code = teacher.open_class("test")
    attempt = student.join(code)
    student.send(f"{attempt}/1", right[0])
    assert "1 student is still working on it" in teacher.get(f"/teacher/classes/{code}/close").text
    teacher.send(f"/teacher/classes/{code}/close")
    assert "1 of 11 points" in student.get(f"{attempt}/2", follow_redirects=True).text
    assert "This class closed on" in other.get(f"/join/{code}").text
    assert "This class closed on" in other.send(f"/join/{code}", {"student": "Eve", "once": "1"})
    assert "Eve" not in teacher.get(f"/teacher/classes/{code}").text


def test_while_a_test_is_open_its_quiz_is_not_begun_from_the_list(student, teacher):
    code = teacher.open_class("test")
    assert "The paper mill" not in student.get("/").text
    assert "Nobody can start this quiz here" in student.get("/quizzes/paper-mill").text
    assert "Nobody can start this quiz here" in student.send("/quizzes/paper-mill", {"student": "Ada", "once": "1"})
    teacher.send(f"/teacher/classes/{code}/close")
    assert "The paper mill" in student.get("/").text


def test_in_practice_an_answer_is_final_once_the_right_one_is_shown(student, right, fill):
    attempt = student.begin(mode="practice")
    answer = student.post(f"{attempt}/1", data=fill(1, {"answer": ("nothing",)}) | right[0], headers=ORIGIN)
    assert answer.location == f"{attempt}/1/feedback"
    assert heading(student.get(answer.location).text) == "Right"
    for _ in range(2):
        assert student.get(f"{attempt}/1").location == f"{attempt}/1/feedback"
        assert student.post(f"{attempt}/1", data={}, headers=ORIGIN).location == f"{attempt}/1/feedback"
    assert "1 of 11 points" in student.send(f"{attempt}/submit")


def test_in_practice_nothing_is_shown_for_nothing_or_for_typing(student, right):
    attempt = student.begin(mode="practice")
    assert student.post(f"{attempt}/1", data={}, headers=ORIGIN).location == f"{attempt}/2"
    answer = student.post(f"{attempt}/1", data={**right[0], "then": "stay"}, headers=ORIGIN)
    assert re.fullmatch(r"\d\d:\d\d", answer.text)
    for page in ("1/feedback", "article/1"):
        assert student.get(f"{attempt}/{page}").location == f"{attempt}/1"


def test_what_was_missed_is_a_quiz_of_its_own_and_begun_once(student, right):
    attempt = student.begin()
    for number in (1, 2, 3):
        student.send(f"{attempt}/{number}", right[number - 1])
    assert "Try the 5 I missed" in student.send(f"{attempt}/submit")
    first, second = (student.post(f"{attempt}/retry", headers=ORIGIN).location for _ in range(2))
    assert first == second
    page = student.get(first).text
    assert "Question 1 of 5" in page
    retry = first.rsplit("/", 1)[0]
    student.send(f"{retry}/1", right[3])
    assert "Try the 4 I missed" in student.send(f"{retry}/submit")


def test_nothing_missed_is_nothing_to_try_again(student, right):
    attempt = student.begin()
    for number, form in enumerate(right, 1):
        student.send(f"{attempt}/{number}", form)
    assert "I missed" not in student.send(f"{attempt}/submit")
    assert student.post(f"{attempt}/retry", headers=ORIGIN).location == f"{attempt}/result"


def test_another_browser_goes_on_with_a_code_and_both_may_write(student, other, right):
    attempt = student.begin()
    student.send(f"{attempt}/1", right[0])
    code = re.search(r"[A-Z2-9]{3}-[A-Z2-9]{3}-[A-Z2-9]{3}", student.get(f"{attempt}/2").text)[0]
    assert "Enter your code" in other.send("/resume", {"code": ""})
    assert "No attempt has this code" in other.send("/resume", {"code": "KTR-4XN-9PD"})
    assert "Submit 1 answer" in other.send("/resume", {"code": code.lower()})
    other.send(f"{attempt}/3", right[2])
    assert "Submit 2 answers" in student.get(f"{attempt}/check").text
    other.send("/leave")
    assert other.get(f"{attempt}/check").status_code == 404


def test_reports_reach_the_teacher_and_say_what_is_missing(student, teacher):
    attempt = student.begin("Ada <b>Quill</b>")
    answer = student.post(f"{attempt}/2/report", data={"problem": "  "}, headers=ORIGIN)
    assert (answer.status_code, "Say what is wrong" in answer.text) == (422, True)
    answer = student.post(f"{attempt}/2/report", data={"problem": "x" * 1001}, headers=ORIGIN)
    assert (answer.status_code, "x" * 1001 in answer.text) == (422, True)
    assert "Your teacher will see" in student.send(f"{attempt}/2/report", {"problem": "<i>Two</i> are right."})
    page = teacher.get("/teacher/reports").text
    for words in ("&lt;i&gt;Two&lt;/i&gt; are right.", "Ada &lt;b&gt;Quill", "Who is named in the article?"):
        assert words in page
    (address,) = re.findall(r'action="(/teacher/reports/[^"]+)"', page)
    assert "There are no reported problems" in teacher.send(address)


def test_a_closed_class_can_be_deleted_and_an_open_one_not(student, teacher, right):
    code = teacher.open_class("class")
    attempt = student.join(code, "Ada Quill")
    student.send(f"{attempt}/1", right[0])
    assert "Delete the class" not in teacher.get(f"/teacher/classes/{code}").text
    assert teacher.get(f"/teacher/classes/{code}/delete").location == f"/teacher/classes/{code}"
    assert "Ada Quill" in teacher.send(f"/teacher/classes/{code}/delete")
    teacher.send(f"/teacher/classes/{code}/close")
    retry = student.post(f"{attempt}/retry", headers=ORIGIN).location
    assert "answers, results and reports" in teacher.get(f"/teacher/classes/{code}/delete").text
    assert "No quiz has been given" in teacher.send(f"/teacher/classes/{code}/delete")
    assert "Ada Quill" not in teacher.get("/teacher/results").text
    for address in (f"{attempt}/result", retry, f"{attempt}/check"):
        assert student.get(address).status_code == 404
    assert student.post(f"{attempt}/1", data=right[0], headers=ORIGIN).status_code == 404
    assert student.get(f"/join/{code}").status_code == 404
