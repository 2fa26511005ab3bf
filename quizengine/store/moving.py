"""Copies all attempts from one database to another: from a file to PostgreSQL, or back."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from typing import Any

from quizengine.plurals import with_number
from quizengine.store.connection import Connection
from quizengine.store.database import Database
from quizengine.store.errors import StoreError
from quizengine.store.opening import Place, open_database, require_attempts, show_place
from quizengine.store.tables import TABLES

_AT_ONCE = 1000
"""The most rows in memory at a time."""
_SECRETS = ("key", "teacher")
"""The secrets that keep cookies and the teacher's address valid."""
_PATIENCE = 5.0


def move_attempts(source: Place, target: Place) -> Mapping[str, int]:
    """Copy everything from the source into the target, and return the number of rows of each table.

    The target has all of it or nothing; the source stays as it is, and nobody can write to it meanwhile. Raises
    StoreError if the target is not empty, or holds another number of rows than the source at the end.
    """
    require_attempts(source)
    with (
        closing(open_database(source, _PATIENCE)) as old,
        closing(open_database(target, _PATIENCE)) as new,
        old.writing() as reading,
        new.writing() as writing,
    ):
        reading.execute(f"/* LOCK TABLE {', '.join(TABLES)} IN EXCLUSIVE MODE */")
        held = {table: number for table, number in _counts(writing).items() if number}
        if held:
            what = ", ".join(f"{with_number(number, 'row')} in {table}" for table, number in held.items())
            raise StoreError(f"{show_place(target)}: holds {what}; give an empty database to move the attempts to")
        counts = _counts(reading)
        for table in TABLES:
            for rows in _rows(reading, table):
                _add(writing, table, rows)
            if _is_numbered(table):
                writing.execute(_NEXT_NUMBER.format(table=table))
        if _counts(writing) != counts:
            raise StoreError(f"{show_place(target)}: found {_counts(writing)}, expected {counts}; nothing was moved")
        _move_secrets(old, new)
    return counts


def _counts(connection: Connection) -> dict[str, int]:
    return {
        table: connection.execute(f"SELECT count(*) AS number FROM {table}").fetchone()["number"] for table in TABLES
    }


def _rows(connection: Connection, table: str) -> Iterator[list[dict[str, Any]]]:
    """Yield the rows of a table, `_AT_ONCE` at a time."""
    cursor = connection.execute(f"SELECT * FROM {table}")
    while some := cursor.fetchmany(_AT_ONCE):
        yield [{name: row[name] for name in row.keys()} for row in some]  # noqa: SIM118 # sqlite3.Row iterates over values


def _add(connection: Connection, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
    names = list(rows[0])
    values = ", ".join(f":{name}" for name in names)
    connection.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({values})", rows)


_NEXT_NUMBER = (
    "/* SELECT setval(pg_get_serial_sequence('{table}', 'id'), coalesce(max(id), 0) + 1, false) FROM {table} */"
)
"""SQLite numbers a new row by those that are there."""


def _is_numbered(table: str) -> bool:
    return "id INTEGER" in TABLES[table]


def _move_secrets(old: Database, new: Database) -> None:
    """Keep in the new database what opens the teacher's pages and every student's attempt."""
    for name in _SECRETS:
        if old.secret(name).exists():
            kept = old.secret(name).read()
            new.secret(name).keep(kept)
            new.secret(name).replace(kept)
