"""The base of every database of the store; `sqlite` and `postgresql` are the two there are.

A committed transaction outlives the process, and what a change has read is still true when it writes: SQLite
lets one writer in at a time; PostgreSQL locks the attempt or the class, as the statements called LOCK say.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import wraps
from typing import ParamSpec, TypeVar

from quizengine.store.clock import Clock
from quizengine.store.connection import Connection, Row
from quizengine.store.errors import BrokenOffError
from quizengine.store.secrets import Secret

Identity = tuple[int, int]
"""The device and the number of a file on it, whatever its name."""
Statement = tuple[str, Mapping[str, object]]
"""SQL with its values by name."""
Given = TypeVar("Given")
Arguments = ParamSpec("Arguments")
_TIMES = 5
"""The most times that a change is begun."""


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
