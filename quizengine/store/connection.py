"""The protocol that the store asks of a database's driver; a connection of Python's `sqlite3` has it as it is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol


class Row(Protocol):
    """One row: each value by the name of its column."""

    def __getitem__(self, key: str, /) -> Any:
        """Return a value."""

    def keys(self) -> Iterable[str]:
        """Return the names of the columns."""


class Cursor(Protocol):
    """The result of one statement."""

    @property
    def rowcount(self) -> int:
        """The number of rows that it wrote."""

    def fetchone(self) -> Any:
        """Return the next row; None after the last."""

    def fetchmany(self, size: int = ..., /) -> list[Any]:
        """Return the next rows, at most so many; none after the last."""

    def fetchall(self) -> list[Any]:
        """Return the rows that are left."""

    def __iter__(self) -> Iterator[Any]:
        """The rows, one after another."""


class Connection(Protocol):
    """One transaction of a database; a statement names its values: `:id`."""

    def execute(self, statement: str, values: Mapping[str, Any] = ..., /) -> Cursor:
        """Run one statement."""

    def executemany(self, statement: str, values: Sequence[Mapping[str, Any]], /) -> Cursor:
        """Run one statement with each of the values."""
