"""Pages in other languages than English, and quizzes in other languages than their pages, in a real browser."""

import io
import os
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from accessibility import violations
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from playwright.sync_api import Browser, Page, expect
from werkzeug.serving import make_server

from quizengine.desk.library import open_library
from quizengine.engine import start
from quizengine.quiz.quiz import Quiz, sheet
from quizengine.quiz.shuffling import Shuffle
from quizengine.store import Store
from quizengine.testing import right_response
from quizengine.web import create_app
from quizengine.web.render.languages import DOMAIN, FOLDER, Languages

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

TOKEN = "a-token-for-the-teacher-alone"
ARABIC = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ابثدعفغهيجكلمنوپقرستحخشطزذ")
HEBREW = """\
format: quizengine/1
title: טחנת הנייר
description: שאלות על טחנת הנייר שבעמק.
locale: he
questions:
  - type: choice
    stem: מדוע עמדה הטחנה בקיץ?
    answer: הנחל יבש.
    distractors: [הגלגל נשרף., הבעלים NATO נסע.]
    rationale: בלי מים הגלגל לא מסתובב.
  - type: numeric
    stem: כמה גיליונות נעשו ביום?
    answer: 900
    unit: גיליונות
  - type: cloze
    stem: השלימו את החסר.
    text: "הטחנה נבנתה בשנת {1873} ונשרפה בשנת {1902}."
  - type: ordering
    stem: מה קרה קודם?
    answer: [הטחנה נבנתה., הטחנה נשרפה., הגלגל שומן.]
  - type: matching
    stem: מי עשה מה?
    pairs:
      - {left: אנסגר, right: בנה את הטחנה}
      - {left: עידה, right: כתבה יומן}
"""


def sound(tab: Page, name: str, pictures: Path | None) -> None:
    """The page has no fault that axe finds, and fits a phone and a screen without sideways scroll."""
    tab.wait_for_load_state()
    assert (name, violations(tab)) == (name, [])
    for width in (1280, 320):
        tab.set_viewport_size({"width": width, "height": 720})
        if pictures:
            tab.screenshot(path=pictures / f"{name}-{width}.png", full_page=True)
        assert (name, tab.evaluate("document.scrollingElement.scrollWidth")) == (name, width)
    tab.set_viewport_size({"width": 1280, "height": 720})


@pytest.fixture(scope="session")
def pictures(checkout: Path) -> Path | None:
    """Where the pages can be looked at after the tests; QUIZENGINE_PICTURES=1 asks for them, as they take a while."""
    if not os.environ.get("QUIZENGINE_PICTURES"):
        return None
    folder = checkout / "build" / "screenshots" / "languages"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture
def german_tab(chromium: Browser) -> Iterator[Page]:
    """A tab of somebody whose browser speaks German."""
    context = chromium.new_context(locale="de-DE")
    yield context.new_page()
    context.close()


def test_a_quiz_is_taken_in_german(german_tab: Page, site, every_type: Quiz, gives, pictures: Path | None) -> None:
    tab = german_tab
    tab.goto(site.student)
    expect(tab.locator("html")).to_have_attribute("lang", "de")
    sound(tab, "list", pictures)
    tab.get_by_role("link", name=every_type.title, exact=True).click()
    sound(tab, "start", pictures)
    tab.get_by_label("Dein Name").fill("Änne Größ")
    tab.get_by_role("button", name="Quiz beginnen").click()
    for question, asked in zip(every_type.questions, sheet(every_type, Shuffle(b"", "any order")), strict=True):
        expect(tab).to_have_title(f"Frage {asked.number} von 8: {every_type.title} – quizengine")
        if asked.number == 4:
            tab.get_by_role("textbox").fill("sehr viele")
            tab.get_by_role("button", name="Speichern und weiter").click()
            expect(tab.get_by_role("alert")).to_contain_text("lässt sich nicht als Zahl lesen")
            sound(tab, "error", pictures)
        gives(tab, asked, right_response(question))
        sound(tab, f"question-{asked.number}", pictures)
        tab.get_by_role("button", name="Speichern und weiter").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Antworten prüfen")
    sound(tab, "check", pictures)
    tab.get_by_role("button", name="8 Antworten abgeben").click()
    expect(tab.locator(".score")).to_have_text("11 von 11 Punkten")
    sound(tab, "result", pictures)
    tab.goto(site.teacher)
    expect(tab.get_by_role("heading", level=1)).to_have_text("Quiz")
    sound(tab, "teacher", pictures)
    pages = {"teacher-results": "results", "teacher-quiz": "quizzes/paper-mill", "teacher-plugins": "plugins"}
    for name, page in pages.items():
        tab.goto(f"{site.student}/teacher/{page}")
        sound(tab, name, pictures)
    tab.goto(f"{site.student}/teacher/quizzes/north-korean-troops/more")
    sound(tab, "teacher-looked-for", pictures)
    while tab.locator("details.offer").count() == 0:  # the article is still being searched
        tab.wait_for_timeout(200)
        tab.reload()
    sound(tab, "teacher-more", pictures)


def test_a_language_is_chosen_at_the_foot_of_the_page_and_stays(plain_tab: Page, site) -> None:
    plain_tab.goto(site.student)
    plain_tab.get_by_role("navigation", name="Language").get_by_role("link", name="Français").click()
    expect(plain_tab.locator("html")).to_have_attribute("lang", "fr")
    plain_tab.get_by_role("link", name="The paper mill", exact=True).click()
    expect(plain_tab.get_by_role("button", name="Commencer le quiz")).to_be_visible()
    chosen = plain_tab.get_by_role("navigation", name="Langue").get_by_role("link", name="Français")
    expect(chosen).to_have_attribute("aria-current", "true")


Serving = Callable[..., "contextmanager[str]"]


def whole(app: "WSGIApplication") -> "WSGIApplication":
    """The same answers, each read and closed before it is sent.

    The browser drops what it still waits for when it leaves a page, and werkzeug then leaves the file open that it was
    sending.
    """

    def answer(environ: "WSGIEnvironment", start_response: "StartResponse") -> list[bytes]:
        response = app(environ, start_response)
        try:
            return [b"".join(response)]
        finally:
            if close := getattr(response, "close", None):
                close()

    return answer


@pytest.fixture
def served(tmp_path: Path) -> Serving:
    """Serves a folder with languages of the test's own."""

    @contextmanager
    def serving(folder: Path, languages: Languages) -> Iterator[str]:
        engine = start(folder)
        with closing(Store(tmp_path / "attempts.db")) as store:
            app = create_app(
                engine, open_library(engine), store, secret_key=b"k" * 32, teacher_token=TOKEN, languages=languages
            )
            server = make_server("127.0.0.1", 0, whole(app), threaded=True)
            thread = threading.Thread(target=server.serve_forever, daemon=True)
            thread.start()
            try:
                yield f"http://127.0.0.1:{server.port}"
            finally:
                server.shutdown()
                thread.join()
                server.server_close()

    return serving


def in_arabic_letters(text: str) -> str:
    """An English message in Arabic letters, of the same length, with what is put into it kept."""
    return "".join(
        each if each.startswith("%(") else each.casefold().translate(ARABIC) for each in re.split(r"(%\(\w+\)s)", text)
    )


@pytest.fixture
def right_to_left(tmp_path: Path) -> Languages:
    """A language that nobody speaks, written from right to left."""
    with (FOLDER / f"{DOMAIN}.pot").open("rb") as file:
        messages = read_po(file, locale="ar")
    for message in messages:
        if not message.id:
            continue
        if message.pluralizable:
            message.string = (in_arabic_letters(message.id[1]),) * messages.num_plurals
        else:
            message.string = "rtl" if message.id == "ltr" else in_arabic_letters(message.id)
    compiled = io.BytesIO()
    write_mo(compiled, messages)
    place = tmp_path / "translations" / "ar" / "LC_MESSAGES"
    place.mkdir(parents=True)
    (place / f"{DOMAIN}.mo").write_bytes(compiled.getvalue())
    return Languages("ar", tmp_path / "translations")


def through(tab: Page, address: str, name: str, quiz: Quiz, pictures: Path | None) -> None:
    """Look at every page of a student's way through a quiz, whatever language it is in, and at the teacher's."""
    tab.goto(address)
    sound(tab, f"{name}-list", pictures)
    tab.locator(f"a[href$='/{name}']").first.click()
    sound(tab, f"{name}-start", pictures)
    tab.locator("#student").fill("Ada (אדה) Quill")
    tab.locator("form button").first.click()
    attempt = tab.url.removesuffix("/1")
    for number in range(1, len(quiz.questions) + 1):
        tab.goto(f"{attempt}/{number}")
        sound(tab, f"{name}-question-{number}", pictures)
    tab.goto(f"{attempt}/check")
    sound(tab, f"{name}-check", pictures)
    tab.locator("form button").click()
    sound(tab, f"{name}-result", pictures)
    tab.goto(f"{address}/teacher?token={TOKEN}")
    sound(tab, f"{name}-teacher", pictures)
    for page in ("results", f"quizzes/{name}", f"quizzes/{name}/more"):
        tab.goto(f"{address}/teacher/{page}")
        sound(tab, f"{name}-teacher-{page.replace('/', '-')}", pictures)


def direction(tab: Page, selector: str) -> str:
    return tab.locator(selector).first.evaluate("element => getComputedStyle(element).direction")


def test_every_page_can_be_written_from_right_to_left(
    plain_tab: Page, served: Serving, folder: Path, right_to_left: Languages, every_type: Quiz, pictures: Path | None
) -> None:
    with served(folder, right_to_left) as address:
        through(plain_tab, address, "paper-mill", every_type, pictures)
        plain_tab.goto(f"{address}/quizzes/paper-mill")
        assert direction(plain_tab, "html") == "rtl"
        assert direction(plain_tab, "h1") == "ltr"
        assert direction(plain_tab, "form button") == "rtl"


def test_a_hebrew_quiz_is_written_from_right_to_left_on_an_english_page(
    plain_tab: Page, served: Serving, tmp_path: Path, pictures: Path | None
) -> None:
    folder = tmp_path / "hebrew"
    (folder / "question_banks").mkdir(parents=True)
    (folder / "question_banks" / "mill.yaml").write_text(HEBREW, "utf-8")
    (folder / "school.yaml").write_text("open: all\n")
    library = open_library(start(folder))
    quiz = library.find("mill").quiz
    assert (library.findings, len(quiz.questions)) == ((), 5)
    with served(folder, Languages()) as address:
        through(plain_tab, address, "mill", quiz, pictures)
        plain_tab.goto(f"{address}/quizzes/mill")
        plain_tab.get_by_label("Your name").fill("Noa")
        plain_tab.get_by_role("button", name="Start the quiz").click()
        assert direction(plain_tab, "html") == direction(plain_tab, ".caption") == "ltr"
        assert direction(plain_tab, "legend h1") == direction(plain_tab, ".option label") == "rtl"
        assert plain_tab.locator("[lang=he]").first.is_visible()
        plain_tab.goto(plain_tab.url.removesuffix("1") + "4")
        assert direction(plain_tab, ".hint") == "ltr"
        assert direction(plain_tab, "select") == "rtl"
