"""Writes that one thread puts off, to commit them together: one turn of the lock and one wait for the disk for all.

Nothing that was put off may be acknowledged before `commit` has returned and its write is `kept`.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from quizengine.store.clock import Clock
from quizengine.store.database import Database
from quizengine.store.errors import BusyError
from quizengine.store.opened_files import Identity


@dataclass(slots=True)
class Write:
    """One statement that was put off, and what became of it."""

    statement: str
    values: Mapping[str, object]
    kept: bool = False
    """True if it is on the disk, and wrote a row."""
    fault: Exception | None = None
    """Why the transaction that it was part of failed; nothing of it is on the disk then."""


class NotKeptError(BaseException):
    """Ends a block that cannot go on, for what it has put off was not kept; no handler of faults is to see it."""


class BatchedDatabase(Database):
    """A database in which all is as if nothing had ever been put off, but for the time when it is on the disk.

    Whatever else is written comes after what was put off before, and a block reads what it has put off itself. To put
    off is for a process that answers in one thread; where nobody does, threads may write side by side.
    """

    def __init__(
        self, path: Path, patience: float, clock: Clock | None = None, identity: Identity | None = None
    ) -> None:
        self._pending: list[Write] = []
        self._block: list[Write] | None = None
        self._fault: BusyError | None = None
        super().__init__(path, patience, clock, identity)

    @contextmanager
    def putting_off(self) -> Iterator[list[Write]]:
        """A block in which `write_soon` puts off; gives its writes, which the next `commit` commits.

        A block that raises writes nothing more. It raises NotKeptError when it needs a write that was not kept.
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
        """A block that does at once what the writes that were put off have failed to do.

        Where another program kept the file locked for as long as any writer waits, it is not waited for once more.
        """
        self._fault = next((each.fault for each in writes if isinstance(each.fault, BusyError)), None)
        try:
            yield
        finally:
            self._fault = None

    def write_soon(self, statement: str, values: Mapping[str, object]) -> int:
        """Return how many rows one statement wrote; on the disk when it returns, unless it was put off.

        One that was put off is taken to write a row; `Write.kept` says whether it did. Raises StoreError.
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
        """Commit all that was put off, or nothing of it; raises nothing, as each write says what became of it."""
        writes, self._pending = self._pending, []
        if not writes:
            return
        try:
            written = self._written(writes)
        except Exception as fault:  # whatever it is, it ends none of them unheard
            for each in writes:
                each.fault = fault
            return
        for each, rows in zip(writes, written, strict=True):
            each.kept = rows > 0

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """As in any database."""
        if self._block:
            self._settle()
        with super().reading() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """As in any database."""
        self._settle()
        with super().writing() as connection:
            yield connection

    def read(self, statement: str, values: Mapping[str, object]) -> list[sqlite3.Row]:
        """As in any database."""
        if self._block:
            self._settle()
        return super().read(statement, values)

    def write(self, statement: str, values: Mapping[str, object]) -> int:
        """As in any database."""
        if self._pending:
            self._settle()
        return super().write(statement, values)

    def _settle(self) -> None:
        """Commit what was put off before; what this block itself has put off has to be kept, or the block ends."""
        self.commit()
        if self._block and not all(each.kept for each in self._block):
            raise NotKeptError

    def _written(self, writes: Sequence[Write]) -> list[int]:
        """Return how many rows each of them wrote; all are on the disk when it returns, or none."""
        if len(writes) == 1:
            return [super().write(writes[0].statement, writes[0].values)]
        with super().writing() as connection:
            return [connection.execute(each.statement, each.values).rowcount for each in writes]
