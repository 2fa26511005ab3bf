"""Open questions on the pages: sentences are kept, their student marks them, and the teacher sees by whom."""

import re
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from html import unescape
from pathlib import Path

import pytest
from flask import Flask

from quizengine.desk.library import Library, open_library
from quizengine.engine import Engine, start
from quizengine.store import Store
from quizengine.web import create_app
from quizengine.web.render.answer_faults import LONGEST_SENTENCES
from tests.web.conftest import TOKEN, Browser, Wall

BANK = """format: quizengine/1
title: Water wheels
state: open
markup: markdown
questions:
  - type: open
    stem: Why does an overshot wheel need less water?
    answer: "The **weight** of the water turns it."
    points: 2
  - {type: short_text, stem: Who measured water wheels in 1759?, answer: Smeaton}
  - {type: open, stem: What is a mill race?, answer: A channel to a mill wheel.}
"""
NAME = "water-wheels"
WHY = {"part-1": "Because of <b>its</b> weight.\r\nNot of its speed."}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    folder = tmp_path_factory.mktemp("open")
    (folder / "question_banks").mkdir()
    (folder / "question_banks" / f"{NAME}.yaml").write_text(BANK, "utf-8")
    return start(folder)


@pytest.fixture(scope="module")
def library(engine: Engine) -> Library:
    return open_library(engine)


@pytest.fixture
def app(engine: Engine, library: Library, tmp_path: Path, wall: Wall) -> Iterator[Flask]:
    with closing(Store(tmp_path / "attempts.db", clock=wall.clock())) as store:
        yield create_app(engine, library, store, secret_key=b"k" * 32, teacher_token=TOKEN)


def text_of(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.partition("<main")[2])).split())


def hand_in(browser: Browser, attempt: str, *answers: str) -> str:
    """Answer the questions in order, an empty answer being none, and hand in; gives the page of the result."""
    for number, answer in enumerate(answers, 1):
        browser.send(f"{attempt}/{number}", {"part-1": answer} if answer else {})
    return browser.send(f"{attempt}/submit")


def test_a_student_writes_sentences_that_stay_in_the_field_as_they_are(student: Browser) -> None:
    attempt = student.begin(quiz=NAME)
    page = student.get(f"{attempt}/1").text
    assert re.search(r'<h1[^>]*><label for="part-1">Why does', page) and '<textarea class="sentences"' in page
    student.send(f"{attempt}/1", WHY)
    assert "Because of &lt;b&gt;its&lt;/b&gt; weight.\nNot of its speed.</textarea>" in student.get(f"{attempt}/1").text


def test_a_student_is_told_when_an_answer_is_too_long_and_keeps_it_on_the_page(student: Browser) -> None:
    attempt = student.begin(quiz=NAME)
    assert "Not marked yet" in hand_in(student, attempt, "x" * LONGEST_SENTENCES)
    longer = "y" * (LONGEST_SENTENCES + 1)
    page = student.send(f"{student.begin(quiz=NAME, student='Ben')}/1", {"part-1": longer})
    assert "Your answer has 10,001 characters. Shorten it to 10,000 or fewer." in page and longer in page


def test_a_student_marks_the_answer_after_each_question_in_practice_and_may_change_the_mark(student: Browser) -> None:
    attempt = student.begin(quiz=NAME, mode="practice")
    said = text_of(student.send(f"{attempt}/1", WHY))
    assert "Not marked yet" in said and "Model answer The weight of the water turns it." in said
    assert "Partly right Question 1 of 3 1 of 2 points" in text_of(student.send(f"{attempt}/1/mark", {"mark": "half"}))
    page = student.send(f"{attempt}/1/mark", {"mark": "full"})
    assert "Right Question 1 of 3 2 of 2 points" in text_of(page)
    assert re.findall(r'value="(\w+)" aria-pressed="true"', page) == ["full"]
    assert "1 of 3 right" in student.send(f"{attempt}/submit")


def test_a_student_marks_it_after_submission_in_class_mode_and_the_score_follows(student: Browser) -> None:
    attempt = student.begin(quiz=NAME)
    student.send(f"{attempt}/1", WHY)
    student.send(f"{attempt}/1/mark", {"mark": "full"})  # too early: the model answer has not been shown
    said = text_of(hand_in(student, attempt, WHY["part-1"], "Smeaton", "A channel."))
    assert "1 of 3 right (33 %) … and 2 answers for you to mark: questions 1 and 3" in said
    assert "Try the" not in said and "That is 1 of 4 points" in said
    said = text_of(student.send(f"{attempt}/3/mark", {"mark": "none"}))
    assert "… and 1 answer for you to mark: question 1" in said and "Try the one I missed" in said
    assert "2 of 3 right (67 %)" in text_of(student.send(f"{attempt}/1/mark", {"mark": "full"}))


@pytest.mark.parametrize("mark", ["", "more"])
def test_a_student_cannot_give_a_mark_that_is_not_offered(student: Browser, mark: str) -> None:
    attempt = student.begin(quiz=NAME)
    hand_in(student, attempt, "Weight.")
    answer = student.post(f"{attempt}/1/mark", data={"mark": mark}, headers={"Origin": "http://localhost"})
    assert answer.status_code == 400 and "no mark" in answer.text


def test_a_student_cannot_mark_an_empty_answer_or_one_to_another_kind_of_question(student: Browser) -> None:
    attempt = student.begin(quiz=NAME)
    page = hand_in(student, attempt, "", "Watt")
    assert "Mark your answer" not in page and "Model answer" in page
    for number in (1, 2):
        student.send(f"{attempt}/{number}/mark", {"mark": "full"})
    assert "0 of 3 right" in student.get(f"{attempt}/result").text


def test_nobody_else_can_mark_an_answer(student: Browser, other: Browser) -> None:
    attempt = student.begin(quiz=NAME)
    hand_in(student, attempt, "Weight.")
    other.send(f"{attempt}/1/mark", {"mark": "full"})
    assert "0 of 3 right" in student.get(f"{attempt}/result").text


def test_a_student_marks_nothing_before_the_results_of_a_test_are_shown(student: Browser, teacher: Browser) -> None:
    code = teacher.open_class("test", quiz=NAME)
    attempt = student.join(code)
    assert "Model answer" not in hand_in(student, attempt, "Weight.")
    student.send(f"{attempt}/1/mark", {"mark": "full"})
    teacher.send(f"/teacher/classes/{code}/close")
    assert "0 of 3 right (0 %) … and 1 answer" in text_of(student.get(f"{attempt}/result").text)
    assert "1 of 3 right" in student.send(f"{attempt}/1/mark", {"mark": "full"})


def test_a_student_practises_over_days_with_the_mark_before_the_next_day_is_chosen(
    student: Browser, wall: Wall
) -> None:
    attempt = student.begin(quiz=NAME)
    hand_in(student, attempt, "Speed.", "Smeaton")
    student.send(f"{attempt}/1/mark", {"mark": "none"})
    student.send(f"{attempt}/practice")
    wall.now += timedelta(days=1)
    said = text_of(student.send(f"{attempt}/practice/1", WHY))
    assert "Not marked yet" in said and "comes back" not in said and "Next question" not in said
    assert student.get(f"{attempt}/practice/1").location.endswith("/practice/1/feedback")
    assert "2 questions are due today" in student.get("/practice").text
    said = text_of(student.send(f"{attempt}/practice/1/mark", {"mark": "full"}))
    assert "Right" in said and "This question comes back on" in said and "Mark your answer" not in said
    assert "1 question is due today" in student.get("/practice").text


def test_a_question_that_its_student_marks_as_missed_later_joins_the_practice(student: Browser) -> None:
    attempt = student.begin(quiz=NAME)
    hand_in(student, attempt, "Speed.", "Smeaton")
    assert "Nothing is due today. The next one comes" in text_of(student.send(f"{attempt}/practice"))
    button = "Practise what I missed over days"
    assert button not in student.get(f"{attempt}/result").text
    assert button in student.send(f"{attempt}/1/mark", {"mark": "none"})
    student.send(f"{attempt}/practice")
    assert button not in student.get(f"{attempt}/result").text


@pytest.fixture
def a_class(app: Flask, teacher: Browser, browser_of) -> tuple[str, dict[str, str]]:
    """Ada has marked her first answer; Ben and Zoë have marked none. Gives the code, and each attempt's address."""
    code, attempts = teacher.open_class("class", quiz=NAME), {}
    for student, answers in (("Ada", ("Weight.", "", "A channel.")), ("Ben", ("Speed.",)), ("Zoë", ("Why not?",))):
        browser = browser_of(app)
        attempts[student] = browser.join(code, student)
        hand_in(browser, attempts[student], *answers)
        if student == "Ada":
            browser.send(f"{attempts['Ada']}/1/mark", {"mark": "half"})
    return code, attempts


def test_a_teacher_reads_every_answer_with_its_mark_and_by_whom_it_was_given(teacher: Browser, a_class) -> None:
    page = teacher.get(f"/teacher/classes/{a_class[0]}/results").text
    said = text_of(page)
    assert "4 answers" not in said and "3 answers are not marked yet" in said
    assert "Ada Weight. 1 of 2, marked by the student" in said
    assert "Ben Speed. ○ not marked yet Zoë Why not? ○ not marked yet" in said
    assert "0 of 1 right · 2 not marked yet · 1 marked by the student" in said
    ada = re.search(r"<tr><th scope=\"row\"><a[^>]*><bdi>Ada.*?</tr>", page, re.DOTALL)
    assert ada is not None
    assert re.findall(r'class="unseen">([^<]+)', ada[0]) == [
        "partly right, marked by the student", "not answered", "not marked yet",
    ]  # fmt: skip


def test_a_teacher_goes_from_one_unmarked_answer_to_the_next_until_all_are_marked(teacher: Browser, a_class) -> None:
    code, attempts = a_class
    way = []
    page = teacher.get(f"/teacher/classes/{code}/unmarked", follow_redirects=True).text
    while "All answers are marked." not in page:
        heading = re.search(r"<h1>Points by hand: <bdi>(\w+)</bdi>, question (\d)", page)
        form = re.search(r'action="(/teacher/results/[^"]+/points)"', page)
        assert heading is not None and form is not None and 'name="points" inputmode="decimal" value=""' in page
        way.append((heading[1], heading[2]))
        page = teacher.send(form[1], {"points": "1", "then": "unmarked"})
    assert way == [("Ben", "1"), ("Zoë", "1"), ("Ada", "3")]
    said = text_of(teacher.get(attempts["Ben"].replace("/attempts/", "/teacher/results/")).text)
    assert "1 of 4 points" in said and "The points for this answer were given by hand." in said


def test_a_teacher_goes_before_the_student_who_then_marks_no_more(
    app: Flask, teacher: Browser, student: Browser
) -> None:
    attempt = student.begin(quiz=NAME)
    hand_in(student, attempt, "Weight.")
    page = teacher.get("/teacher/quizzes/water-wheels/results/unmarked", follow_redirects=True).text
    form = re.search(r'action="(/teacher/results/[^"]+/points)"', page)
    assert form is not None
    teacher.send(form[1], {"points": "1.5", "note": "Well said."})
    said = text_of(student.send(f"{attempt}/1/mark", {"mark": "none"}))
    assert "1.5 of 2 points" in said and "Well said." in said and "Mark your answer" not in said


def test_a_teacher_sees_the_model_answer_beside_the_marking_and_changes_only_points(teacher: Browser, a_class) -> None:
    page = teacher.get(f"/teacher/classes/{a_class[0]}/results").text
    address = unescape(re.findall(r'href="([^"]+/marking)"', page)[0])
    form = teacher.get(address).text
    assert "The <strong>weight</strong> of the water turns it." in form and "<textarea" not in form
    said = text_of(teacher.send(address, {"points": "4", "treatment": "marked"}))
    assert "Ada 1 of 4 2 of 6 ▲ gains" in said
    teacher.send(address, {"points": "4", "treatment": "marked", "then": "apply"})
    assert "Ada Weight. 2 of 4, marked by the student" in text_of(
        teacher.get(f"/teacher/classes/{a_class[0]}/results").text
    )


def test_a_teacher_prints_reports_that_tell_marks_by_students_from_others(teacher: Browser, a_class) -> None:
    said = text_of(teacher.get(f"/teacher/classes/{a_class[0]}/reports").text)
    assert "◐ Weight. The weight of the water turns it. 1 of 2 marked by the student" in said
    assert "○ A channel. A channel to a mill wheel. not marked yet" in said


def test_a_teacher_writes_one_in_the_browser(teacher: Browser) -> None:
    page = teacher.get(f"/teacher/quizzes/{NAME}/questions/new/open").text
    assert re.search(r'<legend>Model answer.*?<textarea id="f-answer" name="q.answer" rows="3"', page, re.DOTALL)
