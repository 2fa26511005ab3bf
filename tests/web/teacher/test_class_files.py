"""The marks of a class as downloads, and the reports to print."""

import json
import re
from html import unescape

import pytest


@pytest.fixture
def class_of_two(app, teacher, browser_of, right):
    code = teacher.open_class("class")
    for student, answered in (("Ada", 8), ("Ben", 1)):
        attempt = (browser := browser_of(app)).join(code, student)
        for number in range(answered):
            browser.send(f"{attempt}/{number + 1}", right[number])
        browser.send(f"{attempt}/submit")
    return code


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("students.csv", b"\xef\xbb\xbfstudent,earned"),
        ("answers.csv", b"\xef\xbb\xbfstudent,question"),
        ("marks.xlsx", b"PK"),
        ("class.json", b"{"),
        ("class.zip", b"PK"),
    ],
)
def test_every_file_can_be_taken_away(teacher, class_of_two, name, begins):
    answer = teacher.get(f"/teacher/classes/{class_of_two}/files/{name}")
    assert answer.status_code == 200 and answer.data.startswith(begins)
    assert answer.headers["Content-Disposition"] == f"attachment; filename={class_of_two}-{name}"
    assert f'files/{name}"' in teacher.get(f"/teacher/classes/{class_of_two}/results").text


def test_the_json_has_all_that_was_given(teacher, class_of_two):
    record = json.loads(teacher.get(f"/teacher/classes/{class_of_two}/files/class.json").data)
    assert {each["student"]: each["earned"] for each in record["students"]} == {"Ada": "11", "Ben": "1"}


def test_there_is_no_other_file(teacher, class_of_two):
    assert teacher.get(f"/teacher/classes/{class_of_two}/files/quizengine.db").status_code == 404
    assert teacher.get("/teacher/classes/NOSUCH/files/class.zip").status_code == 404


def test_each_student_has_a_report_with_the_right_answers_to_what_was_missed(teacher, class_of_two):
    page = teacher.get(f"/teacher/classes/{class_of_two}/reports").text
    ada, ben = (
        " ".join(unescape(re.sub(r"<[^>]+>", " ", each)).split())
        for each in re.findall(r'<div class="report">.*?</table>', page, re.DOTALL)
    )
    assert "11 of 11 points" in ada and "1 of 11 points" in ben
    assert "5. Who wrote about the smoke in a diary? – Not answered Ida Marsh 0 of 1" in ben
    assert "5. Who wrote about the smoke in a diary? ✓ Ida Marsh 1 of 1" in ada
