"""Opens a file for the store: makes the tables in an empty one, and brings an older one up to this version."""

import sqlite3
from pathlib import Path

from quizengine.store.errors import StoreError
from quizengine.store.migration import STEPS, migrate
from quizengine.store.tables import CREATE, VERSION

_EACH_CONNECTION = ("PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON")
_APPLICATION = 0x5155495A  # "QUIZ" in the file's header, so that no other program's file is taken for one of ours


def connect(path: Path, patience: float) -> sqlite3.Connection:
    """A connection to a file that is there; it waits `patience` seconds for others, and begins nothing by itself.

    One thread at a time may use it, but not always the same one.
    """
    address = f"{path.absolute().as_uri()}?mode=rw"
    connection = sqlite3.connect(address, patience, isolation_level=None, check_same_thread=False, uri=True)
    connection.row_factory = sqlite3.Row
    for pragma in _EACH_CONNECTION:
        connection.execute(pragma)
    return connection


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
        connection.execute("BEGIN IMMEDIATE")
        migrate(connection, version)
        connection.execute(f"PRAGMA user_version={VERSION}")
        connection.execute("COMMIT")
    elif version != VERSION:
        raise StoreError(
            f"{path}: was written by another version of quizengine (tables {version}, expected {VERSION}); "
            "use that version, or give another file for the attempts"
        )


def is_store(connection: sqlite3.Connection) -> bool:
    """Return whether a file is a store of any version."""
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
