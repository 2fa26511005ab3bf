"""A quiz that was given to a class, who has more time, and how many have joined."""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from quizengine.quiz.attempt import Mode
from quizengine.quiz.availability import Phase

UNLIMITED = Fraction(0)
"""The factor for a student without a time limit."""


@dataclass(frozen=True)
class Assignment:
    """A quiz that was given to a class."""

    code: str
    label: str
    """The teacher's name for the class, such as "8b, Monday"; may be empty."""
    entry: str
    title: str
    quiz: str
    """The hash under which `Store.bank` keeps the quiz, the same for everyone who joins."""
    quiz_id: str
    mode: Mode
    minutes: int | None
    """The time limit of an attempt in minutes; None for no limit."""
    opened: datetime
    closed: datetime | None = None
    article: bool = False
    """True if students may read the article while they answer."""
    listed: bool = False
    """True if only those on the class list may join."""
    keep_days: int | None = None
    """The number of days after it was closed when everything about the class is deleted; None for never."""
    opens: datetime | None = None
    """The time from which students may join; None for at once."""
    closes: datetime | None = None
    """The time at which it is closed by itself; None for never."""

    def phase(self, now: datetime) -> Phase:
        """Return whether students may join at a moment: `UPCOMING`, `OPEN` or `CLOSED`."""
        if self.closed or (self.closes and now >= self.closes):
            return Phase.CLOSED
        return Phase.UPCOMING if self.opens and now < self.opens else Phase.OPEN


@dataclass(frozen=True)
class Counts:
    """The numbers of students who have joined a class and who have handed in."""

    joined: int
    handed_in: int


@dataclass(frozen=True)
class ExtraTime:
    """The factor by which one student's time is longer; `UNLIMITED` for no limit."""

    name: str
    factor: Fraction


@dataclass(frozen=True)
class OpenTest:
    """A test that its teacher has not closed yet."""

    code: str
    label: str
    title: str
    entry: str
    quiz: str
    """The hash under which `Store.bank` keeps the quiz."""
    article: bool = False
    """True if its students may read the article while they answer."""
