"""Collects writes of one thread and commits them together: one turn of the lock and one wait for the disk.

No collected write may be acknowledged before `commit` has returned and the write is `kept`.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

from quizengine.store.connection import Connection, Row
from quizengine.store.database import Database, Identity, Statement
from quizengine.store.errors import BusyError, UnreachableError
from quizengine.store.secrets import Secret


@dataclass(slots=True)
class Write:
    """One collected statement, and its result."""

    statement: str
    values: Mapping[str, object]
    kept: bool = False
    """True if it is on disk and wrote a row."""
    fault: Exception | None = None
    """The reason why its transaction failed; then nothing of it is on disk."""


class NotKeptError(BaseException):
    """Ends a block that cannot continue because its collected writes failed; error handlers should not see it."""


class BatchedDatabase(Database):
    """A database that behaves as if no write were delayed, except for when it is on disk.

    Other writes come after the collected ones, and a block reads its own collected writes. Collecting is for a process
    that serves in one thread; without it, several threads can write side by side.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.clock = database.clock
        self._pending: list[Write] = []
        self._block: list[Write] | None = None
        self._fault: BusyError | UnreachableError | None = None

    @property
    def recoveries(self) -> int:
        """The number that the database behind this one counts."""
        return self._database.recoveries

    @property
    def identity(self) -> Identity | None:
        """The identity of the database behind this one."""
        return self._database.identity

    @contextmanager
    def putting_off(self) -> Iterator[list[Write]]:
        """A block in which `write_soon` collects writes; yields them, and the next `commit` commits them.

        A block that raises writes nothing more. It raises NotKeptError if it needs a write that failed.
        """
        writes: list[Write] = []
        self._block = writes
        try:
            yield writes
        except BaseException:
            self._pending = [each for each in self._pending if all(each is not own for own in writes)]
            raise
        finally:
            self._block = None

    @contextmanager
    def again(self, writes: list[Write]) -> Iterator[None]:
        """A block that repeats at once the collected writes that failed.

        If the database was locked or out of reach for as long as a writer waits, this does not wait again.
        """
        waited = (each.fault for each in writes if isinstance(each.fault, BusyError | UnreachableError))
        self._fault = next(waited, None)
        try:
            yield
        finally:
            self._fault = None

    def write_soon(self, statement: str, values: Mapping[str, object]) -> int:
        """Return the number of rows that a statement wrote; it is on disk when this returns, unless it was collected.

        A collected statement is assumed to write a row; `Write.kept` says whether it did. Raises StoreError.
        """
        if self._block is not None:
            write = Write(statement, values)
            self._block.append(write)
            self._pending.append(write)
            return 1
        if self._fault is not None:
            raise self._fault
        return self.write(statement, values)

    def commit(self) -> None:
        """Commit all collected writes, or none; raises nothing, as each write holds its result."""
        writes, self._pending = self._pending, []
        if not writes:
            return
        try:
            written = self._database.write_all([(each.statement, each.values) for each in writes])
        except Exception as fault:  # whatever it is, it ends none of them unheard
            for each in writes:
                each.fault = fault
            return
        for each, rows in zip(writes, written, strict=True):
            each.kept = rows > 0

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection as in any database; what this block has collected is committed first."""
        if self._block:
            self._settle()
        return self._database.reading()

    def writing(self) -> AbstractContextManager[Connection]:
        """A connection as in any database; all that was collected is committed first."""
        self._settle()
        return self._database.writing()

    def read(self, statement: str, values: Mapping[str, object]) -> Sequence[Row]:
        """The rows as in any database; what this block has collected is committed first."""
        if self._block:
            self._settle()
        return self._database.read(statement, values)

    def write(self, statement: str, values: Mapping[str, object]) -> int:
        """Return the number of rows as in any database; all that was collected is committed first."""
        if self._pending:
            self._settle()
        return self._database.write(statement, values)

    def write_all(self, statements: Sequence[Statement]) -> list[int]:
        """Return the numbers of rows as in any database; all that was collected is committed first."""
        self._settle()
        return self._database.write_all(statements)

    def secret(self, name: str) -> Secret:
        """The secret as in any database; nothing about it is collected."""
        return self._database.secret(name)

    def previews(self) -> Database | None:
        """Open the database for previews that the database behind this one has; None for a file."""
        return self._database.previews()

    def close(self) -> None:
        """Close the database behind this one."""
        self._database.close()

    def _settle(self) -> None:
        """Commit all collected writes; the block ends unless all of its own are kept."""
        self.commit()
        if self._block and not all(each.kept for each in self._block):
            raise NotKeptError
