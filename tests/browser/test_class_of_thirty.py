"""A class of thirty, from the first who joins to the printed report, before one real server.

Two students take the quiz in Chromium; the others send the same forms from the same pages without drawing them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener

import pytest
from accessibility import violations
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

NAMES = tuple(f"{first} {last}" for last in ("Quill", "Okafor", "Lund") for first in (
    "Ada", "Ben", "Cleo", "Dana", "Emil", "Fay", "Gus", "Hana", "Ivo", "June"))  # fmt: skip


class Student:
    """A browser of its own that draws nothing: it sends the forms of the pages that it has read."""

    def __init__(self, site: str) -> None:
        self.site = site
        self._browser = build_opener(HTTPCookieProcessor())

    def get(self, path: str) -> str:
        return self._browser.open(self.site + path, timeout=60).read().decode()

    def send(self, path: str, **form: str) -> str:
        """Send a form, and return where it led."""
        request = Request(self.site + path, urlencode(form).encode(), {"Origin": self.site})
        return self._browser.open(request, timeout=60).geturl().removeprefix(self.site)

    def take(self, code: str, name: str, texts: Sequence[str], *, submit: bool = True) -> None:
        """Join, choose an option of the first question by the words it has, type an answer to the fifth, hand in."""
        page = self.get(f"/join/{code}")
        once = re.search(r'name="once" value="([^"]+)"', page)
        assert once is not None
        attempt = self.send(f"/join/{code}", student=name, once=once[1]).rsplit("/", 1)[0]
        first = self.get(f"{attempt}/1")
        option = re.search(rf'name="part-1" value="([^"]+)"[^>]*>\s*<label[^>]*>{re.escape(texts[0])}', unescape(first))
        assert option is not None
        self.send(f"{attempt}/1", **{"part-1": option[1]})
        self.send(f"{attempt}/5", **{"part-1": texts[1]})
        if submit:
            self.send(f"{attempt}/submit")


@dataclass
class Thirty:
    """The class, and the teacher's tab on its page."""

    tab: Page
    site: str
    code: str

    @property
    def address(self) -> str:
        return f"{self.site}/teacher/classes/{self.code}"


def join_by_list(tab: Page, thirty: Thirty, name: str) -> None:
    tab.goto(f"{thirty.site}/join/{thirty.code}")
    tab.get_by_label("Your name").select_option(name)
    tab.get_by_role("button", name="Start the quiz").click()
    expect(tab).to_have_title(re.compile("^Question 1 of 8"))


@pytest.fixture
def thirty(chromium: Browser, site) -> Iterator[Thirty]:
    """A class that nobody has joined; it is closed in the end whatever happens."""
    context = chromium.new_context()
    tab = context.new_page()
    tab.goto(site.teacher)
    tab.goto(f"{site.student}/teacher/quizzes/paper-mill/class")
    tab.get_by_label("When they have submitted").check()
    tab.get_by_label("Name of the class").fill("8b, Monday")
    tab.get_by_role("button", name="Create the class code").click()
    code = tab.locator(".large .code").inner_text().replace("-", "")
    yield Thirty(tab, site.student, code)
    tab.goto(f"{site.student}/teacher/classes/{code}/close")
    button = tab.get_by_role("button", name="Close the class")
    if button.count():
        button.click()
    context.close()


def test_a_class_of_thirty_from_the_first_who_joins_to_the_printed_report(thirty: Thirty, plain_tab: Page) -> None:
    tab = thirty.tab
    tab.goto(f"{thirty.address}/list")
    tab.get_by_label("Add names").fill("\n".join(NAMES))
    tab.get_by_role("button", name="Add to the list").click()
    expect(tab.get_by_role("status")).to_have_text("30 names were added.")
    tab.get_by_label("They choose their name from the list").check()
    tab.get_by_role("button", name="Save").click()
    tab.clock.install()  # so that nobody waits for the next refresh
    tab.goto(thirty.address)

    join_by_list(plain_tab, thirty, NAMES[0])
    plain_tab.get_by_label("The stream ran dry.").check()
    plain_tab.get_by_role("button", name="Save and see all your answers").click()
    expect(plain_tab.get_by_role("heading", level=1)).to_have_text("Check your answers")
    tab.clock.fast_forward(5_000)
    expect(tab.get_by_role("table")).to_contain_text("saved question 1 at")  # without a reload
    plain_tab.get_by_role("button", name="Submit 1 answer").click()
    for number, name in enumerate(NAMES[1:29], 1):
        right = number % 3
        texts = ("The stream ran dry." if right else "The wheel had burned.", "Ida Marsh" if right == 1 else "Gray")
        Student(thirty.site).take(thirty.code, name, texts, submit=number < 28)
    context = plain_tab.context.browser.new_context()
    join_by_list(last := context.new_page(), thirty, NAMES[29])
    tab.clock.fast_forward(5_000)
    expect(tab.get_by_text("28 have handed in, 2 are working.")).to_be_visible()
    expect(tab.get_by_role("row", name=re.compile(f"{NAMES[29]} 0 of 8 working"))).to_be_visible()

    tab.get_by_role("link", name="Results of the class").click()
    main = tab.get_by_role("main")
    expect(main).to_contain_text("28 students have handed in; on average they earned")
    expect(main).to_contain_text("Question 5 was missed by 18 of 27 who answered it; 18 of them gave “Gray”.")
    tab.get_by_role("link", name="Change how it is marked (Question 5)").click()
    tab.get_by_label("Accepted answers").fill("Ida Marsh\nGray")
    tab.get_by_role("button", name="See who gains and who loses").click()
    expect(main).to_contain_text("18 students gain, 0 students lose.")
    tab.get_by_role("button", name="Apply the change").click()
    expect(tab.get_by_role("status")).to_contain_text("The marking was changed.")

    last.get_by_label("The stream ran dry.").check()
    last.get_by_role("button", name="Save and see all your answers").click()
    context.close()
    tab.goto(f"{thirty.address}/close")
    tab.get_by_role("button", name="Close the class").click()
    tab.goto(f"{thirty.address}/reports")
    printed = PdfReader(BytesIO(tab.pdf(format="A4")))
    sheets = [page.extract_text() for page in printed.pages]
    assert [name for name in NAMES if not any(name in sheet for sheet in sheets)] == []
    assert len(sheets) == 30, "each report is on a page of its own"
    assert "Gray" in next(sheet for sheet in sheets if NAMES[2] in sheet)


def test_axe_finds_nothing_on_the_pages_of_a_class_on_a_phone_or_in_the_dark(thirty: Thirty) -> None:
    tab = thirty.tab
    for name, answer in (("Ada Quill", "Ida Marsh"), ("Ben Okafor", "Gray")):
        Student(thirty.site).take(thirty.code, name, ("The stream ran dry.", answer))
    tab.goto(f"{thirty.address}/list")
    student = tab.get_by_role("link", name=re.compile("Rename")).first.get_attribute("href")
    tab.goto(thirty.site + student)
    merge = tab.get_by_role("link", name=re.compile("^Merge with")).first.get_attribute("href")
    tab.goto(f"{thirty.address}/results")
    mark = tab.get_by_role("link", name="Change how it is marked (Question 5)").get_attribute("href")
    result = tab.get_by_role("link", name="Ada Quill").get_attribute("href")
    tab.goto(thirty.site + result)
    points = tab.get_by_role("link", name="Give points by hand (Question 5)").get_attribute("href")
    found = {}
    tab.set_viewport_size({"width": 360, "height": 800})
    for page in (f"/teacher/classes/{thirty.code}{end}" for end in ("", "/list", "/results", "/reports", "/paper")):
        found |= _looked_at(tab, thirty.site + page)
    for page in (student, merge, mark, result, points):
        found |= _looked_at(tab, thirty.site + page)
    assert len(found) == 10
    tab.set_viewport_size({"width": 1280, "height": 800})
    tab.emulate_media(color_scheme="dark")
    for page in (f"/teacher/classes/{thirty.code}/results", mark):
        found |= {f"dark {name}": faults for name, faults in _looked_at(tab, thirty.site + page).items()}
    assert {name: faults for name, faults in found.items() if faults} == {}


def _looked_at(tab: Page, address: str) -> dict[str, list[str]]:
    """What is wrong with a page: what axe finds, and whether it is wider than the window."""
    tab.goto(address)
    wide = [] if tab.evaluate("document.documentElement.scrollWidth <= innerWidth") else ["wider than the window"]
    return {address: [*violations(tab), *wide]}
