"""A teacher tries a quiz on the students' own pages, and nothing of that is counted or kept."""

import re
import shutil
from pathlib import Path

import pytest
from flask import Flask

from quizengine.desk.library import open_library
from quizengine.engine import start
from quizengine.store import Store
from quizengine.web import create_app
from quizengine.web.app_context import NAME
from tests.web.conftest import KEY, TOKEN, another

PREVIEW = "/teacher/quizzes/paper-mill/preview"
MARK = "Nothing here is counted."


def begun(teacher, preview: str = PREVIEW, mode: str = "class") -> str:
    """Begin the preview; gives the address of its attempt."""
    page = teacher.get(preview).text
    assert MARK in page and 'value="Preview"' in page
    once = re.search(r'name="once" value="([^"]+)"', page)[1]
    place = re.search(r'<form method="post" action="([^"]+/quizzes/[^"]+)"', page)[1]
    form = {"student": "Preview", "once": once, "mode": mode}
    answer = teacher.post(place, data=form, headers={"Origin": "http://localhost"})
    assert (answer.status_code, answer.location.startswith(f"{preview}/attempts/")) == (303, True)
    return answer.location.rsplit("/", 1)[0]


def test_a_whole_quiz_is_tried_and_each_page_says_that_it_is_a_preview(teacher, store: Store, right) -> None:
    attempt = begun(teacher)
    assert right
    for number, form in enumerate(right, 1):
        page = teacher.get(f"{attempt}/{number}").text
        assert MARK in page and 'href="/teacher/quizzes/paper-mill"' in page
        assert teacher.post(f"{attempt}/{number}", data=form, headers={"Origin": "http://localhost"}).status_code == 303
    assert MARK in teacher.get(f"{attempt}/check").text
    result = teacher.send(f"{attempt}/submit")
    assert MARK in result and "Your result" in result
    assert MARK in teacher.get(f"{attempt}/1/report").text
    assert not list(store.submitted())
    assert "No student has submitted answers yet." in teacher.get("/teacher/results").text


def test_a_preview_shows_right_answers_also_after_each_question_and_while_a_test_is_open(teacher, right) -> None:
    teacher.open_class("test")
    attempt = begun(teacher, mode="practice")
    page = teacher.send(f"{attempt}/1", right[0])
    assert MARK in page and "Right" in page


def test_all_that_is_no_part_of_the_preview_leads_back(teacher) -> None:
    for page in ("/join", "/resume", "/quizzes/another", "/teacher", "/teacher/results", "/nothing"):
        answer = teacher.get(f"{PREVIEW}{page}")
        assert (page, answer.status_code, answer.location) == (page, 303, "/teacher/quizzes/paper-mill")
    assert teacher.post(f"{PREVIEW}/leave", headers={"Origin": "http://localhost"}).status_code == 303
    assert teacher.get("/teacher").status_code == 200, "the teacher is still signed in"
    with teacher.get(f"{PREVIEW}/static/quizengine.css") as style:
        assert style.status_code == 200


def test_nobody_but_a_teacher_sees_a_preview(student) -> None:
    for page in ("", "/quizzes/paper-mill", "/attempts/x/1", "/static/quizengine.css"):
        assert student.get(f"{PREVIEW}{page}").status_code == 403


def test_an_attempt_of_a_preview_is_none_outside_and_the_other_way_round(teacher, store: Store) -> None:
    attempt = begun(teacher)
    assert teacher.get(f"/{attempt.split('/preview/')[1]}/1").status_code == 404
    real = teacher.begin()
    assert teacher.get(f"{PREVIEW}{real}/1").status_code == 404


@pytest.fixture
def drafted(tmp_path: Path, checkout: Path, store: Store) -> Flask:
    """An app over a folder with one article, whose name needs quoting in an address."""
    (tmp_path / "seeds").mkdir()
    shutil.copy(checkout / "seeds" / "river-eels.txt", tmp_path / "seeds" / "Über eels.txt")
    engine = start(tmp_path)
    return create_app(engine, open_library(engine), store, secret_key=KEY, teacher_token=TOKEN)


def test_a_draft_is_tried_before_any_student_sees_it(drafted: Flask) -> None:
    teacher = another(drafted)
    teacher.get(f"/teacher?token={TOKEN}")
    assert MARK in teacher.get(f"{begun(teacher, '/teacher/quizzes/%C3%9Cber%20eels/preview')}/1").text


def test_what_is_new_in_the_folder_when_a_preview_begins_is_on_all_pages(drafted: Flask, tmp_path: Path) -> None:
    teacher = another(drafted)
    teacher.get(f"/teacher?token={TOKEN}")
    assert "Lichens" not in teacher.get("/teacher").text
    question = "  - {type: short_text, stem: What are lichens?, answer: Fungi with algae}\n"
    bank = f"format: quizengine/1\ntitle: Lichens\nstate: open\nquestions:\n{question}"
    (tmp_path / "question_banks").mkdir()
    (tmp_path / "question_banks" / "lichens.yaml").write_text(bank, "utf-8")
    begun(teacher, "/teacher/quizzes/lichens/preview")
    assert "Lichens" in teacher.get("/teacher").text and "Lichens" in teacher.get("/").text


def test_pages_of_a_preview_read_its_quiz_once(teacher, app: Flask) -> None:
    attempt = begun(teacher)
    read = app.extensions[NAME].preview.snapshot
    before = read.cache_info().misses
    for _ in range(3):
        assert MARK in teacher.get(f"{attempt}/1").text
    assert read.cache_info().misses <= before + 1
