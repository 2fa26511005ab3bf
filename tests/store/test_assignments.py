"""Quizzes given to a class: who joins, how long it takes, and what closing does."""

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest

from quizengine.quiz.attempt import Attempt, Mode
from quizengine.quiz.grading import Score
from quizengine.store import (
    UNLIMITED,
    Assignment,
    ClosedAssignmentError,
    ClosedAttemptError,
    ExtraTime,
    NameTakenError,
    OpenAssignmentError,
    Start,
    Store,
    TimeUpError,
    UnknownAssignmentError,
    UnknownAttemptError,
)

BANK = b"format: quizengine/1\n"
CLASS = Assignment("KTR4XN", "8b", "rivers", "Rivers", "", "quiz-1", Mode.TEST, 20, datetime.now(UTC))
ADA = Start("attempt-1", "owner-1", "Ada", "rivers", "Rivers", "quiz-1", BANK, Mode.TEST, "KTR4XN9PD")
BEN = replace(ADA, id="attempt-2", owner="owner-2", student="Ben", code="BBBBBBBBB")

OTHERS = ({"owner": "owner-9"}, {"student": "Ben"}, {"entry": "lakes"})
"""What makes an attempt another's: the browser, the name, the quiz."""


def given(attempt: Attempt) -> Score:
    """A point for each response."""
    return Score(Fraction(len(attempt.responses)), Fraction(4))


@pytest.fixture
def code(store: Store) -> str:
    store.assignments.open(CLASS, BANK)
    return CLASS.code


def test_an_assignment_is_what_was_opened_with_its_quiz(store: Store, code: str):
    found = store.assignments.find(code)
    assert replace(found, quiz="", opened=CLASS.opened) == CLASS
    assert store.bank(found.quiz) == BANK
    assert store.assignments.latest() == (found,)


def test_a_code_of_no_class_is_told_apart(store: Store):
    with pytest.raises(UnknownAssignmentError):
        store.assignments.find("KTR4XN")
    with pytest.raises(UnknownAssignmentError):
        store.assignments.join("KTR4XN", ADA)


def test_opening_twice_opens_once(store: Store, code: str):
    store.assignments.open(replace(CLASS, label="9c"), BANK)
    assert store.assignments.find(code).label == "8b"


def test_joining_twice_joins_once_and_under_a_name_only_one(store: Store, code: str):
    store.assignments.join(code, ADA)
    store.assignments.join(code, ADA)
    assert [each.attempt.student for each in store.assignments.attempts(code)] == ["Ada"]
    with pytest.raises(NameTakenError):
        store.assignments.join(code, replace(BEN, student="  ADA "))
    store.assignments.join(code, BEN)
    assert [each.attempt.student for each in store.assignments.attempts(code)] == ["Ada", "Ben"]


def test_no_answer_is_taken_before_the_clock_is_started_nor_when_its_time_is_up(store: Store, code: str):
    store.assignments.join(code, ADA)
    assert store.glance("attempt-1", "owner-1").waiting
    with pytest.raises(TimeUpError, match="has not been started"):
        store.respond("attempt-1", "owner-1", "q1", {"answer": ("x",)})
    store.start_clock("attempt-1", "owner-1")
    stored = store.glance("attempt-1", "owner-1")
    assert stored.deadline is not None
    assert timedelta(minutes=19, seconds=55) < stored.deadline - datetime.now(UTC) <= timedelta(minutes=20)
    store.respond("attempt-1", "owner-1", "q1", {"answer": ("x",)})
    store.start_clock("attempt-1", "owner-1")
    assert store.glance("attempt-1", "owner-1").deadline == stored.deadline


@pytest.mark.parametrize(("late", "taken"), [(29, True), (31, False)])
def test_an_answer_may_come_half_a_minute_late(store: Store, code: str, late: int, taken: bool):
    store.assignments.join(code, ADA)
    store.start_clock("attempt-1", "owner-1")
    _end(store, timedelta(seconds=-late))
    if taken:
        store.respond("attempt-1", "owner-1", "q1", {"answer": ("x",)})
        return
    with pytest.raises(TimeUpError, match="was up"):
        store.respond("attempt-1", "owner-1", "q1", {"answer": ("x",)})


def test_what_was_saved_in_time_is_handed_in_as_of_the_deadline(store: Store, code: str):
    store.assignments.join(code, ADA)
    store.start_clock("attempt-1", "owner-1")
    store.respond("attempt-1", "owner-1", "q1", {"answer": ("x",)})
    ends = _end(store, timedelta(minutes=-5))
    store.assignments.hand_in_late(code, given)
    stored = store.load("attempt-1", "owner-1")
    assert (stored.submitted, stored.score) == (ends, Score(Fraction(1), Fraction(4)))


def test_extra_time_is_there_for_who_joins_later(store: Store, code: str):
    store.assignments.give_time(code, ExtraTime("Ada", Fraction(3, 2)))
    store.assignments.give_time(code, ExtraTime("ben", UNLIMITED))
    store.assignments.join(code, ADA)
    store.assignments.join(code, BEN)
    assert [each.seconds for each in store.assignments.attempts(code)] == [30 * 60, None]
    assert not store.glance("attempt-2", "owner-2").waiting
    assert store.assignments.extra_times(code) == (ExtraTime("Ada", Fraction(3, 2)), ExtraTime("ben", UNLIMITED))


def test_extra_time_reaches_a_clock_that_runs_and_can_be_taken_back(store: Store, code: str):
    store.assignments.join(code, ADA)
    store.start_clock("attempt-1", "owner-1")
    before = store.glance("attempt-1", "owner-1").deadline
    for factor, more in ((2, 20), (1, 0), (3, 40)):
        store.assignments.give_time(code, ExtraTime("ADA", Fraction(factor)))
        assert store.glance("attempt-1", "owner-1").deadline == before + timedelta(minutes=more)
    store.assignments.give_time(code, ExtraTime("ADA", UNLIMITED))
    assert store.glance("attempt-1", "owner-1").deadline is None
    store.respond("attempt-1", "owner-1", "q1", {"answer": ("x",)})


def test_closing_hands_in_what_everyone_has_saved_and_lets_nobody_in(store: Store, code: str):
    untimed = replace(CLASS, code="BBBBBB", minutes=None)
    store.assignments.open(untimed, BANK)
    store.assignments.join("BBBBBB", ADA)
    store.respond("attempt-1", "owner-1", "q1", {"answer": ("x",)})
    under_way = [(test.code, test.entry) for test in store.assignments.tests_under_way()]
    assert under_way == sorted([(code, "rivers"), ("BBBBBB", "rivers")])
    store.assignments.close("BBBBBB", given)
    store.assignments.close(code, given)
    first = store.load("attempt-1", "owner-1")
    assert first.score == Score(Fraction(1), Fraction(4))
    store.assignments.close("BBBBBB", lambda attempt: Score())
    assert store.load("attempt-1", "owner-1") == first
    assert store.assignments.tests_under_way() == ()
    with pytest.raises(ClosedAttemptError):
        store.respond("attempt-1", "owner-1", "q2", {"answer": ("y",)})
    with pytest.raises(ClosedAssignmentError):
        store.assignments.join("BBBBBB", BEN)


def test_a_class_is_deleted_with_all_of_it_and_nothing_else(store: Store, code: str):
    untimed = replace(CLASS, code="BBBBBB", minutes=None, mode=Mode.CLASS)
    store.assignments.open(untimed, BANK)
    store.assignments.join("BBBBBB", ADA)
    store.assignments.give_time("BBBBBB", ExtraTime("Ada", Fraction(2)))
    store.respond("attempt-1", "owner-1", "q1", {"answer": ("x",)})
    store.reports.add("attempt-1", "owner-1", "q1", "Two are right.")
    retry = replace(ADA, id="attempt-3", code="CCCCCCCCC")
    others = [replace(retry, id=f"other-{n}", code=None, **change) for n, change in enumerate(OTHERS)]
    for start in (retry, *others):
        store.begin(start)
    with pytest.raises(OpenAssignmentError):
        store.assignments.forget("BBBBBB")
    store.assignments.close("BBBBBB", given)
    store.assignments.forget("BBBBBB")
    for gone in ("attempt-1", "attempt-3"):
        with pytest.raises(UnknownAttemptError):
            store.load(gone, None)
    assert store.reports.unsettled() == ()
    assert [store.load(each.id, None).attempt.student for each in others] == ["Ada", "Ben", "Ada"]
    assert [each.code for each in store.assignments.latest()] == [code]
    with pytest.raises(UnknownAssignmentError):
        store.assignments.forget("BBBBBB")


@pytest.mark.parametrize("mode", [Mode.PRACTICE, Mode.CLASS])
def test_only_a_test_withholds_right_answers(store: Store, mode: Mode):
    store.assignments.open(replace(CLASS, mode=mode), BANK)
    assert store.assignments.tests_under_way() == ()


def _end(store: Store, after: timedelta) -> datetime:
    """Let the time of the first attempt end so long from now, as if it had been started earlier."""
    ends = datetime.fromtimestamp(int(time.time()), UTC) + after
    statement = "UPDATE attempts SET deadline = :ends WHERE id = 'attempt-1'"
    store.batch.write(statement, {"ends": ends.isoformat(timespec="milliseconds")})
    return ends
