"""Quizzes given to a class: the code that students join with, when the right answers are shown, and the time."""

from collections.abc import Callable
from datetime import datetime, timedelta
from fractions import Fraction

from quizengine.quiz.attempt import Attempt, Mode
from quizengine.quiz.availability import Phase
from quizengine.quiz.grading import Score
from quizengine.store import class_statements as statements
from quizengine.store import rows
from quizengine.store.class_answers import HandedIn, handed_in
from quizengine.store.class_values import UNLIMITED, Assignment, Counts, ExtraTime, OpenTest
from quizengine.store.clock import Clock
from quizengine.store.connection import Connection, Row
from quizengine.store.database import Database, repeatable
from quizengine.store.errors import (
    ClosedAssignmentError,
    NameTakenError,
    NotListedError,
    OpenAssignmentError,
    UnknownAssignmentError,
    UpcomingAssignmentError,
)
from quizengine.store.misses import Misses
from quizengine.store.names import name_key
from quizengine.store.stored import Ending, Start, StoredAttempt, attempt_from_row, format_time, parse_time


class Assignments:
    """The assignments in a database; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._clock = database.clock
        self._misses = Misses(database)

    @repeatable
    def open(self, assignment: Assignment, bank: bytes) -> None:
        """Give the quiz in these bytes to a class; repeating this changes nothing."""
        with self._database.writing() as connection:
            values = {
                "code": assignment.code,
                "label": assignment.label,
                "entry": assignment.entry,
                "title": assignment.title,
                "quiz": rows.keep_quiz(connection, bank),
                "quiz_id": assignment.quiz_id,
                "mode": assignment.mode,
                "minutes": assignment.minutes,
                "opened_at": format_time(assignment.opened),
                "article": int(assignment.article),
            }
            connection.execute(statements.OPEN, values)

    def find(self, code: str) -> Assignment:
        """The assignment with this code; raises UnknownAssignmentError."""
        with self._database.reading() as connection:
            return find_assignment(connection, code)

    def find_typed(self, code: str, place: str) -> Assignment:
        """The assignment with a typed code; a code that no class has counts as a miss of the place.

        Raises UnknownAssignmentError and TooManyMissesError.
        """
        assignment = self._misses.guarded(place, lambda connection: _look_up(connection, code))
        if assignment is None:
            raise UnknownAssignmentError(f"no class has the code {code}")
        return assignment

    def latest(self, most: int = 200) -> tuple[Assignment, ...]:
        """The assignments opened last, at most `most`, the latest first."""
        return tuple(_assignment(row) for row in self._database.read(statements.LATEST, {"most": most}))

    def tests_under_way(self) -> tuple[OpenTest, ...]:
        """Return the tests that are still open, the oldest first; the right answers to their questions are withheld."""
        return tuple(
            OpenTest(row["code"], row["label"], row["title"], row["entry"], row["quiz"], bool(row["article"]))
            for row in self._database.read(statements.TESTS, {})
        )

    @repeatable
    def join(self, code: str, start: Start) -> None:
        """Start an attempt at the quiz of a class, as the class has it; repeating this changes nothing.

        The quiz, its name and the mode in `start` are replaced by those of the class. Raises UnknownAssignmentError,
        ClosedAssignmentError and UpcomingAssignmentError outside its opening and closing times, NotListedError if only
        those on the class list may join, and NameTakenError if somebody else has joined under the name.
        """
        with self._database.writing() as connection:
            connection.execute(statements.LOCK, {"code": code})
            assignment = _find_to_join(connection, code, self._clock.now())
            key = name_key(start.student)
            if assignment.listed and not connection.execute(statements.LISTED, {"code": code, "key": key}).fetchone():
                raise NotListedError(f"{start.student} is not on the list of this class")
            for row in connection.execute(statements.NAMES, {"code": code}):
                if name_key(row["student"]) == key and row["id"] != start.id:
                    raise NameTakenError(f"{start.student} has joined this class already")
            rows.insert_attempt(
                connection, self._clock, start, code, _seconds(assignment, _extra_times(connection, code).get(key))
            )

    def attempts(self, code: str) -> tuple[StoredAttempt, ...]:
        """The attempts of all who have joined, by name, with what is kept of each."""
        with self._database.reading() as connection:
            joined = [
                rows.read_attempt(connection, self._clock, row)
                for row in connection.execute(statements.JOINED, {"code": code})
            ]
        return tuple(sorted(joined, key=lambda each: (name_key(each.attempt.student), each.id)))

    def handed_in(self, code: str) -> tuple[HandedIn, ...]:
        """Return all that a class has handed in, by name: every answer, read at once."""
        return handed_in(self._database, code)

    def latest_answers(self, code: str) -> dict[str, str]:
        """Return the question that each attempt of a class has saved last, by the attempt's id."""
        found = self._database.read(statements.LATEST_ANSWERS, {"code": code})
        return {row["attempt"]: row["latest"].partition(" ")[2] for row in found}

    def count(self, code: str) -> Counts:
        """Return how many have joined a class, and how many of them have handed in."""
        row = self._database.read(statements.COUNT, {"code": code})[0]
        return Counts(row["joined"], row["handed_in"])

    def extra_times(self, code: str) -> tuple[ExtraTime, ...]:
        """Return who has more time, by name."""
        with self._database.reading() as connection:
            extra = _extra_times(connection, code)
        return tuple(extra[key] for key in sorted(extra))

    @repeatable
    def give_time(self, code: str, extra: ExtraTime) -> None:
        """Give a student more time, before or after joining; a running clock still counts from its start.

        Raises UnknownAssignmentError.
        """
        with self._database.writing() as connection:
            rows.lock_class(connection, code)
            assignment = find_open_assignment(connection, code)
            key = name_key(extra.name)
            values = {"code": code, "student": key, "name": extra.name, "factor": str(extra.factor)}
            connection.execute(statements.GIVE_TIME, values)
            for row in connection.execute(statements.JOINED, {"code": code}).fetchall():
                if name_key(row["student"]) == key and row["submitted_at"] is None:
                    seconds = _seconds(assignment, extra)
                    began = parse_time(row["clock_at"])
                    ends = format_time(began + timedelta(seconds=seconds)) if began and seconds is not None else None
                    connection.execute(
                        statements.SET_TIME, {"attempt": row["id"], "seconds": seconds, "deadline": ends}
                    )

    @repeatable
    def hand_in_late(self, code: str, score: Callable[[Attempt], Score]) -> None:
        """Close every attempt that is overdue, with what had been saved by then."""
        joined = self._database.read(statements.JOINED, {"code": code})
        if not any(attempt_from_row(row, {}, self._clock).overdue for row in joined):  # so nobody waits for a page
            return
        with self._database.writing() as connection:
            rows.lock_class(connection, code)
            for row in connection.execute(statements.JOINED, {"code": code}).fetchall():
                if attempt_from_row(row, {}, self._clock).overdue:
                    rows.close_attempt(connection, self._clock, rows.read_attempt(connection, self._clock, row), score)

    @repeatable
    def close(self, code: str, score: Callable[[Attempt], Score]) -> None:
        """Close a class: all saved answers are handed in, and nobody can join any more.

        Repeating this changes nothing. Raises UnknownAssignmentError.
        """
        with self._database.writing() as connection:
            rows.lock_class(connection, code)
            if find_assignment(connection, code).closed:
                return
            close_class(connection, self._clock, code, self._clock.now(), score)

    @repeatable
    def forget(self, code: str) -> None:
        """Delete a closed class with all its attempts, and what the same students practised afterwards.

        Raises UnknownAssignmentError, and OpenAssignmentError if the class is still open.
        """
        with self._database.writing() as connection:
            rows.lock_class(connection, code)
            if not find_assignment(connection, code).closed:
                raise OpenAssignmentError(f"the class {code} is still open")
            rows.forget_class(connection, code)


def find_assignment(connection: Connection, code: str) -> Assignment:
    """The assignment with this code; raises UnknownAssignmentError."""
    assignment = _look_up(connection, code)
    if assignment is None:
        raise UnknownAssignmentError(f"no class has the code {code}")
    return assignment


def find_open_assignment(connection: Connection, code: str) -> Assignment:
    """The assignment with this code; raises UnknownAssignmentError, and ClosedAssignmentError for a closed one."""
    assignment = find_assignment(connection, code)
    if assignment.closed:
        raise ClosedAssignmentError(f"the class {code} is closed")
    return assignment


def close_class(
    connection: Connection, clock: Clock, code: str, moment: datetime, score: Callable[[Attempt], Score]
) -> None:
    """Hand in all that the students of an open class have saved, and close it as of a moment."""
    for row in connection.execute(statements.JOINED, {"code": code}).fetchall():
        if row["submitted_at"] is None:
            whole = rows.read_attempt(connection, clock, row)
            rows.close_attempt(connection, clock, whole, score, Ending.TEACHER)
    connection.execute(statements.CLOSE, {"assignment": code, "now": format_time(moment)})


def _find_to_join(connection: Connection, code: str, now: datetime) -> Assignment:
    assignment = find_assignment(connection, code)
    phase = assignment.phase(now)
    if phase is Phase.CLOSED:
        raise ClosedAssignmentError(f"the class {code} is closed")
    if phase is Phase.UPCOMING:
        raise UpcomingAssignmentError(f"the class {code} is not open yet")
    return assignment


def _look_up(connection: Connection, code: str) -> Assignment | None:
    row = connection.execute(statements.ONE, {"code": code}).fetchone()
    return _assignment(row) if row else None


def _extra_times(connection: Connection, code: str) -> dict[str, ExtraTime]:
    given = connection.execute(statements.EXTRA_TIMES, {"code": code})
    return {row["student"]: ExtraTime(row["name"], Fraction(row["factor"])) for row in given}


def _seconds(assignment: Assignment, extra: ExtraTime | None) -> int | None:
    """Return how long a student's attempt may take."""
    factor = extra.factor if extra else Fraction(1)
    return None if assignment.minutes is None or factor == UNLIMITED else int(assignment.minutes * 60 * factor)


def _assignment(row: Row) -> Assignment:
    return Assignment(
        code=row["code"],
        label=row["label"],
        entry=row["entry"],
        title=row["title"],
        quiz=row["quiz"],
        quiz_id=row["quiz_id"],
        mode=Mode(row["mode"]),
        minutes=row["minutes"],
        opened=datetime.fromisoformat(row["opened_at"]),
        closed=parse_time(row["closed_at"]),
        article=bool(row["article"]),
        listed=bool(row["listed"]),
        keep_days=row["keep_days"],
        opens=parse_time(row["opens_at"]),
        closes=parse_time(row["closes_at"]),
    )
