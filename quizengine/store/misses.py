"""Codes and tokens that opened nothing, counted by where they came from, so that nobody can try them all.

In the database, for a guesser meets another process with each request. What opens something is not counted, and so
costs nothing.
"""

from datetime import datetime, timedelta

from quizengine.store import class_statements as statements
from quizengine.store.database import Database
from quizengine.store.stored import now, text_of

MOST = 20
"""How many wrong codes may come from one address in `WITHIN`: a class behind one address mistypes some."""
WITHIN = timedelta(minutes=1)


class Misses:
    """The misses in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def wait(self, address: str) -> int:
        """How many seconds the address has to wait before it may try again; 0 when it may now."""
        since, count = self._since(address)
        return 0 if count < MOST else max(0, int((since + WITHIN - now()).total_seconds()) + 1)

    def add(self, address: str) -> None:
        """Count a code that opened nothing."""
        since, count = self._since(address)
        values = {"address": address, "since": text_of(since), "count": count + 1, "now": text_of(now()), "one": 1}
        self._database.write(statements.MISS, values)

    def _since(self, address: str) -> tuple[datetime, int]:
        """When the count for an address began, and how far it is; a new one when that is long ago."""
        found = self._database.read(statements.MISSED, {"address": address})
        if found:
            since = datetime.fromisoformat(found[0]["since"])
            if since <= now() < since + WITHIN:
                return since, int(found[0]["count"])
        return now(), 0
