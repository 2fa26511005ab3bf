"""A teacher pastes a text, hands in a file or begins empty, and sees how far the draft is and what came of it."""

import io
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from flask import Flask

from quizengine.desk.drafting import DraftFolder
from quizengine.desk.drafting.worker import DONE, Worker
from quizengine.desk.library import open_library
from quizengine.engine import start
from quizengine.generation.progress import Progress, Stage
from quizengine.store import Store
from quizengine.web import create_app
from tests.web.conftest import KEY, TOKEN, another

ORIGIN = {"Origin": "http://localhost"}
TEXT = "The old bridge\n\nThe Elm Bridge was built in 1890. It cost 4,000 pounds and carries 300 cars a day.\n"
DULL = "It was nice there, and everybody liked it very much.\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Worker, DraftFolder, Flask]]:
    """A working folder, what makes its drafts, and the app over both."""
    folder, drafts = tmp_path_factory.mktemp("folder"), DraftFolder(tmp_path_factory.mktemp("drafts"))
    engine = start(folder)
    with closing(Store(folder / "attempts.db")) as store:
        library = open_library(engine, drafts.draft)
        app = create_app(engine, library, store, secret_key=KEY, teacher_token=TOKEN, drafts=drafts)
        yield folder, Worker(lambda words: None, str(drafts.place), str(folder), "45"), drafts, app


@pytest.fixture
def app(made) -> Flask:
    return made[3]


def sent(teacher, **fields):
    return teacher.post("/teacher/new", data=fields, headers=ORIGIN, content_type="multipart/form-data")


def test_a_text_becomes_a_draft_and_the_page_tells_how_far_it_is(teacher, made) -> None:
    folder, worker, drafts, _ = made
    answer = sent(teacher, way="text", text=TEXT)
    assert (answer.status_code, answer.location) == (303, "/teacher/new/the-old-bridge.txt")
    assert (folder / "seeds" / "the-old-bridge.txt").read_text("utf-8") == TEXT
    assert 'value="0"' in teacher.get(answer.location).text
    [article] = open_library(start(folder), drafts.draft).waiting
    drafts.tell(article, Progress(Stage.ASKING, 3, 7))
    page = teacher.get(answer.location).text
    assert 'value="55"' in page and "3 of 7 generators" in page
    assert worker.answer(b"") == DONE
    assert drafts.progress(article) is None
    assert teacher.get(answer.location).location == "/teacher/quizzes/the-old-bridge"


def test_the_same_article_again_leads_to_the_quiz_that_there_is(teacher, made) -> None:
    while made[1].answer(b"") == DONE:
        pass
    answer = sent(teacher, way="file", file=(io.BytesIO(TEXT.encode()), "again.txt"))
    assert answer.location == "/teacher/quizzes/the-old-bridge"
    assert "There is a quiz on this article already" in teacher.get(answer.location).text
    assert "already" not in teacher.get(answer.location).text
    assert [path.name for path in (made[0] / "seeds").glob("*bridge*")] == ["the-old-bridge.txt"]


def test_where_nothing_can_be_asked_the_page_says_so(teacher, made) -> None:
    answer = sent(teacher, way="file", file=(io.BytesIO(DULL.encode()), "../dull.txt"))
    while made[1].answer(b"") == DONE:
        pass
    page = teacher.get(answer.location).text
    assert "No question could be made from this article" in page and "10 words" in page
    assert "The text is short." in page


def test_an_empty_quiz_opens_on_its_page(teacher, made) -> None:
    page = teacher.send("/teacher/new", {"way": "empty", "name": "My own"})
    assert "This quiz has no questions yet." in page
    assert (made[0] / "question_banks" / "my-own.yaml").exists()


@pytest.mark.parametrize(
    ("fields", "status", "words"),
    [
        ({"way": "text", "text": " "}, 422, "Paste the text of an article"),
        ({"way": "file"}, 422, "Choose a file"),
        ({"way": "file", "file": (io.BytesIO(b"<svg/>"), "a.svg")}, 422, "kind .svg"),
        ({"way": "empty", "name": ""}, 422, "Enter a title"),
        ({"way": "magic"}, 400, "could not read"),
    ],
)
def test_what_cannot_be_taken_is_said_beside_its_field(teacher, made, fields, status: int, words: str) -> None:
    before = sorted(made[0].rglob("*.*"))
    answer = sent(teacher, **fields)
    assert (answer.status_code, words in answer.text) == (status, True)
    assert sorted(made[0].rglob("*.*")) == before


def test_what_was_pasted_stays_on_the_page_and_is_harmless_there(teacher) -> None:
    page = sent(teacher, way="text", title="</textarea><script>alert(1)</script>", text=" ").text
    assert "<script>alert" not in page and "&lt;/textarea&gt;" in page


def test_nobody_but_a_teacher_takes_in_files(app: Flask) -> None:
    stranger = another(app)
    assert sent(stranger, way="text", text=TEXT).status_code == 403
    assert stranger.get("/teacher/new/the-old-bridge.txt").status_code == 403


@pytest.mark.parametrize("name", ["nothing.txt", "..%2Fattempts.db", "school.yaml"])
def test_only_articles_have_such_a_page(teacher, name: str) -> None:
    assert teacher.get(f"/teacher/new/{name}").status_code == 404
