"""While a test is open, its questions are answered nowhere else: not under another name, in a draft, or in practice."""

import re
import shutil
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask import Flask

from quizengine.__main__ import quizengine
from quizengine.desk.library import open_library
from quizengine.engine import start
from quizengine.store import Store
from quizengine.web import create_app
from tests.web.conftest import KEY, TOKEN, Browser

SENTENCE = (
    "A test with the same questions or the same article is open. "
    "You will see the right answers when it has been closed."
)
VERDICT = 'class="verdict '
POINTS = re.compile(r"\d points?\b|\d of \d+ right\b")
ORIGIN = {"Origin": "http://localhost"}
SHARED = """format: quizengine/1
title: Odds and ends
questions:
  - {type: numeric, stem: How many legs has a spider?, answer: 8, rationale: An insect has six.}
  - {type: short_text, stem: "who wrote about the smoke, in a diary", answer: Ida Marsh, rationale: She taught there.}
"""
UNLIKE = """format: quizengine/1
title: Rivers
questions:
  - {type: numeric, stem: How long is the Elbe?, answer: 1094, unit: km, rationale: Measured along its bed.}
"""


@pytest.fixture(scope="module")
def shelf(checkout: Path, tmp_path_factory) -> Path:
    """A folder with a bank, a renamed copy of it, others that share a question, an article or nothing."""
    folder = Path(shutil.copytree(checkout / "tests" / "folder", tmp_path_factory.mktemp("shelf") / "folder"))
    banks, article = folder / "question_banks", folder / "seeds" / "paper-mill.txt"
    bank = (banks / "paper-mill.yaml").read_text("utf-8")
    copied = re.sub(
        r"(?s)article:\n.*?questions:", "questions:", bank.replace("title: The paper mill", "title: A copy", 1)
    )
    without_evidence = re.sub(r"(?m)^    evidence: \{.*\}\n|^    evidence:\n(?:      .*\n)+", "", copied)
    (banks / "a-copy.yaml").write_text(without_evidence, "utf-8")
    (banks / "odds.yaml").write_text(SHARED, "utf-8")
    (banks / "rivers.yaml").write_text(UNLIKE, "utf-8")
    edited = article.read_text("utf-8").replace("1902", "1903").replace("1873", "1872")
    (folder / "seeds" / "mill-again.txt").write_text(edited, "utf-8")
    made = ["generate", str(folder / "seeds" / "mill-again.txt"), "-o", str(banks / "mill-again.yaml")]
    assert CliRunner().invoke(quizengine, made).exit_code == 0
    return folder


@pytest.fixture
def app(shelf: Path, store: Store) -> Flask:
    engine = start(shelf)
    return create_app(engine, open_library(engine), store, secret_key=KEY, teacher_token=TOKEN)


@pytest.fixture
def test(teacher: Browser) -> str:
    """The code of an open test."""
    return teacher.open_class("test")


def names(page: str) -> set[str]:
    return set(re.findall(r'href="/quizzes/([^"/]+)"', page))


UNLIKE_NAMES = {"rivers", "news-literacy"}
ALIKE = ("paper-mill", "a-copy", "odds", "mill-again")


def test_the_folder_has_every_kind_of_quiz_that_is_alike(student):
    assert names(student.get("/").text) == {*ALIKE, *UNLIKE_NAMES}


def test_no_quiz_that_asks_the_same_is_begun_from_the_list_and_every_other_is(student, teacher, test):
    assert names(student.get("/").text) == UNLIKE_NAMES
    for name in ALIKE:
        assert "Nobody can start this quiz here until it has been closed" in student.get(f"/quizzes/{name}").text
        answer = student.post(f"/quizzes/{name}", data={"student": "Ada", "once": "x"}, headers=ORIGIN)
        assert answer.status_code == 200
    student.begin(quiz="rivers")
    teacher.send(f"/teacher/classes/{test}/close")
    assert names(student.get("/").text) == {*ALIKE, *UNLIKE_NAMES}


@pytest.mark.parametrize("name", ALIKE)
def test_an_attempt_begun_before_the_test_shows_no_answer_until_it_is_closed(student, other, teacher, name):
    practice, done = student.begin(quiz=name, mode="practice"), other.begin(quiz=name)
    student.send(f"{practice}/1", some_answer(student, f"{practice}/1"))
    assert VERDICT in student.get(f"{practice}/1/feedback").text
    other.send(f"{done}/submit")
    code = teacher.open_class("test")
    for address in (f"{practice}/1", f"{practice}/1/feedback", f"{practice}/article/1"):
        page = student.get(address, follow_redirects=True).text
        assert SENTENCE in page and "This answer is saved" in page
        assert VERDICT not in page and "Right answer" not in page and "<mark" not in page
    result = other.get(f"{done}/result").text
    assert SENTENCE in result and not POINTS.search(result)
    assert other.send(f"{done}/retry") == result
    assert other.get(f"{done}/article/1", follow_redirects=True).text == result
    teacher.send(f"/teacher/classes/{code}/close")
    assert SENTENCE not in student.get(f"{practice}/1/feedback").text
    assert POINTS.search(other.get(f"{done}/result").text)


@pytest.mark.parametrize("mode", ["practice", "class"])
@pytest.mark.parametrize("name", ALIKE)
def test_a_class_that_promises_answers_says_that_they_come_after_the_test(student, teacher, test, name, mode):
    code = teacher.open_class(mode, quiz=name)
    joining = student.get(f"/join/{code}").text
    assert SENTENCE in joining and "right answer after each" not in joining and "Then you see the result" not in joining
    attempt = student.join(code)
    asked = student.get(f"{attempt}/1").text
    assert SENTENCE in asked
    answer = student.post(f"{attempt}/1", data=some_answer(student, f"{attempt}/1"), headers=ORIGIN)
    assert answer.location in (f"{attempt}/2", f"{attempt}/check")
    assert student.get(f"{attempt}/1").status_code == 200
    check = student.get(f"{attempt}/check").text
    assert SENTENCE in check and "you see the result and" not in check
    result = student.send(f"{attempt}/submit")
    assert SENTENCE in result and not POINTS.search(result) and "still taking the test" not in result
    teacher.send(f"/teacher/classes/{test}/close")
    assert POINTS.search(student.get(f"{attempt}/result").text)


def test_a_quiz_that_asks_something_else_goes_on_as_ever(student, teacher, test):
    attempt = student.begin(quiz="rivers", mode="practice")
    assert SENTENCE not in student.get(f"{attempt}/1").text
    assert "Measured along its bed" in student.send(f"{attempt}/1", {"part-1": "1094"})
    assert "1 of 1 right" in student.send(f"{attempt}/submit")


def test_trying_again_what_was_missed_is_withheld_as_well(student, teacher):
    attempt = student.begin(quiz="odds")
    student.send(f"{attempt}/1", {"part-1": "8"})
    student.send(f"{attempt}/submit")
    again = student.post(f"{attempt}/retry", headers=ORIGIN).location.rsplit("/", 1)[0]
    test = teacher.open_class("test")
    assert student.post(f"{again}/1", data={"part-1": "Ida"}, headers=ORIGIN).location == f"{again}/check"
    page = student.send(f"{again}/submit")
    assert SENTENCE in page and "Ida Marsh" not in page
    teacher.send(f"/teacher/classes/{test}/close")
    assert "Ida Marsh" in student.get(f"{again}/result").text


def test_no_page_of_an_attempt_leads_in_a_circle(student, teacher):
    """Whatever a student opens at whatever moment ends on a page, within three steps."""
    attempt = student.begin(mode="practice")
    for number in (1, 3):
        student.send(f"{attempt}/{number}", some_answer(student, f"{attempt}/{number}"))
    pages = [
        f"{attempt}/{page}" for page in ("ready", "check", "result", "1", "1/feedback", "article/1", "2/feedback", "3")
    ]

    def all_end() -> None:
        for address in pages:
            steps, answer = 0, student.get(address)
            while answer.status_code == 303 and (steps := steps + 1) <= 3:
                answer = student.get(answer.location)
            assert answer.status_code == 200, address

    all_end()
    test = teacher.open_class("test")
    all_end()
    student.send(f"{attempt}/submit")
    all_end()
    teacher.send(f"/teacher/classes/{test}/close")
    all_end()


def test_the_teacher_who_gives_a_quiz_is_warned_of_tests_that_ask_the_same(teacher):
    assert "is open:" not in teacher.get("/teacher/quizzes/a-copy/class").text
    page = teacher.get("/teacher/quizzes/paper-mill/class").text
    once = re.search(r'name="once" value="([^"]+)"', page)[1]
    form = {"once": once, "mode": "test", "label": "8b <Monday>"}
    teacher.send("/teacher/quizzes/paper-mill/class", form)
    for name in ALIKE:
        page = teacher.get(f"/teacher/quizzes/{name}/class").text
        assert "A test with the same questions or the same article is open:" in page
        assert f'href="/teacher/classes/{once}"' in page and "8b &lt;Monday&gt;" in page
        assert "students see no right answers and no points in this quiz" in page
    assert "is open:" not in teacher.get("/teacher/quizzes/rivers/class").text
    teacher.send(f"/teacher/classes/{once}/close")
    assert "is open:" not in teacher.get("/teacher/quizzes/a-copy/class").text


def test_an_article_changed_while_a_test_is_open_is_withheld_as_soon_as_it_is_seen(shelf: Path, student, teacher, test):
    new = shelf / "question_banks" / "late.yaml"
    try:
        new.write_text(SHARED.replace("Odds and ends", "Late"), "utf-8")
        assert names(student.get("/").text) == UNLIKE_NAMES
        new.write_text(UNLIKE.replace("Rivers", "Late"), "utf-8")
        assert names(student.get("/").text) == {*UNLIKE_NAMES, "late"}
    finally:
        new.unlink()


def some_answer(client: Browser, address: str) -> dict[str, str]:
    """A form that answers the question at an address somehow, filled in from its page."""
    page = client.get(address).text
    choices = re.findall(r'<input type="(?:radio|checkbox)" id="part-1[^"]*" name="([^"]+)" value="([^"]+)"', page)
    if choices:
        return dict(choices[:1])
    form = dict.fromkeys(re.findall(r'<input type="text" id="[^"]+" name="(part-\d+)"', page), "7")
    for name, options in re.findall(r'(?s)<select id="[^"]+" name="([^"]+)".*?>(.*?)</select>', page):
        form[name] = re.findall(r'value="([^"]+)"', options)[len(form) % 3]
    return {name: unescape(value) for name, value in form.items()}
