"""An image or a recording is added in the form of a question itself, with or without a script."""

import io
import re
import shutil
from pathlib import Path

import pytest
from flask import Flask
from PIL import Image

from quizengine.desk.library import open_library
from quizengine.engine import start
from quizengine.store import Store
from quizengine.web import create_app

TOKEN = "a-token-for-the-teacher-alone"
NEW = "/teacher/quizzes/paper-mill/questions/new/choice"
TYPED = {
    "q.stem": "Which cell is it?",
    "q.answer": "2*3*4 nuclei",
    "q.distractors": ["a plant's", "a fungus's"],
    "q.markup": "plain",
}


@pytest.fixture
def mill(checkout: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(checkout / "tests" / "folder", tmp_path / "folder"))


@pytest.fixture
def app(mill: Path, store: Store) -> Flask:
    engine = start(mill)
    return create_app(engine, open_library(engine), store, secret_key=b"k" * 32, teacher_token=TOKEN)


def picture() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (30, 20), "green").save(made, "PNG")
    return made.getvalue()


@pytest.fixture
def send(teacher):
    """Send the form of a new question with a file, as a browser does."""
    seen = re.search(r'name="seen" value="([^"]+)"', teacher.get(NEW).text)
    assert seen is not None

    def sent(then: str, file: bytes | None, name: str = "Cell (1).png", alt: str = "a cell", **fields: object):
        form = {**TYPED, "seen": seen[1], "then": then, "alt": alt, **fields}
        if file is not None:
            form["file"] = (io.BytesIO(file), name)
        headers = {"Origin": "http://localhost"}
        return teacher.post(NEW, data=form, content_type="multipart/form-data", headers=headers)

    return sent


def typed(page: str, name: str) -> list[str]:
    return re.findall(rf'<textarea id="[^"]+" name="{re.escape(name)}"[^>]*>\n([^<]*)</textarea>', page)


def test_a_file_is_put_below_the_question_and_nothing_else_changes_its_meaning(send, mill: Path) -> None:
    page = send("media", picture()).text
    assert typed(page, "q.stem") == ["Which cell is it?\n\n![a cell](media/cell-1.png)"]
    assert typed(page, "q.distractors")[:2] == ["a plant&#39;s", "a fungus&#39;s"]
    assert typed(page, "q.answer")[0] == r"2\*3\*4 nuclei"  # as Markdown, which shows the image
    assert '<option value="markdown" selected>' in page
    assert re.search(r'<img [^>]*alt="a cell"', page[page.index('id="preview"') :])
    assert (mill / "media" / "cell-1.png").is_file()


@pytest.mark.parametrize(
    ("place", "name", "there"),
    [
        ("q.stem 1", "q.stem", "Which cell is it?\n\n![a cell](media/cell-1.png)"),
        ("q.distractors 2", "q.distractors", "a fungus&#39;s ![a cell](media/cell-1.png)"),
        ("q.distractors 99", "q.stem", "Which cell is it?\n\n![a cell](media/cell-1.png)"),  # no such answer
        ("q.tags 1", "q.stem", "Which cell is it?\n\n![a cell](media/cell-1.png)"),  # no place for an image
        ("seen 1", "q.stem", "Which cell is it?\n\n![a cell](media/cell-1.png)"),
    ],
)
def test_the_form_says_where_it_goes(send, place: str, name: str, there: str) -> None:
    page = send("media", picture(), **{"media.for": place}).text
    assert there in typed(page, name)
    assert typed(page, "q.stem")[0].count("![") == (name == "q.stem")


def test_the_question_and_each_answer_are_offered_as_places_by_their_words(send, teacher) -> None:
    page = send("look", None, **{"media.for": "q.distractors 2"}).text
    choice = page[page.index('id="media-for"') :].partition("</select>")[0]
    offered = re.findall(r'<option value="([^"]+)"( selected)?>([^<]+)<', choice)
    assert offered[0] == ("q.stem 1", "", "the question")
    assert ("q.answer 1", "", "Right answer 1: 2*3*4 nuclei") in offered
    assert ("q.distractors 2", " selected", "Wrong answers 2: a fungus&#39;s") in offered
    assert "media-for" in teacher.get(NEW).text


def test_saving_at_once_takes_the_file_along(send, teacher, mill: Path) -> None:
    answer = send("save", picture())
    assert answer.status_code == 303
    bank = (mill / "question_banks" / "paper-mill.yaml").read_text()
    assert "![a cell](media/cell-1.png)" in bank and "markup: markdown" in bank
    assert 'alt="a cell"' in teacher.get(answer.location).text


@pytest.mark.parametrize(
    ("file", "name", "alt", "said", "field"),
    [
        (picture(), "cell.png", "  ", "Say in words what it shows", "alt"),
        (
            b"<svg><script>alert(1)</script></svg>",
            "a.svg",
            "x",
            "another kind",
            "file",
        ),
        (b"<html><script>alert(1)</script></html>", "a.png", "x", "something else in the file", "file"),
        (picture(), "../../evil.sh", "x", "another kind", "file"),
    ],
)
@pytest.mark.parametrize("then", ["media", "save"])
def test_a_file_that_cannot_be_taken_is_said_and_nothing_is_lost(
    send, mill: Path, then: str, file, name: str, alt: str, said: str, field: str
) -> None:
    answer = send(then, file, name, alt)
    assert (answer.status_code, typed(answer.text, "q.stem")) == (422, ["Which cell is it?"])
    assert said in answer.text and f'<a href="#{field}">' in answer.text
    assert not (mill / "media").exists()
    assert "Which cell" not in (mill / "question_banks" / "paper-mill.yaml").read_text()


def test_what_is_not_written_yet_is_no_fault_until_the_question_is_saved(send) -> None:
    unfinished = {"q.answer": "", "q.distractors": ""}
    page = send("media", picture(), **unfinished).text
    assert "still empty" not in page and "has-error" not in page and "not complete yet" in page
    assert "Right answer: <span>This field is still empty" in send("save", None, **unfinished).text


def test_an_image_is_named_by_its_words_where_its_question_is_named(send, teacher) -> None:
    page = teacher.get(send("save", picture()).location).text
    assert "Undo: add “Which cell is it? a cell”" in page


def test_without_a_file_one_is_asked_for_and_a_question_is_saved(send) -> None:
    answer = send("media", None)
    assert answer.status_code == 422 and "Choose a file" in answer.text
    assert send("save", None).status_code == 303


def test_a_file_with_a_path_for_a_name_lies_in_the_folder_for_media(send, mill: Path) -> None:
    assert "![x](media/evil.png)" in typed(send("media", picture(), "../../../evil.png", "x").text, "q.stem")[0]
    assert [one.name for one in (mill / "media").glob("*.png")] == ["evil.png"]
