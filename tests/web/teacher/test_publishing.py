"""A quiz becomes ready, open and closed on its page, and students see and reach it while it is open."""

import html
import re
from pathlib import Path

import pytest
from flask import Flask

from quizengine.desk.library import open_library
from quizengine.engine import start
from quizengine.quiz.quiz import Quiz
from quizengine.store import Store
from quizengine.web import create_app
from quizengine.web.teacher.versions import Version
from tests.web.conftest import KEY, TOKEN

QUIZ = "/teacher/quizzes/ice"
BANK = """\
format: quizengine/1
title: Ice and water  # the title
questions:
  - {type: true_false, stem: Ice floats., answer: true}
"""


@pytest.fixture
def ice(tmp_path: Path) -> Path:
    """The bank file of a quiz that says nothing of its state."""
    (tmp_path / "question_banks").mkdir()
    bank = tmp_path / "question_banks" / "ice.yaml"
    bank.write_text(BANK)
    return bank


@pytest.fixture
def app(ice: Path, store: Store) -> Flask:
    engine = start(ice.parent.parent)
    return create_app(engine, open_library(engine), store, secret_key=KEY, teacher_token=TOKEN)


def fields(page: str) -> dict[str, str]:
    """The hidden fields of the form that changes the state."""
    form = re.search(r'<form method="post" action="[^"]+/state".*?</form>', page, re.DOTALL)[0]
    return {
        name: html.unescape(value) for name, value in re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form)
    }


GENERATED = BANK.replace(
    "answer: true}",
    "answer: true, evidence: {start: 0, end: 10, quote: Ice floats}, origin: {generator: fact_recall, rule: what}}",
).replace("questions:", f"article: {{title: Ice, file: seeds/ice.txt, sha256: {'0' * 64}}}\nquestions:")
"""The same quiz as a generator writes it."""


def change(teacher, state: str, **window: str) -> str:
    return teacher.send(f"{QUIZ}/state", fields(teacher.get(QUIZ).text) | {"state": state, **window})


def undone(teacher, page: str) -> str:
    number = re.search(r'name="edit" value="(\d+)"', page)[1]
    return teacher.send(f"{QUIZ}/review/undo", {"edit": number})


def reached(student) -> tuple[bool, int]:
    """Whether a student sees the quiz in the list, and what its address answers."""
    return "Ice and water" in student.get("/").text, student.get("/quizzes/ice").status_code


def test_a_quiz_is_not_open_by_being_in_a_folder(student) -> None:
    assert reached(student) == (False, 404)


def test_a_folder_may_say_that_all_quizzes_are_open(student, ice: Path) -> None:
    (ice.parent.parent / "school.yaml").write_text("open: all\n")
    assert reached(student) == (True, 200)
    ice.write_text(BANK.replace("questions", "state: closed\nquestions"))
    assert reached(student) == (False, 403)


def test_a_quiz_is_opened_closed_and_hidden_and_its_file_keeps_its_comments(teacher, student, ice: Path) -> None:
    assert "The quiz is open to students." in change(teacher, "open")
    assert reached(student) == (True, 200)
    assert "title: Ice and water  # the title\nstate: open\n" in ice.read_text()
    change(teacher, "closed")
    assert reached(student) == (False, 403)
    change(teacher, "ready")
    assert reached(student) == (False, 404)


def test_a_quiz_whose_key_is_the_letter_of_an_option_is_not_open_until_it_is_right(teacher, student, ice: Path) -> None:
    letter = "  - {type: choice, stem: What floats?, answer: B, distractors: [iron, ice, lead]}\n"
    ice.write_text(BANK.replace("questions:", "state: open\nquestions:") + letter)
    assert reached(student) == (False, 404)
    page = html.unescape(teacher.get(QUIZ).text)
    assert "Students cannot take this quiz before its keys are right:" in page
    assert re.search("Question 2:.*found the key “B”, expected the text of the right option", page)
    given = teacher.post(f"{QUIZ}/class", data={"mode": "class"}, headers={"Origin": "http://localhost"})
    assert given.status_code == 409 and "Students cannot take this quiz" in given.text
    assert [teacher.get(f"{QUIZ}/files/{form}").status_code for form in ("docx", "gift", "yaml")] == [409, 409, 200]
    assert "found the key “B”" in html.unescape(change(teacher, "open"))
    ice.write_text(
        BANK.replace("questions:", "state: open\nquestions:") + letter.replace("B,", "ice,").replace("ice, l", "l")
    )
    assert reached(student) == (True, 200)


def test_what_a_generator_made_is_read_before_it_is_opened_here(teacher, student, ice: Path) -> None:
    ice.write_text(GENERATED)
    page = teacher.get(QUIZ).text
    assert "0 of 1 question is read." in page and "Review the questions" in page
    assert "Open to students" not in page and "0 of 1 question read" in teacher.get(f"{QUIZ}/review").text
    assert "found 0 of 1 question read" in change(teacher, "open")
    (ice.parent.parent / "school.yaml").write_text("open: all\n")
    page = teacher.get(QUIZ).text
    assert "0 of 1 question is read." in page and "Then you can open" not in page
    assert reached(student) == (True, 200)


def test_a_quiz_with_a_new_question_keeps_its_window_when_it_is_closed(teacher, ice: Path) -> None:
    ice.write_text(GENERATED.replace("questions:", "open_until: 2099-12-01 10:00\nquestions:"))
    page = teacher.get(QUIZ).text
    teacher.send(f"{QUIZ}/state", fields(page) | {"state": "ready"})
    assert "state: ready" in ice.read_text() and "2099-12-01 10:00" in ice.read_text()


def test_the_times_are_saved_beside_their_fields(teacher) -> None:
    page = change(teacher, "open")
    folded = page[page.index('<details class="more"') :].partition("</details>")[0]
    assert "Save the times" in folded and page.count("Save the times") == 1
    assert "Close the quiz" not in folded


def test_each_change_can_be_undone(teacher, student, ice: Path) -> None:
    change(teacher, "open", open_until="2099-12-01T10:00")
    closed = change(teacher, "closed")
    again = undone(teacher, closed)
    assert "Undone." in again and 'open_until: "2099-12-01 10:00"' in ice.read_text()
    assert reached(student) == (True, 200)
    undone(teacher, again)
    assert ice.read_text() == BANK


def test_the_window_is_read_in_the_time_zone_of_the_school(teacher, student, ice: Path) -> None:
    (ice.parent.parent / "school.yaml").write_text("time_zone: Asia/Tokyo\n")
    page = change(teacher, "open", open_from="2099-12-01T08:00")
    assert "The quiz opens on 1 December 2099, 08:00." in page and "Asia/Tokyo" in page
    assert reached(student) == (False, 403)
    assert "This quiz opens on 1 December 2099, 08:00." in student.get("/quizzes/ice").text


@pytest.mark.parametrize(
    ("window", "words"),
    [
        ({"open_from": "tomorrow"}, "Enter a day and a time such as 2026-12-01 08:00"),
        ({"open_from": "2026-12-02", "open_until": "2026-12-01"}, "The quiz must close after it opens"),
    ],
)
def test_a_window_that_makes_no_sense_changes_nothing(teacher, ice: Path, window: dict[str, str], words: str) -> None:
    assert words in change(teacher, "open", **window)
    assert ice.read_text() == BANK


def test_a_change_on_an_outdated_page_changes_nothing(teacher, ice: Path) -> None:
    outdated = fields(teacher.get(QUIZ).text)
    change(teacher, "open")
    before = ice.read_text()
    assert "Somebody else has changed the state" in teacher.send(f"{QUIZ}/state", outdated | {"state": "draft"})
    assert ice.read_text() == before


def test_an_attempt_under_way_goes_on_after_its_quiz_is_closed(teacher, student) -> None:
    change(teacher, "open")
    attempt = student.begin(quiz="ice")
    change(teacher, "ready")
    assert "Ice floats." in student.get(f"{attempt}/1").text
    assert "Continue as <bdi>Ada</bdi>" in student.get("/quizzes/ice").text
    assert "Your result" in (result := student.send(f"{attempt}/submit")) and "Take this quiz again" not in result


def test_a_form_of_before_begins_nothing_when_the_quiz_is_closed(teacher, student) -> None:
    change(teacher, "open")
    once = re.search(r'name="once" value="([^"]+)"', student.get("/quizzes/ice").text)[1]
    change(teacher, "closed")
    answer = student.post("/quizzes/ice", data={"student": "Ada", "once": once}, headers={"Origin": "http://localhost"})
    assert answer.status_code == 403 and "closed" in answer.text


def test_a_class_takes_a_quiz_that_is_hidden_from_all_others(teacher, student) -> None:
    attempt = student.join(teacher.open_class("class", quiz="ice"))
    assert "Ice floats." in student.get(f"{attempt}/1").text
    assert reached(student)[0] is False


def test_a_draft_without_questions_cannot_be_opened(teacher, ice: Path) -> None:
    ice.write_text("format: quizengine/1\ntitle: Ice\nstate: draft\nquestions: []\n")
    page = teacher.get(QUIZ).text
    assert "This quiz has no questions yet." in page
    form = {"seen": Version.of(Quiz("Ice", ())).field, "now": "draft", "state": "open"}
    assert "found no questions" in teacher.send(f"{QUIZ}/state", form)
