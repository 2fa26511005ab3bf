"""The questions that a student practises over days; they belong to an attempt, and are deleted with it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from quizengine.quiz.parts import Response
from quizengine.quiz.self_marks import SelfMark
from quizengine.quiz.spacing import Schedule
from quizengine.store import practice_statements as statements
from quizengine.store import rows
from quizengine.store.connection import Row
from quizengine.store.database import Database, repeatable
from quizengine.store.errors import ClosedAttemptError
from quizengine.store.stored import mark_of, response_of


@dataclass(frozen=True)
class PracticeCard:
    """One question of an attempt that is practised."""

    question: str
    """Its id."""
    schedule: Schedule
    given: Response | None
    """The last response; None before the first practice."""
    mark: SelfMark | None = None
    """The student's own mark of the last response; None if it has none, or none yet."""


class Practice:
    """The practice cards in a database; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @repeatable
    def plan(self, attempt_id: str, schedules: Mapping[str, Schedule]) -> None:
        """Practise questions of an attempt that was handed in; what is practised already keeps its schedule.

        Raises UnknownAttemptError, and ClosedAttemptError if it was not handed in.
        """
        with self._database.writing() as connection:
            if rows.lock_attempt(connection, attempt_id, None)["submitted_at"] is None:
                raise ClosedAttemptError("the attempt was not handed in, so nothing is known about it yet")
            for question, schedule in schedules.items():
                values = {"attempt": attempt_id, "question": question, **_columns(schedule)}
                connection.execute(statements.PLAN, values)

    def cards(self, attempt_id: str) -> tuple[PracticeCard, ...]:
        """The questions of an attempt that are practised, those due first."""
        return tuple(_card(row) for row in self._database.read(statements.OF_ATTEMPT, {"attempt": attempt_id}))

    def attempts_of(self, owner: str) -> tuple[str, ...]:
        """The ids of an owner's attempts with questions to practise."""
        return tuple(row["id"] for row in self._database.read(statements.ATTEMPTS_OF_OWNER, {"owner": owner}))

    @repeatable
    def give(self, attempt_id: str, card: PracticeCard, given: Response, day: date) -> bool:
        """Keep an answer that has to be marked before its schedule follows; False as `review`.

        Raises UnknownAttemptError.
        """
        with self._database.writing() as connection:
            rows.lock_attempt(connection, attempt_id, None)
            return connection.execute(statements.GIVE, _due(attempt_id, card, given, day)).rowcount > 0

    @repeatable
    def review(
        self, attempt_id: str, card: PracticeCard, given: Response, after: Schedule, mark: SelfMark | None = None
    ) -> bool:
        """Keep an answer and the schedule after it; False if the card is not due, or no longer as it was.

        Raises UnknownAttemptError.
        """
        with self._database.writing() as connection:
            rows.lock_attempt(connection, attempt_id, None)
            values = {**_due(attempt_id, card, given, after.reviewed), "mark": mark, **_columns(after)}
            return connection.execute(statements.REVIEW, values).rowcount > 0

    def stop(self, attempt_id: str) -> None:
        """Stop practising an attempt; its schedule is deleted."""
        self._database.write(statements.STOP, {"attempt": attempt_id})


def _due(attempt_id: str, card: PracticeCard, given: Response, day: date) -> dict[str, object]:
    """The values that name a card which is due on a day and as it was read, with what is given."""
    return {
        "of_attempt": attempt_id,
        "of_question": card.question,
        "before": card.schedule.reviewed.isoformat(),
        "day": day.isoformat(),
        "given": json.dumps(dict(given), ensure_ascii=False),
    }


def _columns(schedule: Schedule) -> dict[str, object]:
    return {
        "due_on": schedule.due.isoformat(),
        "reviewed_on": schedule.reviewed.isoformat(),
        "stability": schedule.stability,
        "difficulty": schedule.difficulty,
    }


def _card(row: Row) -> PracticeCard:
    due, reviewed = date.fromisoformat(row["due_on"]), date.fromisoformat(row["reviewed_on"])
    schedule = Schedule(due, reviewed, row["stability"], row["difficulty"])
    given = response_of(row["given"]) if row["given"] is not None else None
    return PracticeCard(row["question"], schedule, given, mark_of(row["mark"]))
