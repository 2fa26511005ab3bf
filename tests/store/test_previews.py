"""Previews in PostgreSQL: every machine reaches them, nothing of them counts, and they do not pile up."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from threading import Barrier
from time import sleep

import pytest
from throwaway_postgresql import Cluster

from quizengine.quiz.grading import Score
from quizengine.store import ReadOnlyError, Start, Store, UnknownAttemptError
from quizengine.store.moving import move_attempts
from quizengine.store.opening import open_database

APART = timedelta(milliseconds=50)
"""More than the steady clock, which dates previews, drifts from what the machine's clock shows."""
TRIED = Start("attempt-1", "browser-1", "Preview", "rivers", "Rivers", "quiz-1", b"bank")


@pytest.fixture
def address(postgresql: Cluster) -> str:
    return postgresql.address()


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    with closing(Store(address)) as store:
        yield store


@pytest.fixture
def previews(store: Store) -> Iterator[Store]:
    found = store.previews()
    assert found is not None
    with closing(found):
        yield found


def quizzes(address: str) -> int:
    """How many quizzes are kept for previews."""
    with closing(open_database(address, 1)) as database:
        schema = database.read("SELECT 'previews_' || current_schema() AS name", {})[0]["name"]
        return int(database.read(f"SELECT count(*) AS number FROM {schema}.quizzes", {})[0]["number"])


def test_a_preview_begun_on_one_machine_continues_on_another(previews: Store, address: str):
    previews.begin(TRIED)
    with closing(Store(address)) as other, closing(other.previews()) as theirs:
        theirs.respond("attempt-1", "browser-1", "q1", {"answer": ("Elbe",)})
        assert theirs.bank(theirs.terms("attempt-1", "browser-1").quiz) == b"bank"
    assert previews.load("attempt-1", "browser-1").attempt.responses["q1"] == {"answer": ("Elbe",)}


def test_nothing_of_a_preview_is_among_the_answers_that_count(store: Store, previews: Store, address: str, tmp_path):
    previews.begin(TRIED)
    previews.submit("attempt-1", "browser-1", lambda attempt: Score())
    assert not list(store.submitted()) and not store.unassigned.counts()
    assert store.retention.older_than(store.now() + timedelta(days=1)).attempts == 0
    assert set(move_attempts(address, tmp_path / "moved.db").values()) == {0}


def test_the_answers_of_a_preview_do_not_keep_a_move_out(previews: Store, address: str, tmp_path: Path):
    previews.begin(TRIED)
    with closing(Store(tmp_path / "quizengine.db")) as file:
        file.begin(TRIED)
    assert move_attempts(tmp_path / "quizengine.db", address)["attempts"] == 1


def test_machines_that_start_at_once_make_one_schema(address: str):
    ready = Barrier(4)

    def open_both(_: int) -> int:
        with closing(Store(address)) as store:
            ready.wait(20)
            with closing(store.previews()) as previews:
                previews.retention.forget_previews(previews.now())
                return len(previews.submitted())

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(open_both, range(4))) == [0] * 4


def test_an_old_preview_is_forgotten_with_its_quiz_and_a_later_one_stays(previews: Store, address: str):
    previews.begin(TRIED)
    previews.respond("attempt-1", "browser-1", "q1", {"answer": ("Elbe",)})
    between = previews.now() + APART
    sleep(2 * APART.total_seconds())
    previews.begin(Start("attempt-2", "browser-1", "Preview", "lakes", "Lakes", "quiz-2", b"another bank"))
    previews.retention.forget_previews(between)
    assert previews.load("attempt-2", None).terms.entry == "lakes"
    with pytest.raises(UnknownAttemptError):
        previews.load("attempt-1", None)
    assert quizzes(address) == 1
    previews.retention.forget_previews(previews.now() + timedelta(seconds=1))
    assert quizzes(address) == 0


@pytest.mark.parametrize(
    ("made_by_another", "advice"),
    [
        pytest.param(False, "GRANT CREATE ON DATABASE postgres TO limited", id="no schema"),
        pytest.param(True, "GRANT ALL ON SCHEMA previews_{} TO limited", id="a schema of somebody else"),
    ],
)
def test_a_user_who_may_not_make_the_schema_is_told_what_to_allow(
    postgresql: Cluster, made_by_another: bool, advice: str
):
    limited_address = postgresql.limited_address()
    schema = limited_address.rpartition("%3D")[2]
    if made_by_another:
        postgresql.sql(f"CREATE SCHEMA previews_{schema}")
    advice = advice.format(schema)
    with closing(Store(limited_address)) as store:
        with pytest.raises(ReadOnlyError, match=advice):
            store.previews()
        postgresql.sql(advice)
        try:
            store.previews().close()
        finally:
            if not made_by_another:
                postgresql.sql(advice.replace("GRANT", "REVOKE").replace(" TO ", " FROM "))
