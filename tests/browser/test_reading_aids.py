"""What helps to read a page where it is small, touched or in another script: numbers of keys, room, hints, order."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

ARABIC = "سكة حديد الميناء"
BANK = f"""\
format: quizengine/1
title: {ARABIC}
questions:
  - {{type: true_false, stem: "Eels swim.", answer: true}}
"""


@pytest.fixture
def opened(chromium: Browser):
    """Opens tabs with a size, and with a finger or a mouse; closes them in the end."""
    contexts = []

    def tab(width: int = 360, *, touch: bool = False):
        contexts.append(
            chromium.new_context(viewport={"width": width, "height": 640}, has_touch=touch, is_mobile=touch)
        )
        return contexts[-1].new_page()

    yield tab
    for context in contexts:
        context.close()


def test_keys_and_their_numbers_are_shown_where_there_are_keys(opened, starts):
    tab = opened(1280)
    starts(tab)
    expect(tab.locator("#keys")).to_be_visible()
    shown = "rows => rows.map(row => getComputedStyle(row, '::before').content)"
    assert tab.locator("fieldset .option").evaluate_all(shown) == [f'"{n}" / ""' for n in range(1, 5)]
    tab.locator("#keys").click()
    assert tab.locator("fieldset .option").evaluate_all(shown) == ["none"] * 4


def test_a_screen_that_is_touched_says_nothing_about_keys(opened, starts):
    tab = opened(360, touch=True)
    starts(tab)
    expect(tab.locator("#keys")).to_be_hidden()
    assert tab.locator("[data-key]").count() == 0


def test_a_table_that_does_not_fit_says_so_on_a_small_screen_alone(opened, site):
    for width, visible in ((360, True), (1280, False)):
        tab = opened(width)
        tab.goto(site.teacher)
        tab.goto(f"{site.student}/teacher/quizzes/paper-mill/class")
        tab.get_by_label("When they have submitted").check()
        tab.get_by_role("button", name="Create the class code").click()
        tab.goto(f"{site.student}/teacher/classes")
        expect(tab.locator(".sideways").first).to_be_visible(visible=visible)
        if visible:
            scroll = "region => region.scrollWidth > region.clientWidth && region.tabIndex === 0"
            assert tab.locator(".scroll").first.evaluate(scroll)


def test_the_evidence_stands_below_the_edge_of_the_window(opened, site, take, every_type):
    tab = opened(360)
    take(tab, every_type)
    tab.get_by_role("button", name="Submit").click()
    proved = tab.locator("details.asked").filter(has=tab.get_by_text("Read this in the article")).last
    proved.locator("summary").first.click()  # what was right is folded
    proved.get_by_role("link", name="Read this in the article").click()
    expect(tab.locator("#evidence")).to_be_in_viewport()
    assert tab.locator("#evidence").evaluate("mark => mark.getBoundingClientRect().top") >= 40


def test_what_was_just_done_has_the_focus(opened, starts):
    tab = opened(1280)
    starts(tab)
    tab.get_by_role("button", name="Report a problem").click()
    tab.get_by_role("textbox").fill("A typing error.")
    tab.get_by_role("button").first.click()
    expect(tab.get_by_role("status").filter(has_text="Thank you")).to_be_focused()


def test_an_arabic_title_stands_where_any_title_stands(opened, serve, tmp_path: Path):
    (tmp_path / "question_banks").mkdir()
    (tmp_path / "question_banks" / "a.yaml").write_text(BANK, "utf-8")
    (tmp_path / "school.yaml").write_text("open: all\n")
    with serve(tmp_path) as site:
        tab = opened(1280)
        tab.goto(f"{site.student}/quizzes/a")
        tab.get_by_label("Your name").fill("Ada")
        tab.get_by_role("button", name="Start the quiz").click()
        left = "one => one.getBoundingClientRect().left"
        title, name = tab.locator("header .name"), tab.locator("header bdi").last
        assert title.evaluate(left) < 416
        assert title.evaluate(left) < name.evaluate(left)
        tab.set_viewport_size({"width": 360, "height": 640})
        assert title.evaluate(left) < 128
