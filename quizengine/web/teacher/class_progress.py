"""The progress of a class: who has joined, what was handed in and why, who has more time."""

from dataclasses import dataclass
from datetime import timedelta
from math import ceil

from quizengine.store import Assignment, ClockJump, Ending, ExtraTime, StoredAttempt, name_key, nearest_student
from quizengine.web.app_context import app_context
from quizengine.web.render import formatting

LONGEST_TIME = 24 * 60
"""Minutes; an attempt that may take longer needs no limit."""

KEEP_DAYS = (0, 7, 30, 90, 365)
"""The choices of how many days a class is kept after it was closed, before it is deleted by itself; 0 for ever."""


_MOST_JUMPS = 3
"""A computer that sleeps every night has many."""


@dataclass(frozen=True)
class Row:
    """The progress of one student."""

    stored: StoredAttempt
    answered: int
    last: int
    """The number of the question whose answer was saved last; 0 if none was."""


@dataclass(frozen=True)
class Extra:
    """A student with more time, and whether anybody has joined under that name."""

    time: ExtraTime
    joined: bool
    near: str = ""
    """The most similar name among those who have joined, if nobody has this one; empty if none is similar."""


@dataclass(frozen=True)
class Progress:
    """A class as it is now."""

    rows: tuple[Row, ...]
    extra: tuple[Extra, ...]
    out_of_time: tuple[StoredAttempt, ...]
    """The attempts that were handed in because their time ran out."""
    jumps: tuple[ClockJump, ...]
    """The last jumps of the machine's clock since the class was opened; none if no time is limited."""

    @property
    def handed_in(self) -> int:
        """The number of students who have handed in."""
        return sum(row.stored.submitted is not None for row in self.rows)

    @property
    def minutes_left(self) -> int:
        """The minutes to give those who ran out of time, as computed by `minutes_left`."""
        return minutes_left(self.out_of_time)


def hand_in_overdue(assignment: Assignment) -> None:
    """Hand in every attempt of a class whose time is up; a closed class has none."""
    here = app_context()
    if assignment.minutes and not assignment.closed:
        here.store.assignments.hand_in_late(assignment.code, here.score(assignment.quiz, assignment.code))


def progress_of(assignment: Assignment) -> Progress:
    """Return how far a class is."""
    store = app_context().store
    attempts = store.assignments.attempts(assignment.code)
    latest = store.assignments.latest_answers(assignment.code)
    questions = app_context().snapshot(assignment.quiz).quiz.questions
    numbers = {question.id: number for number, question in enumerate(questions, 1)}
    names = {name_key(each.attempt.student): each.attempt.student for each in attempts}
    jumps = store.clock_jumps() if assignment.minutes else ()
    return Progress(
        rows=tuple(
            Row(each, formatting.answered_of(each.attempt.responses), numbers.get(latest.get(each.id, ""), 0))
            for each in attempts
        ),
        extra=tuple(_extra(each, names) for each in store.assignments.extra_times(assignment.code)),
        out_of_time=tuple(each for each in attempts if each.ended is Ending.TIME),
        jumps=tuple(jump for jump in jumps if jump.noticed - jump.by >= assignment.opened)[-_MOST_JUMPS:],
    )


def minutes_left(attempts: tuple[StoredAttempt, ...]) -> int:
    """The minutes that those with most time had left when they last saved an answer or handed in; at least 1."""
    return min(LONGEST_TIME, max([1, *(ceil(_left(each).total_seconds() / 60) for each in attempts)]))


def _left(stored: StoredAttempt) -> timedelta:
    last = (stored.saved or stored.started) if stored.ended is Ending.TIME else stored.submitted
    if stored.deadline is None or stored.seconds is None or last is None:
        return timedelta()
    return min(stored.deadline - last, timedelta(seconds=stored.seconds))  # more, if the clock has jumped since


def _extra(time: ExtraTime, names: dict[str, str]) -> Extra:
    joined = name_key(time.name) in names
    return Extra(time, joined, "" if joined else nearest_student(time.name, names.values()))
