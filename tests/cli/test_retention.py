"""`forget` at the terminal."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import Result

from quizengine.quiz.attempt import Attempt, Mode
from quizengine.quiz.grading import Score
from quizengine.store import Assignment, Start, Store

Run = Callable[..., Result]
NOW = datetime.now(UTC)


@pytest.fixture
def attempts(tmp_path: Path) -> Path:
    """Students' answers, of which those of class 8b were closed on 3 May 2020."""
    path = tmp_path / "quizengine.db"

    def counted(attempt: Attempt) -> Score:
        return Score(Fraction(0), Fraction(1))

    with closing(Store(path)) as store:
        store.assignments.open(Assignment("KTR4XN", "8b", "r", "Rivers", "", "r-1", Mode.CLASS, None, NOW), b"bank")
        store.assignments.join("KTR4XN", Start("a", "browser", "Ada", "r", "Rivers", "r-1", b"bank", code="a"))
        store.assignments.close("KTR4XN", counted)
        store.begin(Start("b", "browser", "Ben", "r", "Rivers", "r-1", b"bank"))
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("UPDATE assignments SET closed_at = '2020-05-03T12:00:00.000+00:00'")
    return path


def names(attempts: Path) -> list[str]:
    with closing(sqlite3.connect(attempts)) as file:
        return [name for (name,) in file.execute("SELECT student FROM attempts ORDER BY student")]


def test_forget_says_what_it_would_delete_and_deletes_nothing(run: Run, attempts: Path) -> None:
    told = run("forget", attempts.parent, "--older-than", "1y")
    before = NOW.astimezone() - timedelta(days=365)
    assert told.exit_code == 0 and told.stdout.splitlines() == [
        f"1 class closed before {before.day} {before:%B %Y}, with the answers of 1 student:",
        "  8b: Rivers, closed on 3 May 2020, 1 student",
        "Nothing was deleted. To delete this for good, add --yes.",
    ]
    assert names(attempts) == ["Ada", "Ben"]


def test_forget_deletes_what_is_older_if_told_to(run: Run, attempts: Path) -> None:
    told = run("forget", attempts, "--older-than", "365d", "--yes")
    assert told.exit_code == 0 and "This was deleted." in told.stdout
    assert names(attempts) == ["Ben"]
    assert run("forget", attempts, "--older-than", "365d", "--yes").stdout.startswith("Nothing is older than")


@pytest.mark.parametrize("age", ["365", "0d", "-1d", "1m", "999999y", ""])
def test_an_age_that_says_nothing_clear_is_refused(run: Run, attempts: Path, age: str) -> None:
    told = run("forget", attempts, "--older-than", age, "--yes")
    assert told.exit_code == 2 and "expected days, weeks or years" in told.stderr
    assert names(attempts) == ["Ada", "Ben"]


def test_forget_makes_no_file_where_there_are_no_answers(run: Run, tmp_path: Path) -> None:
    told = run("forget", tmp_path, "--older-than", "1y", "--yes")
    assert told.exit_code == 1 and "found no students' answers" in told.stderr
    assert not list(tmp_path.iterdir())
