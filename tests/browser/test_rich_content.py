"""Markdown, images, formulas and long stems in a real browser: drawn without a script, and fit for a phone."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from accessibility import violations
from PIL import Image
from playwright.sync_api import Browser, Page, expect

LONG = "The harbour was dredged in the spring of that year, as the channel had become too shallow for the grain ships. "
BANK = f"""\
format: quizengine/1
title: A title that is much longer than the narrow screen of a telephone is wide
state: open
questions:
  - {{type: choice, stem: "{LONG * 3}What had become too shallow?", answer: a channel, distractors: [the sea]}}
  - {{type: short_text, stem: "{LONG * 3}Which ships came?", answer: grain ships}}
  - {{type: numeric, stem: "In which year was it? {LONG * 2}", answer: 1873}}
  - {{type: short_text, stem: "Which word is missing? “The channel was too _____ for the ships.”", answer: shallow}}
  - {{type: matching, stem: "{LONG * 2}What belongs together?", pairs: [{{left: a, right: b}}, {{left: c, right: d}}]}}
  - {{type: ordering, stem: "{LONG * 2}Which comes first?", answer: [one, two]}}
"""
STARTS = {"rich": 8, "long": 6, "north-korean-troops": 0}


@pytest.fixture(scope="module")
def rich(serve, teacher: list[str], checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server over three quizzes."""
    folder = Path(shutil.copytree(checkout / "tests" / "rich", tmp_path_factory.mktemp("rich") / "folder"))
    (folder / "question_banks" / "long.yaml").write_text(BANK, "utf-8")
    troops = (checkout / "question_banks" / "north-korean-troops.yaml").read_text("utf-8")
    opened = troops if "\nstate: open" in troops else troops.replace("\nquestions:", "\nstate: open\nquestions:", 1)
    (folder / "question_banks" / "north-korean-troops.yaml").write_text(opened, "utf-8")
    with serve(folder) as site:
        teacher.append(site.teacher)
        yield site.student


@pytest.fixture(scope="module")
def teacher() -> list[str]:
    """The teacher's address of that server, when it is under way."""
    return []


@pytest.fixture
def opened(chromium: Browser) -> Iterator:
    """Opens tabs of a size and a colour scheme that say what their console says; closes them in the end."""
    contexts, said = [], []

    def tab(width: int, scheme: str = "light", language: str = "en") -> Page:
        size = {"width": width, "height": 740}
        contexts.append(chromium.new_context(viewport=size, color_scheme=scheme, locale=language))
        page = contexts[-1].new_page()
        page.on("console", lambda message: said.append(message.text))
        return page

    yield tab
    for context in contexts:
        context.close()
    assert said == []


def questions(tab: Page, address: str, quiz: str) -> Iterator[int]:
    """Begin a quiz and go from question to question; gives the number of each."""
    tab.goto(f"{address}/quizzes/{quiz}")
    tab.locator("#student").fill("Ada")
    tab.locator("main form button").first.click()
    tab.wait_for_url(re.compile(r"/attempts/\w+/1"), wait_until="load")
    number = 1
    while "/check" not in tab.url:
        yield number
        number += 1
        tab.locator("#question .actions button").first.click()
        tab.wait_for_url(re.compile(rf"/attempts/\w+/({number}\b|check)"), wait_until="load")


@pytest.mark.parametrize("quiz", STARTS)
def test_on_a_phone_the_field_is_there_without_scrolling(opened, rich: str, quiz: str) -> None:
    tab, asked = opened(360), 0
    for number in questions(tab, rich, quiz):
        asked += 1
        assert tab.evaluate("document.documentElement.scrollWidth") <= 360, f"question {number} is too wide"
        field = "[...document.querySelectorAll('[id^=part-]')][0]"
        bottom = tab.evaluate(f"({field}.closest('.option') || {field}).getBoundingClientRect().bottom")
        assert bottom <= 740, f"the field of question {number} ends at {bottom}"
        lines = "place => place.getBoundingClientRect().height"
        assert tab.locator("header .name").evaluate(lines) < 45  # one line
    assert asked >= max(STARTS[quiz], 5)


def test_a_missing_word_is_typed_inside_its_sentence(opened, rich: str) -> None:
    tab = opened(360)
    for number in questions(tab, rich, "long"):
        if number == 4:
            expect(tab.get_by_role("heading", level=1)).to_have_text("Which word is missing?")
            expect(tab.locator(".flow")).to_have_text("“The channel was too  for the ships.”")
            tab.locator(".flow").get_by_role("textbox", name="Gap").fill("shallow")
    expect(tab.locator("dl.check dd.answer").nth(3)).to_contain_text("shallow")
    expect(tab.locator("dl.check dt").nth(3)).to_contain_text("The channel was too _____ for the ships.")


@pytest.mark.parametrize(("width", "scheme", "language"), [(360, "light", "en"), (1280, "dark", "de")])
def test_axe_finds_nothing_in_rich_questions_and_all_is_drawn(
    opened, rich: str, width: int, scheme: str, language: str
) -> None:
    tab = opened(width, scheme, language)
    for number in questions(tab, rich, "rich"):
        if width == 360 or number in (2, 4, 5):  # the others look alike
            assert (number, violations(tab)) == (number, [])
        loaded = "pictures => pictures.every(each => each.complete && each.naturalWidth > 0)"
        assert tab.locator("img").evaluate_all(loaded)
        formula = "formulas => formulas.every(each => each.getBoundingClientRect().width > 5)"
        assert tab.locator("math").evaluate_all(formula)
    tab.locator("main form button").last.click()
    tab.wait_for_url(re.compile("/result"), wait_until="load")
    assert violations(tab) == []
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_a_photograph_that_is_uploaded_can_be_put_into_a_question(opened, rich, teacher, tmp_path: Path) -> None:
    photo = tmp_path / "Zelle (neu).jpg"
    Image.effect_noise((2600, 1900), 90).convert("RGB").save(photo, quality=92)
    assert photo.stat().st_size > 2_000_000  # more than any other form may hold
    tab = opened(360)
    tab.goto(teacher[0])
    tab.goto(f"{rich}/teacher/media")
    tab.get_by_label("Image or recording").set_input_files(photo)
    tab.get_by_label("What does it show or let hear?").fill("a cell")
    tab.get_by_role("button", name="Store it").click()
    expect(tab.get_by_label("Words for the question")).to_have_value("![a cell](media/zelle-neu.jpg)")
    expect(tab.get_by_role("img", name="zelle neu")).to_be_visible()
    assert violations(tab) == []
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360
