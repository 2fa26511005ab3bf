"""What holds in PostgreSQL alone: changes on several machines at once, and a server that goes away and comes back."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from datetime import UTC, datetime
from fractions import Fraction
from threading import Barrier, Event

import psycopg
import pytest
from throwaway_postgresql import Cluster

from quizengine.quiz.attempt import Attempt, Mode
from quizengine.quiz.grading import Score
from quizengine.store import Assignment, BusyError, Clock, ClosedAttemptError, Start, Store, StoreError
from quizengine.store.database import repeatable
from quizengine.store.migration import STEPS
from quizengine.store.postgresql.database import PostgresqlDatabase
from quizengine.store.postgresql.dialect import translate
from quizengine.store.statements import LOCK
from quizengine.store.tables import VERSION
from quizengine.web.security.secret_key import secret_key
from quizengine.web.security.teacher_token import KeptToken
from tests.store.test_migration import FIRST

START = Start("attempt-1", "owner-1", "Ada", "rivers", "Rivers", "quiz-1", b"format: quizengine/1\n")
CLASS = Assignment(
    "KTR4XN", "8b", "rivers", "Rivers", "", "quiz-1", Mode.TEST, None, datetime(2026, 11, 29, tzinfo=UTC)
)


@pytest.fixture
def address(postgresql: Cluster) -> str:
    return postgresql.address()


@pytest.fixture
def one(address: str) -> Iterator[Store]:
    """The store of one machine, with an attempt in a class."""
    with closing(Store(address, patience=5)) as store:
        store.assignments.open(CLASS, START.bank)
        store.assignments.join("KTR4XN", START)
        yield store


@pytest.fixture
def other(address: str, one: Store) -> Iterator[Store]:
    """The store of another machine."""
    with closing(Store(address, patience=5)) as store:
        yield store


@pytest.fixture
def end_connections(address: str, one: Store) -> Callable[[], None]:
    """Ends every connection, as a server does that is started again."""

    def end() -> None:
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
                "WHERE application_name = 'quizengine' AND pid <> pg_backend_pid()"
            )

    return end


def respond(store: Store, text: str) -> None:
    store.respond("attempt-1", "owner-1", "q1", {"answer": (text,)})


def given(store: Store) -> str:
    return store.load("attempt-1", "owner-1").attempt.responses["q1"]["answer"][0]


def count(attempt: Attempt) -> Score:
    """A point for each response."""
    return Score(Fraction(len(attempt.responses)), Fraction(4))


def test_an_answer_under_way_is_marked_by_who_hands_in_meanwhile(one: Store, other: Store, address: str):
    with psycopg.connect(address) as slow, ThreadPoolExecutor(1) as pool:
        slow.execute("SELECT id FROM attempts FOR SHARE")
        slow.execute(
            "INSERT INTO responses (attempt, question, given, saved_at) VALUES ('attempt-1', 'q1', '{}', '2026-11-30')"
        )
        handing_in = pool.submit(other.submit, "attempt-1", "owner-1", count)
        wait_for_a_lock(address)
        slow.commit()
        assert handing_in.result(10)
    assert one.load("attempt-1", None).score == Score(Fraction(1), Fraction(4))


@pytest.mark.parametrize("handed_in_by", ["student", "teacher"])
def test_an_answer_that_comes_while_the_attempt_is_marked_is_refused(
    one: Store, other: Store, address: str, handed_in_by: str
):
    marking, go_on = Event(), Event()

    def slowly(attempt: Attempt) -> Score:
        marking.set()
        assert go_on.wait(10)
        return count(attempt)

    def hand_in() -> None:
        if handed_in_by == "student":
            one.submit("attempt-1", "owner-1", slowly)
        else:
            one.assignments.close("KTR4XN", slowly)

    with ThreadPoolExecutor(2) as pool:
        handing_in = pool.submit(hand_in)
        assert marking.wait(10)
        answering = pool.submit(respond, other, "too late")
        try:
            wait_for_a_lock(address)
        finally:
            go_on.set()
        handing_in.result(10)
        with pytest.raises(ClosedAttemptError):
            answering.result(10)
    assert one.load("attempt-1", None).attempt.responses == {}


def wait_for_a_lock(address: str) -> None:
    """Wait until somebody waits for a lock that another holds."""
    waiting = "SELECT count(*) FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE NOT granted AND query LIKE %s"
    until = time.monotonic() + 10
    with psycopg.connect(address, autocommit=True) as connection:
        while not connection.execute(waiting, ["%attempts%"]).fetchone()[0]:
            assert time.monotonic() < until, "nobody waits for a lock"
            time.sleep(0.02)


def test_of_two_changes_that_wait_for_each_other_both_are_made(one: Store, other: Store):
    one.begin(Start("attempt-2", "owner-1", "Ben", "rivers", "Rivers", "quiz-1", START.bank))
    both, tries = Barrier(2), []

    @repeatable
    def change(store: Store, first: str, second: str) -> None:
        tries.append(first)
        with store.batch.writing() as connection:
            connection.execute(LOCK, {"id": first})
            if len(tries) <= 2:
                both.wait(10)
            connection.execute(LOCK, {"id": second})

    with ThreadPoolExecutor(2) as pool:
        made = [
            pool.submit(change, one, "attempt-1", "attempt-2"),
            pool.submit(change, other, "attempt-2", "attempt-1"),
        ]
        for each in made:
            each.result(30)
    assert len(tries) == 3


def test_a_transaction_that_a_fault_has_undone_is_not_taken_for_committed(one: Store):
    def rename() -> None:
        with one.batch.writing() as connection:
            connection.execute("UPDATE attempts SET student = 'Eve'")
            with suppress(psycopg.Error):
                connection.execute("SELECT 1 / 0")

    with pytest.raises(StoreError, match="was undone"):
        rename()
    assert one.load("attempt-1", None).attempt.student == "Ada"


def test_connections_that_the_server_has_ended_are_replaced(one: Store, end_connections: Callable[[], None]):
    for number, use in enumerate((respond, lambda store, _: store.now(), lambda store, _: store.begin(START))):
        end_connections()
        use(one, f"answer {number}")
        end_connections()
        assert given(one) == "answer 0"
        end_connections()
        assert one.glance("attempt-1", "owner-1").attempt.student == "Ada"


def test_a_change_that_loses_its_connection_is_made_again(one: Store, end_connections: Callable[[], None]):
    times = []

    def score(attempt: Attempt) -> Score:
        times.append(attempt)
        if len(times) == 1:
            end_connections()
        return count(attempt)

    assert one.submit("attempt-1", "owner-1", score)
    assert (len(times), one.load("attempt-1", None).score) == (2, Score(Fraction(0), Fraction(4)))


def test_who_finds_an_attempt_locked_waits_no_longer_than_its_patience(one: Store, address: str):
    with closing(Store(address, patience=0.2)) as hasty, one.batch.writing() as connection:
        connection.execute(LOCK, {"id": "attempt-1"})
        with pytest.raises(BusyError, match="lock timeout; others change the same class"):
            respond(hasty, "x")
    respond(one, "y")
    assert given(one) == "y"


def test_a_server_that_is_not_there_is_said_with_what_to_do_and_without_the_password(tmp_path):
    with pytest.raises(StoreError, match="look whether PostgreSQL is running") as told:
        Store(f"postgresql://school:swordfish@/attempts?host={tmp_path}", patience=0.1)
    assert "swordfish" not in str(told.value)


def test_a_character_that_postgresql_knows_not_is_replaced_and_found_nowhere(one: Store):
    one.reports.add("attempt-1", "owner-1", "q1", "two\0right")
    assert [each.problem for each in one.reports.unsettled()] == ["two\N{REPLACEMENT CHARACTER}right"]
    assert one.owner_by_code("KTR\0", "10.0.0.7") is None


def test_answers_are_on_disk_whatever_the_server_is_set_to(address: str):
    with closing(PostgresqlDatabase(f"{address}%20-csynchronous_commit%3Doff", 1)) as database:
        assert database.read("SHOW synchronous_commit", {})[0]["synchronous_commit"] == "on"


def test_machines_whose_clocks_differ_have_the_time_limits_of_the_database(address: str):
    now = datetime.now(UTC).timestamp()
    clocks = [Clock(lambda: now - 7200.0, lambda: 0.0), Clock(lambda: now + 7200.0, lambda: 0.0)]
    for clock in clocks:
        Store(address, clock=clock).close()
    assert abs((clocks[0].steady() - clocks[1].steady()).total_seconds()) < 60


def test_all_machines_have_one_key_and_one_address_for_the_teacher(one: Store, other: Store):
    assert secret_key(one.secret("key")) == secret_key(other.secret("key"))
    here, there = KeptToken(one.secret("teacher")), KeptToken(other.secret("teacher"))
    before = here.value
    there.change()
    assert here.value == there.value != before


def columns(address: str) -> list[tuple[object, ...]]:
    """The columns of every table, its indexes and what they refer to."""
    statements = (
        "SELECT table_name, column_name, data_type, collation_name, is_nullable, column_default, is_identity "
        "FROM information_schema.columns WHERE table_schema = current_schema() ORDER BY 1, 2",
        "SELECT tablename, regexp_replace(indexdef, 'test_\\d+_\\d+', '', 'g') FROM pg_indexes "
        "WHERE schemaname = current_schema() ORDER BY 1, 2",
        "SELECT conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint "
        "WHERE connamespace = current_schema()::regnamespace ORDER BY 1, 2",
        "SELECT version FROM quizengine",
    )
    with psycopg.connect(address) as connection:
        return [row for statement in statements for row in connection.execute(statement).fetchall()]


def test_a_database_of_the_first_version_becomes_like_a_new_one_and_keeps_its_answers(postgresql: Cluster):
    old, new = postgresql.address(), postgresql.address()
    Store(new).close()
    with psycopg.connect(old) as connection:
        for statement in FIRST.split(";"):
            if statement.strip() and "PRAGMA" not in statement:
                connection.execute(translate(statement.strip()))
        for statement in (
            "quizengine (version INTEGER NOT NULL)",
            "secrets (name VARCHAR NOT NULL, value BLOB NOT NULL, PRIMARY KEY (name))",
        ):
            connection.execute(translate(f"CREATE TABLE {statement}"))
        connection.execute("INSERT INTO quizengine VALUES (1)")
    with closing(Store(old)) as store:
        assert store.load("attempt-1", "owner-1").attempt.responses == {"q1": {"answer": ("x",)}}
        respond(store, "y")
    assert columns(old) == columns(new)
    assert min(STEPS) == 1


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE quizengine SET version = 99", f"tables 99, expected {VERSION}.; use that version"),
        ("DROP TABLE quizengine", "is the database of another program; give an empty one"),
    ],
)
def test_a_newer_database_and_another_programs_are_refused(address: str, statement: str, said: str):
    Store(address).close()
    with psycopg.connect(address) as connection:
        connection.execute(statement)
    with pytest.raises(StoreError, match=said):
        Store(address)
