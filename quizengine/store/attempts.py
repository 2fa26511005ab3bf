"""The store: every attempt with the quiz it was started on, each response as it was given, and the score."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from fractions import Fraction
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, bindparam, desc, select, update
from sqlalchemy.dialects.sqlite import insert

from quizengine.attempt import Attempt
from quizengine.errors import QuizEngineError
from quizengine.grading import Score
from quizengine.parts import Response
from quizengine.store.database import Database
from quizengine.store.tables import attempts, quizzes, responses

# What every answer runs is built once: building a statement costs about as much as running it.
_ANY = select(attempts).where(attempts.c.id == bindparam("id"))
_OWN = _ANY.where(attempts.c.owner == bindparam("owner"))
_GIVEN = select(responses.c.question, responses.c.given, responses.c.saved_at).where(
    responses.c.attempt == bindparam("id")
)
_ADD = insert(responses)
_GIVE = _ADD.on_conflict_do_update(
    index_elements=["attempt", "question"],
    set_={"given": _ADD.excluded.given, "saved_at": _ADD.excluded.saved_at},
)


class UnknownAttemptError(QuizEngineError):
    """There is no such attempt, or it belongs to someone else: the two are not told apart."""


class ClosedAttemptError(QuizEngineError):
    """The attempt has been submitted, and nothing about it changes any more."""


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
        with self._database.writing() as connection:
            connection.execute(insert(quizzes).values(sha256=digest, bank=start.bank).on_conflict_do_nothing())
            connection.execute(
                insert(attempts)
                .values(
                    id=start.id,
                    owner=start.owner,
                    entry=start.entry,
                    title=start.title,
                    quiz=digest,
                    quiz_id=start.quiz_id,
                    student=start.student,
                    started_at=_now(),
                )
                .on_conflict_do_nothing()
            )
            _row(connection, start.id, start.owner)

    def load(self, attempt_id: str, owner: str | None) -> StoredAttempt:
        """The owner's attempt with all its responses; None as the owner is the teacher, who may see every one.

        Raises UnknownAttemptError.
        """
        with self._database.reading() as connection:
            row = _row(connection, attempt_id, owner)
            given = connection.execute(_GIVEN, {"id": attempt_id}).all()
        saved = max((response.saved_at for response in given), default=None)
        return _stored(row, {response.question: _response(response.given) for response in given}, saved)

    def bank(self, digest: str) -> bytes:
        """The bytes of the quiz that attempts were started on, by their hash; raises UnknownAttemptError for none."""
        with self._database.reading() as connection:
            found = connection.execute(select(quizzes.c.bank).where(quizzes.c.sha256 == digest)).scalar_one_or_none()
        if found is None:
            raise UnknownAttemptError(f"no attempt was started on a quiz {digest}")
        return bytes(found)

    def respond(self, attempt_id: str, owner: str, question_id: str, response: Response) -> None:
        """Keep a response in place of any earlier one to the same question.

        Raises UnknownAttemptError, and ClosedAttemptError once the attempt has been submitted.
        """
        given = json.dumps({name: list(texts) for name, texts in response.items()}, ensure_ascii=False)
        with self._database.writing() as connection:
            if _row(connection, attempt_id, owner).submitted_at:
                raise ClosedAttemptError("the answers have been submitted, and can no longer be changed")
            row = {"attempt": attempt_id, "question": question_id, "given": given, "saved_at": _now()}
            connection.execute(_GIVE, row)

    def submit(self, attempt_id: str, owner: str, score: Callable[[Attempt], Score]) -> bool:
        """Close the attempt with the score that its responses earn; False when it had been closed before.

        `score` is called within the transaction, so that no response can slip in between. Raises UnknownAttemptError.
        """
        with self._database.writing() as connection:
            row = _row(connection, attempt_id, owner)
            if row.submitted_at:
                return False
            given = connection.execute(_GIVEN, {"id": attempt_id}).all()
            attempt = _stored(row, {r.question: _response(r.given) for r in given}, None).attempt
            points = score(attempt)
            connection.execute(
                update(attempts)
                .where(attempts.c.id == attempt_id)
                .values(submitted_at=_now(), earned=str(points.earned), possible=str(points.possible))
            )
        return True

    def of_owner(self, owner: str, entry: str) -> tuple[StoredAttempt, ...]:
        """The owner's attempts at one quiz, the latest first, without their responses."""
        with self._database.reading() as connection:
            rows = connection.execute(
                select(attempts)
                .where(attempts.c.owner == owner, attempts.c.entry == entry)
                .order_by(desc(attempts.c.started_at), attempts.c.id)
            ).all()
        return tuple(_stored(row, {}, None) for row in rows)

    def submitted(self, most: int = 1000) -> tuple[StoredAttempt, ...]:
        """The attempts submitted last, at most `most`, the latest first, without their responses."""
        with self._database.reading() as connection:
            rows = connection.execute(
                select(attempts)
                .where(attempts.c.submitted_at.is_not(None))
                .order_by(desc(attempts.c.submitted_at), attempts.c.id)
                .limit(most)
            ).all()
        return tuple(_stored(row, {}, None) for row in rows)


def _row(connection: Connection, attempt_id: str, owner: str | None) -> Row[Any]:
    asked = {"id": attempt_id} if owner is None else {"id": attempt_id, "owner": owner}
    row = connection.execute(_ANY if owner is None else _OWN, asked).one_or_none()
    if row is None:
        raise UnknownAttemptError(f"there is no attempt {attempt_id}")
    return row


def _stored(row: Row[Any], given: Mapping[str, Response], saved: str | None) -> StoredAttempt:
    closed = row.submitted_at is not None
    return StoredAttempt(
        id=row.id,
        entry=row.entry,
        title=row.title,
        quiz=row.quiz,
        attempt=Attempt(row.quiz_id, row.student, given),
        started=datetime.fromisoformat(row.started_at),
        saved=datetime.fromisoformat(saved) if saved else None,
        submitted=datetime.fromisoformat(row.submitted_at) if closed else None,
        score=Score(Fraction(row.earned), Fraction(row.possible)) if closed else None,
    )


def _response(given: str) -> Response:
    return {name: tuple(texts) for name, texts in json.loads(given).items()}


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
