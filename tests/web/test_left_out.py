"""The teacher's page of a quiz says what of its article is not asked about."""

from pathlib import Path

import pytest
from flask import Flask

from quizengine.desk.library import open_library
from quizengine.engine import start
from quizengine.store import Store
from quizengine.web import create_app

FLOOD = "In 1887, Edith Marlow designed the Lantern Bridge. In 1921, the Orra Water Company built 36 sluices in Senn."


@pytest.fixture
def app(tmp_path: Path, store: Store) -> Flask:
    (tmp_path / "seeds").mkdir()
    captioned = f"# The flood\n\nBy Jane Doe\n\n{FLOOD}\n\nFigure 1. The mill in 1903\n\nIt rained for days."
    (tmp_path / "seeds" / "flood.md").write_text(captioned)
    (tmp_path / "seeds" / "plain.txt").write_text(f"The bridge\n\n{FLOOD}\n\nIt rained for days.")
    engine = start(tmp_path)
    return create_app(
        engine, open_library(engine), store, secret_key=b"k" * 32, teacher_token="a-token-for-the-teacher-alone"
    )


def test_what_was_left_out_is_told_in_one_line(teacher) -> None:
    page = teacher.get("/teacher/quizzes/flood").text
    assert "No questions are asked about these parts of the text: <span>1 author line, 1 caption</span>" in page
    assert "Not asked about" not in teacher.get("/teacher/quizzes/plain").text
