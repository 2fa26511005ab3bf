"""What was handed in can be opened again, and a jump of the machine's clock hands nothing in."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from quizengine.quiz.attempt import Attempt, Mode
from quizengine.quiz.grading import Score
from quizengine.store import (
    Assignment,
    Clock,
    ClosedAssignmentError,
    Ending,
    ExtraTime,
    Start,
    Store,
    StoredAttempt,
    TimeUpError,
)
from quizengine.store.opening import Place

BANK = b"format: quizengine/1\n"
CLASS = Assignment("KTR4XN", "8b", "rivers", "Rivers", "", "quiz-1", Mode.TEST, 20, datetime(2026, 11, 29, tzinfo=UTC))
ADA = Start("ada", "owner-1", "Ada", "rivers", "Rivers", "quiz-1", BANK, Mode.TEST, "KTR4XN9PD")
BEN = replace(ADA, id="ben", owner="owner-2", student="Ben", code="BBBBBBBBB")
HOUR = timedelta(hours=1)
MINUTES = timedelta(minutes=1)
ANSWER = {"answer": ("x",)}


def given(attempt: Attempt) -> Score:
    """A point for each response."""
    return Score(Fraction(len(attempt.responses)), Fraction(4))


class Machine:
    """A machine whose time passes, and whose clock is set, when it is told to."""

    def __init__(self) -> None:
        self.wall, self.running = datetime(2026, 11, 29, 10, 0, tzinfo=UTC).timestamp(), 0.0

    def clock(self) -> Clock:
        """The clock of a new run of the server."""
        return Clock(lambda: self.wall, lambda: self.running)

    def passes(self, time: timedelta) -> None:
        self.wall += time.total_seconds()
        self.running += time.total_seconds()

    def jumps(self, by: timedelta) -> None:
        self.wall += by.total_seconds()


@pytest.fixture
def machine() -> Machine:
    return Machine()


@pytest.fixture
def store(place: Place, machine: Machine) -> Iterator[Store]:
    """A store with a class of two who have begun and answered one question."""
    with closing(Store(place, clock=machine.clock())) as store:
        store.assignments.open(CLASS, BANK)
        for each in (ADA, BEN):
            store.assignments.join("KTR4XN", each)
            store.start_clock(each.id, each.owner)
            store.respond(each.id, each.owner, "q1", ANSWER)
        yield store


def ada(store: Store) -> StoredAttempt:
    return store.load("ada", "owner-1")


@pytest.mark.parametrize("by", [HOUR, -HOUR, timedelta(days=400), timedelta(seconds=90)], ids=str)
def test_a_jump_of_the_clock_changes_no_time_limit(store: Store, machine: Machine, by: timedelta):
    machine.passes(5 * MINUTES)
    machine.jumps(by)
    store.assignments.hand_in_late("KTR4XN", given)
    assert (ada(store).submitted, ada(store).left) == (None, 15 * MINUTES)
    store.respond("ada", "owner-1", "q2", ANSWER)
    machine.passes(15 * MINUTES + timedelta(seconds=29))
    store.respond("ada", "owner-1", "q3", ANSWER)
    machine.passes(2 * timedelta(seconds=1))
    with pytest.raises(TimeUpError):
        store.respond("ada", "owner-1", "q4", ANSWER)


def test_the_end_is_shown_as_the_clock_on_the_wall_will_show_it(store: Store, machine: Machine):
    assert ada(store).deadline == datetime(2026, 11, 29, 10, 20, tzinfo=UTC)
    machine.jumps(HOUR)
    assert ada(store).deadline == datetime(2026, 11, 29, 11, 20, tzinfo=UTC)
    machine.passes(21 * MINUTES)
    store.assignments.hand_in_late("KTR4XN", given)
    assert (ada(store).submitted, ada(store).ended) == (datetime(2026, 11, 29, 11, 20, tzinfo=UTC), Ending.TIME)


def test_a_jump_that_was_noticed_is_known_to_the_next_run(store: Store, machine: Machine, path: Path):
    machine.jumps(HOUR)
    store.respond("ada", "owner-1", "q2", ANSWER)
    machine.passes(5 * MINUTES)
    with closing(Store(path, clock=machine.clock())) as later:
        assert ada(later).left == 15 * MINUTES
        [jump] = later.clock_jumps()
        assert (jump.by, jump.noticed) == (HOUR, datetime(2026, 11, 29, 11, 0, tzinfo=UTC))
        machine.jumps(-HOUR)
        later.respond("ada", "owner-1", "q2", ANSWER)
        assert ada(later).left == 15 * MINUTES
        assert [each.by for each in later.clock_jumps()] == [HOUR, -HOUR]


def test_processes_of_one_run_note_a_jump_once(store: Store, machine: Machine, path: Path):
    with closing(Store(path, clock=machine.clock())) as second:
        machine.jumps(HOUR)
        for each in (store, second, store):
            each.respond("ada", "owner-1", "q2", ANSWER)
        assert len(second.clock_jumps()) == 1
        assert ada(second).left == ada(store).left == 20 * MINUTES


def test_a_clock_that_drifts_a_little_is_no_jump(store: Store, machine: Machine):
    before = ada(store).deadline
    machine.jumps(timedelta(seconds=0.9))
    store.respond("ada", "owner-1", "q2", ANSWER)
    assert (store.clock_jumps(), ada(store).deadline) == ((), before)


def test_what_a_jump_between_two_runs_handed_in_is_opened_for_all_at_once(store: Store, machine: Machine, path: Path):
    store.submit("ben", "owner-2", given)
    machine.jumps(HOUR)  # nobody writes any more, so nobody notices
    with closing(Store(path, clock=machine.clock())) as later:
        later.assignments.hand_in_late("KTR4XN", given)
        assert [each.ended for each in later.assignments.attempts("KTR4XN")] == [Ending.TIME, Ending.STUDENT]
        assert later.reopening.out_of_time("KTR4XN", 15 * MINUTES) == 1
        assert later.reopening.out_of_time("KTR4XN", 15 * MINUTES) == 0
        opened = ada(later)
        assert (opened.submitted, opened.score, opened.ended, opened.left) == (None, None, None, 15 * MINUTES)
        assert opened.attempt.responses == {"q1": ANSWER}
        later.respond("ada", "owner-1", "q2", ANSWER)
        assert later.load("ben", None).submitted


def test_an_attempt_that_was_handed_in_is_opened_and_handed_in_again(store: Store, machine: Machine):
    store.submit("ada", "owner-1", given)
    assert store.reopening.attempt("ada", 3 * MINUTES)
    assert not store.reopening.attempt("ada", 9 * MINUTES)
    assert (ada(store).left, store.submitted()) == (3 * MINUTES, ())
    store.respond("ada", "owner-1", "q2", ANSWER)
    machine.passes(4 * MINUTES)
    store.assignments.hand_in_late("KTR4XN", given)
    assert (ada(store).score, ada(store).ended) == (Score(Fraction(2), Fraction(4)), Ending.TIME)


def test_extra_time_is_added_to_what_a_reopened_attempt_was_given(store: Store):
    store.submit("ada", "owner-1", given)
    store.reopening.attempt("ada", 3 * MINUTES)
    store.assignments.give_time("KTR4XN", ExtraTime("Ada", Fraction(3, 2)))
    assert ada(store).left == 13 * MINUTES


def test_a_closed_class_is_opened_with_what_closing_handed_in_and_nothing_else(store: Store, machine: Machine):
    store.submit("ben", "owner-2", given)
    machine.passes(5 * MINUTES)
    store.assignments.close("KTR4XN", given)
    assert [each.ended for each in store.assignments.attempts("KTR4XN")] == [Ending.TEACHER, Ending.STUDENT]
    with pytest.raises(ClosedAssignmentError):
        store.reopening.attempt("ada", MINUTES)
    with pytest.raises(ClosedAssignmentError):
        store.reopening.out_of_time("KTR4XN", MINUTES)
    assert store.reopening.assignment("KTR4XN", 15 * MINUTES) == 1
    assert store.reopening.assignment("KTR4XN", 60 * MINUTES) == 0
    assert (store.assignments.find("KTR4XN").closed, ada(store).left) == (None, 15 * MINUTES)
    assert [test.entry for test in store.assignments.tests_under_way()] == ["rivers"]
    store.respond("ada", "owner-1", "q2", ANSWER)
    assert store.load("ben", None).submitted
    store.assignments.join("KTR4XN", replace(ADA, id="cy", owner="owner-3", student="Cy", code="CCCCCCCCC"))


def test_a_reopened_attempt_without_a_limit_or_without_a_start_has_none(store: Store):
    store.assignments.open(replace(CLASS, code="BBBBBB", minutes=None), BANK)
    store.assignments.join("BBBBBB", replace(ADA, id="free", code=None))
    store.assignments.join("KTR4XN", replace(ADA, id="cy", owner="owner-3", student="Cy", code=None))
    for code in ("BBBBBB", "KTR4XN"):
        store.assignments.close(code, given)
        store.reopening.assignment(code, MINUTES)
    assert store.load("free", None).left is None
    assert store.load("cy", None).waiting
