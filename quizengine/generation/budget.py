"""The time that may be spent on one article, and the exception that ends the work when it is spent."""

import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from types import FrameType
from typing import TypeVar

from quizengine.errors import OutOfTime
from quizengine.extensions.records import Generator

SECONDS = 45.0
"""The budget of an article where nobody gives another: a text of a million characters is done in a minute with it."""
_AGAIN = 0.5
"""Seconds after which the exception is raised once more, should it have been raised where Python drops it."""

Item = TypeVar("Item")


@dataclass(frozen=True)
class Clock:
    """A clock: a function that tells the time, and a timer that counts it, by its names in `signal`."""

    now: Callable[[], float]
    timer: str
    signal: str


PASSED = Clock(time.monotonic, "ITIMER_REAL", "SIGALRM")
"""The time that passes."""
WORKED = Clock(time.process_time, "ITIMER_PROF", "SIGPROF")
"""The time that this process works: while it waits until others let it, none goes by."""


class Budget:
    """A stretch of time that begins now; `excused` gives how many seconds of it do not count by now."""

    def __init__(self, seconds: float, excused: Callable[[], float] = lambda: 0.0, clock: Clock = PASSED) -> None:
        self.seconds = seconds
        self._excused = excused
        self._clock = clock
        self._began = clock.now()
        self._until = self._began + seconds
        self._armed = False

    @property
    def spent(self) -> float:
        """The share of the whole time that is spent by now: 0 at the beginning, more than 1 if it is overdrawn."""
        return (self._clock.now() - self._began - self._excused()) / self.seconds

    @contextmanager
    def part(self, until: float = 1, share: float = 1) -> Iterator[None]:
        """Raise OutOfTime within when a share of the time that is left is spent; both numbers are from 0 to 1.

        What is left is counted from now to a point in the whole time, which is 1 at its end.

        In the main thread of a system with such timers it is raised wherever the work is, except for calls into C
        that do not return; elsewhere where `checked` is asked for the next result.
        """
        self._until = now = self._clock.now()
        self._until += max(self._began + self.seconds * until + self._excused() - now, 0) * share
        if self._until <= now:
            raise OutOfTime
        if not self._can_signal():
            yield
            return
        timer, rings = getattr(signal, self._clock.timer), getattr(signal, self._clock.signal)
        earlier = signal.signal(rings, self._ring)
        self._armed = True
        signal.setitimer(timer, self._until - now, _AGAIN)
        try:
            yield
        finally:
            self._armed = False  # a signal that is on its way says nothing from here on
            signal.setitimer(timer, 0)
            signal.signal(rings, earlier)

    def checked(self, generator: Generator) -> Generator:
        """The generator, with a look at the clock before each result."""

        def find(*given: object) -> Iterator[object]:
            return self._checking(generator.find(*given))  # type: ignore[arg-type] # as it is called

        def ask(*given: object) -> Iterator[object]:
            return self._checking(generator.ask(*given))  # type: ignore[arg-type] # as it is called

        return replace(generator, find=find, ask=ask)  # type: ignore[arg-type] # what they were

    def check(self) -> None:
        """Raise OutOfTime if the time of this part is spent."""
        if self._clock.now() > self._until:
            raise OutOfTime

    def _checking(self, results: Iterable[Item]) -> Iterator[Item]:
        self.check()
        for result in results:
            self.check()
            yield result

    def _ring(self, number: int, frame: FrameType | None) -> None:
        if self._armed:
            raise OutOfTime

    def _can_signal(self) -> bool:
        return (
            hasattr(signal, "setitimer")
            and threading.current_thread() is threading.main_thread()
            and signal.getsignal(getattr(signal, self._clock.signal))
            is signal.SIG_DFL  # whoever uses it already keeps it
        )
