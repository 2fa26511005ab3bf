"""Attempts as rows, read and written within a transaction."""

from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256

from quizengine.quiz.attempt import Attempt
from quizengine.quiz.grading import Score
from quizengine.store import class_statements, statements
from quizengine.store.clock import Clock
from quizengine.store.connection import Connection, Row
from quizengine.store.errors import UnknownAttemptError
from quizengine.store.names import name_key
from quizengine.store.stored import Ending, Kept, Start, StoredAttempt, attempt_from_row, format_time, kept_from_row


def keep_quiz(connection: Connection, bank: bytes) -> str:
    """Keep the bytes of a quiz, once, and return their hash."""
    digest = sha256(bank).hexdigest()
    connection.execute(statements.KEEP_QUIZ, {"sha256": digest, "bank": bank})
    return digest


def insert_attempt(
    connection: Connection,
    clock: Clock,
    start: Start,
    assignment: str | None = None,
    seconds: int | None = None,
) -> None:
    """Begin an attempt, unless it has been begun; raises UnknownAttemptError if the id is another owner's."""
    values = {
        "id": start.id,
        "owner": start.owner,
        "entry": start.entry,
        "title": start.title,
        "quiz": keep_quiz(connection, start.bank),
        "quiz_id": start.quiz_id,
        "student": start.student,
        "started_at": format_time(clock.now()),
        "mode": start.mode,
        "code": start.code,
        "assignment": assignment,
        "seconds": seconds,
    }
    connection.execute(statements.BEGIN, values)
    select_row(connection, start.id, start.owner)


def lock_attempt(connection: Connection, attempt_id: str, owner: str | None) -> Row:
    """The row of `select_row`, locked: nobody else changes or answers the attempt until the transaction ends."""
    connection.execute(statements.LOCK, {"id": attempt_id})
    return select_row(connection, attempt_id, owner)


def lock_class(connection: Connection, code: str) -> None:
    """Let nobody else join, change or answer anything in a class until the transaction ends."""
    connection.execute(class_statements.LOCK, {"code": code})
    connection.execute(class_statements.LOCK_JOINED, {"code": code})


def select_row(connection: Connection, attempt_id: str, owner: str | None) -> Row:
    """The owner's attempt, or anybody's when the owner is None; raises UnknownAttemptError."""
    statement = statements.ANY if owner is None else statements.OWN
    row: Row | None = connection.execute(statement, {"id": attempt_id, "owner": owner}).fetchone()
    if row is None:
        raise UnknownAttemptError(f"there is no attempt {attempt_id}")
    return row


def read_attempt(connection: Connection, clock: Clock, row: Row) -> StoredAttempt:
    """The attempt in a row, with all that is kept of its questions."""
    return attempt_from_row(row, read_responses(connection, row["id"]), clock)


def read_responses(connection: Connection, attempt_id: str) -> dict[str, Kept]:
    """Return what is kept of an attempt, by question."""
    return {row["question"]: kept_from_row(row) for row in connection.execute(statements.GIVEN, {"id": attempt_id})}


def forget_attempt(connection: Connection, attempt_id: str) -> None:
    """Delete an attempt with everything that belongs to it."""
    connection.execute(statements.LOCK, {"id": attempt_id})
    for statement in class_statements.FORGET:
        connection.execute(statement, {"attempt": attempt_id})


def forget_class(connection: Connection, code: str) -> None:
    """Delete a class with all its attempts, and what the same students practised afterwards."""
    for row in connection.execute(class_statements.ATTEMPTS_OF, {"code": code}).fetchall():
        if name_key(row["student"]) == name_key(row["joined_as"]):
            forget_attempt(connection, row["id"])
    for statement in class_statements.FORGET_CLASS:
        connection.execute(statement, {"code": code})


def close_attempt(
    connection: Connection,
    clock: Clock,
    attempt: StoredAttempt,
    score: Callable[[Attempt], Score],
    by: Ending = Ending.STUDENT,
) -> None:
    """Close an attempt with the score that its responses earn; if its time was over before, as of that moment."""
    points = score(attempt.attempt)
    moment = clock.now()
    if attempt.ends and attempt.left is not None and attempt.left <= timedelta():
        moment, by = attempt.ends, Ending.TIME if attempt.ends == attempt.deadline else Ending.TEACHER
    values = {
        "attempt": attempt.id,
        "now": format_time(moment),
        "points": str(points.earned),
        "of": str(points.possible),
    }
    connection.execute(statements.SUBMIT, {**values, "by": by})
