"""The format in docs/plugins.md: one loose file, offered by export, by import and on the teacher's pages."""

import re
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from quizengine import Quiz, ShortTextQuestion, TrueFalseQuestion, start
from quizengine.__main__ import quizengine
from quizengine.bank import dump_bank
from quizengine.desk.library import open_library
from quizengine.store import Store
from quizengine.testing import check_format
from quizengine.web import create_app

QUIZ = Quiz(
    "Rivers",
    (
        ShortTextQuestion(stem="Which river?", answer="Elbe", accept=("River Elbe",)),
        TrueFalseQuestion(stem="So?", answer=True),
        ShortTextQuestion(stem="Which town?", answer="Hamburg"),
    ),
)
Run = Callable[..., str]


@pytest.fixture(scope="module")
def folder(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working folder with the plugin, and a bank."""
    place = tmp_path_factory.mktemp("loose")
    blocks = re.findall(r"```python\n(.*?)```", (checkout / "docs" / "plugins.md").read_text("utf-8"), re.DOTALL)
    (place / "plugins").mkdir()
    (place / "plugins" / "flashcards.py").write_text(next(block for block in blocks if "flashcards" in block))
    (place / "question_banks").mkdir()
    (place / "question_banks" / "rivers.yaml").write_bytes(dump_bank(QUIZ))
    return place


@pytest.fixture(scope="module")
def teacher(folder: Path) -> Iterator[FlaskClient]:
    """The teacher's browser."""
    engine = start(folder)
    with closing(Store(folder / "attempts.db")) as store:
        app = create_app(engine, open_library(engine), store, secret_key=b"k" * 32, teacher_token="a-token-of-mine-x")
        client = app.test_client()
        client.get("/teacher?token=a-token-of-mine-x")
        yield client


def test_the_format_keeps_the_contract(folder: Path) -> None:
    engine = start(folder, strict=True)
    check_format(engine.registry.formats["flashcards"], QUIZ, engine.registry.question_types)


def test_it_exports_and_imports(folder: Path) -> None:
    def run(*arguments: str) -> str:
        result = CliRunner().invoke(quizengine, ["--folder", str(folder), *arguments])
        assert result.exit_code == 0, result.output
        return result.output

    bank, cards = folder / "question_banks" / "rivers.yaml", folder / "rivers.cards"
    said = run("export", str(bank), "--format", "flashcards", "-o", str(cards))
    assert cards.read_text() == "Which river?\tElbe\nWhich town?\tHamburg\n"
    assert "question 2 left out: anything but short texts" in said
    assert "question 1 marked differently: other accepted answers: not kept" in said
    assert "answer: Hamburg" in run("import", str(cards))


def test_the_pages_offer_it_both_ways(teacher: FlaskClient) -> None:
    page = teacher.get("/teacher/quizzes/rivers/download").text
    assert "/files/flashcards" in page and "question 2 left out: anything but short texts" in page
    assert b"Hamburg" in teacher.get("/teacher/quizzes/rivers/files/flashcards").data
    assert '<option value="flashcards">' in teacher.get("/teacher/import").text
