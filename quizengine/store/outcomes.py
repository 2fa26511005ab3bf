"""All submitted attempts, for statistics: read at once and never changed."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field

from quizengine.quiz.attempt import Attempt
from quizengine.quiz.mending import Marking, Mend, Override
from quizengine.quiz.parts import Response
from quizengine.quiz.self_marks import SelfMark
from quizengine.store import statements
from quizengine.store.connection import Connection, Row
from quizengine.store.mending import read_all_mends, read_all_overrides
from quizengine.store.names import name_key
from quizengine.store.opening import Place, open_database, require_attempts
from quizengine.store.stored import mark_of, response_of
from quizengine.store.unassigned import read_unassigned_mends


@dataclass(frozen=True)
class Submitted:
    """One attempt that was submitted."""

    entry: str
    """The name of the quiz in the library."""
    title: str
    quiz: str
    """The hash of the bank it was started on."""
    attempt: Attempt
    mends: Mapping[str, Mend] = field(default_factory=dict)
    """The teacher's changes to the marking of its class, by question id."""
    contents: Mapping[str, Mend] = field(default_factory=dict)
    """The same of an attempt in no class, by content id."""
    by_hand: Mapping[str, Override] = field(default_factory=dict)
    """The points that the teacher gave by hand, by question id."""

    @property
    def marking(self) -> Marking:
        """The marking, but for points by hand."""
        return Marking(self.mends, contents=self.contents)


@dataclass(frozen=True)
class Outcomes:
    """First attempts, the earliest first, and the banks they were started on, by hash."""

    attempts: tuple[Submitted, ...]
    banks: dict[str, bytes]


def read_outcomes(place: Place) -> Outcomes:
    """Return each student's first submitted attempt at each quiz.

    Students who repeat a quiz have seen its keys, so later attempts would make every question look easy. Two attempts
    belong to one student if they came from one browser under one name. Raises StoreError.
    """
    require_attempts(place)
    with closing(open_database(place, 5.0)) as database, database.reading() as connection:
        first: dict[tuple[str, str, str], Row] = {}
        for row in connection.execute(statements.ALL_SUBMITTED):
            first.setdefault((row["owner"], name_key(row["student"]), row["entry"]), row)
        given, marks = _given(connection)
        mends, contents = read_all_mends(connection), read_unassigned_mends(connection)
        by_hand = read_all_overrides(connection)
        taken = tuple(
            Submitted(
                row["entry"],
                row["title"],
                row["quiz"],
                Attempt(row["quiz_id"], row["student"], given.get(row["id"], {}), marks.get(row["id"], {})),
                mends.get(row["assignment"], {}),
                contents.get(row["id"], {}),
                by_hand.get(row["id"], {}),
            )
            for row in first.values()
        )
        hashes = {one.quiz for one in taken}
        banks = {
            row["sha256"]: bytes(row["bank"])
            for row in connection.execute(statements.QUIZZES)
            if row["sha256"] in hashes
        }
    return Outcomes(taken, banks)


def _given(connection: Connection) -> tuple[dict[str, dict[str, Response]], dict[str, dict[str, SelfMark]]]:
    """The responses by attempt and question, and the students' own marks of them."""
    found: dict[str, dict[str, Response]] = {}
    marks: dict[str, dict[str, SelfMark]] = {}
    for row in connection.execute(statements.ALL_GIVEN):
        found.setdefault(row["attempt"], {})[row["question"]] = response_of(row["given"])
        if mark := mark_of(row["mark"]):
            marks.setdefault(row["attempt"], {})[row["question"]] = mark
    return found, marks
