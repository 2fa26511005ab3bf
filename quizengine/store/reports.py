"""Students' reports of problems with questions, kept until the teacher has dealt with them."""

from dataclasses import dataclass
from datetime import datetime

from quizengine.store import class_statements as statements
from quizengine.store.connection import Row
from quizengine.store.database import Database
from quizengine.store.errors import UnknownAttemptError
from quizengine.store.stored import format_time


@dataclass(frozen=True)
class Report:
    """A problem with a question, in a student's words."""

    attempt: str
    question: str
    """The id of the question."""
    student: str
    entry: str
    title: str
    quiz: str
    """The hash of the quiz that the attempt was begun on."""
    problem: str
    reported: datetime


class Reports:
    """The reports in a database; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, attempt_id: str, owner: str, question_id: str, problem: str) -> None:
        """Keep the owner's report in place of an earlier one on the same question; raises UnknownAttemptError."""
        values = {"id": attempt_id, "owner": owner, "question_id": question_id}
        values |= {"problem": problem, "now": format_time(self._database.clock.now())}
        if not self._database.write(statements.REPORT, values):
            raise UnknownAttemptError(f"there is no attempt {attempt_id}")

    def of(self, attempt_id: str, owner: str, question_id: str) -> str:
        """Return what the owner has reported about a question; empty if nothing."""
        asked = {"id": attempt_id, "owner": owner, "question_id": question_id}
        found = self._database.read(statements.OWN_REPORT, asked)
        return str(found[0]["problem"]) if found else ""

    def unsettled(self, most: int = 200) -> tuple[Report, ...]:
        """Return the reports that nobody has dealt with yet, the earliest first, at most `most`."""
        return tuple(map(_report, self._database.read(statements.REPORTED, {"most": most})))

    def in_class(self, code: str) -> tuple[Report, ...]:
        """Return all reports by the students of a class, done or not, the earliest first."""
        return tuple(map(_report, self._database.read(statements.REPORTED_IN, {"code": code})))

    def settle(self, attempt_id: str, question_id: str) -> None:
        """Mark a report as done; repeating this changes nothing."""
        values = {"reported": attempt_id, "of": question_id, "now": format_time(self._database.clock.now())}
        self._database.write(statements.SETTLE, values)


def _report(row: Row) -> Report:
    return Report(
        attempt=row["attempt"],
        question=row["question"],
        student=row["student"],
        entry=row["entry"],
        title=row["title"],
        quiz=row["quiz"],
        problem=row["problem"],
        reported=datetime.fromisoformat(row["reported_at"]),
    )
