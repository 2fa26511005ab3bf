"""A class opens and closes by itself: nobody joins outside its times, and what was saved by then is handed in."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from quizengine.quiz.attempt import Attempt, Mode
from quizengine.quiz.availability import Phase
from quizengine.quiz.grading import Score
from quizengine.store import (
    Assignment,
    Clock,
    ClosedAssignmentError,
    Ending,
    Start,
    Store,
    TimeUpError,
    UpcomingAssignmentError,
)

BANK = b"format: quizengine/1\n"
CODE = "KTR4XN"
EIGHT = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)
CLASS = Assignment(CODE, "8b", "rivers", "Rivers", "", "quiz-1", Mode.TEST, None, EIGHT)
ADA = Start("ada", "owner-1", "Ada", "rivers", "Rivers", "quiz-1", BANK, Mode.TEST, "KTR4XN9PD")
ANSWER = {"answer": ("x",)}
MINUTES = timedelta(minutes=1)
SECONDS = timedelta(seconds=1)


def given(attempt: Attempt) -> Score:
    """A point for each response."""
    return Score(Fraction(len(attempt.responses)), Fraction(4))


class Wall:
    """The clock on the wall, which stands at eight until it is moved."""

    def __init__(self) -> None:
        self.now = EIGHT

    def seconds(self) -> float:
        return self.now.timestamp()


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def store(tmp_path: Path, wall: Wall) -> Iterator[Store]:
    """A store with a class that is open."""
    with closing(Store(tmp_path / "attempts.db", clock=Clock(wall.seconds, wall.seconds))) as store:
        store.assignments.open(CLASS, BANK)
        yield store


def test_nobody_joins_before_the_opening_time_or_after_the_closing_time(store: Store, wall: Wall):
    store.windows.choose(CODE, EIGHT + 10 * MINUTES, EIGHT + 20 * MINUTES)
    with pytest.raises(UpcomingAssignmentError):
        store.assignments.join(CODE, ADA)
    wall.now += 10 * MINUTES
    store.assignments.join(CODE, ADA)
    wall.now += 10 * MINUTES
    with pytest.raises(ClosedAssignmentError):
        store.assignments.join(CODE, replace(ADA, id="ben", owner="owner-2", student="Ben", code="B"))


def test_a_phase_begins_at_its_very_time():
    windowed = replace(CLASS, opens=EIGHT, closes=EIGHT + MINUTES)
    moments = (EIGHT - SECONDS, EIGHT, EIGHT + MINUTES - SECONDS, EIGHT + MINUTES)
    assert [windowed.phase(each) for each in moments] == [Phase.UPCOMING, Phase.OPEN, Phase.OPEN, Phase.CLOSED]
    assert CLASS.phase(EIGHT) is Phase.OPEN
    assert replace(CLASS, closed=EIGHT).phase(EIGHT - MINUTES) is Phase.CLOSED


def test_what_is_saved_by_the_closing_time_is_handed_in_and_what_is_on_its_way_counts(store: Store, wall: Wall):
    store.assignments.join(CODE, ADA)
    store.windows.choose(CODE, None, EIGHT + 10 * MINUTES)
    store.respond("ada", "owner-1", "q1", ANSWER)
    assert store.load("ada", None).left == 10 * MINUTES
    wall.now += 10 * MINUTES + 29 * SECONDS
    store.respond("ada", "owner-1", "q2", ANSWER)
    assert (store.windows.due(), store.windows.close_due(CODE, given)) == ((), False)
    wall.now += 2 * SECONDS
    with pytest.raises(TimeUpError):
        store.respond("ada", "owner-1", "q3", ANSWER)
    assert (store.windows.due(), store.windows.close_due(CODE, given)) == ((CODE,), True)
    ada = store.load("ada", None)
    assert (ada.ended, ada.submitted) == (Ending.TEACHER, EIGHT + 10 * MINUTES)
    assert ada.attempt.responses == {"q1": ANSWER, "q2": ANSWER}
    assert store.assignments.find(CODE).closed == EIGHT + 10 * MINUTES
    assert (store.windows.due(), store.windows.close_due(CODE, given)) == ((), False)


@pytest.mark.parametrize(("minutes", "closes"), [(10, None), (None, EIGHT + 10 * MINUTES)])
def test_an_answer_is_taken_for_thirty_seconds_after_the_end_and_no_second_longer(
    store: Store, wall: Wall, minutes: int | None, closes: datetime | None
):
    store.assignments.open(replace(CLASS, code="TMD4XN", minutes=minutes), BANK)
    store.windows.choose("TMD4XN", None, closes)
    store.assignments.join("TMD4XN", ADA)
    store.start_clock("ada", "owner-1")
    wall.now += 10 * MINUTES + 30 * SECONDS
    store.respond("ada", "owner-1", "q1", ANSWER)
    assert not store.load("ada", None).overdue
    wall.now += SECONDS
    with pytest.raises(TimeUpError):
        store.respond("ada", "owner-1", "q1", ANSWER)
    assert store.load("ada", None).overdue


@pytest.mark.parametrize(("minutes", "ended", "after"), [(5, Ending.TIME, 5), (15, Ending.TEACHER, 10)])
def test_an_attempt_ends_with_its_time_or_with_the_class_whichever_comes_first(
    store: Store, wall: Wall, minutes: int, ended: Ending, after: int
):
    store.assignments.open(replace(CLASS, code="TMD4XN", minutes=minutes), BANK)
    store.windows.choose("TMD4XN", None, EIGHT + 10 * MINUTES)
    store.assignments.join("TMD4XN", ADA)
    assert store.load("ada", None).waiting
    store.start_clock("ada", "owner-1")
    assert store.load("ada", None).ends == EIGHT + after * MINUTES
    wall.now += 12 * MINUTES
    store.windows.close_due("TMD4XN", given)
    ada = store.load("ada", None)
    assert (ada.ended, ada.submitted) == (ended, EIGHT + after * MINUTES)


def test_a_later_closing_time_lets_everybody_go_on_and_none_takes_it_away(store: Store, wall: Wall):
    store.assignments.join(CODE, ADA)
    store.windows.choose(CODE, None, EIGHT + 10 * MINUTES)
    wall.now += 11 * MINUTES
    store.windows.choose(CODE, None, EIGHT + 20 * MINUTES)
    assert not store.windows.close_due(CODE, given)
    store.respond("ada", "owner-1", "q1", ANSWER)
    store.windows.choose(CODE, None, None)
    wall.now += timedelta(days=400)
    store.respond("ada", "owner-1", "q1", ANSWER)
    assert (store.windows.due(), store.load("ada", None).left) == ((), None)


def test_a_class_that_closed_by_itself_can_be_reopened_and_stays_open(store: Store, wall: Wall):
    store.assignments.join(CODE, ADA)
    store.respond("ada", "owner-1", "q1", ANSWER)
    store.windows.choose(CODE, None, EIGHT + 10 * MINUTES)
    wall.now += 20 * MINUTES
    store.windows.close_due(CODE, given)
    with pytest.raises(ClosedAssignmentError):
        store.windows.choose(CODE, None, EIGHT + 30 * MINUTES)
    assert store.reopening.assignment(CODE, MINUTES) == 1
    store.respond("ada", "owner-1", "q2", ANSWER)
    assert store.windows.due() == ()
    assert store.load("ada", None).attempt.responses == {"q1": ANSWER, "q2": ANSWER}
