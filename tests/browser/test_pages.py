"""Every page in every state: for those who do not see it, who see it on a phone, in the dark, and on paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from quizengine.quiz import sheet
from quizengine.testing import right_response

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

SIZES = """() => [...document.querySelectorAll('main a, header a, button, input:not([type=hidden]), select')]
.map(each => {
    let box = each.getBoundingClientRect(), row = (each.closest('.option') || each).getBoundingClientRect()
    let control = each.matches('button, input, select')
    return [each.outerHTML.slice(0, 80), Math.min(box.width, box.height), row.height, control]
})"""
PHOTOGRAPHED = ("list", "question-1-choice", "question-6-cloze", "question-7-matching", "question-8-ordering")
PHOTOGRAPHED += ("check", "result", "teacher", "teacher-quiz")


@pytest.fixture(scope="module")
def states(chromium: Browser, site, every_type, gives, starts) -> Iterator[dict[str, Page]]:
    """A tab in each state that a page can be in, by name; opened once, looked at in many ways."""
    student, teacher = chromium.new_context(), chromium.new_context()
    tabs: dict[str, Page] = {}

    def opened(name: str, address: str = "") -> Page:
        tabs[name] = (teacher if name.startswith("teacher") else student).new_page()
        tabs[name].goto(address if address.startswith("http") else site.student + address)
        return tabs[name]

    opened("list")
    opened("start", "/quizzes/paper-mill")
    opened("draft", "/quizzes/north-korean-troops")
    opened("start-error", "/quizzes/paper-mill").get_by_role("button", name="Start").click()
    starts(first := student.new_page())
    attempt = first.url.removesuffix("/1")
    for question, asked in list(zip(every_type.questions, sheet(every_type), strict=True))[:6]:
        gives(first, asked, right_response(question))
        first.get_by_role("button", name="Save and continue").click()
    first.close()
    for number, question in enumerate(every_type.questions, 1):
        opened(f"question-{number}-{question.type}", f"{attempt}/{number}")
    number_error = opened("error-number", f"{attempt}/4")
    number_error.get_by_role("textbox").fill("lots")
    order_error = opened("error-ordering", f"{attempt}/8")
    order_error.get_by_role("combobox").first.select_option("2")
    for tab in (number_error, order_error):
        tab.get_by_role("button", name="Save and continue").click()
    opened("check", f"{attempt}/check")
    starts(second := student.new_page())
    done = second.url.removesuffix("/1")
    for number, given in ((1, "The wheel had burned."), (2, "Tilde Brook"), (3, "False")):
        second.goto(f"{done}/{number}")
        second.get_by_label(given).check()
        second.get_by_role("button", name="Save and continue").click()
    for number in (6, 7, 8):
        second.goto(f"{done}/{number}")
        gives(second, sheet(every_type)[number - 1], right_response(every_type.questions[number - 1]))
        if number < 8:
            second.get_by_role("textbox").or_(second.get_by_role("combobox")).first.press("End")
        second.get_by_role("button", name="Save and continue").click()
    second.get_by_role("button", name="Submit").click()
    second.close()
    opened("result", f"{done}/result")
    opened("start-again", "/quizzes/paper-mill")
    opened("not-found", "/nowhere")
    opened("teacher", site.teacher)
    opened("teacher-quiz", "/teacher/quizzes/paper-mill")
    opened("teacher-draft", "/teacher/quizzes/north-korean-troops")
    opened("teacher-results", "/teacher/results")
    opened("teacher-result", "/teacher/results").get_by_role("link", name="Ada Quill").first.click()
    yield tabs
    student.close()
    teacher.close()


def violations(tab: Page, only: str = "") -> list[str]:
    rules = {"type": "rule", "values": [only]} if only else {"type": "tag", "values": RULES}
    found = Axe().run(tab, options={"runOnly": rules}).response["violations"]
    return [f"{each['id']}: {node['html'][:200]}" for each in found for node in each["nodes"]]


def test_axe_finds_nothing_on_any_page(states: dict[str, Page]):
    for name, tab in states.items():
        assert (name, violations(tab)) == (name, [])


def test_axe_finds_every_page_readable_in_the_dark(states: dict[str, Page]):
    for name, tab in states.items():
        tab.emulate_media(color_scheme="dark")
        assert (name, violations(tab, "color-contrast")) == (name, [])
        tab.emulate_media(color_scheme="light")


def test_axe_finds_much_on_a_bad_page(plain_tab):
    style = "<title></title><style>p { color: #ccc; background: #fff }</style>"
    plain_tab.set_content(f"{style}<p>pale</p><input><button></button><img src='data:,'>")
    found = {each.partition(":")[0] for each in violations(plain_tab)}
    assert found >= {"color-contrast", "label", "button-name", "image-alt", "html-has-lang", "document-title"}


def test_every_page_fits_a_narrow_screen_without_sideways_scroll(states: dict[str, Page]):
    for name, tab in states.items():
        tab.set_viewport_size({"width": 320, "height": 640})
        wide = tab.evaluate("document.scrollingElement.scrollWidth")
        tab.set_viewport_size({"width": 1280, "height": 720})
        assert (name, wide) == (name, 320)


def test_every_page_fits_with_wider_text_spacing(chromium: Browser, states: dict[str, Page]):
    spacing = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
    for name, tab in states.items():
        tab.set_viewport_size({"width": 320, "height": 640})
        tab.evaluate(
            "text => { let s = new CSSStyleSheet(); s.replaceSync(text); document.adoptedStyleSheets = [s] }", spacing
        )
        wide = tab.evaluate("document.scrollingElement.scrollWidth")
        tab.evaluate("document.adoptedStyleSheets = []")
        tab.set_viewport_size({"width": 1280, "height": 720})
        assert (name, wide) == (name, 320)


def test_everything_to_press_is_large_enough(states: dict[str, Page]):
    """24 pixels each way at least, and 44 for the rows of options, boxes and buttons on a phone."""
    for name, tab in states.items():
        tab.set_viewport_size({"width": 360, "height": 740})
        small = [each for each in tab.evaluate(SIZES) if each[1] < 24 or (each[3] and each[2] < 44)]
        tab.set_viewport_size({"width": 1280, "height": 720})
        assert (name, small) == (name, [])


def test_every_page_has_a_title_and_a_heading_of_its_own(states: dict[str, Page]):
    for name, tab in states.items():
        assert tab.get_by_role("heading", level=1).count() == 1, name
        assert tab.get_by_role("main").count() == 1, name
        assert tab.locator("html").get_attribute("lang") == "en"
    questions = [tab.title() for name, tab in states.items() if name.startswith("question")]
    assert len(set(questions)) == len(questions) == 8


def test_nothing_is_asked_of_any_other_server(plain_tab: Page, site, starts):
    asked: list[str] = []
    plain_tab.on("request", lambda request: asked.append(request.url))
    starts(plain_tab)
    plain_tab.get_by_role("link", name="See all your answers").click()
    plain_tab.get_by_role("button", name="Submit").click()
    assert len(asked) > 5
    assert [address for address in asked if not address.startswith((site.student, "data:"))] == []


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_pages_are_photographed(states: dict[str, Page], checkout: Path, width, scheme):
    place = checkout / "build" / "screenshots"
    for who in ("student", "teacher"):
        names = [name for name in PHOTOGRAPHED if name.startswith("teacher") == (who == "teacher")]
        tab = states[names[0]].context.new_page()  # in front: a tab behind others waits long to be drawn
        tab.set_viewport_size({"width": width, "height": 740})
        tab.emulate_media(color_scheme=scheme)
        for name in names:
            tab.goto(states[name].url)
            tab.screenshot(path=place / f"{name}-{width}-{scheme}.png", full_page=True)
            assert (place / f"{name}-{width}-{scheme}.png").stat().st_size > 2000
        tab.close()
