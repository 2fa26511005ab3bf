"""Every page in every state: for those who do not see it, who see it on a phone, in the dark, and on paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from accessibility import violations
from page_looks import PHOTOGRAPHS, Look, look_at, photograph
from page_states import States, every_state
from page_ways import at
from playwright.sync_api import Browser, Page

PHOTOGRAPHED = ("list", "question-1-choice", "question-6-cloze", "question-7-matching", "question-8-ordering")
PHOTOGRAPHED += ("check", "result", "teacher", "teacher-quiz", "teacher-class")
PHOTOGRAPHED += ("join-class", "timed", "feedback", "article")

Photographs = dict[str, dict[tuple[int, str], int]]


@pytest.fixture(scope="module")
def states(chromium: Browser, site, folder: Path, every_type, gives, starts) -> Iterator[States]:
    with every_state(chromium, site, folder / "quizengine.db", every_type, gives, starts) as states:
        assert len(states.ways) > 60
        yield states


@pytest.fixture(scope="module")
def visits(states: States, checkout: Path) -> tuple[dict[str, Look], Photographs]:
    """What was seen of each page; every page is visited once for all tests, as the way to it takes most of the time."""
    looks, photographs = {}, {}
    for name, tab in states.items():
        looks[name] = look_at(tab)
        if name in PHOTOGRAPHED:
            photographs[name] = photograph(tab, name, checkout / "build" / "screenshots")
    return looks, photographs


@pytest.fixture(scope="module")
def looks(visits: tuple[dict[str, Look], Photographs]) -> dict[str, Look]:
    return visits[0]


@pytest.fixture(params=["de", "es", "fr"])
def language(request: pytest.FixtureRequest, states: States, site) -> Iterator[str]:
    """A language that all tabs speak, on a narrow screen; afterwards they are as they were, whatever was found."""
    tabs = {id(tab): tab for tab, _ in states.ways.values()}.values()
    for tab in tabs:
        tab.goto(f"{site.student}/?lang={request.param}")
        tab.set_viewport_size({"width": 320, "height": 640})
    yield request.param
    for tab in tabs:
        tab.goto(f"{site.student}/?lang=en")
        tab.set_viewport_size({"width": 1280, "height": 720})


def test_axe_finds_nothing_and_nothing_is_too_wide_in_another_language(states: States, language: str):
    seen = 0
    for name, (tab, steps) in states.ways.items():
        if isinstance(steps, at):
            steps(tab)
            seen += 1
            assert (name, tab.locator("html").get_attribute("lang")) == (name, language)
            assert (name, violations(tab)) == (name, [])
            assert (name, tab.evaluate("document.documentElement.scrollWidth <= innerWidth")) == (name, True)
    assert seen > 25


def test_axe_finds_nothing_on_any_page(looks: dict[str, Look]):
    assert {name: look.faults for name, look in looks.items() if look.faults} == {}


def test_axe_finds_every_page_readable_in_the_dark(looks: dict[str, Look]):
    assert {name: look.dark_faults for name, look in looks.items() if look.dark_faults} == {}


def test_axe_finds_much_on_a_bad_page(plain_tab):
    style = "<title></title><style>p { color: #ccc; background: #fff }</style>"
    plain_tab.set_content(f"{style}<p>pale</p><input><button></button><img src='data:,'>")
    found = {each.partition(":")[0] for each in violations(plain_tab)}
    assert found >= {"color-contrast", "label", "button-name", "image-alt", "html-has-lang", "document-title"}


def test_every_page_fits_a_narrow_screen_without_sideways_scroll(looks: dict[str, Look]):
    assert {name: look.width_at_320 for name, look in looks.items() if look.width_at_320 != 320} == {}


def test_every_page_fits_with_wider_text_spacing(looks: dict[str, Look]):
    assert {name: look.width_at_320_spaced for name, look in looks.items() if look.width_at_320_spaced != 320} == {}


def test_everything_to_press_is_large_enough(looks: dict[str, Look]):
    """24 pixels each way at least, and 44 for the rows of options, boxes and buttons on a phone."""
    assert {name: look.too_small for name, look in looks.items() if look.too_small} == {}


def test_every_page_has_a_title_and_a_heading_of_its_own(looks: dict[str, Look]):
    found = {name: (look.main_headings, look.mains, look.language) for name, look in looks.items()}
    assert {name: counts for name, counts in found.items() if counts != (1, 1, "en")} == {}
    questions = [look.title for name, look in looks.items() if name.startswith("question")]
    assert len(set(questions)) == len(questions) == 8


def test_nothing_is_asked_of_any_other_server(plain_tab: Page, site, starts):
    asked: list[str] = []
    plain_tab.on("request", lambda request: asked.append(request.url))
    starts(plain_tab)
    plain_tab.get_by_role("button", name="Save and see all your answers").click()
    plain_tab.get_by_role("button", name="Submit").click()
    assert len(asked) > 5
    assert [address for address in asked if not address.startswith((site.student, "data:"))] == []


@pytest.mark.parametrize(("width", "scheme"), PHOTOGRAPHS)
def test_pages_are_photographed(visits: tuple[dict[str, Look], Photographs], width, scheme):
    sizes = {name: taken[width, scheme] for name, taken in visits[1].items()}
    assert set(sizes) == set(PHOTOGRAPHED)
    assert {name: size for name, size in sizes.items() if size <= 2000} == {}
