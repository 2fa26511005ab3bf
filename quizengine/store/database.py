"""An SQLite file in which a committed transaction outlives the process, and writers wait for each other in turn.

Write-ahead log with synchronous=FULL: every commit is on the disk before it is acknowledged (NORMAL loses the last
ones when the power fails). BEGIN IMMEDIATE: a writer never finds that what it has read is stale.
"""

import os
import sqlite3
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from quizengine.store.clock import Clock
from quizengine.store.errors import BusyError, StoreError
from quizengine.store.migration import STEPS
from quizengine.store.names import name_key
from quizengine.store.statements import AHEAD, CREATE, NOTE_JUMP
from quizengine.store.stored import text_of
from quizengine.store.tables import VERSION
from quizengine.store.turn import Turn

_APPLICATION = 0x5155495A  # "QUIZ" in the file's header, so that no other program's file is taken for one of ours
_EACH_CONNECTION = ("PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON")


class Database:
    """The file at `path`, made when it is not there; raises StoreError when it is not a store of this version.

    `patience` is how many seconds a writer waits for another one before it raises StoreError. Connections are kept
    for the next request: the last one that closes would move the whole log into the file each time.
    """

    def __init__(self, path: Path, patience: float, clock: Clock | None = None) -> None:
        self.path = path
        self.clock = clock or Clock()
        self._patience = patience
        self._idle: deque[sqlite3.Connection] = deque()
        self._process = os.getpid()
        self._closed = False
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))  # names of students: for the owner's eyes
            self._turn = Turn(path.with_name(path.name + ".lock"), 2 * patience)
        except OSError as fault:
            raise StoreError(f"{path}: cannot be opened for writing: {fault.strerror}") from None
        try:
            with self._turn, self._connection() as connection:
                self._prepare(connection)
                self.clock.begin(connection.execute(AHEAD).fetchone()["seconds"])
        except StoreError:
            self.close()
            raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection on which everything is as it was at one moment."""
        with self._connection() as connection:
            connection.execute("BEGIN")
            yield connection
            connection.execute("COMMIT")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A connection that alone may write; on the disk when the block ends, undone when it raises."""
        self._note_jump()
        with self._turn, self._connection() as connection:
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")

    def read(self, statement: str, values: Mapping[str, object]) -> list[sqlite3.Row]:
        """The rows that one statement finds, which is a transaction of its own."""
        with self._connection() as connection:
            return connection.execute(statement, values).fetchall()

    def write(self, statement: str, values: Mapping[str, object]) -> int:
        """How many rows one statement wrote; on the disk when it returns."""
        self._note_jump()
        with self._turn, self._connection() as connection:
            return connection.execute(statement, values).rowcount

    def _note_jump(self) -> None:
        """Keep for the next run by how much the clock of the machine has jumped, if it has."""
        ahead = self.clock.jumped
        if ahead is not None:
            with self._turn, self._connection() as connection:
                connection.execute(NOTE_JUMP, {"ahead": ahead, "now": text_of(self.clock.now())})
            self.clock.note(ahead)

    def close(self) -> None:
        """Close every connection; the log is then part of the file."""
        self._closed = True
        while self._idle:
            self._idle.pop().close()
        self._turn.close()

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        """A connection for this thread alone; what it has not committed is undone."""
        connection = self._idle_connection()
        try:
            connection = connection or self._connect()
            yield connection
        except sqlite3.Error as fault:
            if connection is not None:
                connection.close()  # whatever it is in the middle of is undone
            kind = BusyError if getattr(fault, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY else StoreError
            raise kind(f"{self.path}: {fault}") from fault
        except BaseException:
            if connection is not None:
                self._give_back(connection)
            raise
        self._give_back(connection)

    def _give_back(self, connection: sqlite3.Connection) -> None:
        if connection.in_transaction:
            connection.rollback()
        if self._closed:
            connection.close()
        else:
            self._idle.append(connection)

    def _idle_connection(self) -> sqlite3.Connection | None:
        if self._closed:
            raise StoreError(f"{self.path}: the store has been closed")
        if self._process != os.getpid():
            raise StoreError(f"{self.path}: was opened before this process was forked; open it in the process itself")
        try:
            return self._idle.pop()
        except IndexError:
            return None

    def _connect(self) -> sqlite3.Connection:
        # One thread at a time has a connection, but not always the same one. It begins nothing by itself.
        connection = sqlite3.connect(self.path, self._patience, isolation_level=None, check_same_thread=False)
        connection.row_factory = sqlite3.Row
        for pragma in _EACH_CONNECTION:
            connection.execute(pragma)
        return connection

    def _prepare(self, connection: sqlite3.Connection) -> None:
        """Make the tables in an empty file; refuse a file that is another program's or another version's."""
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
            raise StoreError(f"{self.path}: is the database of another program; give another file for the attempts")
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
                f"{self.path}: was written by another version of quizengine (tables {version}, expected {VERSION}); "
                "use that version, or give another file for the attempts"
            )
