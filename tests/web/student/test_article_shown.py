"""The article for students: nowhere, on a page of its own, beside each question, or before the first one."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask

from quizengine.desk.library import open_library
from quizengine.engine import start
from quizengine.quiz.quiz import ArticleShown
from quizengine.store import Store
from quizengine.web import create_app

KEY = b"a key of thirty-two bytes, for tests"
TOKEN = "a-token-for-the-teacher-alone"
WORDS = "Because the stream ran dry in the summer of 1881"
"""Words of the article that prove a key."""


@pytest.fixture
def shown(checkout: Path, tmp_path: Path) -> Iterator[Callable[[ArticleShown], Flask]]:
    """Gives an app whose quiz shows its article in a place."""
    folder = Path(shutil.copytree(checkout / "tests" / "folder", tmp_path / "folder"))
    bank = folder / "question_banks" / "paper-mill.yaml"
    store = Store(tmp_path / "attempts.db")

    def serving(place: ArticleShown) -> Flask:
        bank.write_text(bank.read_text("utf-8").replace("\nseed:", f"\narticle_shown: {place}\nseed:", 1), "utf-8")
        engine = start(folder)
        return create_app(engine, open_library(engine), store, secret_key=KEY, teacher_token=TOKEN)

    yield serving
    store.close()


def test_beside_each_question_stands_the_article_with_nothing_marked_in_it(shown, browser_of) -> None:
    student = browser_of(shown("beside"))
    attempt = student.begin()
    page = student.get(f"{attempt}/3").text
    assert page.count(WORDS) == 2  # once folded for a phone, once in a column
    assert "<mark" not in page and "article-folded" in page and "Save and read the article" not in page
    result = student.send(f"{attempt}/submit")
    assert "<mark" in result


def test_before_the_first_question_the_article_is_read_and_then_no_more(shown, browser_of) -> None:
    student = browser_of(shown("before"))
    attempt = student.begin()
    first = student.get(f"{attempt}/1", follow_redirects=True)
    assert first.request.path.endswith("/read/1") and WORDS in first.text and "<mark" not in first.text
    onward = re.search(r'class="button" href="([^"]+)"', first.text)
    assert onward
    question = student.get(onward[1]).text
    assert WORDS not in question and "read the article" not in question.lower()
    student.send(f"{attempt}/1", {})
    assert student.get(f"{attempt}/read/1").status_code == 303
    assert student.get(f"{attempt}/1").status_code == 200


def test_a_hidden_article_is_nowhere_until_the_quiz_is_handed_in(shown, browser_of) -> None:
    student = browser_of(shown("hidden"))
    attempt = student.begin()
    assert WORDS not in student.get(f"{attempt}/1").text
    assert student.get(f"{attempt}/read/1").status_code == 303
    assert "You cannot read it here while you answer." in student.get("/quizzes/paper-mill").text
    assert WORDS in student.send(f"{attempt}/submit")


def test_the_teacher_chooses_on_the_page_of_the_quiz_and_may_undo_it(shown, browser_of, tmp_path: Path) -> None:
    teacher = browser_of(shown("page"))
    teacher.get(f"/teacher?token={TOKEN}")
    bank = tmp_path / "folder" / "question_banks" / "paper-mill.yaml"
    before = bank.read_text("utf-8")

    def seen() -> str:
        page = teacher.get("/teacher/quizzes/paper-mill").text
        found = re.search(r'name="seen" value="([^"]+)"', page)
        assert found
        return found[1]

    said = teacher.send("/teacher/quizzes/paper-mill/state/article", {"seen": seen(), "article_shown": "beside"})
    assert "Students find the article beside each question." in said
    assert "\narticle_shown: beside\n" in bank.read_text("utf-8")
    undo = re.search(r'action="([^"]+/undo)"><button class="second" name="edit" value="(\d+)"', said)
    assert undo
    teacher.send(undo[1], {"edit": undo[2]})
    assert bank.read_text("utf-8") == before
    bad = teacher.post(
        "/teacher/quizzes/paper-mill/state/article",
        data={"seen": seen(), "article_shown": "on the moon"},
        headers={"Origin": "http://localhost"},
    )
    assert bad.status_code == 400


def test_a_preview_begins_with_the_article_as_well(shown, browser_of) -> None:
    teacher = browser_of(shown("before"))
    teacher.get(f"/teacher?token={TOKEN}")
    preview = "/teacher/quizzes/paper-mill/preview"
    once = re.search(r'name="once" value="([^"]+)"', teacher.get(preview).text)
    assert once
    page = teacher.send(f"{preview}/quizzes/paper-mill", {"student": "Preview", "once": once[1], "mode": "class"})
    assert WORDS in page and "Go to the first question" in page
