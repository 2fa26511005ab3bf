"""All that a class has handed in, read at once: what each student gave, and how long each answer took."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from quizengine.quiz.parts import Response
from quizengine.quiz.self_marks import SelfMark
from quizengine.store import class_statements as statements
from quizengine.store.connection import Row
from quizengine.store.database import Database
from quizengine.store.names import name_key
from quizengine.store.stored import Ending, response_of


@dataclass(frozen=True)
class HandedIn:
    """One attempt that was handed in."""

    id: str
    student: str
    started: datetime
    submitted: datetime
    ended: Ending
    responses: Mapping[str, Response]
    """The responses by question id; equal responses are one object."""
    seconds: Mapping[str, float]
    """The time each answer took, by question id: since the answer before it was saved, or since the attempt began."""
    self_marks: Mapping[str, SelfMark] = field(default_factory=dict)
    """The student's marks of own answers in sentences, by question id."""


def handed_in(database: Database, code: str) -> tuple[HandedIn, ...]:
    """Return what the class with this code has handed in, by name."""
    given: dict[str, Row] = {}
    with database.reading() as connection:
        attempts = connection.execute(statements.HANDED_IN, {"code": code}).fetchall()
        for answers in connection.execute(statements.ANSWERS, {"code": code}):
            given[answers["attempt"]] = answers
    alike = _Responses()
    found = (
        HandedIn(
            id=row["id"],
            student=row["student"],
            started=datetime.fromisoformat(row["started_at"]),
            submitted=datetime.fromisoformat(row["submitted_at"]),
            ended=Ending(row["ended"]),
            responses=alike.of(given.get(row["id"])),
            seconds=_seconds(given.get(row["id"]), datetime.fromisoformat(row["started_at"])),
            self_marks=_self_marks(given.get(row["id"])),
        )
        for row in attempts
    )
    return tuple(sorted(found, key=lambda each: (name_key(each.student), each.id)))


class _Responses(dict[str, Response]):
    """The responses that rows keep as JSON; those that are equal become one object."""

    def __missing__(self, given: str) -> Response:
        found = self[given] = response_of(given)
        return found

    def of(self, answers: Row | None) -> dict[str, Response]:
        """The responses of one attempt, by question id."""
        if answers is None:
            return {}
        return {question: self[given] for question, given in json.loads(answers["given"]).items()}


def _self_marks(answers: Row | None) -> dict[str, SelfMark]:
    """The marks that a student gave own answers, by question id."""
    marks: dict[str, str | None] = json.loads(answers["marks"]) if answers else {}
    return {question: SelfMark(mark) for question, mark in marks.items() if mark}


def _seconds(answers: Row | None, started: datetime) -> dict[str, float]:
    """The time that each answer of an attempt took, by question id."""
    if answers is None:
        return {}
    saved: dict[str, str] = json.loads(answers["saved"])
    questions = sorted(saved, key=saved.__getitem__)
    moments = [datetime.fromisoformat(saved[question]) for question in questions]
    return {
        question: (moment - before).total_seconds()
        for question, moment, before in zip(questions, moments, (started, *moments), strict=False)
    }
