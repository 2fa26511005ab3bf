"""One holder at a time, in threads and processes; whoever waits is woken, and never waits longer than it may."""

import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from quizengine.system.file_lock import FileLock

PATIENCE = 0.3
HOLDER = """
import sys, time
from pathlib import Path
from quizengine.system.file_lock import FileLock
with FileLock(Path(sys.argv[1]), 5):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "lock"


@contextmanager
def held_elsewhere(path: Path) -> Iterator[None]:
    """The lock in another process, until the end of the block."""
    command = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None and process.stdin is not None
        assert process.stdout.readline() == "held\n"
        yield
        process.stdin.close()


def test_a_lock_that_another_process_holds_is_waited_for_and_no_longer(path: Path):
    with closing(FileLock(path, PATIENCE)) as lock, held_elsewhere(path):
        began = time.monotonic()
        with pytest.raises(TimeoutError, match=r"another program has held this lock for 0\.3 seconds"), lock:
            pass
        assert time.monotonic() - began >= PATIENCE


def test_who_comes_after_one_that_waited_in_vain_waits_briefly(path: Path):
    with closing(FileLock(path, 2)) as lock, held_elsewhere(path):
        waits = []
        for _ in range(6):
            began = time.monotonic()
            with pytest.raises(TimeoutError), lock:
                pass
            waits.append(time.monotonic() - began)
        first, *later = waits
        assert first >= 2 and min(later) < 1  # a busy machine may be slow now and then, but not each time


def test_a_lock_that_was_waited_for_in_vain_can_be_had_later_by_everybody(path: Path):
    with closing(FileLock(path, PATIENCE)) as lock, closing(FileLock(path, 5)) as other:
        with held_elsewhere(path), pytest.raises(TimeoutError), lock:
            pass
        with other:  # nobody waits in the first any more, so it does not keep what it gets
            pass
        with lock, pytest.raises(TimeoutError), closing(FileLock(path, PATIENCE)) as third, third:
            pass
        with other:
            pass


def test_who_waits_gets_the_lock_when_it_is_free(path: Path):
    with closing(FileLock(path, 20)) as lock, ThreadPoolExecutor(1) as pool:

        def wait() -> float:
            with lock:
                return time.monotonic()

        with held_elsewhere(path):
            waiting = pool.submit(wait)
            time.sleep(PATIENCE)
            assert not waiting.done()
            freed = time.monotonic()
        assert waiting.result(20) >= freed


def test_of_many_threads_and_two_locks_one_is_inside(path: Path):
    inside: list[int] = []
    with closing(FileLock(path, 30)) as one, closing(FileLock(path, 30)) as other:

        def work(number: int) -> None:
            for _ in range(40):
                with (one, other)[number % 2]:
                    inside.append(number)
                    time.sleep(0)
                    assert inside.pop() == number and not inside

        with ThreadPoolExecutor(8) as pool:
            list(pool.map(work, range(8)))


def test_a_lock_that_is_closed_while_it_is_waited_for_is_let_go(path: Path):
    lock = FileLock(path, PATIENCE)
    with held_elsewhere(path), pytest.raises(TimeoutError), lock:
        pass
    lock.close()
    with closing(FileLock(path, 5)) as other, other:
        pass
    with pytest.raises(ValueError, match="closed"), lock:
        pass
