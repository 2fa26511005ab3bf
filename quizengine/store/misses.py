"""Codes and tokens that opened nothing, counted by where they came from, so that nobody can try them all.

In the database, for a guesser meets another process with each request. The count and the look-up are one transaction
that writes, and such transactions come one after the other in all processes: however many tries arrive at once, no
more than `MOST` of them are looked up. What opens something is not counted, so a whole class joins from one address.
"""

import sqlite3
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

from quizengine.store import class_statements as statements
from quizengine.store.database import Database
from quizengine.store.errors import TooManyMissesError
from quizengine.store.stored import format_time

Found = TypeVar("Found")
MOST = 20
"""How many wrong codes may come from one address in `WITHIN`: a class behind one address mistypes some."""
WITHIN = timedelta(minutes=1)


class Misses:
    """The misses in a database; those that are older than `WITHIN` are deleted whenever somebody tries a code."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def guarded(self, address: str, find: Callable[[sqlite3.Connection], Found | None]) -> Found | None:
        """Return what `find` finds, which must not write; None is counted as a miss of this address.

        Raises TooManyMissesError, and does not call `find`, when the address has missed too often.
        """
        with self._database.writing() as connection:
            wait = self._wait(connection, address)
            found = None if wait else find(connection)
            if found is None and not wait:
                connection.execute(
                    statements.MISS, {"address": address, "now": format_time(self._database.clock.steady())}
                )
        if wait:
            raise TooManyMissesError(wait)
        return found

    def _wait(self, connection: sqlite3.Connection, address: str) -> int:
        """Return how many seconds the address has to wait before it may try again; 0 when it may now."""
        now = self._database.clock.steady()
        connection.execute(statements.PURGE, {"old": format_time(now - WITHIN), "never": format_time(now + WITHIN)})
        missed = connection.execute(statements.MISSED, {"address": address}).fetchone()
        if missed is None or missed["count"] < MOST:
            return 0
        return int((datetime.fromisoformat(missed["since"]) + WITHIN - now).total_seconds()) + 1
