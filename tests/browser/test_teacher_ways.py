"""A teacher's whole way from an article to a quiz that a student takes: without a script, by mouse, and by keyboard."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from accessibility import violations
from PIL import Image
from playwright.sync_api import Browser, Page, expect

NAMES_OF_THE_FOCUSED = """() => {
  const there = document.activeElement;
  return [there, ...(there.labels ?? [])].map((one) => one.textContent).join(" ") + " " + (there.ariaLabel ?? "");
}"""

LIGHTHOUSE = """The rock

The steamer struck the rock on 14 March 1871 and sank within 40 minutes. Of the 212 people on board, 67 were saved by
fishermen. The engineer Margaret Doyle planned a tower for the rock, and it was finished in October 1877. The tower is
38 metres tall. “A wall that the sea cannot take apart needs no mortar,” Doyle told the harbour committee. Three keepers
lived in the tower, and Tom Abernathy served on the rock for 29 years. The tower had cost 94,000 pounds.
"""


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


def test_by_mouse_from_an_article_over_a_question_with_an_image_to_a_result(opened, empty, photo: Path) -> None:
    tab = opened(java_script_enabled=True)
    tab.set_viewport_size({"width": 1280, "height": 900})

    def click(name: str) -> None:
        with tab.expect_navigation():
            tab.get_by_role("button", name=re.compile(rf"^{name}")).first.click()

    tab.get_by_role("link", name="New quiz").click()
    tab.get_by_label("Text of the article").fill(LIGHTHOUSE)
    click("Make questions from this text")
    tab.get_by_role("link", name="Review the questions").click(timeout=60_000)
    tab.get_by_role("link", name="Edit").first.click()
    tab.get_by_label("Question", exact=True).fill("What does the article say about the rock?")
    click("Save")
    while tab.get_by_role("button", name=re.compile("^Keep")).count():
        click("Keep")
    tab.get_by_text("Write a question", exact=True).click()
    tab.get_by_role("link", name="multiple choice").click()
    tab.get_by_label("Question", exact=True).fill("Which of them is a tower?")
    tab.get_by_label("Right answer 1").fill("this one")
    tab.get_by_label("Wrong answers 1").fill("that one")
    tab.get_by_text("Add an image or a recording").first.click()
    tab.get_by_label("Image or recording").set_input_files(photo)
    tab.get_by_label("What does it show or let hear?").fill("a tower")
    tab.get_by_label("Image for:").select_option(label="Right answer 1")
    click("Put it into the question")
    shown = tab.locator("#preview").get_by_role("img", name="a tower")
    expect(shown).to_be_visible()
    expect(tab.get_by_label("Question", exact=True)).to_have_value("Which of them is a tower?")
    assert violations(tab) == []
    click("Save")
    click("Open to students")
    expect(tab.locator("#students-address")).to_contain_text("/quizzes/the-rock")
    total = tab.get_by_role("heading", name=re.compile(r"^Question \d+")).count()
    assert violations(tab) == []
    tab.get_by_role("link", name="What students see").click()
    tab.get_by_role("link", name="The rock").click()
    tab.get_by_label("Your name").fill("Ada")
    click("Start the quiz")
    tab.goto(f"{tab.url.rpartition('/')[0]}/{total}")
    tab.locator("label").filter(has=tab.get_by_role("img", name="a tower")).click()
    click("Save and continue")
    click("Submit 1 answer")
    expect(tab.locator(".outcome")).to_have_text(f"1 of {total} right ({round(100 / total)} %)")
    tab.goto(f"{empty.student}/teacher/results")
    tab.get_by_role("link", name="The rock").first.click()
    expect(tab.get_by_role("row", name=re.compile(f"^Question {total} "))).to_contain_text("1 of 1")
    assert violations(tab) == []


def test_an_image_is_put_into_the_answer_that_is_chosen_by_keyboard_alone(opened, empty, photo: Path) -> None:
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
    reach("Add an image or a recording")
    tab.keyboard.press("Enter")
    reach("Image or recording")
    tab.locator("input[type=file]:focus").set_input_files(photo)  # what the window of the system would do
    tab.keyboard.press("Tab")
    tab.keyboard.type("a heart")
    reach("Image for")
    tab.keyboard.type("Why")
    reach("Put it into the question")
    with tab.expect_navigation():
        tab.keyboard.press("Enter")
    expect(tab.get_by_label("Question", exact=True)).to_have_value("What is this?")
    expect(tab.get_by_label("Why the answer is right")).to_have_value(
        re.compile(r"!\[a heart\]\(media/heart-new(-\d)?\.jpg\)")
    )
    expect(tab.get_by_role("status")).to_be_focused()
    assert violations(tab) == []
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360
    reach("Right answer")
    tab.keyboard.type("a heart")
    reach("Save")
    with tab.expect_navigation():
        tab.keyboard.press("Enter")
    expect(tab.locator(".reading").get_by_role("img", name="a heart")).to_be_visible()
    assert re.search(r"1 of 1 question", tab.locator("#read").inner_text())
