"""Counts codes and tokens that opened nothing, by address, so that nobody can try them all.

They are counted in the database, because each guess may reach another process or machine. Counting and looking up are
one write transaction, and these transactions run one after another: however many tries arrive at once, no more than
`MOST` of them are looked up. Right codes are not counted, so a whole class can join from one address.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

from quizengine.store import class_statements as statements
from quizengine.store.connection import Connection
from quizengine.store.database import Database, repeatable
from quizengine.store.errors import TooManyMissesError
from quizengine.store.stored import format_time

Found = TypeVar("Found")
MOST = 20
"""The number of wrong codes allowed from one address in `WITHIN`: in a class behind one address, some mistype."""
WITHIN = timedelta(minutes=1)


class Misses:
    """The misses in a database; those that are older than `WITHIN` are deleted whenever somebody tries a code."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @repeatable
    def guarded(self, address: str, find: Callable[[Connection], Found | None]) -> Found | None:
        """Return what `find` finds, which must not write; None is counted as a miss of this address.

        Raises TooManyMissesError, and does not call `find`, when the address has missed too often.
        """
        with self._database.writing() as connection:
            connection.execute(statements.LOCK_MISSES)
            wait = self._wait(connection, address)
            found = None if wait else find(connection)
            if found is None and not wait:
                connection.execute(
                    statements.MISS, {"address": address, "now": format_time(self._database.clock.steady())}
                )
        if wait:
            raise TooManyMissesError(wait)
        return found

    def _wait(self, connection: Connection, address: str) -> int:
        """Return how many seconds the address has to wait before it may try again; 0 if it may now."""
        now = self._database.clock.steady()
        connection.execute(statements.PURGE, {"old": format_time(now - WITHIN), "never": format_time(now + WITHIN)})
        missed = connection.execute(statements.MISSED, {"address": address}).fetchone()
        if missed is None or missed["count"] < MOST:
            return 0
        return int((datetime.fromisoformat(missed["since"]) + WITHIN - now).total_seconds()) + 1
