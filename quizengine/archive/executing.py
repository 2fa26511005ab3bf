"""Has the banks of many articles made at the same time: on this machine, or on a cluster of Dask workers.

Only a few articles are on their way at any time, so that the memory does not grow with the archive.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from typing import Protocol, TypeVar

from quizengine.archive.makers import Makers
from quizengine.archive.making import Made
from quizengine.archive.worker import Making

Key = TypeVar("Key")

_WAITING = 2
"""The articles on their way for each process: one that is made, and one to go on with at once."""


class Workforce(Protocol):
    """Those who make banks."""

    def submit(self, name: str, data: bytes) -> "Future[Made]":
        """Have the bank of an article made."""

    def result(self, future: "Future[Made]") -> Made:
        """Return what came of an article that is done; raises QuizEngineError if the work cannot go on."""

    def size(self) -> int:
        """Return how many banks are made at the same time by now."""


def made_of(articles: Iterable[tuple[Key, str, bytes]], workforce: Workforce) -> Iterator[tuple[Key, Made]]:
    """Yield what came of each article as soon as it is known; articles are a key, a name and the bytes of a file."""
    waiting: dict[Future[Made], Key] = {}
    for key, name, data in articles:
        waiting[workforce.submit(name, data)] = key
        while len(waiting) >= workforce.size() * _WAITING:
            yield from _finished(waiting, workforce)
    while waiting:
        yield from _finished(waiting, workforce)


def _finished(waiting: dict[Future[Made], Key], workforce: Workforce) -> Iterator[tuple[Key, Made]]:
    """Wait for the next ones, and take them out of those that are waited for."""
    for future in wait(waiting, return_when=FIRST_COMPLETED).done:
        yield waiting.pop(future), workforce.result(future)


@contextmanager
def on_this_machine(making: Making, jobs: int) -> Iterator[Workforce]:
    """Make banks in so many processes of this machine, which end with the context."""
    makers = Makers(making)
    threads = ThreadPoolExecutor(jobs, thread_name_prefix="bank maker")
    try:
        yield _Local(threads, makers.make, jobs)
    finally:
        threads.shutdown(wait=False, cancel_futures=True)
        makers.stop()  # whoever waits for one of them goes on
        threads.shutdown()


class _Local:
    def __init__(self, threads: ThreadPoolExecutor, make: Callable[[str, bytes], Made], jobs: int) -> None:
        self._threads, self._make, self._jobs = threads, make, jobs

    def submit(self, name: str, data: bytes) -> "Future[Made]":
        return self._threads.submit(self._make, name, data)

    def result(self, future: "Future[Made]") -> Made:
        return future.result()

    def size(self) -> int:
        return self._jobs
