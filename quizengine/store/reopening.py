"""Reopens attempts and classes: answers stay, results, points by hand and own marks go, and there is more time."""

from datetime import datetime, timedelta

from quizengine.store import class_statements, mend_statements, rows, statements
from quizengine.store.assignments import find_assignment, find_open_assignment
from quizengine.store.connection import Connection, Row
from quizengine.store.database import Database, repeatable
from quizengine.store.stored import Ending, format_time, parse_time


class Reopening:
    """Reopens attempts that were handed in; every method is one transaction, and repeating it changes nothing.

    `time` is the new time from now for attempts with a time limit; other attempts ignore it.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    @repeatable
    def attempt(self, attempt_id: str, time: timedelta) -> bool:
        """Open one attempt; False if it has not been handed in.

        Raises UnknownAttemptError, and ClosedAssignmentError while its class is closed: the right answers are shown
        then, so the class is opened first.
        """
        with self._database.writing() as connection:
            row = rows.select_row(connection, attempt_id, None)
            if row["assignment"] is not None:
                rows.lock_class(connection, row["assignment"])
            row = rows.lock_attempt(connection, attempt_id, None)
            if row["submitted_at"] is None:
                return False
            if row["assignment"] is not None:
                find_open_assignment(connection, row["assignment"])
            self._open(connection, row, time)
        return True

    @repeatable
    def out_of_time(self, code: str, time: timedelta) -> int:
        """Open every attempt of a class that was handed in because its time ran out; gives their number.

        Raises UnknownAssignmentError and ClosedAssignmentError.
        """
        with self._database.writing() as connection:
            rows.lock_class(connection, code)
            find_open_assignment(connection, code)
            return self._open_all(connection, code, Ending.TIME, time)

    @repeatable
    def assignment(self, code: str, time: timedelta) -> int:
        """Open a closed class, with every attempt that was handed in by closing it; gives their number.

        What students have handed in themselves, and what ran out of time, stays handed in. Raises
        UnknownAssignmentError.
        """
        with self._database.writing() as connection:
            rows.lock_class(connection, code)
            if find_assignment(connection, code).closed is None:
                return 0
            connection.execute(class_statements.OPEN_AGAIN, {"code": code})
            return self._open_all(connection, code, Ending.TEACHER, time)

    def _open_all(self, connection: Connection, code: str, ending: Ending, time: timedelta) -> int:
        joined = connection.execute(class_statements.JOINED, {"code": code}).fetchall()
        ended = [row for row in joined if row["ended"] == ending]
        for row in ended:
            self._open(connection, row, time)
        return len(ended)

    def _open(self, connection: Connection, row: Row, time: timedelta) -> None:
        connection.execute(statements.REOPEN, {"attempt": row["id"]})
        connection.execute(mend_statements.TAKE_ALL_BACK, {"attempt": row["id"]})
        connection.execute(statements.TAKE_MARKS_BACK, {"attempt": row["id"]})
        if row["seconds"] is None or parse_time(row["deadline"]) is None:  # no limit, or its clock was never started
            return
        ends: datetime = self._database.clock.steady() + time
        began = ends - timedelta(seconds=row["seconds"])  # so that a factor given later is counted from there
        connection.execute(
            class_statements.GRANT, {"attempt": row["id"], "clock_at": format_time(began), "ends": format_time(ends)}
        )
