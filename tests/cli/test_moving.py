"""`move`, and the commands that read attempts from a database: places are read alike, and no password is shown."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from click.testing import Result
from throwaway_postgresql import Cluster

from quizengine.__main__ import _with_lan
from quizengine.cli.places import DATABASE
from quizengine.quiz.grading import Score
from quizengine.store import Start, Store

Run = Callable[..., Result]
BANK = b"""\
format: quizengine/1
title: Rivers
questions:
  - {type: short_text, stem: Which river flows through Hamburg?, answer: Elbe}
"""


def test_what_was_moved_is_counted_and_its_results_are_those_of_the_file(
    run: Run, postgresql: Cluster, tmp_path: Path, monkeypatch
):
    address = postgresql.address()
    with closing(Store(tmp_path / "quizengine.db")) as store:
        store.begin(Start("a", "a", "Ada", "rivers", "Rivers", "quiz-1", BANK))
        store.submit("a", "a", lambda attempt: Score())
    moved = run("move", "sqlite:quizengine.db", address.replace("quizengine@", "quizengine:swordfish@"))
    assert moved.exit_code == 0, moved.output
    assert "        1  attempts\n" in moved.output
    assert "2 rows copied to postgresql://quizengine:***@" in moved.output
    assert "swordfish" not in moved.output
    before = run("results", "quizengine.db")
    monkeypatch.setenv(DATABASE, address.replace("postgresql://", "postgresql+psycopg://"))
    after = run("results")
    assert (after.exit_code, after.output) == (0, before.output)
    assert "Rivers (rivers): 1 first attempt" in after.output
    again = run("move", "quizengine.db", address)
    assert (again.exit_code, "give an empty database" in again.output) == (1, True)


def test_a_folder_is_no_place_for_attempts(run: Run, tmp_path: Path):
    refused = run("serve", "--attempts", str(tmp_path))
    assert refused.exit_code == 2
    assert "expected a file or the address of a database" in refused.output


def test_the_command_that_a_page_names_shows_no_password():
    shown = _with_lan(["venv/quizengine", "serve", "--attempts=postgresql://school:swordfish@db/quiz"])
    assert "swordfish" not in shown
    assert "postgresql://school:***@db/quiz" in shown
