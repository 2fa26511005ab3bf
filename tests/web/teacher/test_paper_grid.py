"""Answers on paper are typed into a grid, and are marked as if they had been given in the browser."""

import re
from html import unescape

import pytest

from quizengine.formats.content.interactions import exported
from quizengine.quiz.paper_forms import paper_form


@pytest.fixture
def code(teacher):
    return teacher.open_class("class", "20")


@pytest.fixture
def grid(teacher, code):
    """The form of the grid of a paper form with some cells filled: by row, a name and what was typed by number."""

    def filled(letter, *rows):
        page = teacher.get(f"/teacher/classes/{code}/paper?form={letter}").text
        form = {"form": letter, "once": re.search(r'name="once" value="([^"]+)"', page)[1]}
        for at, (name, cells) in enumerate(rows):
            form |= {f"name-{at}": name, **{f"cell-{at}-{number}": cell for number, cell in cells.items()}}
        return form

    return filled


def number_of(quiz, letter, stem):
    return next(one.number for one in exported(paper_form(quiz, letter)) if stem in one.original.stem)


def test_what_is_typed_of_a_form_is_handed_in_and_marked(teacher, code, grid, quiz, store):
    diary, tons = number_of(quiz, "B", "diary"), number_of(quiz, "B", "Fill the gaps")
    rows = ("Ada", {diary: "Marsh", tons: "four; coal"}), ("Ben", {diary: "Gray"}), ("", {})
    page = teacher.send(f"/teacher/classes/{code}/paper", grid("B", *rows))
    assert "The answers of 2 students were handed in." in page
    found = {each.attempt.student: each.score.earned for each in store.assignments.attempts(code)}
    assert found == {"Ada": 3, "Ben": 0}


def test_the_same_form_sent_twice_is_one(teacher, code, grid, store):
    form = grid("-", ("Ada", {5: "Marsh"}))
    teacher.send(f"/teacher/classes/{code}/paper", form)
    assert "The answers of 1 student were handed in." in teacher.send(f"/teacher/classes/{code}/paper", form)
    assert [each.score.earned for each in store.assignments.attempts(code)] == [1]


def test_if_a_cell_cannot_be_read_nothing_is_kept_and_what_was_typed_stays(teacher, code, grid, store):
    form = grid("-", ("Ada", {1: "Z", 5: "Marsh"}), ("Ben", {5: "Gray"}), ("", {5: "lost"}))
    page = unescape(teacher.send(f"/teacher/classes/{code}/paper", form))
    assert "Ada, question 1: “Z” cannot be read. Enter one letter from A to D." in page
    assert "Row 3 has answers and no name" in page
    assert 'value="Marsh"' in page and 'value="Gray"' in page and 'value="Z"' in page
    assert store.assignments.attempts(code) == ()


def test_names_of_the_list_are_in_the_grid_until_they_have_joined(teacher, student, code, grid):
    teacher.send(f"/teacher/classes/{code}/list", {"names": "Ada\nBen"})
    student.join(code, "Ada")
    names = re.findall(
        r'class="name" name="name-\d+" value="([^"]+)"', teacher.get(f"/teacher/classes/{code}/paper").text
    )
    assert names == ["Ben"]
    page = teacher.send(f"/teacher/classes/{code}/paper", grid("-", ("ada", {5: "Marsh"})))
    assert "ada has joined this class already" in page
    teacher.send(f"/teacher/classes/{code}/list/joining", {"joining": "list"})
    assert "Eve is not on the class list" in teacher.send(
        f"/teacher/classes/{code}/paper", grid("-", ("Eve", {5: "x"}))
    )


def test_an_empty_grid_a_closed_class_and_another_form_are_refused(teacher, code, grid):
    assert "Enter at least one name" in teacher.send(f"/teacher/classes/{code}/paper", grid("-"))
    form = grid("-", ("Ada", {5: "Marsh"}))
    teacher.send(f"/teacher/classes/{code}/close")
    assert "This class is closed." in teacher.send(f"/teacher/classes/{code}/paper", form)
    assert teacher.get(f"/teacher/classes/{code}/paper?form=D").status_code == 404
