"""Attempts on the disk: what was acknowledged is there, once, for its owner."""

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from quizengine.quiz.attempt import Attempt
from quizengine.quiz.grading import Score
from quizengine.store import ClosedAttemptError, Start, Store, StoreError, UnknownAttemptError
from quizengine.store.opening import Place

START = Start("attempt-1", "owner-1", "Ada", "rivers", "Rivers", "quiz-1", b"format: quizengine/1\n")
HALF = Score(Fraction(1, 3), Fraction(2))

Rows = Callable[[str], list[tuple[object, ...]]]


def half(attempt: Attempt) -> Score:
    return HALF


def test_an_attempt_has_what_it_was_begun_with(store: Store):
    store.begin(START)
    stored = store.load("attempt-1", "owner-1")
    assert (stored.terms.entry, stored.title, stored.attempt) == ("rivers", "Rivers", Attempt("quiz-1", "Ada", {}))
    assert stored.submitted is None
    assert stored.score is None
    assert store.bank(stored.terms.quiz) == START.bank


def test_a_response_is_there_after_the_store_was_closed_and_opened_again(place: Place):
    with closing(Store(place)) as store:
        store.begin(START)
        store.respond("attempt-1", "owner-1", "q1", {"answer": ("  0,5 \u202e“x”\n",), "more": ("a", "b")})
    with closing(Store(place)) as store:
        stored = store.load("attempt-1", "owner-1")
    assert stored.attempt.responses == {"q1": {"answer": ("  0,5 \u202e“x”\n",), "more": ("a", "b")}}
    assert stored.saved is not None
    assert stored.saved >= stored.started


def test_a_new_response_takes_the_place_of_the_earlier_one(store: Store, rows: Rows):
    store.begin(START)
    for text in ("first", "second"):
        store.respond("attempt-1", "owner-1", "q1", {"answer": (text,)})
    assert store.load("attempt-1", "owner-1").attempt.responses == {"q1": {"answer": ("second",)}}
    assert rows("SELECT count(*) AS number FROM responses") == [(1,)]


def test_beginning_twice_begins_once(store: Store):
    store.begin(START)
    store.respond("attempt-1", "owner-1", "q1", {"answer": ("x",)})
    store.begin(START)
    assert store.load("attempt-1", "owner-1").attempt.responses == {"q1": {"answer": ("x",)}}
    assert len(store.of_owner("owner-1", "rivers")) == 1


def test_an_attempt_belongs_to_its_owner(store: Store):
    store.begin(START)
    with pytest.raises(UnknownAttemptError):
        store.load("attempt-1", "owner-2")
    with pytest.raises(UnknownAttemptError):
        store.respond("attempt-1", "owner-2", "q1", {"answer": ("x",)})
    with pytest.raises(UnknownAttemptError):
        store.submit("attempt-1", "owner-2", half)
    with pytest.raises(UnknownAttemptError):
        store.begin(Start("attempt-1", "owner-2", "Eve", "rivers", "Rivers", "quiz-1", b""))
    assert store.of_owner("owner-2", "rivers") == ()
    stored = store.load("attempt-1", "owner-1")
    assert (stored.attempt.responses, stored.submitted) == ({}, None)


def test_the_teacher_may_load_any_attempt(store: Store):
    store.begin(START)
    assert store.load("attempt-1", None).attempt.student == "Ada"


def test_an_attempt_is_submitted_once_with_an_exact_score(store: Store):
    store.begin(START)
    assert store.submit("attempt-1", "owner-1", half)
    first = store.load("attempt-1", "owner-1")
    assert not store.submit("attempt-1", "owner-1", lambda attempt: Score())
    assert store.load("attempt-1", "owner-1") == first
    assert first.score == HALF
    assert [stored.id for stored in store.submitted()] == ["attempt-1"]


def test_the_score_is_of_what_was_given(store: Store):
    store.begin(START)
    store.respond("attempt-1", "owner-1", "q1", {"answer": ("x",)})
    seen = []
    store.submit("attempt-1", "owner-1", lambda attempt: seen.append(attempt.responses) or HALF)
    assert seen == [{"q1": {"answer": ("x",)}}]


def test_nothing_changes_after_submitting(store: Store):
    store.begin(START)
    store.submit("attempt-1", "owner-1", half)
    with pytest.raises(ClosedAttemptError):
        store.respond("attempt-1", "owner-1", "q1", {"answer": ("late",)})
    assert store.load("attempt-1", "owner-1").attempt.responses == {}


def test_a_score_that_fails_leaves_the_attempt_open(store: Store):
    store.begin(START)
    with pytest.raises(ZeroDivisionError):
        store.submit("attempt-1", "owner-1", lambda attempt: 1 / 0)
    assert store.load("attempt-1", "owner-1").submitted is None
    store.respond("attempt-1", "owner-1", "q1", {"answer": ("x",)})


def test_one_quiz_is_kept_once_for_all_its_attempts(store: Store, rows: Rows):
    for number in range(3):
        store.begin(Start(f"attempt-{number}", "owner-1", "Ada", "rivers", "Rivers", "quiz-1", START.bank))
    assert rows("SELECT count(*) AS number FROM quizzes") == [(1,)]


def test_there_is_no_quiz_of_an_unknown_hash(store: Store):
    with pytest.raises(UnknownAttemptError):
        store.bank("0" * 64)


def test_the_file_is_durable_and_for_its_owner_alone(store: Store, path: Path):
    with store._database.writing() as connection:
        ask = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")}
        keys = connection.execute("PRAGMA foreign_keys").fetchone()[0]
    assert ask == {"journal_mode": "wal", "synchronous": 2}
    assert keys == 1
    if os.name == "posix":
        assert {file.stat().st_mode & 0o777 for file in path.parent.iterdir()} == {0o600}


def test_many_threads_write_at_once_and_nothing_is_lost(store: Store):
    def student(number: int) -> None:
        name = f"attempt-{number}"
        store.begin(Start(name, name, "Ada", "rivers", "Rivers", "quiz-1", START.bank))
        for question in range(10):
            store.respond(name, name, f"q{question}", {"answer": (str(number),)})
        store.submit(name, name, half)

    with ThreadPoolExecutor(16) as pool:
        list(pool.map(student, range(40)))
    assert len(store.submitted()) == 40
    for stored in store.submitted():
        responses = store.load(stored.id, stored.id).attempt.responses
        assert responses == {f"q{n}": {"answer": (stored.id.removeprefix("attempt-"),)} for n in range(10)}


def test_one_attempt_submitted_by_many_threads_counts_once(store: Store):
    store.begin(START)
    with ThreadPoolExecutor(8) as pool:
        counted = list(pool.map(lambda _: store.submit("attempt-1", "owner-1", half), range(24)))
    assert counted.count(True) == 1


WRITER = textwrap.dedent(
    """
    import sys
    from quizengine.store import Start, Store

    place, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    store = Store(place)
    store.begin(Start(name, name, "Ada", "rivers", "Rivers", "quiz-1", b"bank"))
    for number in range(count):
        store.respond(name, name, f"q{number}", {"answer": (str(number),)})
        print(number, flush=True)
    """
)


def writer(checkout: Path, place: Place, name: str, count: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", WRITER, str(place), name, str(count)]
    return subprocess.Popen(command, cwd=checkout, stdout=subprocess.PIPE, text=True)


def test_many_processes_make_and_write_one_database_at_once(checkout: Path, place: Place):
    writers = [writer(checkout, place, f"attempt-{number}", 50) for number in range(4)]
    for each in writers:
        out, _ = each.communicate(timeout=60)
        assert (each.returncode, len(out.split())) == (0, 50)
    with closing(Store(place)) as store:
        for number in range(4):
            name = f"attempt-{number}"
            assert len(store.load(name, name).attempt.responses) == 50


@pytest.mark.skipif(os.name != "posix", reason="a process is killed by a signal")
def test_a_process_killed_in_the_middle_loses_nothing_that_it_had_acknowledged(checkout: Path, place: Place):
    for number in range(3):
        name = f"attempt-{number}"
        each = writer(checkout, place, name, 1_000_000)
        assert each.stdout is not None
        acknowledged = [int(each.stdout.readline()) for _ in range(60)]
        each.send_signal(signal.SIGKILL)
        acknowledged += [int(line) for line in each.stdout.read().split("\n")[:-1]]
        each.stdout.close()
        each.wait()
        with closing(Store(place)) as store:
            responses = store.load(name, name).attempt.responses
        assert [n for n in acknowledged if responses.get(f"q{n}") != {"answer": (str(n),)}] == []
        assert len(responses) - len(acknowledged) in (0, 1)


def test_a_file_that_someone_keeps_locked_is_an_error_and_not_a_loss(store: Store, path: Path):
    store.begin(START)
    with closing(sqlite3.connect(path, isolation_level=None)) as someone:
        someone.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="locked"):
            store.respond("attempt-1", "owner-1", "q1", {"answer": ("x",)})
        assert store.load("attempt-1", "owner-1").attempt.responses == {}
    store.respond("attempt-1", "owner-1", "q1", {"answer": ("x",)})
    assert store.load("attempt-1", "owner-1").attempt.responses == {"q1": {"answer": ("x",)}}


def test_a_full_file_is_an_error_and_what_was_there_stays(store: Store, path: Path):
    store.begin(START)
    store.respond("attempt-1", "owner-1", "q1", {"answer": ("x",)})
    with store._database.reading() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(StoreError, match="full"):
        store.respond("attempt-1", "owner-1", "q2", {"answer": ("y" * 100_000,)})
    assert store.load("attempt-1", "owner-1").attempt.responses == {"q1": {"answer": ("x",)}}


def test_a_file_of_another_version_is_refused_with_what_to_do(path: Path):
    Store(path).close()
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA user_version=99")
    with pytest.raises(StoreError, match=r"another version of quizengine \(tables 99, expected 8\); use that version"):
        Store(path)


def test_a_database_of_another_program_is_refused_and_left_alone(path: Path):
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE TABLE recipes (name)")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="the database of another program"):
        Store(path)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused(path: Path):
    path.write_text("a letter to grandmother, " * 100)
    with pytest.raises(StoreError, match="not a database"):
        Store(path)
    assert path.read_text().startswith("a letter")


@pytest.mark.parametrize("name", ["", "folder"])
def test_a_file_that_cannot_be_written_is_refused(tmp_path: Path, name: str):
    (tmp_path / "folder").mkdir()
    with pytest.raises(StoreError, match="cannot be opened for writing"):
        Store(tmp_path / name)


def test_a_store_that_was_closed_says_so(place: Place):
    store = Store(place)
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.submitted()


def test_one_response_is_found_without_the_others_and_for_its_owner_alone(store: Store):
    store.begin(START)
    store.respond("attempt-1", "owner-1", "q1", {"answer": ("x",)})
    store.respond("attempt-1", "owner-1", "q2", {"answer": ("y",)})
    assert store.at("attempt-1", "owner-1", "q2")[1].response == {"answer": ("y",)}
    assert store.at("attempt-1", "owner-1", "q3")[1].response == {}
    assert store.at("attempt-1", "owner-1", "q3")[0] == store.glance("attempt-1", "owner-1")
    with pytest.raises(UnknownAttemptError):
        store.at("attempt-1", "owner-2", "q2")


def test_a_glance_shows_all_but_the_responses_and_to_its_owner_alone(store: Store):
    store.begin(START)
    store.respond("attempt-1", "owner-1", "q1", {"answer": ("x",)})
    whole, glance = store.load("attempt-1", "owner-1"), store.glance("attempt-1", "owner-1")
    assert glance == replace(whole, attempt=Attempt("quiz-1", "Ada", {}))
    assert glance.saved is not None
    assert store.terms("attempt-1", "owner-1") == whole.terms
    for ask in (store.glance, store.terms):
        with pytest.raises(UnknownAttemptError):
            ask("attempt-1", "owner-2")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are not forked here")
def test_a_store_is_not_used_over_a_fork(store: Store):
    store.begin(START)
    child = os.fork()
    if child == 0:
        try:
            store.glance("attempt-1", "owner-1")
        except StoreError as fault:
            os._exit(7 if "forked" in str(fault) else 1)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7


def test_the_folders_of_a_store_are_made(tmp_path: Path):
    with closing(Store(tmp_path / "of the school" / "of 8b" / "attempts.db")) as store:
        assert store.submitted() == ()


def test_no_more_submissions_are_given_than_are_wanted(store: Store):
    for number in range(3):
        store.begin(replace(START, id=f"attempt-{number}"))
        store.submit(f"attempt-{number}", "owner-1", half)
    assert [len(store.submitted(most)) for most in (1, 2, 3, 4)] == [1, 2, 3, 3]
    assert len(store.submitted()) == 3
