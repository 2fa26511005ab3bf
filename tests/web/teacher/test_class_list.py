"""The pages of the class list, and joining by it."""

import re
import sqlite3
from contextlib import closing
from html import unescape

import pytest

ORIGIN = {"Origin": "http://localhost"}


def text_of(page):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.partition("<main")[2])).split())


@pytest.fixture
def code(teacher):
    return teacher.open_class("class")


def attempt_id(address):
    return address.rpartition("/")[2]


def test_pasted_names_stand_on_the_list_until_they_join(teacher, student, code):
    said = text_of(teacher.send(f"/teacher/classes/{code}/list", {"names": "Quill, Ada\nOkafor, Ben\nOkafor, Ben"}))
    assert "3 names were added." in said and "3 students on the list have not joined" in said
    assert "Ben Okafor (2)" in said
    student.join(code, "ada quill")
    said = text_of(teacher.get(f"/teacher/classes/{code}/list").text)
    assert "1 student has joined" in said and "2 students on the list have not joined" in said
    assert "ada quill yes" in said
    said = text_of(teacher.send(f"/teacher/classes/{code}/list/strike", {"name": "Ben Okafor (2)"}))
    assert "1 student on the list has not joined" in said


@pytest.mark.parametrize(
    ("names", "fault"),
    [
        (" \n", "Enter at least one name"),
        ("x" * 81, "80 characters or fewer"),
        ("\n".join(f"Student {number}" for number in range(501)), "Enter at most 500 names"),
    ],
)
def test_faults_are_told_and_what_was_pasted_stays(teacher, code, names, fault):
    answer = teacher.post(f"/teacher/classes/{code}/list", data={"names": names}, headers=ORIGIN)
    assert answer.status_code == 422 and fault in answer.text
    assert names.split("\n")[0].strip() in answer.text


def test_students_choose_from_the_names_that_are_free(teacher, student, other, code):
    teacher.send(f"/teacher/classes/{code}/list", {"names": "Ada\nBen"})
    teacher.send(f"/teacher/classes/{code}/list/joining", {"joining": "list"})
    page = student.get(f"/join/{code}").text
    assert re.findall(r"<option>(\w+)</option>", page) == ["Ada", "Ben"]
    student.join(code, "Ada")
    page = other.get(f"/join/{code}").text
    assert re.findall(r"<option>(\w+)</option>", page) == ["Ben"]
    once = re.search(r'name="once" value="([^"]+)"', page)[1]
    for name, fault in (("Eve", "Choose your name from the list"), ("Ada", "already joined"), ("", "Enter your name")):
        answer = other.post(f"/join/{code}", data={"student": name, "once": once}, headers=ORIGIN)
        assert answer.status_code == 422 and fault in answer.text
    other.join(code, "Ben")
    assert "All names on the list have been taken" in teacher.get(f"/join/{code}").text


def test_a_student_is_renamed(teacher, student, other, code):
    ada = attempt_id(student.join(code, "Ada"))
    other.join(code, "Ben")
    address = f"/teacher/classes/{code}/students/{ada}/rename"
    assert "Ada Quill no" in text_of(teacher.send(address, {"name": "Ada Quill"}))
    assert "Somebody else in this class has this name" in teacher.send(address, {"name": "ben"})
    assert "Enter the student’s name" in teacher.send(address, {"name": " "})


def test_two_attempts_are_shown_side_by_side_and_merged(teacher, student, other, code, right):
    one, two = student.join(code, "Ada"), other.join(code, "Ada Q")
    student.send(f"{one}/5", {"part-1": "Marsh"})
    other.send(f"{two}/5", {"part-1": "Gray"})
    other.send(f"{two}/1", right[0])
    address = f"/teacher/classes/{code}/students/{attempt_id(one)}/merge/{attempt_id(two)}"
    said = text_of(teacher.get(address).text)
    assert "✓ Marsh Gray is deleted" in said and "– ✓ The stream ran dry." in said
    assert "Ada Q" in text_of(teacher.get(f"/teacher/classes/{code}/students/{attempt_id(one)}/edit").text)
    assert "1 student has joined" in text_of(teacher.send(address))
    student.send(f"{one}/submit")
    assert "2 of 11 points" in student.get(f"{one}/result").text
    assert other.get(f"{two}/1").status_code == 404


def test_a_student_is_deleted_only_when_the_box_is_ticked(teacher, student, code, tmp_path):
    ada = attempt_id(student.join(code, "Ada"))
    student.send(f"/attempts/{ada}/5", {"part-1": "Marsh"})
    assert "Tick the box" in teacher.send(f"/teacher/classes/{code}/students/{ada}/delete")
    said = text_of(teacher.send(f"/teacher/classes/{code}/students/{ada}/delete", {"sure": "1"}))
    assert "The student was deleted with all answers." in said and "0 students have joined" in said
    with closing(sqlite3.connect(tmp_path / "attempts.db")) as file:
        assert file.execute("SELECT count(*) FROM responses").fetchone() == (0,)


def test_students_of_other_classes_are_not_found(teacher, student, code):
    elsewhere = attempt_id(student.join(teacher.open_class("class"), "Ada"))
    for address in (f"{elsewhere}/edit", f"{elsewhere}/merge/{elsewhere}"):
        assert teacher.get(f"/teacher/classes/{code}/students/{address}").status_code == 404
    form = {"name": "Eve", "sure": "1"}
    for act in ("rename", "delete"):
        answer = teacher.post(f"/teacher/classes/{code}/students/{elsewhere}/{act}", data=form, headers=ORIGIN)
        assert answer.status_code == 404


def test_how_long_a_class_is_kept_is_chosen_on_its_page(teacher, code, store):
    page = teacher.send(f"/teacher/classes/{code}/keep", {"days": "30"})
    assert '<option value="30" selected>' in page
    assert store.assignments.find(code).keep_days == 30
    teacher.send(f"/teacher/classes/{code}/keep", {"days": "0"})
    assert store.assignments.find(code).keep_days is None
    assert teacher.post(f"/teacher/classes/{code}/keep", data={"days": "5"}, headers=ORIGIN).status_code == 404
