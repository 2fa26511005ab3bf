"""When nothing can be kept, every page that was to write says why, and holds all that was sent."""

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from quizengine.desk.library import Library
from quizengine.engine import Engine
from quizengine.store import FileSecret, Store
from quizengine.web import create_app
from quizengine.web.security.teacher_token import KeptToken
from tests.web.conftest import KEY, TOKEN, another

HEADERS = {"Origin": "http://localhost"}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "attempts.db"


@pytest.fixture
def app(engine: Engine, library: Library, store: Store, tmp_path: Path) -> Flask:
    return create_app(engine, library, store, secret_key=KEY, teacher_token=KeptToken(FileSecret(tmp_path / "t")))


@pytest.fixture
def gone(place: Path) -> Iterator[Path]:
    """Where the file is while it is away; put back by whoever renames it, or at the end."""
    yield place.with_name("elsewhere")
    if place.with_name("elsewhere").exists():
        place.with_name("elsewhere").rename(place)


def lose(place: Path) -> None:
    place.rename(place.with_name("elsewhere"))


def found(page: str) -> dict[str, str]:
    """The fields of the form that sends the same again."""
    form = page.split('<form method="post"')[1].split("</form>")[0]
    return {html.unescape(n): html.unescape(v) for n, v in re.findall(r'name="([^"]+)" value="([^"]*)"', form)}


def test_every_form_of_a_student_is_kept_and_can_be_sent_again(student, place: Path, gone: Path):
    attempt = student.begin()
    forms = {
        "/quizzes/paper-mill": {"student": "Zoë “Z” <b>", "once": "o", "mode": "practice"},
        f"{attempt}/5": {"part-1": "Ida\nMarsh & Co", "flag": "1", "to": "check"},
        f"{attempt}/5/report": {"problem": "Two of them\r\nare right"},
        f"{attempt}/submit": {},
    }
    lose(place)
    refused = {path: student.post(path, data=form, headers=HEADERS) for path, form in forms.items()}
    gone.rename(place)
    assert refused.keys() == forms.keys()
    for path, answer in refused.items():
        assert answer.status_code == 503
        assert "moved, deleted or overwritten" in answer.text
        if "Your answer is not saved" not in answer.text:
            assert found(answer.text) == forms[path]
            assert f'action="{path}"' in answer.text
        assert student.post(path, data=forms[path], headers=HEADERS).status_code == 303
    assert student.get(f"{attempt}/result").status_code == 200


def test_every_form_of_a_teacher_is_kept_and_says_where_the_file_was(app, store, tmp_path, place: Path, gone: Path):
    teacher = another(app)
    teacher.get(f"/teacher?token={(tmp_path / 't').read_text()}")
    code = teacher.open_class("test", "30")
    late = teacher.open_class("class")
    forms = {
        "/teacher/quizzes/paper-mill/class": {"label": "8b, Monday", "mode": "test", "minutes": "45", "once": ""},
        f"/teacher/classes/{code}/time": {"name": "Åsa", "factor": "3/2"},
        f"/teacher/classes/{late}/close": {},
    }
    lose(place)
    for path, form in forms.items():
        answer = teacher.post(path, data=form, headers=HEADERS)
        assert (answer.status_code, found(answer.text)) == (503, form)
        assert str(place) in answer.text  # a teacher may know where it lies
    gone.rename(place)
    for path, form in forms.items():
        assert teacher.post(path, data=form, headers=HEADERS).status_code == 303


def test_what_was_typed_is_shown_and_who_is_no_teacher_sees_no_path(student, place: Path, gone: Path):
    student.begin()
    lose(place)
    page = student.post("/quizzes/paper-mill", data={"student": "Zoë", "once": "o"}, headers=HEADERS).text
    assert '<bdi class="kept">Zoë</bdi>' in page
    assert str(place.parent) not in page


def test_joining_keeps_the_name(student, app, tmp_path, place: Path, gone: Path):
    teacher = another(app)
    teacher.get(f"/teacher?token={(tmp_path / 't').read_text()}")
    code = teacher.open_class("class")
    student.get(f"/join/{code}")
    lose(place)
    answer = student.post(f"/join/{code}", data={"student": "Zoë", "once": "o"}, headers=HEADERS)
    assert (answer.status_code, found(answer.text)) == (503, {"student": "Zoë", "once": "o"})


def test_the_terminal_gets_one_line_until_the_file_is_back_and_lost_again(student, place, gone, caplog):
    attempt = student.begin()
    for times in (1, 2):
        lose(place)
        for _ in range(5):
            student.post(f"{attempt}/5", data={"part-1": "x"}, headers=HEADERS)
        gone.rename(place)
        assert student.post(f"{attempt}/5", data={"part-1": "x"}, headers=HEADERS).status_code == 303
        assert len(caplog.records) == times
    line = caplog.records[0].getMessage()
    assert "\n" not in line
    assert str(place) in line and "start it again" in line


def test_a_page_that_only_shows_something_says_that_it_cannot(app, engine, library, tmp_path):
    other = tmp_path / "other" / "attempts.db"
    store = Store(other)
    identity = store.identity
    store.close()
    other.unlink()
    late = Store(other, identity=identity)  # as in a process that is started after the file was lost
    visitor = another(create_app(engine, library, late, secret_key=KEY, teacher_token=TOKEN))
    answer = visitor.get("/")
    assert answer.status_code == 503
    assert "This page cannot be shown now" in answer.text
    assert "<form" not in answer.text.split("<main")[1].split("</main>")[0]
    late.close()
