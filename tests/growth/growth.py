"""How much longer work takes on a text twice as long: processor time at n, 2n and 4n characters."""

import gc
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

THOROUGH = bool(os.environ.get("QUIZENGINE_TORTURE"))
MOST_GROWTH = 2.6
"""Twice the text may take so much longer: 2 for n, 2.2 for n·log n, 4 for n²; the rest is for noise."""
_FIRST_SIZE = 1_250
_LARGEST_SIZE = 640_000 if THOROUGH else 80_000
_LEAST_SECONDS = 0.1 if THOROUGH else 0.05
_TRIES = 10


@dataclass(frozen=True)
class Growth:
    """Seconds of processor time at three sizes, each twice the one before."""

    sizes: tuple[int, ...]
    seconds: tuple[float, ...]

    @property
    def worst(self) -> float:
        """The largest factor from one size to the next; 0 where the largest takes no time worth measuring."""
        return max((after / before for before, after in zip(self.seconds, self.seconds[1:], strict=False)), default=0)

    def __str__(self) -> str:
        return ", ".join(f"{size:,}: {took:.3f} s" for size, took in zip(self.sizes, self.seconds, strict=True))


@contextmanager
def frozen_memory() -> Iterator[None]:
    """What is in memory by now is left alone when garbage is collected, which else takes longer than most work here."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def growth(work_on: Callable[[int], Callable[[], object]]) -> Growth:
    """Measure work at n, 2n and 4n, with n the first size that takes long enough to be told from noise.

    `work_on(size)` prepares the work, which is not timed, and returns it. Every size is measured again, and the best
    time taken, as long as the growth looks too large: noise only ever makes work slower. Call it within
    `frozen_memory`.
    """
    size, took = _FIRST_SIZE, _seconds(work_on, _FIRST_SIZE)
    while took < _LEAST_SECONDS:
        if size >= _LARGEST_SIZE:
            return Growth((size,), (took,))
        size *= 2
        took = _seconds(work_on, size)
    sizes = (size, 2 * size, 4 * size)
    measured = Growth(sizes, (took, *(_seconds(work_on, one) for one in sizes[1:])))
    for _ in range(_TRIES - 1):
        if measured.worst <= MOST_GROWTH:
            break
        again = (_seconds(work_on, one) for one in sizes)
        measured = Growth(sizes, tuple(map(min, zip(measured.seconds, again, strict=True))))
    return measured


def _seconds(work_on: Callable[[int], Callable[[], object]], size: int) -> float:
    work = work_on(size)
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start
