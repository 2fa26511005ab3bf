"""The base of every database of the store; `sqlite` and `postgresql` are the two there are.

A committed transaction outlives the process, and what a change has read is still true when it writes: SQLite
lets one writer in at a time; PostgreSQL locks the attempt or the class, as the statements called LOCK say.
"""

import os
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import wraps
from typing import ClassVar, Generic, ParamSpec, Protocol, TypeVar

from quizengine.store.clock import Clock
from quizengine.store.connection import Connection, Row
from quizengine.store.errors import BrokenOffError, StoreError
from quizengine.store.secrets import Secret

Identity = tuple[int, int]
"""The device and the number of a file on it, whatever its name."""
Statement = tuple[str, Mapping[str, object]]
"""SQL with its values by name."""
Given = TypeVar("Given")
Arguments = ParamSpec("Arguments")
_TIMES = 5
"""The most times that a change is begun."""


class Driver(Protocol):
    """A connection of a database's driver."""

    def close(self) -> None:
        """Close it; whatever it is in the middle of is undone."""


Kept = TypeVar("Kept", bound=Driver)


class Database(ABC):
    """A database with the tables of this version; each method raises StoreError if it cannot do what it says."""

    clock: Clock

    @property
    @abstractmethod
    def recoveries(self) -> int:
        """The number of times that a write succeeded after writes had failed."""

    @property
    def identity(self) -> Identity | None:
        """The identity of the database's file; None if it is in none."""
        return None

    @abstractmethod
    def reading(self) -> AbstractContextManager[Connection]:
        """A connection on which everything is as it was at one moment."""

    @abstractmethod
    def writing(self) -> AbstractContextManager[Connection]:
        """A connection that may write; on disk when the block ends, undone when it raises."""

    @abstractmethod
    def read(self, statement: str, values: Mapping[str, object]) -> Sequence[Row]:
        """The rows that one statement finds, which is a transaction of its own."""

    @abstractmethod
    def write(self, statement: str, values: Mapping[str, object]) -> int:
        """Return how many rows one statement wrote; on disk when it returns."""

    @abstractmethod
    def write_all(self, statements: Sequence[Statement]) -> list[int]:
        """Return how many rows each statement wrote; all are on disk when it returns, or none."""

    @abstractmethod
    def secret(self, name: str) -> Secret:
        """The secret of this name, which is kept with the attempts but not among them."""

    def previews(self) -> "Database | None":
        """Open the database beside this one whose attempts do not count; None for a file, which one machine uses."""
        return None

    @abstractmethod
    def close(self) -> None:
        """Close every connection."""

    def write_soon(self, statement: str, values: Mapping[str, object]) -> int:
        """Return how many rows one statement wrote, which may be collected with others (`batch`)."""
        return self.write(statement, values)


class PooledDatabase(Database, Generic[Kept]):
    """A database whose connections are kept for the next request; `shown` is the name of its place in messages."""

    _faults: ClassVar[type[Exception]]
    """The root of the exceptions that the driver raises."""

    def __init__(self, shown: str) -> None:
        self._shown = shown
        self._idle: deque[Kept] = deque()
        self._process = os.getpid()
        self._closed = False

    @abstractmethod
    def _told(self, fault: Exception) -> StoreError:
        """A fault of the driver as one of ours, with what to do."""

    @abstractmethod
    def _undo(self, connection: Kept) -> bool:
        """Undo what a connection has not committed; False if it cannot be used again."""

    @contextmanager
    def _lent(self, take: Callable[[], Kept]) -> Iterator[Kept]:
        """The connection that `take` gives, for this thread alone; what it has not committed is undone."""
        connection = None
        try:
            connection = take()
            yield connection
        except self._faults as fault:
            if connection is not None:
                connection.close()
            raise self._told(fault) from fault
        except BaseException:
            if connection is not None:
                self._give_back(connection)
            raise
        self._give_back(connection)

    def _give_back(self, connection: Kept) -> None:
        if self._undo(connection) and not self._closed:
            self._idle.append(connection)
        else:
            connection.close()

    def _idle_connection(self) -> Kept | None:
        """A connection that was given back; raises StoreError where this process may use none."""
        if self._closed:
            raise self._was_closed()
        if self._process != os.getpid():
            raise StoreError(f"{self._shown}: was opened before this process was forked; open it in the process itself")
        try:
            return self._idle.pop()
        except IndexError:
            return None

    def _drop_idle(self) -> None:
        while self._idle:
            self._idle.pop().close()

    def _was_closed(self) -> StoreError:
        return StoreError(f"{self._shown}: the store has been closed")


def repeatable(change: Callable[Arguments, Given]) -> Callable[Arguments, Given]:
    """Repeat a method, which is one transaction, if its transaction was broken off.

    PostgreSQL breaks one off if two wait for each other, and if it is restarted itself; nothing of it is kept
    then. SQLite never does.
    """

    @wraps(change)
    def changed(*arguments: Arguments.args, **named: Arguments.kwargs) -> Given:
        for _ in range(_TIMES - 1):
            try:
                return change(*arguments, **named)
            except BrokenOffError:
                continue
        return change(*arguments, **named)

    return changed
