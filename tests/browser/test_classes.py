"""A teacher gives a quiz to a class, and students take it, each in a browser of their own."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from playwright.sync_api import Browser, Page, expect

from quizengine.quiz.quiz import sheet
from quizengine.quiz.shuffling import Shuffle

Give = Callable[..., str]


@pytest.fixture
def teacher(chromium: Browser, site):
    context = chromium.new_context()
    tab = context.new_page()
    tab.goto(site.teacher)
    yield tab
    tab.wait_for_load_state()
    context.close()


@pytest.fixture
def give(teacher: Page, site) -> Iterator[Give]:
    """Gives the quiz to a class from the quiz's own page, and returns the code as it is shown.

    Afterwards every class is closed, whatever became of the test: other tests look at the quiz.
    """
    codes: list[str] = []

    def given(mode: str, minutes: str = "") -> str:
        teacher.goto(f"{site.student}/teacher/quizzes/paper-mill")
        teacher.get_by_role("link", name="Give it to a class").click()
        teacher.get_by_label(mode).check()
        teacher.get_by_label("Time limit").fill(minutes)
        teacher.get_by_role("button", name="Create the class code").click()
        codes.append(teacher.locator(".large .code").inner_text())
        return codes[-1]

    yield given
    for code in codes:
        close(teacher, site, code)


def join(tab: Page, site, code: str, name: str) -> None:
    tab.goto(site.student)
    tab.get_by_label("Class code").fill(code)
    tab.get_by_role("button", name="Join the class").click()
    tab.get_by_label("Your name").fill(name)
    tab.get_by_role("button", name=re.compile("Continue|Start the quiz")).click()


def close(teacher: Page, site, code: str) -> None:
    teacher.goto(f"{site.student}/teacher/classes/{code.replace('-', '')}")
    teacher.wait_for_load_state()
    if teacher.get_by_role("link", name=re.compile("^Close")).count():
        teacher.get_by_role("link", name=re.compile("^Close")).click()
        teacher.get_by_role("button", name=re.compile("^Close")).click()
    expect(teacher.get_by_role("link", name=re.compile("^Reopen"))).to_be_visible()


def test_a_test_shows_no_result_until_the_teacher_closes_it(tab, teacher, give, site):
    code = give("When you close the test", "20")
    join(tab, site, code.lower().replace("-", " "), "Nora Hessing")
    expect(tab.get_by_role("heading", level=1)).to_have_text("You have 20 minutes")
    tab.get_by_role("button", name="Start now").click()
    tab.get_by_label("The stream ran dry.").check()
    tab.get_by_role("button", name="Save and see all your answers").click()
    tab.get_by_role("button", name="Submit 1 answer").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Your answers are handed in")
    assert "right" not in tab.get_by_role("main").inner_text().lower()
    close(teacher, site, code)
    expect(teacher.get_by_role("table")).to_contain_text("Nora Hessing")
    tab.reload()
    expect(tab.locator(".score")).to_have_text("1 of 11 points")
    expect(tab.get_by_role("heading", name="Question 1: Right")).to_be_visible()


def test_practice_shows_each_right_answer_and_keeps_the_first(tab, teacher, give, site, go_back):
    code = give("After each question")
    join(tab, site, code, "Ida Marsh")
    tab.get_by_label("The wheel had burned.").check()
    tab.get_by_role("button", name="Save and continue").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Wrong")
    tab.get_by_role("link", name="Read this in the article").click()
    assert tab.locator("mark").inner_text().startswith("Because the stream ran dry")
    tab.get_by_role("link", name="Back to question 1").first.click()
    go_back(tab)
    go_back(tab)
    go_back(tab)
    expect(tab.get_by_role("heading", level=1)).to_have_text("Wrong")
    tab.get_by_role("link", name="Next question").click()
    expect(tab).to_have_title("Question 2 of 8: The paper mill – quizengine")


def test_what_was_missed_can_be_tried_again(tab, starts, every_type, gives):
    starts(tab)
    asked = sheet(every_type, Shuffle(b"", "any order"))
    right = every_type.questions[0].key()["answer"].ids
    gives(tab, asked[0], {"answer": tuple(right)})
    tab.get_by_role("button", name="Save and see all your answers").click()
    tab.get_by_role("button", name="Submit 1 answer").click()
    tab.get_by_role("button", name="Try the 7 I missed").click()
    expect(tab).to_have_title("Question 1 of 7: The paper mill – quizengine")


def test_an_attempt_goes_on_in_another_browser_by_its_code(tab, chromium, site, starts):
    starts(tab)
    tab.get_by_label("The stream ran dry.").check()
    tab.get_by_role("button", name="Save and continue").click()
    code = tab.locator("strong .code").inner_text()
    context = chromium.new_context()
    elsewhere = context.new_page()
    elsewhere.goto(site.student)
    elsewhere.get_by_role("link", name="Continue a quiz").click()
    elsewhere.get_by_label("Your code").fill("KTR-4XN-9PD")
    elsewhere.get_by_role("button", name="Continue").click()
    expect(elsewhere.get_by_role("alert")).to_contain_text("No attempt has this code")
    elsewhere.get_by_label("Your code").fill(code.lower())
    elsewhere.get_by_role("button", name="Continue").click()
    expect(elsewhere.get_by_role("heading", level=1)).to_have_text("Check your answers")
    expect(elsewhere.get_by_text("The stream ran dry.")).to_be_visible()
    elsewhere.get_by_role("link", name="Answer question 3").click()
    elsewhere.get_by_label("False").check()
    elsewhere.get_by_role("button", name="Save and continue").click()
    elsewhere.wait_for_load_state()
    context.close()
    tab.get_by_role("button", name="Save and see all your answers").click()
    expect(tab.get_by_role("button", name="Submit 2 answers")).to_be_visible()


def test_a_problem_with_a_question_reaches_the_teacher(tab, teacher, site, starts):
    starts(tab)
    tab.get_by_label("The stream ran dry.").check()
    tab.get_by_role("button", name="Report a problem with this question").click()
    tab.get_by_label("What is wrong with it?").fill(f"Two of these are right ({tab.url[-60:]}).")
    tab.get_by_role("button", name="Send to your teacher").click()
    expect(tab.get_by_role("status")).to_contain_text("Your teacher will see")
    tab.get_by_role("link", name="Back to the quiz").click()
    expect(tab.get_by_label("The stream ran dry.")).to_be_checked()
    teacher.goto(f"{site.student}/teacher/reports")
    count = teacher.get_by_role("button", name="Mark as done").count()
    expect(teacher.get_by_text("Two of these are right").last).to_be_visible()
    teacher.get_by_role("button", name="Mark as done").last.click()
    expect(teacher.get_by_role("button", name="Mark as done")).to_have_count(count - 1)


def test_a_flag_is_seen_on_the_check_and_taken_away_again(tab, starts):
    starts(tab)
    tab.get_by_label("Flag this question").check()
    tab.get_by_role("button", name="Save and see all your answers").click()
    expect(tab.get_by_text("You have flagged question 1.")).to_be_visible()
    tab.get_by_role("link", name="Answer question 1").click()
    tab.get_by_label("Flag this question").uncheck()
    tab.get_by_role("button", name="Save and continue").click()
    expect(tab.get_by_text("You have flagged")).to_have_count(0)


def test_more_time_reaches_a_clock_that_runs(tab, teacher, give, site):
    code = give("When they have submitted", "60")
    join(tab, site, code, "Tilde Brook")
    tab.get_by_role("button", name="Start now").click()
    before = tab.locator("#time").inner_text()
    teacher.reload()
    teacher.get_by_label("The student’s name").fill("tilde  brook")
    teacher.get_by_label("How much time").select_option("twice as much")
    teacher.get_by_role("button", name="Give more time").click()
    expect(teacher.get_by_role("listitem").filter(has_text="twice as much")).to_be_visible()
    tab.reload()
    assert tab.locator("#time").inner_text() != before


def test_the_wall_counts_who_joins_and_hands_in(tab, chromium, teacher, give, site):
    code = give("When they have submitted")
    teacher.clock.install()  # so that nobody waits for the next refresh
    teacher.get_by_role("link", name="Show it on the projector").click()
    expect(teacher.locator("dl")).to_have_text(re.compile(r"joined\s*0\s*handed in\s*0"))
    join(tab, site, code, "Wanda Reed")
    teacher.clock.fast_forward(5_000)
    expect(teacher.locator("dl")).to_have_text(re.compile(r"joined\s*1\s*handed in\s*0"))  # by itself
    tab.goto(re.sub("1$", "check", tab.url))
    tab.get_by_role("button", name=re.compile("^Submit")).click()
    tab.wait_for_url("**/result")
    teacher.clock.fast_forward(5_000)
    expect(teacher.locator("dl")).to_have_text(re.compile(r"joined\s*1\s*handed in\s*1"))
    assert "Wanda" not in teacher.content()


def test_who_ran_out_of_time_goes_on_when_the_teacher_says_so(tab, teacher, give, site, folder):
    code = give("When you close the test", "20")
    join(tab, site, code, "Oda Finch")
    tab.get_by_role("button", name="Start now").click()
    tab.get_by_label("The stream ran dry.").check()
    tab.get_by_role("button", name="Save and see all your answers").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Check your answers")
    with closing(sqlite3.connect(folder / "quizengine.db", timeout=10)) as file, file:
        file.execute("UPDATE attempts SET deadline = '2026-01-01T10:00:00.000+00:00' WHERE student = 'Oda Finch'")
    tab.reload()
    expect(tab.get_by_role("main")).to_contain_text("your 1 saved answer was handed in")
    teacher.reload()
    expect(teacher.get_by_role("row", name="Oda Finch")).to_contain_text("handed in because time ran out")
    teacher.get_by_label("Minutes from now").fill("15")
    teacher.get_by_role("button", name="Reopen the attempt of 1 student").click()
    expect(teacher.get_by_role("status")).to_contain_text("1 attempt is open again")
    tab.reload()
    tab.get_by_role("button", name="Submit 1 answer").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Your answers are handed in")


def test_a_teacher_signs_out_of_every_page_at_once(teacher, site):
    second = teacher.context.new_page()
    second.goto(f"{site.student}/teacher/classes")
    teacher.get_by_role("button", name="Sign out").click()
    expect(teacher.get_by_role("heading", level=1)).to_have_text("Quizzes")
    second.reload()
    expect(second.get_by_role("heading", level=1)).to_have_text("You cannot open this page")
    second.close()
