"""An open question in Chromium, from the answer to the mark, for a student alone and for a class with its teacher."""

import re
from pathlib import Path

import pytest
from accessibility import violations
from page_looks import look_at
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site

BANK = """format: quizengine/1
title: Water wheels
state: open
questions:
  - {type: open, stem: Why does an overshot wheel need less water?, answer: The weight of the water turns it.}
  - {type: short_text, stem: Who measured water wheels in 1759?, answer: Smeaton}
"""
SENTENCES = "Because the water is heavy.\nIts speed does not matter."


@pytest.fixture(scope="module")
def wheels(serve, tmp_path_factory: pytest.TempPathFactory):
    """A server for a quiz with an open question."""
    folder: Path = tmp_path_factory.mktemp("wheels")
    (folder / "question_banks").mkdir()
    (folder / "question_banks" / "water-wheels.yaml").write_text(BANK, "utf-8")
    with serve(folder) as site:
        yield site


def is_well_made(tab: Page) -> None:
    """A page without faults for axe, in light and in the dark, that fits a phone and can be pressed there."""
    look = look_at(tab)
    assert (look.faults, look.dark_faults, look.too_small, look.main_headings) == ([], [], [], 1)
    assert (look.width_at_320, look.width_at_320_spaced) == (320, 320)


def test_a_student_answers_in_practice_marks_the_answer_and_sees_the_score(tab: Page, wheels: Site) -> None:
    tab.goto(f"{wheels.student}/quizzes/water-wheels")
    tab.get_by_label("Your name").fill("Ada Quill")
    tab.get_by_label("After each question").check()
    tab.get_by_role("button", name="Start the quiz").click()
    tab.get_by_role("textbox", name="Why does an overshot wheel need less water?").fill(SENTENCES)
    tab.get_by_role("button", name="Save and continue").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Not marked yet")
    expect(tab.locator(".compared")).to_contain_text("The weight of the water turns it.")
    marks = tab.get_by_role("group", name="Mark your answer")
    marks.get_by_role("button", name="It says part of this").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Partly right")
    tab.get_by_role("button", name="My answer says this").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Right")
    expect(tab.get_by_role("button", name="My answer says this")).to_have_attribute("aria-pressed", "true")
    tab.get_by_role("link", name="Next question").click()
    tab.get_by_role("button", name="Save and see all your answers").click()
    expect(tab.get_by_text("Because the water is heavy.")).to_be_visible()
    tab.get_by_role("button", name="Submit 1 answer").click()
    expect(tab.locator(".outcome")).to_have_text("1 of 2 right (50 %)")


def test_a_class_submits_marks_its_answers_and_its_teacher_sees_and_marks_the_rest(
    chromium: Browser, plain_tab: Page, wheels: Site
) -> None:
    teacher = plain_tab
    teacher.goto(wheels.teacher)
    teacher.goto(f"{wheels.student}/teacher/quizzes/water-wheels/class")
    teacher.get_by_label("When they have submitted").check()
    teacher.get_by_role("button", name="Create the class code").click()
    code = re.sub(r"\W", "", teacher.locator(".large .code, p.code, .code").first.inner_text())
    for name in ("Ada Quill", "Ben Okoro"):
        with chromium.new_context() as context:
            student = context.new_page()
            student.goto(f"{wheels.student}/join/{code}")
            student.get_by_label("Your name").fill(name)
            student.locator("main form button").first.click()
            student.get_by_role("textbox").fill(SENTENCES)
            if name == "Ada Quill":
                is_well_made(student)
            student.get_by_role("button", name="Save and see all your answers").click()
            student.get_by_role("button", name="Submit 1 answer").click()
            expect(student.locator(".to-mark")).to_have_text("… and 1 answer for you to mark: question 1")
            if name == "Ada Quill":
                is_well_made(student)
                student.get_by_role("button", name="My answer says this").click()
                expect(student.locator(".outcome")).to_have_text("1 of 2 right (50 %)")
    teacher.goto(f"{wheels.student}/teacher/classes/{code}/results")
    expect(teacher.get_by_role("row", name="Ada Quill").nth(1)).to_contain_text("1 of 1, marked by the student")
    assert violations(teacher) == []
    teacher.get_by_role("link", name="Mark the unmarked answers").click()
    expect(teacher.get_by_role("heading", level=1)).to_have_text("Points by hand: Ben Okoro, question 1")
    is_well_made(teacher)
    teacher.get_by_label("Points").fill("0.5")
    teacher.get_by_role("button", name="Give these points").click()
    teacher.goto(f"{wheels.student}/teacher/classes/{code}/results")
    expect(teacher.get_by_role("row", name="Ben Okoro").nth(1)).to_contain_text("0.5 of 1, marked by the teacher")
    expect(teacher.get_by_role("link", name="Mark the unmarked answers")).to_have_count(0)
