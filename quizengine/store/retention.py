"""Classes that are deleted by themselves some time after they were closed."""

from quizengine.store import class_statements as statements
from quizengine.store.assignments import forget_class
from quizengine.store.database import Database
from quizengine.store.stored import format_time


class Retention:
    """How long the classes in a database are kept; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, code: str, days: int | None) -> None:
        """Have everything about a class deleted so many days after it was closed, or never (None)."""
        self._database.write(statements.KEEP, {"assignment": code, "days": days})

    def forget_due(self) -> tuple[str, ...]:
        """Delete the classes that were kept for as long as their teacher wished; gives their codes."""
        now = {"now": format_time(self._database.clock.now())}
        if not self._database.read(statements.DUE, now):
            return ()
        with self._database.writing() as connection:
            codes = tuple(row["code"] for row in connection.execute(statements.DUE, now).fetchall())
            for code in codes:
                forget_class(connection, code)
        return codes
