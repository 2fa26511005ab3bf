"""Every page in every state: for those who do not see it, who see it on a phone, in the dark, and on paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from page_states import States, every_state
from page_ways import at
from playwright.sync_api import Browser, Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

SIZES = """() => [...document.querySelectorAll('main a, header a, button, summary, input, select, textarea')]
.filter(each => !each.matches('[hidden], [type=hidden]'))
.map(each => {
    let box = each.getBoundingClientRect(), row = (each.closest('.option') || each).getBoundingClientRect()
    let control = each.matches('button, summary, input, select')
    return [each.outerHTML.slice(0, 80), Math.min(box.width, box.height), row.height, control]
})"""
PHOTOGRAPHED = ("list", "question-1-choice", "question-6-cloze", "question-7-matching", "question-8-ordering")
PHOTOGRAPHED += ("check", "result", "teacher", "teacher-quiz", "teacher-class")
PHOTOGRAPHED += ("join-class", "timed", "feedback", "article")


@pytest.fixture(scope="module")
def states(chromium: Browser, site, folder: Path, every_type, gives, starts) -> Iterator[States]:
    with every_state(chromium, site, folder / "quizengine.db", every_type, gives, starts) as states:
        assert len(states.ways) > 60
        yield states


def violations(tab: Page, only: str = "") -> list[str]:
    rules = {"type": "rule", "values": [only]} if only else {"type": "tag", "values": RULES}
    found = Axe().run(tab, options={"runOnly": rules}).response["violations"]
    return [f"{each['id']}: {node['html'][:200]}" for each in found for node in each["nodes"]]


def test_axe_finds_nothing_on_any_page(states: States):
    for name, tab in states.items():
        assert (name, violations(tab)) == (name, [])


@pytest.mark.parametrize("language", ["de", "es", "fr"])
def test_axe_finds_nothing_and_nothing_is_too_wide_in_another_language(states: States, site, language):
    tabs = {id(tab): tab for tab, _ in states.ways.values()}.values()
    for tab in tabs:
        tab.goto(f"{site.student}/?lang={language}")
        tab.set_viewport_size({"width": 320, "height": 640})
    seen = 0
    for name, (tab, steps) in states.ways.items():
        if isinstance(steps, at):
            steps(tab)
            seen += 1
            assert (name, tab.locator("html").get_attribute("lang")) == (name, language)
            assert (name, violations(tab)) == (name, [])
            assert (name, tab.evaluate("document.documentElement.scrollWidth <= innerWidth")) == (name, True)
    assert seen > 25
    for tab in tabs:
        tab.goto(f"{site.student}/?lang=en")
        tab.set_viewport_size({"width": 1280, "height": 720})


def test_axe_finds_every_page_readable_in_the_dark(states: States):
    for name, tab in states.items():
        tab.emulate_media(color_scheme="dark")
        assert (name, violations(tab, "color-contrast")) == (name, [])
        tab.emulate_media(color_scheme="light")


def test_axe_finds_much_on_a_bad_page(plain_tab):
    style = "<title></title><style>p { color: #ccc; background: #fff }</style>"
    plain_tab.set_content(f"{style}<p>pale</p><input><button></button><img src='data:,'>")
    found = {each.partition(":")[0] for each in violations(plain_tab)}
    assert found >= {"color-contrast", "label", "button-name", "image-alt", "html-has-lang", "document-title"}


def test_every_page_fits_a_narrow_screen_without_sideways_scroll(states: States):
    for name, tab in states.items():
        tab.set_viewport_size({"width": 320, "height": 640})
        wide = tab.evaluate("document.scrollingElement.scrollWidth")
        tab.set_viewport_size({"width": 1280, "height": 720})
        assert (name, wide) == (name, 320)


def test_every_page_fits_with_wider_text_spacing(chromium: Browser, states: States):
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


def test_everything_to_press_is_large_enough(states: States):
    """24 pixels each way at least, and 44 for the rows of options, boxes and buttons on a phone."""
    for name, tab in states.items():
        tab.set_viewport_size({"width": 360, "height": 740})
        small = [each for each in tab.evaluate(SIZES) if each[1] < 24 or (each[3] and each[2] < 44)]
        tab.set_viewport_size({"width": 1280, "height": 720})
        assert (name, small) == (name, [])


def test_every_page_has_a_title_and_a_heading_of_its_own(states: States):
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
    plain_tab.get_by_role("button", name="Save and see all your answers").click()
    plain_tab.get_by_role("button", name="Submit").click()
    assert len(asked) > 5
    assert [address for address in asked if not address.startswith((site.student, "data:"))] == []


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (360, "light"), (768, "light"), (1280, "dark")])
def test_pages_are_photographed(states: States, checkout: Path, width, scheme):
    place = checkout / "build" / "screenshots"
    for name, tab in states.items():
        if name in PHOTOGRAPHED:
            tab.set_viewport_size({"width": width, "height": 740})
            tab.emulate_media(color_scheme=scheme)
            tab.screenshot(path=place / f"{name}-{width}-{scheme}.png", full_page=True)
            assert (place / f"{name}-{width}-{scheme}.png").stat().st_size > 2000
