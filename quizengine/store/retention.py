"""Classes that are deleted by themselves some time after they were closed."""

from datetime import datetime, timedelta

from quizengine.store import class_statements as statements
from quizengine.store import rows
from quizengine.store.connection import Row
from quizengine.store.database import Database, repeatable


class Retention:
    """How long the classes in a database are kept; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, code: str, days: int | None) -> None:
        """Have everything about a class deleted so many days after it was closed, or never (None)."""
        self._database.write(statements.KEEP, {"assignment": code, "days": days})

    @repeatable
    def forget_due(self) -> tuple[str, ...]:
        """Delete the classes that were kept for as long as their teacher wished; gives their codes."""
        now = self._database.clock.now()
        if not any(_is_due(row, now) for row in self._database.read(statements.KEPT, {})):
            return ()
        with self._database.writing() as connection:
            codes = []
            for code in [row["code"] for row in connection.execute(statements.KEPT).fetchall()]:
                rows.lock_class(connection, code)
                if any(row["code"] == code and _is_due(row, now) for row in connection.execute(statements.KEPT)):
                    rows.forget_class(connection, code)
                    codes.append(code)
        return tuple(codes)


def _is_due(row: Row, now: datetime) -> bool:
    return datetime.fromisoformat(row["closed_at"]) + timedelta(days=row["keep_days"]) <= now
