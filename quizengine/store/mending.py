"""Mends questions of a class, and keeps points by hand and own marks; each marks what was handed in anew, at once."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from quizengine.quiz.attempt import Attempt
from quizengine.quiz.grading import Score
from quizengine.quiz.mending import Marking, Mend, Override
from quizengine.quiz.self_marks import SelfMark
from quizengine.store import class_statements, mend_statements, rows, statements, unassigned_statements
from quizengine.store.assignments import find_assignment
from quizengine.store.clock import Clock
from quizengine.store.connection import Connection, Row
from quizengine.store.database import Database, repeatable
from quizengine.store.errors import ClosedAttemptError
from quizengine.store.mend_records import mend_from_json, mend_to_json
from quizengine.store.stored import format_time, parse_time

Scorer = Callable[[Attempt, Marking], Score]
"""Marks an attempt at the quiz of a class."""


@dataclass(frozen=True)
class MendChange:
    """One change of the marking, whether it was undone or not."""

    id: int
    question: str
    mend: Mend
    made: datetime
    undone: datetime | None


class Mending:
    """The mends and overrides in a database; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._clock = database.clock

    def mends(self, code: str) -> dict[str, Mend]:
        """The mends of a class that hold now, by question id."""
        return _mends(self._database.read(mend_statements.IN_FORCE, {"code": code}))

    def marking(self, code: str | None, attempt_id: str) -> Marking:
        """Return the marking of an attempt; `code` is that of its class, None for an attempt in none."""
        with self._database.reading() as connection:
            return _marking(connection, code, attempt_id)

    def markings(self, code: str) -> tuple[Marking, Mapping[str, Marking]]:
        """Return the marking of a class's attempts: that of all, and by id that of each with points by hand."""
        with self._database.reading() as connection:
            mends = _mends(connection.execute(mend_statements.IN_FORCE, {"code": code}).fetchall())
            by_hand: dict[str, dict[str, Override]] = {}
            for row in connection.execute(mend_statements.OVERRIDES_IN, {"code": code}):
                by_hand.setdefault(row["attempt"], {})[row["question"]] = override_from_row(row)
        return Marking(mends), {attempt: Marking(mends, overrides) for attempt, overrides in by_hand.items()}

    def history(self, code: str) -> tuple[MendChange, ...]:
        """All changes of a class, the latest first, with those that were undone."""
        return tuple(map(change_from_row, self._database.read(mend_statements.HISTORY, {"code": code})))

    @repeatable
    def apply(self, code: str, question_id: str, mend: Mend, score: Scorer) -> bool:
        """Mend a question, and mark anew what was handed in; False if it is mended in this way already.

        Raises UnknownAssignmentError.
        """
        with self._database.writing() as connection:
            rows.lock_class(connection, code)
            find_assignment(connection, code)
            now = _mends(connection.execute(mend_statements.IN_FORCE, {"code": code}).fetchall())
            if now.get(question_id, Mend()) == mend:
                return False
            values = {"code": code, "question_id": question_id, "mend": mend_to_json(mend)}
            connection.execute(mend_statements.ADD, {**values, "now": format_time(self._clock.now())})
            _mark_anew(connection, self._clock, code, score)
        return True

    @repeatable
    def undo(self, code: str, change_id: int, score: Scorer) -> bool:
        """Undo a change, if it is the last one that is not undone; what was handed in is marked as before."""
        with self._database.writing() as connection:
            rows.lock_class(connection, code)
            last = connection.execute(mend_statements.LAST, {"code": code}).fetchone()
            if last is None or last["id"] != change_id:
                return False
            connection.execute(mend_statements.UNDO, {"change": change_id, "now": format_time(self._clock.now())})
            _mark_anew(connection, self._clock, code, score)
        return True

    @repeatable
    def override(self, attempt_id: str, question_id: str, points: Override | None, score: Scorer) -> None:
        """Give points by hand for one answer that was handed in, or take them back (None).

        Raises UnknownAttemptError, and ClosedAttemptError if the attempt was not handed in.
        """
        with self._database.writing() as connection:
            row = rows.lock_attempt(connection, attempt_id, None)
            if row["submitted_at"] is None:
                raise ClosedAttemptError("the attempt was not handed in, so it has no points yet")
            values = {"attempt": attempt_id, "question": question_id}
            if points is None:
                connection.execute(mend_statements.TAKE_BACK, values)
            else:
                values |= {"points": str(points.earned), "note": points.note, "now": format_time(self._clock.now())}
                connection.execute(mend_statements.GIVE_POINTS, values)
            mark_one(connection, self._clock, row, score)

    @repeatable
    def mark_own(self, attempt_id: str, owner: str, question_id: str, mark: SelfMark, score: Scorer) -> bool:
        """Keep the owner's mark of an answer in place of an earlier one.

        False if the answer may still change, or if the teacher has given points for it, which stay. Raises
        UnknownAttemptError.
        """
        with self._database.writing() as connection:
            row = rows.lock_attempt(connection, attempt_id, owner)
            values = {"of_attempt": attempt_id, "of_question": question_id, "mark": mark}
            if not connection.execute(statements.OWN_MARK, values).rowcount:
                return False
            if row["submitted_at"] is not None:
                mark_one(connection, self._clock, row, score)
        return True


def change_from_row(row: Row) -> MendChange:
    """The change in a row."""
    return MendChange(
        row["id"],
        row["question"],
        mend_from_json(row["mend"]),
        datetime.fromisoformat(row["made_at"]),
        parse_time(row["undone_at"]),
    )


def read_all_mends(connection: Connection) -> dict[str, dict[str, Mend]]:
    """The mends that hold now, by class code and question id."""
    found: dict[str, dict[str, Mend]] = {}
    for row in connection.execute(mend_statements.ALL_IN_FORCE):
        found.setdefault(row["assignment"], {})[row["question"]] = mend_from_json(row["mend"])
    return found


def _mark_anew(connection: Connection, clock: Clock, code: str, score: Scorer) -> None:
    """Mark every attempt of a class that was handed in."""
    for row in connection.execute(class_statements.JOINED, {"code": code}).fetchall():
        if row["submitted_at"] is not None:
            mark_one(connection, clock, row, score)


def mark_one(connection: Connection, clock: Clock, row: Row, score: Scorer) -> None:
    """Mark an attempt that was handed in, by all that was changed about its marking."""
    marking = _marking(connection, row["assignment"], row["id"])
    points = score(rows.read_attempt(connection, clock, row).attempt, marking)
    values = {"attempt": row["id"], "points": str(points.earned), "of": str(points.possible)}
    connection.execute(mend_statements.MARK, values)


def _marking(connection: Connection, code: str | None, attempt_id: str) -> Marking:
    by_hand = connection.execute(mend_statements.OVERRIDES, {"of_attempt": attempt_id})
    overrides = {row["question"]: override_from_row(row) for row in by_hand}
    if code:
        return Marking(_mends(connection.execute(mend_statements.IN_FORCE, {"code": code}).fetchall()), overrides)
    mends = connection.execute(unassigned_statements.MENDS_OF_ATTEMPT, {"of_attempt": attempt_id}).fetchall()
    return Marking(overrides=overrides, contents=_mends(mends))


def _mends(found: Iterable[Row]) -> dict[str, Mend]:
    return {row["question"]: mend_from_json(row["mend"]) for row in found}


def read_all_overrides(connection: Connection) -> dict[str, dict[str, Override]]:
    """The points given by hand, by attempt and question."""
    found: dict[str, dict[str, Override]] = {}
    for row in connection.execute(mend_statements.ALL_OVERRIDES):
        found.setdefault(row["attempt"], {})[row["question"]] = override_from_row(row)
    return found


def override_from_row(row: Row) -> Override:
    """The points by hand in a row."""
    return Override(Fraction(row["earned"]), row["note"])
