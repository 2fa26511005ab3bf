"""Attempts are moved from a file to PostgreSQL and back, all of them or none."""

from contextlib import closing
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from throwaway_postgresql import Cluster

from quizengine.quiz.attempt import Mode
from quizengine.quiz.grading import Score
from quizengine.quiz.mending import Mend, Override
from quizengine.quiz.self_marks import SelfMark
from quizengine.store import Assignment, ExtraTime, Start, Store, StoreError
from quizengine.store.connection import Row
from quizengine.store.moving import move_attempts
from quizengine.store.opening import Place, open_database, read_place, show_place
from quizengine.store.tables import TABLES

BANK = b"format: quizengine/1\n\xff\x00"
CLASS = Assignment("KTR4XN", "8b", "rivers", "Rivers", "", "quiz-1", Mode.TEST, 20, datetime(2026, 11, 29, tzinfo=UTC))
SCORE = Score(Fraction(1, 3), Fraction(2))


def fill(place: Place) -> None:
    """Put something into every table but those of the clock and of wrong codes."""
    with closing(Store(place)) as store:
        store.assignments.open(CLASS, BANK)
        store.roster.add("KTR4XN", ["Ada", "Zoë"])
        store.assignments.give_time("KTR4XN", ExtraTime("Zoë", Fraction(3, 2)))
        for name in ("Ada", "Zoë"):
            store.assignments.join("KTR4XN", Start(name, name, name, "rivers", "Rivers", "quiz-1", BANK))
            store.start_clock(name, name)
            store.respond(name, name, "q1", {"answer": ("  0,5 “x”\n\x00",)}, flagged=True)
        store.submit("Ada", "Ada", lambda attempt: SCORE)
        store.mending.mark_own("Ada", "Ada", "q1", SelfMark.HALF, lambda attempt, marking: SCORE)
        store.reports.add("Ada", "Ada", "q1", "Two are right!")
        store.mending.apply("KTR4XN", "q1", Mend(points=Decimal(2)), lambda attempt, marking: SCORE)
        store.mending.override("Ada", "q1", Override(Fraction(1, 3), "half right"), lambda attempt, marking: SCORE)
        store.secret("key").keep(b"k" * 32)


def held(place: Place) -> dict[str, list[list[tuple[str, object]]]]:
    """All rows of every table."""
    with closing(open_database(place, 1)) as database:
        return {table: sorted(map(_pairs, database.read(f"SELECT * FROM {table}", {}))) for table in TABLES}


def _pairs(row: Row) -> list[tuple[str, object]]:
    return sorted((name, row[name]) for name in row.keys())  # noqa: SIM118 # a row of SQLite iterates over its values


def test_everything_is_moved_there_and_back_and_can_be_gone_on_with(postgresql: Cluster, tmp_path: Path):
    file, back, database = tmp_path / "old.db", tmp_path / "back.db", postgresql.address()
    fill(file)
    counts = move_attempts(file, database)
    assert (counts["attempts"], counts["responses"], counts["mends"]) == (2, 2, 1)
    assert held(database) == held(file)
    move_attempts(database, back)
    assert held(back) == held(file)
    for place in (database, back):
        with closing(Store(place)) as store:
            assert store.secret("key").read() == b"k" * 32
            assert store.load("Ada", None).attempt.self_marks == {"q1": SelfMark.HALF}
            assert store.mending.apply("KTR4XN", "q1", Mend(), lambda attempt, marking: SCORE)
            assert [change.id for change in store.mending.history("KTR4XN")] == [2, 1]


def test_nothing_is_moved_into_a_database_that_holds_something(tmp_path: Path):
    file, full = tmp_path / "old.db", tmp_path / "full.db"
    fill(file)
    fill(full)
    before = held(full)
    with pytest.raises(StoreError, match=r"full.db: holds 1 row in quizzes, .*; give an empty database"):
        move_attempts(file, full)
    assert held(full) == before


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path):
    with pytest.raises(StoreError, match="there is no file of attempts here"):
        move_attempts(tmp_path / "typo.db", tmp_path / "new.db")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("postgresql+psycopg://school@db/quiz", "postgresql://school@db/quiz"),
        ("postgres:///quiz?host=/run/postgresql", "postgresql:///quiz?host=/run/postgresql"),
        ("sqlite:answers.db", Path("answers.db")),
        ("sqlite:///srv/answers.db", Path("/srv/answers.db")),
        ("answers.db", Path("answers.db")),
        (Path("postgresql:/x"), Path("postgresql:/x")),
    ],
)
def test_a_place_is_a_path_or_an_address(typed: Place, read: Place):
    assert read_place(typed) == read


@pytest.mark.parametrize(
    "address",
    ["postgresql://school:sword@fish@db/quiz", "postgresql+psycopg:///quiz?user=school&password=fish&host=db"],
)
def test_no_password_is_shown(address: str):
    shown = show_place(address)
    assert "fish" not in shown
    assert shown.startswith("postgresql") and "quiz" in shown and "school" in shown
