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
        if self._sleeper is None and _lock_now(self._file):
            return
        if self._sleeper is None or not self._sleeper.go_on():
            self._sleeper = _Sleeper(self._file)
        until = min(until, self._sleeper.began + self._patience)
        if not self._sleeper.woken(until):
            raise self._in_vain()
        self._sleeper = None

    def _in_vain(self) -> TimeoutError:
        return TimeoutError(
            f"{self._path}: another program has held this lock for {self._patience:g} seconds; end that program"
        )


class _Sleeper:
    """A thread that sleeps until it gets the lock on an open file, and releases it if nobody wants it any more."""

    def __init__(self, file: int) -> None:
        self.began = time.monotonic()
        self._file = file
        self._state = threading.Lock()
        self._over = threading.Event()
        self._wanted, self._dismissed = True, False
        self._fault: OSError | None = None
        threading.Thread(target=self._sleep, daemon=True, name="file lock").start()

    def go_on(self) -> bool:
        """Want the lock again; False if it has come and gone since nobody wanted it."""
        with self._state:
            if self._over.is_set():
                return False
            self._wanted = True
            return True

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
        """Close the file as soon as the thread has the lock."""
        with self._state:
            self._dismissed = True
            if self._over.is_set():
                os.close(self._file)

    def _sleep(self) -> None:
        try:
            _lock_at_last(self._file)
        except OSError as fault:
            self._fault = fault
        with self._state:
            self._over.set()
            if self._dismissed:
                os.close(self._file)
            elif not self._wanted and self._fault is None:
                _unlock(self._file)


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
