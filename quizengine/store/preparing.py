"""Prepares a file for the store: makes the tables in an empty one, and brings an older one up to this version."""

import sqlite3
from pathlib import Path

from quizengine.store.errors import StoreError
from quizengine.store.migration import STEPS
from quizengine.store.names import name_key
from quizengine.store.statements import CREATE
from quizengine.store.tables import VERSION

_APPLICATION = 0x5155495A  # "QUIZ" in the file's header, so that no other program's file is taken for one of ours


def prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Make the tables in an empty file, or bring an older one up; raises StoreError for any other file."""
    application, version, tables = (
        int(connection.execute(sql).fetchone()[0])
        for sql in ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_master")
    )
    if not (application or version or tables):
        connection.execute("PRAGMA journal_mode=WAL")  # kept in the file; not possible within a transaction
        connection.execute("BEGIN IMMEDIATE")
        for statement in (*CREATE, f"PRAGMA application_id={_APPLICATION}", f"PRAGMA user_version={VERSION}"):
            connection.execute(statement)
        connection.execute("COMMIT")
    elif application != _APPLICATION:
        raise StoreError(f"{path}: is the database of another program; give another file for the attempts")
    elif version in STEPS:
        connection.create_function("name_key", 1, name_key, deterministic=True)
        connection.execute("BEGIN IMMEDIATE")
        for earlier in range(version, VERSION):
            for statement in STEPS[earlier]:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version={VERSION}")
        connection.execute("COMMIT")
    elif version != VERSION:
        raise StoreError(
            f"{path}: was written by another version of quizengine (tables {version}, expected {VERSION}); "
            "use that version, or give another file for the attempts"
        )


def is_store(connection: sqlite3.Connection) -> bool:
    """Return whether a file is a store, of whatever version."""
    return bool(connection.execute("PRAGMA application_id").fetchone()[0] == _APPLICATION)


def refuse_log_alone(path: Path) -> None:
    """Raise StoreError if the log of a file is there and the file is not: SQLite would throw the log away."""
    log = path.with_name(f"{path.name}-wal")
    try:
        there = path.stat().st_size
    except OSError:
        there = 0
    if not there and log.exists() and log.stat().st_size:
        raise StoreError(
            f"{log}: found answers without the file they belong to, expected {path.name} beside it; put that back, "
            f"or move {log.name} away to begin with an empty one"
        )
