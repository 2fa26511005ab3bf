"""An SQLite file in which a committed transaction outlives the process, and writers wait for each other in turn.

Write-ahead log with synchronous=FULL: every commit is on the disk before it is acknowledged (NORMAL loses the last
ones when the power fails). BEGIN IMMEDIATE: a writer never finds that what it has read is stale. A lock that threads
and processes sleep on: SQLite's own waiting polls, and is unfair when many write.
"""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError

from quizengine.errors import QuizEngineError
from quizengine.store.tables import VERSION, metadata

try:
    import fcntl
except ImportError:  # not on Windows, where SQLite's own waiting has to do
    fcntl = None  # type: ignore[assignment] # the module or nothing

_APPLICATION = 0x5155495A  # "QUIZ" in the file's header, so that no other program's file is taken for one of ours
_EACH_CONNECTION = ("PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON")


class StoreError(QuizEngineError):
    """Attempts cannot be read or written: another program's file, a newer version, a full disk, a locked file."""


class Database:
    """The file at `path`, made when it is not there; raises StoreError when it is not a store of this version.

    `patience` is how many seconds a writer waits for another one before it raises StoreError.
    """

    def __init__(self, path: Path, patience: float) -> None:
        self.path = path
        self._patience = patience
        self._turn = threading.Lock()
        self._lock_path = path.with_name(path.name + ".lock")
        self._engine: Engine | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            for file in (path, self._lock_path):
                os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))  # names of students: for the owner's eyes
        except OSError as fault:
            raise StoreError(f"{path}: cannot be opened for writing: {fault.strerror}") from None
        self._engine = _engine(path, patience)
        try:
            with self._alone(), self._errors():
                self._prepare(self._engine)
        except StoreError:
            self.close()
            raise

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection on which everything is as it was at one moment."""
        with self._errors(), self._connected().connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection that alone may write; on the disk when the block ends, undone when it raises."""
        with (
            self._alone(),
            self._errors(),
            self._connected().connect().execution_options(writing=True) as connection,
            connection.begin(),
        ):
            yield connection

    def close(self) -> None:
        """Close every connection; the log is then part of the file."""
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None

    def _connected(self) -> Engine:
        if self._engine is None:
            raise StoreError(f"{self.path}: the store has been closed")
        return self._engine

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except SQLAlchemyError as fault:
            reason = str(getattr(fault, "orig", None) or fault)
            raise StoreError(f"{self.path}: {reason}") from fault

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Hold the lock against the other threads of this process and against other processes."""
        if not self._turn.acquire(timeout=2 * self._patience):
            raise StoreError(f"{self.path}: waited {2 * self._patience:g} seconds for another writer; try again")
        try:
            # Opened each time: a descriptor kept over a fork would share its lock with the child.
            with open(self._lock_path, "ab") as file:
                if fcntl is not None:
                    fcntl.flock(file, fcntl.LOCK_EX)
                yield
        except OSError as fault:
            raise StoreError(f"{self._lock_path}: cannot be locked: {fault.strerror}") from fault
        finally:
            self._turn.release()

    def _prepare(self, engine: Engine) -> None:
        """Make the tables in an empty file; refuse a file that is another program's or another version's."""
        with engine.connect() as connection:
            application, version, tables = (
                int(connection.exec_driver_sql(sql).scalar_one())
                for sql in ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_master")
            )
        if not (application or version or tables):
            self._create(engine)
        elif application != _APPLICATION:
            raise StoreError(f"{self.path}: is the database of another program; give another file for the attempts")
        elif version != VERSION:
            raise StoreError(
                f"{self.path}: was written by another version of quizengine (tables {version}, expected {VERSION}); "
                "use that version, or give another file for the attempts"
            )

    def _create(self, engine: Engine) -> None:
        with engine.connect() as connection:
            driver: Any = connection.connection.driver_connection
            driver.execute("PRAGMA journal_mode=WAL")  # kept in the file; not possible within a transaction
        with engine.connect().execution_options(writing=True) as connection, connection.begin():
            metadata.create_all(connection)
            connection.exec_driver_sql(f"PRAGMA application_id={_APPLICATION}")
            connection.exec_driver_sql(f"PRAGMA user_version={VERSION}")


def _engine(path: Path, patience: float) -> Engine:
    engine = create_engine(URL.create("sqlite", database=str(path)), pool_size=8, max_overflow=24)

    @event.listens_for(engine, "connect")
    def configure(connection: Any, record: object) -> None:
        connection.isolation_level = None  # the driver begins nothing by itself; `begin` below does
        for pragma in (*_EACH_CONNECTION, f"PRAGMA busy_timeout={patience * 1000:.0f}"):
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine
