"""The question type in docs/hooks.md: one loose file, and it is on every page, on paper, in YAML and in each export."""

import re
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from list_hooks import example_of, hooks
from quizengine import Engine, FormatError, start
from quizengine.bank import bank_schema, dump_bank
from quizengine.desk.library import open_library
from quizengine.store import Store
from quizengine.web import create_app

TOKEN = "a-token-for-the-teacher-alone"
BANK = """format: quizengine/1
title: Planets
state: open
questions:
  - type: anagram
    stem: Which planet has rings?
    answer: Saturn
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """The engine of a working folder that has the plugin, and a bank with a question of its type."""
    folder = tmp_path_factory.mktemp("loose")
    (folder / "plugins").mkdir()
    (folder / "plugins" / "anagrams.py").write_text(example_of(hooks()["quizengine_question_types"]), "utf-8")
    (folder / "question_banks").mkdir()
    (folder / "question_banks" / "planets.yaml").write_text(BANK, "utf-8")
    return start(folder, strict=True)


@pytest.fixture
def app(engine: Engine, tmp_path: Path) -> Iterator[Flask]:
    with closing(Store(tmp_path / "attempts.db")) as store:
        yield create_app(engine, open_library(engine), store, secret_key=b"k" * 32, teacher_token=TOKEN)


def test_a_student_takes_it_and_earns_its_point(app: Flask, browser_of: Callable[[Flask], FlaskClient]) -> None:
    student = browser_of(app)
    attempt = student.begin(quiz="planets")  # type: ignore[attr-defined]  # a Browser
    page = student.get(f"{attempt}/1").text
    assert "Which planet has rings?" in page and "Saturn" not in page
    [letters] = re.findall(r"(?:[A-Z] ){5}[A-Z]", page)
    assert sorted(letters.split()) == sorted("SATURN")
    student.send(f"{attempt}/1", {"part-2": "saturn"})  # type: ignore[attr-defined]
    assert "1 of 1 right" in student.send(f"{attempt}/submit")  # type: ignore[attr-defined]


def test_the_teacher_sees_edits_and_previews_it(app: Flask, engine: Engine) -> None:
    teacher = app.test_client()
    teacher.get(f"/teacher?token={TOKEN}")
    [question] = open_library(engine).entries[0].quiz.questions
    assert "Which planet has rings?" in teacher.get("/teacher/quizzes/planets").text
    form = teacher.get(f"/teacher/quizzes/planets/questions/{question.id}").text
    assert 'name="q.answer"' in form and "Saturn</textarea>" in form and "What students see" in form
    assert "anagram" in teacher.get("/teacher/plugins").text
    assert 'value="anagram"' in form or "/new/anagram" in form


def test_every_format_holds_it_or_says_that_it_does_not(engine: Engine) -> None:
    quiz = open_library(engine).entries[0].quiz
    held: dict[str, bool] = {}
    for form in (form for form in engine.registry.formats.values() if form.write):
        losses = form.lost(quiz)
        try:
            data = form.written(quiz)[0]
        except FormatError:
            assert [loss.effect for loss in losses if loss.number == 1] == ["drops"], form.name
            data = b""
        held[form.name] = bool(data)
    assert held["yaml"] and held["text"] and held["html"] and held["pdf"] and held["docx"]
    assert b"Which planet has rings?" in engine.registry.formats["text"].written(quiz)[0]


def test_yaml_and_its_schema_know_it(engine: Engine) -> None:
    quiz = open_library(engine).entries[0].quiz
    assert b"  - type: anagram\n    stem: Which planet has rings?\n    answer: Saturn\n" in dump_bank(quiz)
    assert '"const": "anagram"' in str(bank_schema(engine.registry.question_types)).replace("'", '"')
