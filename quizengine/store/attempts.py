"""The store: every attempt with the quiz it was started on, each response as it was given, and the score."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta

from quizengine.quiz.attempt import Attempt
from quizengine.quiz.grading import Score
from quizengine.quiz.parts import Response
from quizengine.store import rows, statements
from quizengine.store.assignments import Assignments
from quizengine.store.batch import BatchedDatabase
from quizengine.store.clock import Clock, ClockJump
from quizengine.store.connection import Connection, Row
from quizengine.store.database import Database, Identity, repeatable
from quizengine.store.errors import ClosedAttemptError, FinalResponseError, TimeUpError, UnknownAttemptError
from quizengine.store.mending import Mending
from quizengine.store.misses import Misses
from quizengine.store.opening import Place, open_database
from quizengine.store.practice import Practice
from quizengine.store.reopening import Reopening
from quizengine.store.reports import Reports
from quizengine.store.retention import Retention
from quizengine.store.roster import Roster
from quizengine.store.secrets import Secret
from quizengine.store.stored import (
    GRACE,
    NOTHING,
    Kept,
    Start,
    StoredAttempt,
    Terms,
    attempt_from_row,
    format_time,
    kept_from_row,
    terms_from_row,
)
from quizengine.store.unassigned import Unassigned
from quizengine.store.windows import ClassWindows

_json = json.JSONEncoder(ensure_ascii=False).encode


class Store:
    """Attempts at a place: in a file, or in PostgreSQL; every method is one transaction, on disk when it returns.

    A database that is open already is taken as it is.

    Raises StoreError if the database cannot be read or written, or if others keep it locked for longer than `patience`
    seconds. Safe to use from several threads and processes; all processes of one server share one `clock`. With the
    `identity` of a store in another process, it opens that same file or none, whatever is at its path now.
    """

    def __init__(
        self,
        place: Place | Database,
        patience: float = 5.0,
        clock: Clock | None = None,
        identity: Identity | None = None,
    ) -> None:
        database = place if isinstance(place, Database) else open_database(place, patience, clock, identity)
        self._database = self.batch = BatchedDatabase(database)
        self._clock = self._database.clock
        self.assignments = Assignments(self._database)
        self.reports = Reports(self._database)
        self.misses = Misses(self._database)
        self.mending = Mending(self._database)
        self.unassigned = Unassigned(self._database)
        self.reopening = Reopening(self._database)
        self.retention = Retention(self._database)
        self.roster = Roster(self._database)
        self.practice = Practice(self._database)
        self.windows = ClassWindows(self._database)

    @property
    def identity(self) -> Identity | None:
        """The identity of the file, whatever its name; None in PostgreSQL."""
        return self._database.identity

    @property
    def recoveries(self) -> int:
        """The number of times that saving worked again after it had failed."""
        return self._database.recoveries

    def secret(self, name: str) -> Secret:
        """The secret of this name, the same for all who serve these attempts."""
        return self._database.secret(name)

    def previews(self) -> "Store | None":
        """Open the store for previews that is in the same database; None for a file, which one machine alone uses.

        Nothing in it counts here. Raises ReadOnlyError, with what to do, if the database's user may not make it.
        """
        database = self._database.previews()
        return None if database is None else Store(database)

    def check_writable(self) -> None:
        """Write something to the disk and take it back; raises StoreError if no answer could be saved now."""
        with self._database.writing() as connection:
            for statement in statements.WRITE_AND_TAKE_BACK:
                connection.execute(statement)

    def close(self) -> None:
        """Close the database; not closing it loses nothing."""
        self._database.close()

    @repeatable
    def begin(self, start: Start) -> None:
        """Start an attempt; repeating this changes nothing, so a form sent twice makes one attempt.

        Raises UnknownAttemptError if the id belongs to another owner.
        """
        with self._database.writing() as connection:
            rows.insert_attempt(connection, self._clock, start)

    def load(self, attempt_id: str, owner: str | None) -> StoredAttempt:
        """Return the owner's attempt with all its responses; the owner None is the teacher, who may see every attempt.

        Raises UnknownAttemptError.
        """
        with self._database.reading() as connection:
            return rows.read_attempt(connection, self._clock, rows.select_row(connection, attempt_id, owner))

    def glance(self, attempt_id: str, owner: str) -> StoredAttempt:
        """Return the owner's attempt without its responses, which is quick; raises UnknownAttemptError."""
        return attempt_from_row(self._own(statements.OWN, attempt_id, owner), {}, self._clock)

    def terms(self, attempt_id: str, owner: str) -> Terms:
        """Return what the owner's attempt was begun on, which never changes; raises UnknownAttemptError."""
        return terms_from_row(self._own(statements.TERMS, attempt_id, owner))

    def at(self, attempt_id: str, owner: str, question_id: str) -> tuple[StoredAttempt, Kept]:
        """The owner's attempt without its responses, and what is kept of one question; raises UnknownAttemptError."""
        row = self._own(statements.AT, attempt_id, owner, question_id)
        return attempt_from_row(row, {}, self._clock), kept_from_row(row) if row["given"] is not None else NOTHING

    def owner_by_code(self, code: str, place: str) -> tuple[str, str] | None:
        """Return the id and the owner of the attempt that a code opens on another device; None for an unknown code.

        An unknown code counts as a miss of its sender's address; raises TooManyMissesError.
        """

        def find(connection: Connection) -> tuple[str, str] | None:
            row = connection.execute(statements.BY_CODE, {"code": code}).fetchone() if code else None
            return (row["id"], row["owner"]) if row else None

        return self.misses.guarded(place, find)

    def now(self) -> datetime:
        """Return the time that this computer's clock shows; it dates everything in the database."""
        return self._clock.now()

    def clock_jumps(self) -> tuple[ClockJump, ...]:
        """The jumps of this machine's clock that were noticed, the earliest first."""
        return tuple(
            ClockJump(datetime.fromisoformat(row["noticed_at"]), timedelta(seconds=row["seconds"]))
            for row in self._database.read(statements.JUMPS, {})
        )

    def bank(self, digest: str) -> bytes:
        """The bytes with this hash of a quiz that attempts were started on; raises UnknownAttemptError for none."""
        found = self._database.read(statements.QUIZ, {"sha256": digest})
        if not found:
            raise UnknownAttemptError(f"no attempt was started on a quiz {digest}")
        return bytes(found[0]["bank"])

    def respond(
        self,
        attempt_id: str,
        owner: str,
        question_id: str,
        response: Response,
        *,
        flagged: bool = False,
        final: bool = False,
    ) -> None:
        """Save a response in place of any earlier one to the same question; a final one cannot be replaced.

        Raises UnknownAttemptError, ClosedAttemptError if the attempt has been submitted, TimeUpError if its time is up,
        its class has closed or its clock has not been started, and FinalResponseError if an earlier response was final.
        """
        now = self._clock.now()
        values = {
            "id": attempt_id,
            "owner": owner,
            "question_id": question_id,
            "response": _json(dict(response)),
            "now": format_time(now),
            "latest": format_time(self._clock.steady() - GRACE),
            "closing": format_time(now - GRACE),
            "flagged": int(flagged),
            "final": int(final),
        }
        if not self._database.write_soon(statements.GIVE, values):
            self._say_why(attempt_id, owner)

    @repeatable
    def start_clock(self, attempt_id: str, owner: str) -> None:
        """Start the time of a timed attempt; a second time changes nothing. Raises UnknownAttemptError."""
        with self._database.writing() as connection:
            attempt = attempt_from_row(rows.lock_attempt(connection, attempt_id, owner), {}, self._clock)
            if attempt.waiting and attempt.seconds is not None:
                began = self._clock.steady()
                times = {
                    "clock_at": format_time(began),
                    "ends": format_time(began + timedelta(seconds=attempt.seconds)),
                }
                connection.execute(statements.START_CLOCK, {"attempt": attempt_id, **times})

    @repeatable
    def submit(self, attempt_id: str, owner: str | None, score: Callable[[Attempt], Score]) -> bool:
        """Close the attempt with the score of its responses; False if it was already closed.

        `score` is called within the transaction, so that no response can slip in between. The owner None is the
        teacher. Raises UnknownAttemptError.
        """
        with self._database.writing() as connection:
            attempt = rows.read_attempt(connection, self._clock, rows.lock_attempt(connection, attempt_id, owner))
            if attempt.submitted:
                return False
            rows.close_attempt(connection, self._clock, attempt, score)
        return True

    def of_owner(self, owner: str, entry: str) -> tuple[StoredAttempt, ...]:
        """The owner's attempts at one quiz, the latest first, without their responses."""
        found = self._database.read(statements.OF_OWNER, {"owner": owner, "entry": entry})
        return tuple(attempt_from_row(row, {}, self._clock) for row in found)

    def submitted(self, most: int = 1000) -> tuple[StoredAttempt, ...]:
        """The attempts submitted last, at most `most`, the latest first, without their responses."""
        return tuple(
            attempt_from_row(row, {}, self._clock) for row in self._database.read(statements.SUBMITTED, {"most": most})
        )

    def _own(self, statement: str, attempt_id: str, owner: str, question_id: str = "") -> Row:
        asked = {"id": attempt_id, "owner": owner, "question_id": question_id}
        found = self._database.read(statement, asked)
        if not found:
            raise UnknownAttemptError(f"there is no attempt {attempt_id}")
        return found[0]

    def _say_why(self, attempt_id: str, owner: str) -> None:
        """Raise the reason why a response was not written."""
        attempt = self.glance(attempt_id, owner)
        if attempt.submitted:
            raise ClosedAttemptError("the answers have been submitted, and can no longer be changed")
        if attempt.waiting:
            raise TimeUpError("the time of this attempt has not been started")
        if attempt.overdue:
            raise TimeUpError("the time of this attempt was up before the answer came")
        raise FinalResponseError("the right answer has been shown, so the answer given before it stays")
