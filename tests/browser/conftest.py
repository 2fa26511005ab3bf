"""A real Chromium before a real server: the command `quizengine serve` in a process of its own, over a folder."""

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import HTTPCookieProcessor, build_opener

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from playwright.sync_api import Error as PlaywrightError

from quizengine.desk.library import Library, open_library
from quizengine.engine import start
from quizengine.quiz.parts import Choice, Gap, Ordering, Part, Response, Text
from quizengine.quiz.quiz import Quiz, SheetQuestion, sheet
from quizengine.quiz.shuffling import Shuffle
from quizengine.testing import right_response

expect.set_options(timeout=15_000)


@dataclass(frozen=True)
class Site:
    """A server under way."""

    student: str
    teacher: str


@pytest.fixture(scope="session")
def folder(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working folder: a bank with every type that a key marks, and the article on North Korean troops for a draft."""
    folder = Path(shutil.copytree(checkout / "tests" / "folder", tmp_path_factory.mktemp("browser") / "folder"))
    shutil.copy(checkout / "seeds" / "north-korean-troops.txt", folder / "seeds")
    return folder


Serve = Callable[..., AbstractContextManager[Site]]


@pytest.fixture(scope="session")
def serve(checkout: Path) -> Serve:
    """Runs a server of its own for a working folder, with more arguments if need be, and stops it."""

    @contextmanager
    def serving(folder: Path, *arguments: str) -> Iterator[Site]:
        command = [sys.executable, "-m", "quizengine", "serve", str(folder), "--port", "0", *arguments]
        process = subprocess.Popen(command, cwd=checkout, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        try:
            said = ""
            while "Ctrl-C" not in said and (line := process.stdout.readline()):
                said += line
            student, teacher = (re.search(rf"For {who}: +(http\S+)", said)[1] for who in ("students", "the teacher"))
            _wait_for_drafts(said, teacher)
            yield Site(student.rstrip("/"), teacher)
        finally:
            process.terminate()
            process.stdout.close()
            code = process.wait(20)
        assert code == 0

    return serving


def _wait_for_drafts(said: str, teacher: str) -> None:
    """Return when every quiz and draft that the server spoke of when it began is in the teacher's list."""
    expected = sum(map(int, re.findall(r"(\d+) (?:quiz|draft)", said)))
    browser = build_opener(HTTPCookieProcessor())
    until = time.monotonic() + 240
    while len(set(re.findall(r"/teacher/quizzes/([^/\"]+)\"", browser.open(teacher).read().decode()))) < expected:
        assert time.monotonic() < until, "the drafts do not come"
        time.sleep(0.1)


@pytest.fixture(scope="session")
def site(serve: Serve, folder: Path) -> Iterator[Site]:
    with serve(folder) as site:
        yield site


@pytest.fixture(scope="session")
def library(folder: Path) -> Library:
    """The same quizzes as the server has, to know their keys."""
    return open_library(start(folder))


@pytest.fixture(params=[False, True], ids=["without JavaScript", "with JavaScript"])
def tab(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    """A tab of a browser with no cookies yet, once without JavaScript and once with it."""
    yield from _tab(chromium, java_script_enabled=request.param)


@pytest.fixture
def plain_tab(chromium: Browser) -> Iterator[Page]:
    """A tab as most people have it."""
    yield from _tab(chromium, java_script_enabled=True)


def _tab(chromium: Browser, *, java_script_enabled: bool) -> Iterator[Page]:
    context: BrowserContext = chromium.new_context(java_script_enabled=java_script_enabled)
    said: list[str] = []
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda fault: said.append(str(fault)))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    yield page
    page.wait_for_load_state()  # Chromium may never close a tab that is still loading
    context.close()
    unexpected = [each for each in said if "the server responded with a status of" not in each]
    assert unexpected == [], f"the browser's console says: {unexpected}"


def begin(tab: Page, site: Site, title: str, student: str = "Ada Quill") -> None:
    """Choose a quiz from the list and start it."""
    tab.goto(site.student)
    tab.get_by_role("link", name=title, exact=True).click()
    tab.get_by_label("Your name").fill(student)
    tab.get_by_role("button", name="Start the quiz").click()


def give(tab: Page, question: SheetQuestion, response: Response) -> None:
    """Give a response on the question's page, as a student does: by what the labels say."""
    for part in question.parts:
        if not isinstance(part, Text):
            _give_part(tab, question, part, response.get(part.name, ()))


def _give_part(tab: Page, question: SheetQuestion, part: Part, given: tuple[str, ...]) -> None:
    match part:
        case Choice(label="", options=options):
            for option in options:
                if option.id in given:
                    tab.get_by_label(option.text, exact=True).check()
        case Choice(label=label, options=options):
            texts = [option.text for option in options if option.id in given]
            tab.get_by_label(label, exact=True).select_option(label=texts)
        case Gap():
            gaps = [each for each in question.parts if isinstance(each, Gap)]
            tab.get_by_role("textbox").nth(gaps.index(part)).fill("".join(given))
        case Ordering(options=options):
            for option in options:
                tab.get_by_label(option.text, exact=True).select_option(str(given.index(option.id) + 1))


Take = Callable[..., None]


@pytest.fixture(scope="session")
def take(site: Site) -> Take:
    """Take a whole quiz by its key, up to the page on which answers are checked."""

    def taken(tab: Page, quiz: Quiz, at: Site = site) -> None:
        begin(tab, at, quiz.title)
        pages = sheet(quiz, Shuffle(b"", "any order"))
        for question, asked in zip(quiz.questions, pages, strict=True):
            expect(tab).to_have_title(f"Question {asked.number} of {len(pages)}: {quiz.title} – quizengine")
            give(tab, asked, right_response(question))
            tab.get_by_role("button", name="Save and continue").click()
        expect(tab.get_by_role("heading", level=1)).to_have_text("Check your answers")

    return taken


@pytest.fixture(scope="session")
def every_type(library: Library) -> Quiz:
    """The quiz with every question type that a key marks."""
    entry = library.find("paper-mill")
    assert entry is not None
    return entry.quiz


@pytest.fixture(scope="session")
def starts(site: Site) -> Callable[[Page], None]:
    """Start the quiz with every question type that a key marks."""
    return lambda tab: begin(tab, site, "The paper mill")


@pytest.fixture(scope="session")
def gives() -> Callable[[Page, SheetQuestion, Response], None]:
    return give


@pytest.fixture(scope="session")
def go_back() -> Callable[[Page], None]:
    """Go back as the button of the browser does; asked again where the page before is just being put in place."""

    def back(page: Page) -> None:
        for attempt in range(5):
            try:
                page.go_back()
                return
            except PlaywrightError as fault:
                if attempt == 4 or "Not attached to an active page" not in str(fault):
                    raise
                page.wait_for_load_state()

    return back
