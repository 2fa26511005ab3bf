"""A lock on a file, with a time limit, for which threads and processes sleep until they are woken.

Polling, as SQLite and most libraries do it, is unfair if many want the lock: one of two processes may get nothing done
for seconds. Sleeping until woken is fair, but such a sleep cannot be interrupted, so a separate thread does it.
"""

import os
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_BRIEFLY = 0.1
"""Seconds to wait after somebody else has already waited in vain."""
_POLL = 0.02


class FileLock:
    """A lock on the (empty) file at `path`, used with `with`; raises OSError if the file cannot be created.

    After waiting for `patience` seconds, it raises TimeoutError. As long as the same stranger holds the lock, those who
    come later only wait briefly.
    """

    def __init__(self, path: Path, patience: float) -> None:
        self._path = path
        self._patience = patience
        self._thread = threading.Lock()
        self._sleeper: _Sleeper | None = None
        self._file = os.open(path, os.O_CREAT | os.O_RDWR | getattr(os, "O_CLOEXEC", 0), 0o600)

    def __enter__(self) -> None:
        """Take the lock, against other threads of this process and against other processes."""
        until = time.monotonic() + self._patience
        if not self._thread.acquire(timeout=self._patience):
            raise self._in_vain()
        try:
            self._lock(until)
        except BaseException:
            self._thread.release()
            raise

    def __exit__(self, *fault: object) -> None:
        """Release the lock."""
        try:
            _unlock(self._file)
        finally:
            self._thread.release()

    def close(self) -> None:
        """Close the file; nobody may hold the lock any more."""
        with self._thread:
            if self._sleeper is not None:
                self._sleeper.dismiss()  # it closes the file when it wakes up
            elif self._file >= 0:
                os.close(self._file)
            self._file = -1

    def _lock(self, until: float) -> None:
        if self._file < 0:
            raise ValueError(f"{self._path}: the lock has been closed")
        asleep = self._sleeper is not None and self._sleeper.asleep
        if not asleep and _lock_now(self._file):
            return
        self._sleeper = self._sleeper or _Sleeper(self._file)
        began = self._sleeper.go_to_sleep()
        if not self._sleeper.woken(min(until, began + self._patience)):
            raise self._in_vain()

    def _in_vain(self) -> TimeoutError:
        return TimeoutError(
            f"{self._path}: another program has held this lock for {self._patience:g} seconds; end that program"
        )


class _Sleeper:
    """A thread that sleeps until it gets the lock on an open file, and releases it if nobody wants it any more.

    It is kept from one sleep to the next, as to start a thread costs more than all else about a sleep.
    """

    def __init__(self, file: int) -> None:
        self._file = file
        self._began = 0.0
        self._state = threading.Lock()
        self._sleeps: SimpleQueue[bool] = SimpleQueue()
        self._over = threading.Event()
        self._wanted = self._dismissed = False
        self._fault: OSError | None = None
        self._over.set()
        threading.Thread(target=self._live, daemon=True, name="file lock").start()

    @property
    def asleep(self) -> bool:
        """True until it has the lock, though nobody may want it any more."""
        return not self._over.is_set()

    def go_to_sleep(self) -> float:
        """Want the lock, and return since when this thread has slept for it."""
        with self._state:
            self._wanted = True
            if self._over.is_set():
                self._over.clear()
                self._began = time.monotonic()
                self._sleeps.put(True)
            return self._began

    def woken(self, until: float) -> bool:
        """Return whether the lock is there by then; raises OSError if it cannot be had."""
        self._over.wait(max(until - time.monotonic(), _BRIEFLY))
        with self._state:
            if not self._over.is_set():
                self._wanted = False
                return False
        if self._fault is not None:
            raise self._fault
        return True

    def dismiss(self) -> None:
        """End the thread, and close the file: now, or as soon as the thread has the lock."""
        with self._state:
            self._dismissed = True
            if self._over.is_set():
                os.close(self._file)
        self._sleeps.put(False)

    def _live(self) -> None:
        while self._sleeps.get():
            self._sleep()

    def _sleep(self) -> None:
        self._fault = None
        try:
            _lock_at_last(self._file)
        except OSError as fault:
            self._fault = fault
        with self._state:
            if self._dismissed:
                os.close(self._file)
            elif not self._wanted and self._fault is None:
                _unlock(self._file)  # before anybody sees that the sleep is over, and takes the lock by the same file
            self._over.set()


if sys.platform == "win32":

    def _lock_now(file: int) -> bool:
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _lock_at_last(file: int) -> None:
        while not _lock_now(file):  # Windows wakes nobody
            time.sleep(_POLL)

    def _unlock(file: int) -> None:
        with suppress(OSError):
            msvcrt.locking(file, msvcrt.LK_UNLCK, 1)

else:

    def _lock_now(file: int) -> bool:
        """Return whether the lock was free, and is held now."""
        with suppress(BlockingIOError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        return False

    def _lock_at_last(file: int) -> None:
        """Wait for the lock, however long that takes."""
        fcntl.flock(file, fcntl.LOCK_EX)

    def _unlock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
