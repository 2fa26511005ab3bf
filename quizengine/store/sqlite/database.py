"""An SQLite file in which a committed transaction outlives the process, and writers take turns.

Write-ahead log with synchronous=FULL: every commit is on disk before it is acknowledged (with NORMAL, a power failure
loses the last ones). BEGIN IMMEDIATE: what a writer has read is never outdated.
"""

import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

from quizengine.store.clock import Clock
from quizengine.store.database import Identity, PooledDatabase, Statement
from quizengine.store.errors import BusyError, FullDiskError, LostFileError, ReadOnlyError, StoreError
from quizengine.store.secrets import FileSecret, Secret
from quizengine.store.sqlite.opened_files import OpenedFiles
from quizengine.store.sqlite.preparing import connect, prepare, refuse_log_alone
from quizengine.store.statements import AHEAD, NOTE_JUMP
from quizengine.store.stored import format_time
from quizengine.system.file_lock import FileLock

_BRIEFLY = 0.1
"""Seconds to wait after somebody else has already waited in vain."""
_KINDS = {
    sqlite3.SQLITE_BUSY: (BusyError, "another program keeps the file locked; end that program"),
    sqlite3.SQLITE_FULL: (FullDiskError, "the disk is full; make room on it"),
    sqlite3.SQLITE_READONLY: (ReadOnlyError, "the file may not be written to; give it back its permissions"),
}
"""Our error class for each SQLite code, and what to do."""
_SPOILT = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_ERROR)
"""SQLite's codes for a file that another program has written to, or whose tables are gone."""


class SqliteDatabase(PooledDatabase[sqlite3.Connection]):
    """The file at `path`, created if it does not exist; raises StoreError if it is not a store of this version.

    A writer waits `patience` seconds for another one before it raises BusyError. Connections are kept for the next
    request: closing the last one would move the whole log into the file each time. With an `identity`, only that very
    file is used: until it is at `path`, every operation raises LostFileError.
    """

    _faults = sqlite3.Error

    def __init__(
        self, path: Path, patience: float, clock: Clock | None = None, identity: Identity | None = None
    ) -> None:
        super().__init__(str(path))
        self.path = path
        self.clock = clock or Clock()
        self._patience = patience
        self._identity = identity
        self._troubled = self._in_vain = self._lost = self._rescued = False
        self._recoveries = 0
        self._files: OpenedFiles | None = None
        self._anchor: sqlite3.Connection | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._lock = FileLock(path.with_name(path.name + ".lock"), patience)
        except OSError as fault:
            raise self._unopened(fault) from None
        try:
            self._open()
        except LostFileError:
            if identity is None:
                self.close()
                raise
        except StoreError:
            self.close()
            raise

    @property
    def recoveries(self) -> int:
        """The number of times that a write succeeded after writes had failed."""
        return self._recoveries

    @property
    def identity(self) -> Identity | None:
        """The identity of the file, whatever its name; None if there is no file yet."""
        return self._files.identity if self._files else self._identity

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection on which everything is as it was at one moment."""
        with self._connection() as connection:
            connection.execute("BEGIN")
            yield connection
            connection.execute("COMMIT")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A connection that alone may write; on disk when the block ends, undone when it raises."""
        self._note_jump()
        with self._writer() as connection:
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")

    def read(self, statement: str, values: Mapping[str, object]) -> list[sqlite3.Row]:
        """The rows that one statement finds, which is a transaction of its own."""
        with self._connection() as connection:
            return connection.execute(statement, values).fetchall()

    def write(self, statement: str, values: Mapping[str, object]) -> int:
        """Return how many rows one statement wrote; on disk when it returns."""
        self._note_jump()
        with self._writer() as connection:
            return connection.execute(statement, values).rowcount

    def write_all(self, statements: Sequence[Statement]) -> list[int]:
        """Return how many rows each statement wrote; all are on disk when it returns, or none."""
        if len(statements) == 1:
            return [self.write(*statements[0])]
        with self.writing() as connection:
            return [connection.execute(*each).rowcount for each in statements]

    def secret(self, name: str) -> Secret:
        """The secret in a file beside."""
        return FileSecret(self.path.with_name(f"{self.path.name}.{name}"))

    def _note_jump(self) -> None:
        """Keep for the next run by how much the clock of the machine has jumped, if it has."""
        ahead = self.clock.jumped
        if ahead is not None:
            with self._writer() as connection:
                connection.execute(NOTE_JUMP, {"ahead": ahead, "now": format_time(self.clock.now())})
            self.clock.note(ahead)

    def close(self) -> None:
        """Close every connection; the log is then part of the file."""
        self._closed = True
        self._drop_idle()
        if self._anchor is not None:
            self._anchor.close()
        if self._files is not None:
            self._files.close()
        self._anchor = self._files = None
        self._lock.close()

    def _open_at_last(self) -> None:
        """Open a file that was not there when this was made."""
        if self._files is None and not self._closed:
            self._open()

    def _open(self) -> None:
        """Open the file, with the tables in it.

        One connection is kept and asked nothing: as long as there is one, SQLite removes nothing beside the file.
        """
        with self._turn():
            if self._files is not None:
                return
            if self._identity is None:
                refuse_log_alone(self.path)
            try:
                files = OpenedFiles(self.path, self._identity)
            except OSError as fault:
                raise self._unopened(fault) from None
            try:
                self._anchor = connect(self.path, self._patience)
                prepare(self._anchor, self.path)
                files.watch()
                self.clock.begin(self._anchor.execute(AHEAD).fetchone()["seconds"])
            except sqlite3.Error as fault:
                files.close()
                raise self._told(fault) from fault
            except BaseException:
                files.close()
                raise
            self._files = files

    @contextmanager
    def _writer(self) -> Iterator[sqlite3.Connection]:
        """A connection whose turn it is to write; raises LostFileError unless the file is there before and after."""
        self._open_at_last()
        began = time.monotonic()
        with self._turn(), self._connection() as connection:
            files = self._files
            assert files is not None  # there is a connection
            waited = time.monotonic() - began
            hurried = self._in_vain or waited > _BRIEFLY
            if hurried:
                self._wait_for_others(connection, _BRIEFLY if self._in_vain else self._patience - waited)
            try:
                files.check() if self._lost else files.check_places()
                yield connection
                files.check()
            except LostFileError as fault:
                self._rescue(fault)
                raise
            if self._troubled:
                self._troubled = self._in_vain = self._lost = self._rescued = False
                self._recoveries += 1
            if hurried:
                self._wait_for_others(connection, self._patience)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """A turn to write, during which nobody else writes."""
        try:
            self._lock.__enter__()
        except TimeoutError as fault:
            self._troubled = self._in_vain = True
            raise BusyError(str(fault)) from None
        except OSError as fault:
            raise StoreError(f"{self.path}.lock: cannot be locked: {fault.strerror}") from fault
        except ValueError:
            raise self._was_closed() from None
        try:
            yield
        finally:
            self._lock.__exit__()

    def _connection(self) -> AbstractContextManager[sqlite3.Connection]:
        return self._lent(self._ready)

    def _ready(self) -> sqlite3.Connection:
        self._open_at_last()
        return self._idle_connection() or self._connect()

    def _undo(self, connection: sqlite3.Connection) -> bool:
        if connection.in_transaction:
            connection.rollback()
        return True

    def _connect(self) -> sqlite3.Connection:
        assert self._files is not None
        self._files.check_places()  # SQLite would make what is not there
        return connect(self.path, self._patience)

    def _wait_for_others(self, connection: sqlite3.Connection, seconds: float) -> None:
        connection.execute(f"PRAGMA busy_timeout={int(1000 * max(seconds, _BRIEFLY))}")

    def _rescue(self, fault: LostFileError) -> None:
        """Move the log into the file, wherever that is now: so it is whole when it is put back, or opened elsewhere.

        A log that stayed would spoil another file in its place.
        """
        self._troubled = self._lost = True
        if self._rescued or fault.spoilt or self._anchor is None:
            return
        with suppress(sqlite3.Error):
            self._wait_for_others(self._anchor, _BRIEFLY)
            busy, *_ = self._anchor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            self._rescued = not busy

    def _told(self, fault: Exception) -> StoreError:
        self._troubled = True
        code = getattr(fault, "sqlite_errorcode", 0) & 0xFF
        try:
            if self._files is not None:
                self._files.check() if code in _SPOILT else self._files.check_places()
        except LostFileError as lost:  # which is why
            return lost
        kind, advice = _KINDS.get(code, (StoreError, "look at the disk that it is on"))
        self._in_vain = self._in_vain or kind is BusyError
        return kind(f"{self.path}: {fault}; {advice}")

    def _unopened(self, fault: OSError) -> StoreError:
        return StoreError(f"{self.path}: cannot be opened for writing: {fault.strerror}")
