"""Opening and closing times of classes: when students may join, and when everything is handed in by itself."""

from collections.abc import Callable
from datetime import datetime

from quizengine.quiz.attempt import Attempt
from quizengine.quiz.grading import Score
from quizengine.store import class_statements, rows
from quizengine.store import window_statements as statements
from quizengine.store.assignments import close_class, find_assignment, find_open_assignment
from quizengine.store.database import Database, repeatable
from quizengine.store.stored import GRACE, format_time


class ClassWindows:
    """The windows of the classes in a database; every method is one transaction.

    A window follows the wall time, for it is an appointment; time limits follow the steady time.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._clock = database.clock

    @repeatable
    def choose(self, code: str, opens: datetime | None, closes: datetime | None) -> None:
        """Let students join an open class from a time on, and have it closed at another; None for no such time.

        Whoever has already joined continues. Raises UnknownAssignmentError and ClosedAssignmentError.
        """
        with self._database.writing() as connection:
            connection.execute(class_statements.LOCK, {"code": code})
            find_open_assignment(connection, code)
            window = {
                "opens": None if opens is None else format_time(opens),
                "closes": None if closes is None else format_time(closes),
            }
            connection.execute(statements.CHOOSE, {"assignment": code, **window})

    def due(self) -> tuple[str, ...]:
        """The codes of the classes that are still open although their closing time and the grace period are over."""
        return tuple(row["code"] for row in self._database.read(statements.DUE, {"latest": self._latest()}))

    @repeatable
    def close_due(self, code: str, score: Callable[[Attempt], Score]) -> bool:
        """Close a class as of its closing time, with all that was saved by then; False if it is not due.

        Raises UnknownAssignmentError.
        """
        with self._database.writing() as connection:
            rows.lock_class(connection, code)
            assignment = find_assignment(connection, code)
            if assignment.closed or assignment.closes is None or format_time(assignment.closes) > self._latest():
                return False
            close_class(connection, self._clock, code, assignment.closes, score)
        return True

    def _latest(self) -> str:
        """The latest closing time after which no answer can be on its way any more."""
        return format_time(self._clock.now() - GRACE)
