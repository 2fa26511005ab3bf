"""A teacher in a real browser: from a draft to a quiz of their own, without JavaScript, by keyboard alone."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.fixture
def own_site(serve, article_folder: Path) -> Iterator:
    """A server of this test's own, which changes what it serves."""
    with serve(article_folder) as site:
        yield site


@pytest.fixture
def tab(chromium: Browser, own_site) -> Iterator[Page]:
    context = chromium.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(own_site.teacher)
    yield tab
    tab.wait_for_load_state()
    context.close()


def pressed(tab: Page, name: str | re.Pattern[str]) -> None:
    """Press a button by the keyboard."""
    button = tab.get_by_role("button", name=name).first
    button.focus()
    tab.keyboard.press("Enter")


def looked_for(tab: Page) -> None:
    """Press the button until the article has been searched for more questions."""
    expect(tab.get_by_role("heading", level=1)).to_have_text("More questions from the article")
    for _ in range(300):
        if not tab.get_by_role("link", name="Refresh").count():
            return
        tab.wait_for_timeout(200)
        tab.get_by_role("link", name="Refresh").click()


def test_from_a_draft_to_a_quiz_with_the_sum_that_does_not_add_up(tab: Page, own_site, article_folder: Path) -> None:
    tab.get_by_role("link", name="North Korean Troops").first.click()
    tab.get_by_role("link", name="Review the questions").click()
    pressed(tab, re.compile("Keep.*question 1"))
    expect(tab.get_by_role("status")).to_contain_text("Kept.")
    pressed(tab, re.compile("Drop.*question 5"))  # the fourth one asks for a figure of the sum, too
    expect(tab.get_by_role("status")).to_contain_text("Dropped.")
    tab.get_by_role("link", name="More questions from the article").click()
    looked_for(tab)
    expect(tab.get_by_text("10,000 × $2,000 × 12 = $240 million").first).to_be_visible()
    pressed(tab, "Use it instead of")
    expect(tab.get_by_role("status")).to_contain_text("Added as the last question.")
    bank = (article_folder / "question_banks" / "troops.yaml").read_text()
    assert "By the article’s own figures" in bank
    tab.goto(f"{own_site.student}/teacher/quizzes/troops/review")
    for number in range(2, bank.count("- type: ")):  # the first one is kept, and the last one was chosen just now
        keep = re.compile(rf"Keep.*question {number}\b")
        pressed(tab, keep)
        expect(tab.get_by_role("button", name=keep)).to_have_count(0)
    pressed(tab, "Open to students")
    expect(tab.get_by_text("The quiz is open to students.")).to_be_visible()
    tab.goto(f"{own_site.student}/quizzes/troops")
    expect(tab.get_by_text(f"{bank.count('- type: ')} questions, one on each page.")).to_be_visible()
