"""The store: every attempt with the quiz it was started on, each response as it was given, and the score."""

import json
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from fractions import Fraction
from hashlib import sha256
from pathlib import Path

from quizengine.attempt import Attempt
from quizengine.grading import Score
from quizengine.parts import Response
from quizengine.store import statements
from quizengine.store.database import Database
from quizengine.store.errors import ClosedAttemptError, UnknownAttemptError


@dataclass(frozen=True)
class Start:
    """What is known when an attempt begins. `id` and `owner` cannot be guessed; whoever makes them sees to that."""

    id: str
    owner: str
    """Who alone may see and go on with it: the browser it was started in."""
    student: str
    entry: str
    """The name of the quiz in the library."""
    title: str
    quiz_id: str
    bank: bytes
    """The quiz as the bytes of a bank file, keys and all, so that the attempt outlives any change to the bank."""


@dataclass(frozen=True)
class StoredAttempt:
    """An attempt as it is on the disk."""

    id: str
    entry: str
    title: str
    quiz: str
    """The hash under which `Store.bank` keeps the quiz that this attempt was started on."""
    attempt: Attempt
    started: datetime
    saved: datetime | None = None
    """When the last response was saved."""
    submitted: datetime | None = None
    score: Score | None = None


_json = json.JSONEncoder(ensure_ascii=False).encode


class Store:
    """Attempts in the file at `path`; every method is one transaction, and is on the disk when it returns.

    Raises StoreError whenever the file cannot be read or written, or when another program keeps it locked for longer
    than `patience` seconds. Safe to use from many threads and processes.
    """

    def __init__(self, path: str | Path, patience: float = 5.0) -> None:
        self._database = Database(Path(path), patience)

    def close(self) -> None:
        """Close the file; nothing is lost without."""
        self._database.close()

    def begin(self, start: Start) -> None:
        """Begin an attempt; beginning it again changes nothing, so a form sent twice makes one attempt.

        Raises UnknownAttemptError when the id is taken by another owner.
        """
        digest = sha256(start.bank).hexdigest()
        begun = {
            "id": start.id,
            "owner": start.owner,
            "entry": start.entry,
            "title": start.title,
            "quiz": digest,
            "quiz_id": start.quiz_id,
            "student": start.student,
            "started_at": _now(),
        }
        with self._database.writing() as connection:
            connection.execute(statements.KEEP_QUIZ, {"sha256": digest, "bank": start.bank})
            connection.execute(statements.BEGIN, begun)
            _row(connection, start.id, start.owner)

    def load(self, attempt_id: str, owner: str | None) -> StoredAttempt:
        """The owner's attempt with all its responses; None as the owner is the teacher, who may see every one.

        Raises UnknownAttemptError.
        """
        with self._database.reading() as connection:
            row = _row(connection, attempt_id, owner)
            return _stored(row, _given(connection, attempt_id))

    def glance(self, attempt_id: str, owner: str) -> StoredAttempt:
        """The owner's attempt without its responses, however many there are; raises UnknownAttemptError."""
        rows = self._database.read(statements.OWN, {"id": attempt_id, "owner": owner})
        if not rows:
            raise UnknownAttemptError(f"there is no attempt {attempt_id}")
        return _stored(rows[0], {})

    def quiz_of(self, attempt_id: str, owner: str) -> str:
        """The hash of the quiz that the owner's attempt was started on, which never changes.

        Raises UnknownAttemptError.
        """
        rows = self._database.read(statements.QUIZ_OF, {"id": attempt_id, "owner": owner})
        if not rows:
            raise UnknownAttemptError(f"there is no attempt {attempt_id}")
        return str(rows[0]["quiz"])

    def given(self, attempt_id: str, owner: str, question_id: str) -> Response:
        """What the owner gave to one question; empty when nothing, or when the attempt is another's."""
        asked = {"id": attempt_id, "owner": owner, "question_id": question_id}
        rows = self._database.read(statements.GIVEN_TO, asked)
        return response_of(rows[0]["given"]) if rows else {}

    def bank(self, digest: str) -> bytes:
        """The bytes of the quiz that attempts were started on, by their hash; raises UnknownAttemptError for none."""
        rows = self._database.read(statements.QUIZ, {"sha256": digest})
        if not rows:
            raise UnknownAttemptError(f"no attempt was started on a quiz {digest}")
        return bytes(rows[0]["bank"])

    def respond(self, attempt_id: str, owner: str, question_id: str, response: Response) -> None:
        """Keep a response in place of any earlier one to the same question.

        Raises UnknownAttemptError, and ClosedAttemptError once the attempt has been submitted.
        """
        given = _json(dict(response))
        values = {"id": attempt_id, "owner": owner, "question_id": question_id, "response": given, "now": _now()}
        if not self._database.write(statements.GIVE, values):
            self.glance(attempt_id, owner)
            raise ClosedAttemptError("the answers have been submitted, and can no longer be changed")

    def submit(self, attempt_id: str, owner: str, score: Callable[[Attempt], Score]) -> bool:
        """Close the attempt with the score that its responses earn; False when it had been closed before.

        `score` is called within the transaction, so that no response can slip in between. Raises UnknownAttemptError.
        """
        with self._database.writing() as connection:
            row = _row(connection, attempt_id, owner)
            if row["submitted_at"]:
                return False
            points = score(_stored(row, _given(connection, attempt_id)).attempt)
            closed = {"attempt": attempt_id, "now": _now(), "points": str(points.earned), "of": str(points.possible)}
            connection.execute(statements.SUBMIT, closed)
        return True

    def of_owner(self, owner: str, entry: str) -> tuple[StoredAttempt, ...]:
        """The owner's attempts at one quiz, the latest first, without their responses."""
        rows = self._database.read(statements.OF_OWNER, {"owner": owner, "entry": entry})
        return tuple(_stored(row, {}) for row in rows)

    def submitted(self, most: int = 1000) -> tuple[StoredAttempt, ...]:
        """The attempts submitted last, at most `most`, the latest first, without their responses."""
        return tuple(_stored(row, {}) for row in self._database.read(statements.SUBMITTED, {"most": most}))


def _row(connection: sqlite3.Connection, attempt_id: str, owner: str | None) -> sqlite3.Row:
    statement = statements.ANY if owner is None else statements.OWN
    row: sqlite3.Row | None = connection.execute(statement, {"id": attempt_id, "owner": owner}).fetchone()
    if row is None:
        raise UnknownAttemptError(f"there is no attempt {attempt_id}")
    return row


def _given(connection: sqlite3.Connection, attempt_id: str) -> dict[str, Response]:
    rows = connection.execute(statements.GIVEN, {"id": attempt_id}).fetchall()
    return {row["question"]: response_of(row["given"]) for row in rows}


def _stored(row: sqlite3.Row, given: Mapping[str, Response]) -> StoredAttempt:
    closed = row["submitted_at"] is not None
    return StoredAttempt(
        id=row["id"],
        entry=row["entry"],
        title=row["title"],
        quiz=row["quiz"],
        attempt=Attempt(row["quiz_id"], row["student"], given),
        started=datetime.fromisoformat(row["started_at"]),
        saved=datetime.fromisoformat(row["saved_at"]) if row["saved_at"] else None,
        submitted=datetime.fromisoformat(row["submitted_at"]) if closed else None,
        score=Score(Fraction(row["earned"]), Fraction(row["possible"])) if closed else None,
    )


def response_of(given: str) -> Response:
    """The response that a row keeps as JSON."""
    return {name: tuple(texts) for name, texts in json.loads(given).items()}


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
