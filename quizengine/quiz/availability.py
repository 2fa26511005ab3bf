"""The availability of a quiz to students: its state, and the window of an open one."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum

EXAMPLE = "2026-12-01 08:00"


class State(StrEnum):
    """The teacher's decision about a quiz."""

    DRAFT = "draft"
    """Nobody has read all of it yet."""
    READY = "ready"
    """Read and approved, but hidden from students."""
    OPEN = "open"
    CLOSED = "closed"


class Phase(StrEnum):
    """The availability of a quiz to students at one moment."""

    DRAFT = "draft"
    READY = "ready"
    UPCOMING = "upcoming"
    """Open, but its window has not begun."""
    OPEN = "open"
    CLOSED = "closed"
    """Closed by the teacher, or because its window has ended."""


@dataclass(frozen=True)
class Availability:
    """The state of a quiz and its window, as a bank file has them."""

    state: State | None = None
    """None if the file does not say; the working folder decides then."""
    opens: str = ""
    """A day, or a day and a time, in ISO 8601; empty for no limit. So is `closes`."""
    closes: str = ""

    def window(self, zone: tzinfo | None) -> tuple[datetime | None, datetime | None]:
        """Return when the window begins and ends; times without an offset are in `zone`, or in that of the system.

        A day without a time means its beginning where the window begins, and its end where the window ends. Raises
        ValueError for what is neither a day nor a time.
        """
        return _moment(self.opens, zone, timedelta()), _moment(self.closes, zone, timedelta(days=1))

    def phase(self, now: datetime, zone: tzinfo | None) -> Phase:
        """Return what the quiz is to students at a moment; one without a state is hidden, like one that is ready."""
        if self.state is not State.OPEN:
            return Phase(self.state or State.READY)
        opens, closes = self.window(zone)
        if closes is not None and now >= closes:
            return Phase.CLOSED
        return Phase.UPCOMING if opens is not None and now < opens else Phase.OPEN


def is_moment(text: str) -> bool:
    """Return whether a text is a day, or a day and a time, as a window may begin or end with."""
    try:
        return _moment(text, None, timedelta(days=1)) is not None
    except (ValueError, OverflowError):
        return False


def _moment(text: str, zone: tzinfo | None, end: timedelta) -> datetime | None:
    """Return the moment that a text is; `end` is added to a day without a time."""
    if not text:
        return None
    if len(text) <= len("2026-12-01"):
        found = datetime.combine(date.fromisoformat(text) + end, time())
    else:
        found = datetime.fromisoformat(text)
    if found.tzinfo is not None:
        return found
    return found.replace(tzinfo=zone) if zone else found.astimezone()
