"""Names of checks, generators and rules are in folds for developers, and nowhere else on a page."""

import io
import re
import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizengine.desk.drafting import DraftFolder
from quizengine.desk.drafting.worker import DONE, Worker
from quizengine.desk.library import Library, open_library
from quizengine.engine import Engine, start
from quizengine.extensions.records import Finding, Format
from quizengine.store import Store
from quizengine.web import create_app

TOKEN = "a-token-for-the-teacher-alone"
ORIGIN = {"Origin": "http://localhost"}
BROKEN = """
from quizengine import hookimpl

@hookimpl
def quizengine_checks():
    yield 1 // 0
"""
MISSPELT = "format: quizengine/1\ntitle: A\nquestions:\n  - {type: true_false, stem: Ice floats., anser: true}\n"

WEAK = """
format: quizengine/1
title: Weak
questions:
  - {type: choice, id: weak, stem: Which is not true?, answer: All of the above, distractors: [Ice floats.]}
"""


class _Words(HTMLParser):
    """The words of a page outside and inside its folds for developers."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.outside, self.inside = "", ""
        self._open: list[bool] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "details":
            self._open.append(("class", "developers") in attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag == "details":
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if any(self._open):
            self.inside += data
        else:
            self.outside += data


@pytest.fixture(scope="module")
def served(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Flask, Engine, Library]]:
    """An app with a draft, the questions on offer for it, a broken plugin and a broken bank."""
    folder, place = tmp_path_factory.mktemp("folder"), tmp_path_factory.mktemp("drafts")
    for name in ("seeds", "plugins", "question_banks"):
        (folder / name).mkdir()
    (folder / "plugins" / "broken.py").write_text(BROKEN)
    (folder / "question_banks" / "bad.yaml").write_text(MISSPELT)
    (folder / "question_banks" / "weak.yaml").write_text(WEAK)
    shutil.copy(checkout / "seeds" / "north-korean-troops.txt", folder / "seeds" / "troops.txt")
    worker, drafts = Worker(lambda words: None, str(place), str(folder), "45"), DraftFolder(place)
    while worker.answer(b"") == DONE:
        pass
    engine = start(folder)
    library = open_library(engine, drafts.draft)
    with closing(Store(place / "attempts.db")) as store:
        app = create_app(engine, library, store, secret_key=b"k" * 32, teacher_token=TOKEN, drafts=drafts)
        client = app.test_client()
        client.get(f"/teacher?token={TOKEN}")
        client.get("/teacher/quizzes/troops/more")
        assert worker.answer(b"") == DONE
        yield app, engine, library


@pytest.fixture
def teacher(served: tuple[Flask, Engine, Library]) -> FlaskClient:
    client = served[0].test_client()
    client.get(f"/teacher?token={TOKEN}")
    return client


@pytest.fixture(scope="module")
def slugs(served: tuple[Flask, Engine, Library]) -> set[str]:
    """The names of all checks and generators, and of all rules in the draft, as far as they are no plain words."""
    _, engine, library = served
    rules = {question.origin.rule for entry in library.entries for question in entry.quiz.questions if question.origin}
    names = {*engine.registry.checks, *engine.registry.generators, *engine.registry.question_types, *rules}
    found = {name for name in names if re.search("[-_]", name)}
    assert len(found) > 50
    return found


def test_a_fold_is_not_counted_as_a_part_of_its_page() -> None:
    words = _Words('<p>a</p><details><details class="developers">b</details>c</details>d')
    assert (words.outside, words.inside) == ("acd", "b")


@pytest.mark.parametrize(
    "address",
    [
        "/teacher",
        "/teacher/plugins",
        "/teacher/quizzes/troops",
        "/teacher/quizzes/troops/more",
        "/teacher/quizzes/troops/review",
        "/teacher/quizzes/weak/questions/weak",
    ],
)
def test_machine_words_are_in_folds_on_the_pages_of_the_teacher(teacher, slugs: set[str], address: str) -> None:
    answer = teacher.get(address)
    assert answer.status_code == 200
    words = _Words(answer.text)
    told = {*slugs, *re.findall(r"(?:rule |\w_\w+, )(\w+-[\w-]+)", words.inside)}
    assert {name for name in told if re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", words.outside)} == set()
    assert re.findall(r"\w+Error\b|raised [A-Z]|failed at |quizengine_\w+|questions\[\d+\]", words.outside) == []


def test_findings_about_a_question_in_its_form_are_told_in_words(teacher) -> None:
    assert "the stem turns on “not”" in _Words(teacher.get("/teacher/quizzes/weak/questions/weak").text).outside


@pytest.mark.parametrize("address", ["/", "/quizzes/troops"])
def test_students_see_no_machine_words(teacher, slugs: set[str], address: str) -> None:
    page = teacher.get(address).text
    assert "developers" not in page
    assert {name for name in slugs if name in _Words(page).outside} == set()


@pytest.mark.parametrize("address", ["/teacher/plugins", "/teacher/quizzes/troops", "/teacher/quizzes/troops/more"])
def test_developers_find_the_machine_words_in_the_folds(teacher, slugs: set[str], address: str) -> None:
    assert any(name in _Words(teacher.get(address).text).inside for name in slugs)


def test_a_fault_of_a_plugin_is_told_in_words_first(teacher) -> None:
    words = _Words(teacher.get("/teacher/plugins").text)
    assert "The plugin “broken” has a fault." in words.outside
    assert re.search(r"failed at plugins/broken.py, line \d+: ZeroDivisionError: integer division", words.inside)


def test_a_format_that_fails_says_so_in_words_first(served: tuple[Flask, Engine, Library], tmp_path: Path) -> None:
    _, engine, library = served
    broken = Format("broken", ".txt", write=lambda quiz: bytes(1 // 0))
    more = replace(engine, registry=replace(engine.registry, formats={**engine.registry.formats, "broken": broken}))
    with closing(Store(tmp_path / "attempts.db")) as store:
        client = create_app(more, library, store, secret_key=b"k" * 32, teacher_token=TOKEN).test_client()
        client.get(f"/teacher?token={TOKEN}")
        words = _Words(client.get("/teacher/quizzes/troops/files/broken").text)
    assert "This format cannot write the quiz." in words.outside
    assert "ZeroDivisionError" not in words.outside
    assert re.search(r"format broken: failed at \S+, line \d+: ZeroDivisionError", words.inside)


@pytest.mark.parametrize(
    ("name", "text", "outside", "inside"),
    [
        (
            "half.yaml",
            MISSPELT.replace("anser", "answer") + "  - {type: true_false, stem: Ice sinks., anser: true}\n",
            "half.yaml, line 5: found the unknown field `anser`",
            "questions[1].anser: found the unknown field",
        ),
        (
            "places.gift",
            "Which is a river? {=C ~the Alps ~the Elbe ~the Eifel}\n",
            "places.gift, line 1: found the key “C”",
            "key-is-a-place: found the key “C”",
        ),
    ],
)
def test_what_is_wrong_with_an_imported_file_is_told_in_words(teacher, name, text, outside, inside) -> None:
    file = {"file": (io.BytesIO(text.encode()), name)}
    page = teacher.post("/teacher/import", data=file, headers=ORIGIN, content_type="multipart/form-data").text
    words = _Words(page.replace("</textarea>", "").partition("<textarea")[0] + page.partition("</textarea>")[2])
    assert outside in words.outside and inside in words.inside
    assert not re.search(r"questions\[|key-is-a-place", words.outside)


def test_a_format_that_fails_to_read_says_so_in_words_first(served: tuple[Flask, Engine, Library], tmp_path: Path):
    _, engine, library = served
    broken = Format("broken", ".broken", read=lambda data, name, types: 1 // 0)
    more = replace(engine, registry=replace(engine.registry, formats={**engine.registry.formats, "broken": broken}))
    with closing(Store(tmp_path / "attempts.db")) as store:
        client = create_app(more, library, store, secret_key=b"k" * 32, teacher_token=TOKEN).test_client()
        client.get(f"/teacher?token={TOKEN}")
        file = {"file": (io.BytesIO(b"x"), "a.broken")}
        answer = client.post("/teacher/import", data=file, headers=ORIGIN, content_type="multipart/form-data")
    words = _Words(answer.text)
    assert answer.status_code == 422 and "This format cannot read the file." in words.outside
    assert "ZeroDivisionError" not in words.outside
    assert re.search(r"format broken: failed at \S+, line \d+: ZeroDivisionError", words.inside)


def test_a_draft_that_is_not_complete_says_so_without_the_names_of_generators(served, tmp_path: Path) -> None:
    _, engine, library = served
    words = "not complete, as an article may take 45 seconds: numeric_recall had found 12 facts"
    late = replace(library, findings=(Finding(words, file="late.txt", level="warning"),))
    with closing(Store(tmp_path / "attempts.db")) as store:
        client = create_app(engine, late, store, secret_key=b"k" * 32, teacher_token=TOKEN).test_client()
        client.get(f"/teacher?token={TOKEN}")
        page = _Words(client.get("/teacher/plugins").text)
    assert "seconds: “Figures” had found 12 facts" in page.outside
    assert "numeric_recall had found" in page.inside


def test_a_fault_of_a_file_is_told_with_its_line(teacher) -> None:
    words = _Words(teacher.get("/teacher/plugins").text)
    assert "bad.yaml, line 4: found the unknown field `anser`; did you mean `answer`?" in words.outside
    assert re.search(r"bad\.yaml:4:\d+: questions\[0\]\.anser: found the unknown", words.inside)
