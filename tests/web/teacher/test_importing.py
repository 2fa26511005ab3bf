"""A file from another program is shown, and becomes a quiz when the teacher says so."""

import base64
import io
import re
from collections.abc import Iterator
from contextlib import closing
from html import unescape
from pathlib import Path

import pytest
from flask import Flask
from PIL import Image

from quizengine.desk.library import open_library
from quizengine.engine import start
from quizengine.quiz.availability import State
from quizengine.store import Store
from quizengine.web import create_app
from tests.web.conftest import KEY, TOKEN

ORIGIN = {"Origin": "http://localhost"}
GIFT = "$CATEGORY: top/Rivers\n\nWhich river? {=Elbe ~Rhine}\n\nWrite an essay. {}\n\nThe <b>Po</b> is a river. {T}\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("folder")


@pytest.fixture(scope="module")
def app(folder: Path) -> Iterator[Flask]:
    engine = start(folder)
    with closing(Store(folder / "attempts.db")) as store:
        yield create_app(engine, open_library(engine), store, secret_key=KEY, teacher_token=TOKEN)


def sent(teacher, **fields):
    return teacher.post("/teacher/import", data=fields, headers=ORIGIN, content_type="multipart/form-data")


def handed_in(teacher, text: str, name: str, **more):
    return sent(teacher, file=(io.BytesIO(text.encode()), name), **more)


def test_the_page_is_found_from_a_new_quiz_and_names_every_format_that_reads(teacher) -> None:
    assert "/teacher/import" in teacher.get("/teacher/new").text
    page = teacher.get("/teacher/import").text
    for name in ("moodle-xml", "gift", "aiken", "csv", "xlsx", "text2qti", "word-list"):
        assert f'<option value="{name}">' in page


def test_what_is_in_a_file_is_shown_before_anything_is_saved(teacher, folder: Path) -> None:
    page = handed_in(teacher, GIFT, "../rivers.gift").text
    assert "2 questions can be used." in page and "Which river?" in page
    assert "rivers.gift:5: the question is left out: found an essay" in page
    assert 'value="Rivers"' in page
    assert not list(folder.glob("question_banks/*.yaml"))


def test_a_key_that_is_the_letter_of_an_option_is_told(teacher) -> None:
    page = handed_in(teacher, "Which is a river? {=C ~the Alps ~the Elbe ~the Eifel}\n", "rivers.gift").text
    assert "found the key “C”, expected the text of the right option" in page


def test_what_was_shown_becomes_a_draft_that_no_student_sees(teacher, student, folder: Path) -> None:
    bank = handed_in(teacher, GIFT, "rivers.gift").text.partition("<textarea")[2].partition(">")[2].partition("</")[0]
    answer = sent(teacher, bank=unescape(bank), title="Rivers & more")
    assert (answer.status_code, answer.location) == (303, "/teacher/quizzes/rivers-more")
    [file] = folder.glob("question_banks/*.yaml")
    quiz = start(folder).read_bank(file).quiz
    assert quiz.title == "Rivers & more" and quiz.availability.state == State.DRAFT
    assert [question.stem for question in quiz.questions] == ["Which river?", "The **Po** is a river."]
    assert "Rivers" not in student.get("/").text


def test_images_inside_a_file_are_shown_and_stay_with_the_quiz(teacher, folder: Path) -> None:
    image = io.BytesIO()
    Image.new("RGB", (8, 4), "red").save(image, "PNG")
    embedded = f'<file name="Cell.png" encoding="base64">{base64.b64encode(image.getvalue()).decode()}</file>'
    moodle = (
        '<quiz><question type="truefalse"><questiontext format="html"><text>'
        '&lt;p&gt;Red? &lt;img src="@@PLUGINFILE@@/Cell.png" alt="a cell"&gt;&lt;/p&gt;'
        f'</text>{embedded}</questiontext><answer fraction="100"><text>true</text></answer></question></quiz>'
    )
    page = handed_in(teacher, moodle, "cells.xml").text
    assert "Only its images and recordings are saved yet." in page and "Nothing is saved yet." not in page
    assert 'alt="a cell"' in page and "![a cell](media/cell.png)" in page
    (address,) = re.findall(r'<img[^>]* src="(/[^"]+)"', page)
    assert teacher.get(address).mimetype == "image/png"
    assert (folder / "media" / "cell.png").is_file()


@pytest.mark.parametrize(
    ("text", "name", "form", "words"),
    [
        ("x", "a.unknown", "", "found a file whose ending no format has"),
        ("Essay {}", "a.gift", "", "a.gift: found no question that can be read. a.gift:1: "),
        ("<quiz>", "a.xml", "moodle-xml", "a.xml:1:7: found XML that is damaged or not whole"),
        ("x", "a.gift", "nothing", "found no format nothing to read"),
        ("", "a.gift", "", "a.gift: found an empty file"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(teacher, text: str, name: str, form: str, words: str) -> None:
    answer = handed_in(teacher, text, name, format=form)
    assert answer.status_code == 422 and words in answer.text and 'aria-invalid="true"' in answer.text


def test_without_a_file_one_is_asked_for(teacher) -> None:
    answer = sent(teacher, format="gift")
    assert answer.status_code == 422 and "Choose a file" in answer.text


@pytest.mark.parametrize("bank", ["x", "format: quizengine/1\ntitle: x\nquestions: []\n", "[" * 30_000])
def test_a_bank_that_a_browser_made_up_is_held_to_the_rules(teacher, bank: str, folder: Path) -> None:
    before = len(list(folder.glob("question_banks/*.yaml")))
    answer = sent(teacher, bank=bank, title="Made up")
    assert answer.status_code == 422
    assert len(list(folder.glob("question_banks/*.yaml"))) == before
