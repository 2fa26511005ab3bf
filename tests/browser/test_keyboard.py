"""The whole way by keyboard alone: join a class, answer every question type, check, submit, read the result."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from quizengine.quiz.parts import Choice, Gap, Option, Ordering, Response, Text
from quizengine.quiz.quiz import SheetQuestion, sheet
from quizengine.quiz.shuffling import Shuffle
from quizengine.testing import right_response

Reach = Callable[[Locator], None]


@pytest.fixture
def reach(tab: Page) -> Reach:
    """Go to a control with the Tab key, from wherever the focus is."""

    def reached(target: Locator) -> None:
        for _ in range(40):
            tab.keyboard.press("Tab")
            if target.evaluate("element => element === document.activeElement"):
                return
        pytest.fail(f"no way by Tab to {target}")

    return reached


@pytest.fixture
def code(chromium: Browser, site) -> str:
    """The code of a class that takes the quiz with every question type, with a time limit."""
    context = chromium.new_context()
    teacher = context.new_page()
    teacher.goto(site.teacher)
    teacher.goto(f"{site.student}/teacher/quizzes/paper-mill/class")
    teacher.get_by_label("When they have submitted").check()
    teacher.get_by_label("Time limit").fill("60")
    teacher.get_by_role("button", name="Create the class code").click()
    code = teacher.url.rsplit("/", 1)[1]
    context.close()
    return code


def text_of(options: tuple[Option, ...], wanted: str) -> str:
    return next(option.text for option in options if option.id == wanted)


def give(tab: Page, reach: Reach, question: SheetQuestion, response: Response) -> None:
    press = tab.keyboard.press
    for part in question.parts:
        given = () if isinstance(part, Text) else response[part.name]
        match part:
            case Choice(label="", multiple=False, options=options):
                reach(tab.get_by_role("radio").first)
                press("Space")
                shown = tab.get_by_role("radio").evaluate_all("all => all.map(one => one.labels[0].textContent)")
                for _ in range(shown.index(text_of(options, given[0]))):
                    press("ArrowDown")
            case Choice(label="", options=options):
                for option in options:
                    if option.id in given:
                        reach(tab.get_by_role("checkbox", name=option.text, exact=True))
                        press("Space")
            case Choice(label=label, options=options):
                reach(tab.get_by_label(label, exact=True))
                shown = tab.get_by_label(label, exact=True).locator("option").all_text_contents()
                for _ in range(shown.index(text_of(options, given[0]))):
                    press("ArrowDown")
            case Gap():
                gaps = [each for each in question.parts if isinstance(each, Gap)]
                reach(tab.get_by_role("textbox").nth(gaps.index(part)))
                tab.keyboard.type("".join(given))
            case Ordering(options=options):
                for option in options:
                    reach(tab.get_by_label(option.text, exact=True))
                    tab.keyboard.type(str(given.index(option.id) + 1))


def test_a_class_is_joined_and_every_question_answered_by_keyboard_alone(tab, reach, code, site, every_type):
    def enter(role: str, name: str) -> None:
        reach(tab.get_by_role(role, name=name, exact=True))
        tab.keyboard.press("Enter")

    tab.goto(site.student)
    reach(tab.get_by_label("Class code"))
    tab.keyboard.type(code)
    tab.keyboard.press("Enter")
    reach(tab.get_by_label("Your name"))
    tab.keyboard.type("Ida Marsh")
    tab.keyboard.press("Enter")
    enter("button", "Start now")
    pages = sheet(every_type, Shuffle(b"", "any order"))
    for asked, question in zip(pages, every_type.questions, strict=True):
        expect(tab).to_have_title(f"Question {asked.number} of 8: The paper mill – quizengine")
        tab.wait_for_load_state()
        give(tab, reach, asked, right_response(question))
        if asked.number == 3:
            reach(tab.get_by_label("Flag this question"))
            tab.keyboard.press("Space")
        enter("button", "Save and continue")
    expect(tab.get_by_text("You have flagged question 3.")).to_be_visible()
    enter("link", "Change question 3")
    reach(tab.get_by_label("Flag this question"))
    tab.keyboard.press("Space")
    enter("button", "Save and continue")
    expect(tab.get_by_text("You have flagged")).to_have_count(0)
    enter("button", "Submit 8 answers")
    expect(tab.locator(".score")).to_have_text("11 of 11 points")
    reach(tab.locator("details.asked > summary").first)  # what was right is folded
    tab.keyboard.press("Enter")
    reach(tab.get_by_role("link", name="Read this in the article").first)
    tab.keyboard.press("Enter")
    expect(tab.locator("#evidence")).to_be_in_viewport()
