"""The clock of time limits: it runs evenly even if somebody changes the computer's clock.

There are two times. The *wall time* is what the computer's clock shows; records and pages use it. The *steady time*
decides when time is up: it starts as the wall time and then follows the monotonic clock of the system, which nobody can
set. `attempts.clock_at` and `attempts.deadline` hold steady times; the two are the same until the clock jumps.

All processes of one run of the server share one anchor (a wall time with the monotonic time of the same moment), made
before they are forked, so they agree on the steady time. When the two times drift apart, the next write records the
jump in the file. The next run subtracts the recorded jumps and so continues the steady time. A jump between two runs
cannot be noticed: then only the wall time is left, and the teacher can reopen attempts that were handed in too early.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

_LEAST_JUMP = 1.0
"""Seconds; anything less is drift between two clocks of one computer."""


@dataclass(frozen=True)
class ClockJump:
    """A jump of the computer's clock forward, or back if negative."""

    noticed: datetime
    """The time on the clock when the jump was noticed."""
    by: timedelta

    @property
    def forward(self) -> bool:
        """True if the clock went forward; it also does while the machine sleeps and no time passes for programs."""
        return self.by > timedelta()


class Clock:
    """The time of one run of the server; `wall` and `monotonic` give seconds, like the functions of `time`."""

    def __init__(self, wall: Callable[[], float] = time.time, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._wall = wall
        self._monotonic = monotonic
        self._anchor: tuple[float, float] | None = None
        self._ahead = 0.0

    def begin(self, ahead: float) -> None:
        """Start the steady time so many seconds behind the wall time; if it has been started, change nothing."""
        if self._anchor is None:
            self._anchor = (self._wall() - ahead, self._monotonic())
            self._ahead = ahead

    def now(self) -> datetime:
        """The wall time."""
        return datetime.fromtimestamp(self._wall(), UTC)

    def steady(self) -> datetime:
        """The steady time."""
        return datetime.fromtimestamp(self._steady(), UTC)

    def shown(self, steady: datetime) -> datetime:
        """Return what the machine's clock shows at a steady time, if nobody sets it again."""
        return steady + timedelta(seconds=self._ahead if self.jumped is None else self.jumped)

    @property
    def jumped(self) -> float | None:
        """The seconds by which the wall time is ahead, if they differ from those noted last; None if they do not."""
        ahead = self._wall() - self._steady()
        return ahead if abs(ahead - self._ahead) > _LEAST_JUMP else None

    def note(self, ahead: float) -> None:
        """Take note that the wall time is so many seconds ahead."""
        self._ahead = ahead

    def _steady(self) -> float:
        self.begin(0.0)
        assert self._anchor is not None
        steady, monotonic = self._anchor
        return steady + (self._monotonic() - monotonic)
