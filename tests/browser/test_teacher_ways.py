"""A teacher's whole way from an article to a quiz that a student takes: without a script, and by keyboard alone."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser, Page, expect

NAMES_OF_THE_FOCUSED = """() => {
  const there = document.activeElement;
  return [there, ...(there.labels ?? [])].map((one) => one.textContent).join(" ") + " " + (there.ariaLabel ?? "");
}"""


@pytest.fixture(scope="module")
def empty(serve, tmp_path_factory: pytest.TempPathFactory) -> Iterator:
    """A server over a folder in which there is nothing yet."""
    with serve(tmp_path_factory.mktemp("empty")) as site:
        yield site


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A photograph that is larger than any form without a file may be."""
    place = tmp_path / "Heart (new).jpg"
    Image.effect_noise((2600, 1900), 90).convert("RGB").save(place, quality=92)
    assert place.stat().st_size > 2_000_000
    return place


@pytest.fixture
def opened(chromium: Browser, empty) -> Iterator:
    """Opens the teacher's first page, with scripts or without."""
    contexts = []

    def tab(*, java_script_enabled: bool) -> Page:
        context = chromium.new_context(
            java_script_enabled=java_script_enabled, viewport={"width": 360, "height": 740}, color_scheme="dark"
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(empty.teacher)
        return page

    yield tab
    for context in contexts:
        context.close()


def test_without_a_script_all_is_possible_but_dragging(opened, empty, photo: Path, checkout: Path) -> None:
    tab = opened(java_script_enabled=False)

    def pressed(name: str) -> None:
        with tab.expect_navigation():
            tab.get_by_role("button", name=re.compile(rf"^(↓ )?{name}")).first.click()

    tab.get_by_role("link", name="New quiz").click()
    tab.get_by_label("Text of the article").fill(
        (checkout / "seeds" / "blood-circulation.txt").read_text("utf-8")[:1500]
    )
    pressed("Make questions from this text")
    while tab.get_by_role("link", name="Refresh").count():
        tab.wait_for_timeout(300)
        tab.get_by_role("link", name="Refresh").click()
    tab.get_by_role("link", name="Review the questions").click()
    total = tab.locator(".reading").count()
    stems = tab.locator(".reading .stem").all_inner_texts()
    pressed("Drop")
    expect(tab.get_by_role("status")).to_have_text("Dropped.")
    pressed("Undo: drop")
    assert tab.locator(".reading .stem").all_inner_texts() == stems
    pressed("Move down")
    assert tab.locator(".reading .stem").all_inner_texts()[:2] == stems[1::-1]
    tab.get_by_role("link", name="Edit").first.click()
    tab.get_by_label("Question", exact=True).fill("What does the heart do?")
    pressed("Show preview and findings")
    expect(tab.locator("#preview")).to_contain_text("What does the heart do?")
    tab.get_by_text("Add an image or a recording").first.click()
    tab.get_by_label("Image or recording").set_input_files(photo)
    pressed("Put it into the question")
    expect(tab.get_by_role("alert")).to_contain_text("Say in words what it shows")
    tab.get_by_label("Image or recording").set_input_files(photo)
    tab.get_by_label("What does it show or let hear?").fill("a heart muscle")
    pressed("Put it into the question")
    expect(tab.get_by_role("status")).to_contain_text("It is in the text now.")
    expect(tab.locator("#preview").get_by_role("img", name="a heart muscle")).to_be_visible()
    pressed("Save")
    for _ in range(total - 1):
        pressed("Keep")
    expect(tab.get_by_text("All questions are read.")).to_be_in_viewport()
    pressed("Open to students")
    expect(tab.get_by_role("status")).to_have_text("The quiz is open to students.")
    tab.goto(empty.student)
    tab.get_by_role("link", name="How blood circulates").click()
    tab.get_by_label("Your name").fill("Ada")
    pressed("Start the quiz")
    expect(tab.get_by_role("heading", level=1)).to_contain_text("What does the heart do?")
    assert tab.evaluate("document.querySelector('img').naturalWidth") > 100


def test_an_image_is_put_where_the_cursor_is_by_keyboard_alone(opened, empty, photo: Path) -> None:
    tab = opened(java_script_enabled=True)

    def reach(words: str) -> None:
        for _ in range(60):
            tab.keyboard.press("Tab")
            if words in tab.evaluate(NAMES_OF_THE_FOCUSED):
                return
        raise AssertionError(f"no way to {words}")

    tab.goto(f"{empty.student}/teacher/new")
    reach("Title of the quiz")
    tab.keyboard.type("Hearts")
    tab.keyboard.press("Enter")
    tab.get_by_role("link", name="Write the first question").wait_for()
    reach("Write the first question")
    tab.keyboard.press("Enter")
    tab.get_by_text("Write a question").wait_for()
    reach("short text")
    tab.keyboard.press("Enter")
    tab.locator("#edit").wait_for()
    reach("Question")
    tab.keyboard.type("What is this?")
    for _ in "this?":
        tab.keyboard.press("ArrowLeft")
    reach("Add an image or a recording")
    tab.keyboard.press("Enter")
    reach("Image or recording")
    with tab.expect_file_chooser() as chosen:
        tab.keyboard.press("Space")
    chosen.value.set_files(photo)
    tab.keyboard.press("Tab")
    tab.keyboard.type("a heart")
    tab.keyboard.press("Tab")
    with tab.expect_navigation():
        tab.keyboard.press("Enter")
    expect(tab.get_by_label("Question", exact=True)).to_have_value(
        re.compile(r"What is !\[a heart\]\(media/heart-new(-2)?\.jpg\) this\?")
    )
    expect(tab.get_by_role("status")).to_be_focused()
    assert Axe().run(tab).response["violations"] == []
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360
    reach("Right answer")
    tab.keyboard.type("a heart")
    reach("Save")
    with tab.expect_navigation():
        tab.keyboard.press("Enter")
    expect(tab.locator(".reading").get_by_role("img", name="a heart")).to_be_visible()
    assert re.search(r"1 of 1 question", tab.locator("#read").inner_text())
