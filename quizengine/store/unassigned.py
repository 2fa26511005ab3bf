"""Unassigned attempts: those handed in at a quiz by students in no class, and changes of their marking.

A change holds for the attempts that were begun before it was made, whatever version of the quiz they are at: those that
are begun later are marked by the quiz as it is then. So a change names its question by content.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from quizengine.quiz.mending import AS_ASKED, Marking, Mend, Override
from quizengine.quiz.parts import Response
from quizengine.quiz.self_marks import SelfMark
from quizengine.store import unassigned_statements as statements
from quizengine.store.class_answers import HandedIn
from quizengine.store.connection import Connection, Row
from quizengine.store.database import Database, repeatable
from quizengine.store.mend_records import mend_from_json, mend_to_json
from quizengine.store.mending import MendChange, Scorer, change_from_row, mark_one, override_from_row
from quizengine.store.names import name_key
from quizengine.store.stored import StoredAttempt, attempt_from_row, format_time, mark_of, response_of

ScorerOf = Callable[[str], Scorer | None]
"""Gives the scorer of attempts at the version of a quiz with a hash; None if that version can no longer be read."""


@dataclass(frozen=True)
class UnassignedVersion:
    """The attempts handed in at one version of a quiz."""

    quiz: str
    """The hash of the bank that the attempts were begun on."""
    handed_in: tuple[HandedIn, ...]
    """The earliest first."""
    markings: Mapping[str, Marking]
    """The marking of each, by its id."""
    first: frozenset[str]
    """The ids of those that are the first of their student at the quiz: whoever takes it again has seen the key."""


class Unassigned:
    """The attempts in no class, by the name of their quiz in the library; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._clock = database.clock

    def counts(self) -> dict[str, int]:
        """Return the number of attempts handed in, by the name of the quiz."""
        return {row["entry"]: row["handed_in"] for row in self._database.read(statements.COUNTS, {})}

    def versions(self, entry: str) -> tuple[UnassignedVersion, ...]:
        """Return the attempts handed in at each version of a quiz, first the version that was handed in last.

        It is not known how long an answer took, as such a quiz may be taken with pauses.
        """
        found: dict[str, list[HandedIn]] = {}
        first: dict[tuple[str, str], str] = {}
        with self._database.reading() as connection:
            answers = connection.execute(statements.ANSWERS, {"entry": entry}).fetchall()
            given, marks = _responses(answers), _self_marks(answers)
            markings = _markings(connection, entry)
            for row in connection.execute(statements.HANDED_IN, {"entry": entry}):
                attempt = attempt_from_row(row, {}, self._clock)
                one = _handed_in(attempt, given.get(row["id"], {}), marks.get(row["id"], {}))
                found.setdefault(row["quiz"], []).append(one)
                first.setdefault((row["owner"], name_key(one.student)), one.id)
        latest = sorted(found, key=lambda quiz: found[quiz][-1].submitted, reverse=True)
        return tuple(
            UnassignedVersion(
                quiz,
                tuple(found[quiz]),
                {one.id: markings.get(one.id, AS_ASKED) for one in found[quiz]},
                frozenset(one.id for one in found[quiz]) & frozenset(first.values()),
            )
            for quiz in latest
        )

    def history(self, entry: str) -> tuple[MendChange, ...]:
        """All changes of the marking, the latest first, with those that were undone; each names a content id."""
        return tuple(map(change_from_row, self._database.read(statements.HISTORY, {"entry": entry})))

    @repeatable
    def apply(self, entry: str, content_id: str, mend: Mend, score: ScorerOf) -> bool:
        """Mend a question for all attempts that have been begun, and mark anew what was handed in.

        False if all are mended in this way already.
        """
        with self._database.writing() as connection:
            connection.execute(statements.LOCK, {"entry": entry})
            values = {"entry": entry, "question": content_id, "mend": mend_to_json(mend)}
            last = connection.execute(statements.LAST_OF_QUESTION, values).fetchone()
            latest = connection.execute(statements.LATEST_START, {"entry": entry}).fetchone()["started_at"] or ""
            if last is not None and last["mend"] == values["mend"] and latest <= last["made_at"]:
                return False
            connection.execute(statements.ADD, {**values, "now": format_time(self._clock.now())})
            self._mark_anew(connection, entry, score)
        return True

    @repeatable
    def undo(self, entry: str, change_id: int, score: ScorerOf) -> bool:
        """Undo a change, if it is the last one that is not undone; what was handed in is marked as before."""
        with self._database.writing() as connection:
            connection.execute(statements.LOCK, {"entry": entry})
            last = connection.execute(statements.LAST, {"entry": entry}).fetchone()
            if last is None or last["id"] != change_id:
                return False
            connection.execute(statements.UNDO, {"change": change_id, "now": format_time(self._clock.now())})
            self._mark_anew(connection, entry, score)
        return True

    def _mark_anew(self, connection: Connection, entry: str, score: ScorerOf) -> None:
        for row in connection.execute(statements.HANDED_IN, {"entry": entry}).fetchall():
            if (mark := score(row["quiz"])) is not None:
                mark_one(connection, self._clock, row, mark)


def _handed_in(
    stored: StoredAttempt, responses: Mapping[str, Response], self_marks: Mapping[str, SelfMark]
) -> HandedIn:
    assert stored.submitted is not None and stored.ended is not None
    return HandedIn(
        stored.id,
        stored.attempt.student,
        stored.started,
        stored.submitted,
        stored.ended,
        responses,
        seconds={},
        self_marks=self_marks,
    )


def _responses(rows: Iterable[Row]) -> dict[str, dict[str, Response]]:
    """The responses by attempt and question; equal ones are one object."""
    alike: dict[str, Response] = {}
    found: dict[str, dict[str, Response]] = {}
    for row in rows:
        if row["given"] not in alike:
            alike[row["given"]] = response_of(row["given"])
        found.setdefault(row["attempt"], {})[row["question"]] = alike[row["given"]]
    return found


def _self_marks(rows: Iterable[Row]) -> dict[str, dict[str, SelfMark]]:
    """The students' own marks by attempt and question."""
    found: dict[str, dict[str, SelfMark]] = {}
    for row in rows:
        if mark := mark_of(row["mark"]):
            found.setdefault(row["attempt"], {})[row["question"]] = mark
    return found


def read_unassigned_mends(connection: Connection) -> dict[str, dict[str, Mend]]:
    """The mends that hold for attempts in no class, by attempt and content id."""
    return _by_attempt(connection.execute(statements.ALL_MENDS))


def _by_attempt(rows: Iterable[Row]) -> dict[str, dict[str, Mend]]:
    found: dict[str, dict[str, Mend]] = {}
    for row in rows:
        found.setdefault(row["attempt"], {})[row["question"]] = mend_from_json(row["mend"])
    return found


def _markings(connection: Connection, entry: str) -> dict[str, Marking]:
    """The markings of those attempts at a quiz that are not marked as the quiz says, by id."""
    contents = _by_attempt(connection.execute(statements.MENDS_OF_ATTEMPTS, {"entry": entry}))
    by_hand: dict[str, dict[str, Override]] = {}
    for row in connection.execute(statements.OVERRIDES, {"entry": entry}):
        by_hand.setdefault(row["attempt"], {})[row["question"]] = override_from_row(row)
    return {
        attempt: Marking(overrides=by_hand.get(attempt, {}), contents=contents.get(attempt, {}))
        for attempt in {*contents, *by_hand}
    }
