"""The values that go into the store and come out of it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from fractions import Fraction

from quizengine.quiz.attempt import Attempt, Mode
from quizengine.quiz.grading import Score
from quizengine.quiz.parts import Response
from quizengine.quiz.self_marks import SelfMark
from quizengine.store.clock import Clock
from quizengine.store.connection import Row

GRACE = timedelta(seconds=30)
"""The time after the deadline in which an answer is still accepted, in case it was on its way."""


@dataclass(frozen=True)
class Start:
    """The data of a new attempt. `id` and `owner` cannot be guessed; the caller sees to that."""

    id: str
    owner: str
    """The browser that the attempt was started in; only it may see and continue the attempt."""
    student: str
    entry: str
    """The name of the quiz in the library."""
    title: str
    quiz_id: str
    bank: bytes
    """The quiz as the bytes of a bank file, keys and all, so that the attempt outlives any change to the bank."""
    mode: Mode = Mode.CLASS
    code: str | None = None
    """The code that opens the attempt on another device."""


@dataclass(frozen=True)
class Kept:
    """The stored data of one question of an attempt."""

    response: Response
    flagged: bool = False
    """The student wants to come back to it."""
    final: bool = False
    """Its right answer has been shown, so it stays as it is."""
    mark: SelfMark | None = None
    """The student's own mark of it."""


NOTHING = Kept({})


@dataclass(frozen=True)
class Terms:
    """The conditions that an attempt was started under; they never change."""

    quiz: str
    """The hash under which `Store.bank` keeps the quiz."""
    entry: str
    mode: Mode
    assignment: str | None
    """The class code it was joined with."""
    article: bool = True
    """True if the teacher lets students read the article while they answer."""


class Ending(StrEnum):
    """The way in which an attempt was handed in."""

    STUDENT = "student"
    TIME = "time"
    """Its time ran out, whoever handed it in after that."""
    TEACHER = "teacher"
    """The class was closed, by its teacher or at its closing time."""


@dataclass(frozen=True)
class StoredAttempt:
    """An attempt as it is stored on disk."""

    id: str
    terms: Terms
    title: str
    attempt: Attempt
    started: datetime
    saved: datetime | None = None
    """The time when the last response was saved."""
    submitted: datetime | None = None
    score: Score | None = None
    code: str | None = None
    seconds: int | None = None
    """The time limit; None for no limit."""
    deadline: datetime | None = None
    """The end of the time by the computer's clock; None while the attempt's clock has not been started."""
    closes: datetime | None = None
    """The closing time of its class; None without one."""
    left: timedelta | None = None
    """The time left until it `ends`, at the moment of reading; negative after it, None where nothing ends it."""
    ended: Ending | None = None
    """The way in which it was handed in; None until then."""
    flagged: frozenset[str] = frozenset()
    """The ids of the questions that the student wants to come back to."""
    final: frozenset[str] = frozenset()
    """The ids of the questions whose right answers have been shown."""

    @property
    def ends(self) -> datetime | None:
        """The time after which no answers are taken: the deadline or the closing of the class, whichever is first."""
        return min((each for each in (self.deadline, self.closes) if each), default=None)

    @property
    def waiting(self) -> bool:
        """True if it is timed and its clock has not been started."""
        return self.seconds is not None and self.deadline is None

    @property
    def overdue(self) -> bool:
        """True if its time was up so long ago that no answer is taken any more, and it has not been submitted."""
        return self.submitted is None and self.left is not None and self.left < -GRACE


_NONE: frozenset[str] = frozenset()


def attempt_from_row(row: Row, kept: Mapping[str, Kept], clock: Clock) -> StoredAttempt:
    """The attempt in a row, with what is kept of its questions."""
    closed = row["submitted_at"] is not None
    ends, closes = parse_time(row["deadline"]), parse_time(row["closes_at"])
    left = [*([ends - clock.steady()] if ends else []), *([closes - clock.now()] if closes else [])]
    return StoredAttempt(
        id=row["id"],
        terms=terms_from_row(row),
        title=row["title"],
        attempt=Attempt(
            row["quiz_id"],
            row["student"],
            {name: each.response for name, each in kept.items()},
            {name: each.mark for name, each in kept.items() if each.mark},
        ),
        started=datetime.fromisoformat(row["started_at"]),
        saved=parse_time(row["saved_at"]),
        submitted=parse_time(row["submitted_at"]),
        score=Score(Fraction(row["earned"]), Fraction(row["possible"])) if closed else None,
        code=row["code"],
        seconds=row["seconds"],
        deadline=clock.shown(ends) if ends else None,
        closes=closes,
        left=min(left, default=None),
        ended=Ending(row["ended"]) if closed else None,
        flagged=frozenset(name for name, each in kept.items() if each.flagged) if kept else _NONE,
        final=frozenset(name for name, each in kept.items() if each.final) if kept else _NONE,
    )


def terms_from_row(row: Row) -> Terms:
    """Return what the attempt in a row was begun on."""
    return Terms(row["quiz"], row["entry"], Mode(row["mode"]), row["assignment"], bool(row["article"]))


def kept_from_row(row: Row) -> Kept:
    """Return what is kept of one question."""
    return Kept(response_of(row["given"]), bool(row["flagged"]), bool(row["final"]), mark_of(row["mark"]))


def response_of(given: str) -> Response:
    """The response that a row keeps as JSON."""
    return {name: tuple(texts) for name, texts in json.loads(given).items()}


def mark_of(text: str | None) -> SelfMark | None:
    """A student's own mark as the tables hold it."""
    return SelfMark(text) if text else None


def parse_time(text: str | None) -> datetime | None:
    """A time as the tables hold it."""
    return datetime.fromisoformat(text) if text else None


def format_time(moment: datetime) -> str:
    """A time as the tables hold it: texts in the order of their times."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")
