"""Limits how long answers are kept: deletes old classes by themselves, and whatever is older than a date."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from quizengine.store import class_statements, retention_statements, rows
from quizengine.store.connection import Connection, Row
from quizengine.store.database import Database, repeatable
from quizengine.store.stored import format_time, parse_time


@dataclass(frozen=True)
class OldClass:
    """A class in which nothing has happened for a long time."""

    code: str
    label: str
    """The teacher's name for the class; may be empty."""
    title: str
    """The title of its quiz."""
    opened: datetime
    closed: datetime | None
    students: int
    """The number of students who have joined it."""


@dataclass(frozen=True)
class Old:
    """All that is older than a date in a store."""

    classes: tuple[OldClass, ...]
    """The classes closed before it, the oldest first."""
    attempts: int
    """The number of attempts in no class in which nothing has been done since."""
    still_open: tuple[OldClass, ...]
    """Classes that are never deleted, as they are still open, although nobody has answered in them since."""


class Retention:
    """The time for which the answers in a database are kept; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, code: str, days: int | None) -> None:
        """Have everything about a class deleted so many days after it was closed, or never (None)."""
        self._database.write(class_statements.KEEP, {"assignment": code, "days": days})

    @repeatable
    def forget_due(self) -> tuple[str, ...]:
        """Delete the classes that were kept for as long as their teacher wished; gives their codes."""
        now = self._database.clock.now()
        if not any(_is_due(row, now) for row in self._database.read(class_statements.KEPT, {})):
            return ()
        with self._database.writing() as connection:
            codes = []
            for code in [row["code"] for row in connection.execute(class_statements.KEPT).fetchall()]:
                rows.lock_class(connection, code)
                if any(row["code"] == code and _is_due(row, now) for row in connection.execute(class_statements.KEPT)):
                    rows.forget_class(connection, code)
                    codes.append(code)
        return tuple(codes)

    def older_than(self, before: datetime) -> Old:
        """Return what `forget_older` would delete."""
        with self._database.reading() as connection:
            return _old(connection, before)[0]

    @repeatable
    def forget_older(self, before: datetime) -> Old:
        """Delete the classes closed before a time with all their attempts, and attempts in no class that are older.

        What a student of such a class has practised since stays until it is as old. Returns what was deleted.
        """
        with self._database.writing() as connection:
            old, alone = _old(connection, before)
            for each in old.classes:
                rows.lock_class(connection, each.code)
                for row in connection.execute(retention_statements.IN_CLASS, {"code": each.code}).fetchall():
                    rows.forget_attempt(connection, row["id"])
                for statement in class_statements.FORGET_CLASS:
                    connection.execute(statement, {"code": each.code})
            for attempt in alone:
                rows.forget_attempt(connection, attempt)
        return old

    @repeatable
    def forget_previews(self, before: datetime) -> None:
        """Delete the attempts of a store for previews that are older than a time, and the quizzes that were theirs."""
        values = {"before": format_time(before)}
        if not self._database.read(retention_statements.ALONE_BEFORE, values):
            return
        with self._database.writing() as connection:
            connection.execute(retention_statements.LOCK_QUIZZES)
            for row in connection.execute(retention_statements.ALONE_BEFORE, values).fetchall():
                rows.forget_attempt(connection, row["id"])
            connection.execute(retention_statements.FORGET_UNUSED_QUIZZES)


def _is_due(row: Row, now: datetime) -> bool:
    return datetime.fromisoformat(row["closed_at"]) + timedelta(days=row["keep_days"]) <= now


def _old(connection: Connection, before: datetime) -> tuple[Old, tuple[str, ...]]:
    """All that is older than a time, with the ids of the attempts in no class."""
    values = {"before": format_time(before)}
    found = [
        tuple(map(_old_class, connection.execute(statement, values).fetchall()))
        for statement in (retention_statements.CLOSED_BEFORE, retention_statements.STILL_OPEN)
    ]
    alone = tuple(row["id"] for row in connection.execute(retention_statements.ALONE_BEFORE, values).fetchall())
    return Old(found[0], len(alone), found[1]), alone


def _old_class(row: Row) -> OldClass:
    opened = parse_time(row["opened_at"])
    assert opened is not None  # the column says so
    return OldClass(
        row["code"],
        row["label"],
        row["title"],
        opened,
        parse_time(row["closed_at"]),
        row["students"],
    )
