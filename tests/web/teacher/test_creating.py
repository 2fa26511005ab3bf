"""A teacher pastes a text, hands in a file or begins empty, and sees how far the draft is and what came of it."""

import io
import re
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


COLOURS = """
from quizengine import Generator, hookimpl

def find(article):
    return {}["x"] if "grey" in article.text else ()

@hookimpl
def quizengine_generators():
    yield Generator("colours", find, find)
"""
"""A plugin that fails on some articles."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Worker, DraftFolder, Flask]]:
    """A working folder, what makes its drafts, and the app over both."""
    folder, drafts = tmp_path_factory.mktemp("folder"), DraftFolder(tmp_path_factory.mktemp("drafts"))
    (folder / "plugins").mkdir()
    (folder / "plugins" / "colours.py").write_text(COLOURS, "utf-8")
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
    assert 'value="55"' in page and "3 of 7 kinds of questions" in page
    assert worker.answer(b"") == DONE
    assert drafts.progress(article) is None
    assert teacher.get(answer.location).location == "/teacher/quizzes/the-old-bridge"


def test_the_same_article_again_leads_to_the_quiz_that_there_is(teacher, made) -> None:
    worked_off(made[1])
    answer = sent(teacher, way="file", file=(io.BytesIO(TEXT.encode()), "again.txt"))
    assert answer.location == "/teacher/quizzes/the-old-bridge"
    assert "There is a quiz on this article already" in teacher.get(answer.location).text
    assert "already" not in teacher.get(answer.location).text
    assert [path.name for path in (made[0] / "seeds").glob("*bridge*")] == ["the-old-bridge.txt"]


def test_an_article_gets_a_second_quiz_that_nobody_has_read_and_that_can_be_undone(
    teacher, made, tmp_path: Path, browser_of
) -> None:
    text = TEXT.replace("old bridge", "new bridge").replace("Elm", "Oak")
    banks = made[0] / "question_banks"
    sent(teacher, way="text", text=text)
    worked_off(made[1])
    again = teacher.get(sent(teacher, way="text", text=text).location).text
    assert "already" in again and "second quiz" not in again  # what nobody has read is not a quiz yet
    review = teacher.get("/teacher/quizzes/the-new-bridge/review").text
    teacher.send(found(r'formaction="([^"]+/keep)"', review), {"seen": found(r'name="seen" value="([^"]+)"', review)})

    drafts, engine = DraftFolder(tmp_path), start(made[0])  # as after a restart, when there is no draft any more
    worker = Worker(lambda words: None, str(tmp_path), str(made[0]), "45")
    with closing(Store(tmp_path / "attempts.db")) as store:
        library = open_library(engine, drafts.draft)
        app = create_app(engine, library, store, secret_key=KEY, teacher_token=TOKEN, drafts=drafts)
        teacher = browser_of(app)
        teacher.get(f"/teacher?token={TOKEN}")
        page = teacher.get(sent(teacher, way="text", text=text).location).text
        address = found(r'<a class="button second" href="([^"]+)">Make a second quiz', page)
        assert "Questions are being made" in teacher.get(address).text
        worked_off(worker)
        assert "chosen from the article" in teacher.get(address).text
        page = teacher.send(address)
        assert "This is a further quiz on the article." in page and "The new bridge (2)" in page
        assert re.search(r"0 of \d+ questions? (is|are) read", page)
        assert (banks / "the-new-bridge-2.yaml").exists()
        review = "/teacher/quizzes/the-new-bridge-2/review"
        undo = found(r'name="edit" value="(\d+)"', teacher.get(review).text)
        assert "The quiz is gone." in teacher.send(f"{review}/undo", {"edit": undo})
        assert [path.name for path in banks.glob("the-new-bridge*.yaml")] == ["the-new-bridge.yaml"]


def found(pattern: str, page: str) -> str:
    match = re.search(pattern, page)
    assert match is not None, pattern
    return match[1]


def worked_off(worker: Worker) -> None:
    while worker.answer(b"") == DONE:
        pass


def test_where_nothing_can_be_asked_the_page_says_so(teacher, made) -> None:
    answer = sent(teacher, way="file", file=(io.BytesIO(DULL.encode()), "../dull.txt"))
    worked_off(made[1])
    page = teacher.get(answer.location).text
    assert "No question could be made from this article" in page and "10 words" in page
    assert "The text is short." in page


def test_where_a_plugin_failed_the_page_does_not_blame_the_article(teacher, made) -> None:
    answer = sent(teacher, way="text", text=f"It was grey.\n\n{DULL}")
    worked_off(made[1])
    page = teacher.get(answer.location).text
    assert "The plugin “colours” failed on this article, so its questions are missing." in re.sub("</?bdi>", "", page)
    assert "failed at plugins/colours.py, line 5: KeyError" in page and "Nothing was found in it" not in page


def test_where_every_question_may_need_a_change_the_page_offers_them(teacher, made) -> None:
    text = "The flood\n\nThe old bridge of Cork was closed because the flood of May had cracked two of its arches.\n"
    answer = sent(teacher, way="text", text=text)
    worked_off(made[1])
    page = teacher.get(answer.location).text
    assert "No question was chosen from this article" in page
    assert "1 question is on offer, but it may need a change." in page
    assert re.search(r"Of questions like the best of them, about \d in 10 can be used as they stand", page)
    teacher.send(answer.location, {})
    worked_off(made[1])
    assert "Why was the old bridge of Cork closed?" in teacher.get("/teacher/quizzes/the-flood-2/more").text


def test_a_quiz_can_be_made_even_where_nothing_was_chosen(teacher, made) -> None:
    text = "The flood\n\nIt was nice. 412 homes were flooded, along with the school and every shop in Bridge Street.\n"
    answer = sent(teacher, way="text", text=text)
    worked_off(made[1])
    assert "No question could be made from this article" in teacher.get(answer.location).text
    page = teacher.send(answer.location, {})
    assert "More questions from the article" in page
    bank = (made[0] / "question_banks" / "the-flood-2.yaml").read_text()
    assert "title: The flood" in bank and "seeds/the-flood.txt" in bank and "state: draft" in bank
    home = teacher.get("/teacher").text
    assert "/teacher/quizzes/the-flood-2" in home and "/teacher/new/the-flood.txt" not in home


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
