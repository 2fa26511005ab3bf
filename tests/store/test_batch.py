"""Writes that are put off: all of them are kept by one commit, in their order, or none is."""

import sqlite3
import time
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from quizengine.quiz.grading import Score
from quizengine.store import ClosedAttemptError, Start, Store, StoreError
from quizengine.store.batch import NotKeptError
from quizengine.store.opening import Place

START = Start("attempt-1", "owner-1", "Ada", "rivers", "Rivers", "quiz-1", b"format: quizengine/1\n")
PATIENCE = 0.3


@pytest.fixture
def store(place: Place):
    with closing(Store(place, patience=PATIENCE)) as store:
        store.begin(START)
        yield store


@contextmanager
def locked(path: Path):
    """Another program that is about to write, and does not."""
    with closing(sqlite3.connect(path, isolation_level=None)) as someone:
        someone.execute("BEGIN IMMEDIATE")
        yield


def respond(store: Store, question: str, text: str, attempt: str = "attempt-1") -> None:
    store.respond(attempt, "owner-1", question, {"answer": (text,)})


def given(store: Store) -> dict[str, str]:
    """What the file holds: the one text given to each question."""
    responses = store.load("attempt-1", "owner-1").attempt.responses
    return {question: response["answer"][0] for question, response in responses.items()}


def test_what_is_put_off_is_written_by_the_commit_and_not_before(store: Store):
    with store.batch.putting_off() as first:
        respond(store, "q1", "x")
    with store.batch.putting_off() as second:
        respond(store, "q2", "y")
    assert (given(store), first[0].kept, second[0].kept) == ({}, False, False)
    store.batch.commit()
    assert (given(store), first[0].kept, second[0].kept) == ({"q1": "x", "q2": "y"}, True, True)


def test_all_that_was_put_off_is_one_transaction(store: Store, path: Path, commits):
    before = commits(path)
    for number in range(20):
        with store.batch.putting_off():
            respond(store, f"q{number}", "x")
    store.batch.commit()
    assert commits(path) == before + 1
    assert len(given(store)) == 20


def test_the_later_of_two_answers_to_one_question_is_kept(store: Store):
    for text in ("first", "second", "third"):
        with store.batch.putting_off():
            respond(store, "q1", text)
    store.batch.commit()
    assert given(store) == {"q1": "third"}


def test_what_is_written_at_once_comes_after_what_was_put_off_before(store: Store):
    with store.batch.putting_off() as writes:
        respond(store, "q1", "put off")
    respond(store, "q1", "at once")
    assert (given(store), writes[0].kept) == ({"q1": "at once"}, True)


def test_a_submission_counts_the_answers_that_were_put_off_before(store: Store):
    with store.batch.putting_off():
        respond(store, "q1", "x")
    seen = []
    store.submit("attempt-1", "owner-1", lambda attempt: seen.append(attempt.responses) or Score())
    assert seen == [{"q1": {"answer": ("x",)}}]


def test_a_block_reads_what_it_has_put_off_itself(store: Store):
    with store.batch.putting_off() as writes:
        respond(store, "q1", "x")
        assert given(store) == {"q1": "x"}
        assert store.at("attempt-1", "owner-1", "q1")[1].response == {"answer": ("x",)}
    store.batch.commit()
    assert [each.kept for each in writes] == [True]


def test_a_block_submits_with_what_it_has_put_off_itself(store: Store):
    seen = []
    with store.batch.putting_off() as writes:
        respond(store, "q1", "x")
        store.submit("attempt-1", "owner-1", lambda attempt: seen.append(attempt.responses) or Score())
    assert (seen, writes[0].kept) == ([{"q1": {"answer": ("x",)}}], True)


def test_a_block_ends_where_it_needs_what_could_not_be_kept(store: Store, path: Path):
    def block() -> None:
        with store.batch.putting_off():
            respond(store, "q1", "x")
            store.submit("attempt-1", "owner-1", lambda attempt: Score())

    with locked(path), pytest.raises(NotKeptError):
        block()
    store.batch.commit()
    assert given(store) == {}
    assert store.load("attempt-1", "owner-1").submitted is None


def test_a_write_that_changes_nothing_is_not_kept_and_keeps_no_other_from_it(store: Store):
    store.begin(Start("attempt-2", "owner-1", "Bo", "rivers", "Rivers", "quiz-1", START.bank))
    store.submit("attempt-2", "owner-1", lambda attempt: Score())
    with store.batch.putting_off() as writes:
        respond(store, "q1", "too late", "attempt-2")
        respond(store, "q1", "in time")
        respond(store, "q1", "nobody's", "attempt-3")
    store.batch.commit()
    assert [each.kept for each in writes] == [False, True, False]
    assert given(store) == {"q1": "in time"}
    with store.batch.again(writes[:1]), pytest.raises(ClosedAttemptError):
        respond(store, "q1", "too late", "attempt-2")


def test_a_block_that_raises_writes_nothing(store: Store):
    def block() -> None:
        with store.batch.putting_off():
            respond(store, "q1", "x")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        block()
    store.batch.commit()
    assert given(store) == {}
    respond(store, "q1", "at once again")
    assert given(store) == {"q1": "at once again"}


def test_one_write_that_cannot_be_made_undoes_all_and_each_can_be_made_again(store: Store):
    with store.batch.putting_off() as good:
        respond(store, "q1", "x")
    with store.batch.putting_off() as bad:
        respond(store, "q2", "half a \ud800 letter")
    store.batch.commit()
    assert (given(store), good[0].kept, bad[0].kept) == ({}, False, False)
    with store.batch.again(good):
        respond(store, "q1", "x")
    assert given(store) == {"q1": "x"}
    with store.batch.again(bad), pytest.raises(UnicodeEncodeError):
        respond(store, "q2", "half a \ud800 letter")


def test_a_full_file_undoes_all_and_what_finds_room_is_kept_the_second_time(store: Store, path: Path):
    respond(store, "q1", "before")
    with store.batch.writing() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages}")
    with store.batch.putting_off() as small:
        respond(store, "q1", "after")
    with store.batch.putting_off() as large:
        respond(store, "q2", "y" * 100_000)
    store.batch.commit()
    assert (given(store), small[0].kept, large[0].kept) == ({"q1": "before"}, False, False)
    assert "full" in str(large[0].fault)
    with store.batch.again(small):
        respond(store, "q1", "after")
    assert given(store) == {"q1": "after"}


def test_a_locked_file_is_waited_for_once_and_not_by_each(store: Store, path: Path):
    with locked(path):
        began = time.monotonic()
        with store.batch.putting_off() as writes:
            for number in range(10):
                respond(store, f"q{number}", "x")
        store.batch.commit()
        assert time.monotonic() - began >= PATIENCE
        assert [each.kept for each in writes] == [False] * 10
        began = time.monotonic()
        for number in range(10):
            with store.batch.again(writes[number : number + 1]), pytest.raises(StoreError, match="locked"):
                respond(store, f"q{number}", "x")
        assert time.monotonic() - began < 5 * PATIENCE  # it would be ten times, waited for by each
    respond(store, "q1", "x")
    assert given(store) == {"q1": "x"}


def test_a_write_that_is_put_off_is_taken_to_write_one_row(store: Store):
    with store.batch.putting_off():
        assert store.batch.write_soon("DELETE FROM responses", {}) == 1
    assert store.batch.write_soon("DELETE FROM responses", {}) == 0
