"""A quiz that comes with a plugin is copied into the teacher's folder, and changed there."""

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
SHIPPED = "/teacher/quizzes/news-literacy"
PLUGIN = """\
from pathlib import Path
from quizengine import hookimpl

@hookimpl
def quizengine_question_banks():
    yield Path(__file__).parent / "rivers"
"""
BANK = """\
format: quizengine/1
title: Rivers
markup: markdown
questions:
  - {type: true_false, stem: "![a river](media/river.png) It flows.", answer: true}
"""


@pytest.fixture
def mill(checkout: Path, tmp_path: Path) -> Path:
    """A working folder with a plugin that brings a quiz with an image."""
    folder = Path(shutil.copytree(checkout / "tests" / "folder", tmp_path / "folder"))
    (folder / "plugins" / "rivers" / "media").mkdir(parents=True)
    (folder / "plugins" / "river_quiz.py").write_text(PLUGIN)
    (folder / "plugins" / "rivers" / "rivers.yaml").write_text(BANK)
    Image.new("RGB", (8, 8), "blue").save(folder / "plugins" / "rivers" / "media" / "river.png")
    return folder


@pytest.fixture
def app(mill: Path, store: Store) -> Flask:
    engine = start(mill)
    return create_app(engine, open_library(engine), store, secret_key=b"k" * 32, teacher_token=TOKEN)


def copied(teacher, address: str):
    """Press the button; gives where that leads, and the page there."""
    assert "Copy it into my folder" in teacher.get(address).text
    answer = teacher.post(f"{address}/copy", headers={"Origin": "http://localhost"})
    return answer.location, teacher.get(answer.location).text


def test_a_copy_is_the_file_of_its_author_and_hidden_until_it_is_opened(teacher, mill: Path, checkout: Path) -> None:
    place, page = copied(teacher, SHIPPED)
    assert "This is your copy" in page and "Copy it into my folder" not in page
    bank = mill / "question_banks" / f"{place.rpartition('/')[2]}.yaml"
    original = (checkout / "plugins/news_literacy/quizengine_news_literacy/banks/news-literacy.yaml").read_text()
    assert bank.read_text().replace("state: ready\n", "") == original
    assert str(mill) not in page and "question read" not in teacher.get("/teacher").text


def test_the_quiz_that_was_copied_keeps_its_address_and_can_be_copied_again(teacher) -> None:
    first, second = copied(teacher, SHIPPED)[0], copied(teacher, SHIPPED)[0]
    assert len({SHIPPED, first, second}) == 3
    assert "Copy it into my folder" in teacher.get(SHIPPED).text


def test_a_copy_takes_its_images_along_and_is_gone_when_that_is_undone(teacher, mill: Path) -> None:
    place, page = copied(teacher, "/teacher/quizzes/rivers")
    assert re.search(r'<img [^>]*alt="a river"', page)
    assert (mill / "media" / "river.png").is_file()
    assert "Undone. The quiz is gone." in teacher.send(f"{place}/review/undo", {"edit": "1"})
    assert teacher.get(place).status_code == 404


def test_a_quiz_of_the_folder_has_no_copy(teacher) -> None:
    assert "Copy it" not in teacher.get("/teacher/quizzes/paper-mill").text
    answer = teacher.post("/teacher/quizzes/paper-mill/copy", headers={"Origin": "http://localhost"})
    assert answer.status_code == 404
