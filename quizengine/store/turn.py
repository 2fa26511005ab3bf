"""Whose turn it is to write: a lock that threads and processes sleep on until they are woken.

SQLite's own waiting polls, and is unfair when many write: one of two processes may get nothing done for seconds.
"""

import os
import threading
from pathlib import Path

from quizengine.store.errors import BusyError, StoreError

try:
    import fcntl
except ImportError:  # not on Windows, where SQLite's own waiting has to do
    fcntl = None  # type: ignore[assignment] # the module or nothing


class Turn:
    """Held by `with`: the lock on the file at `path`, which holds nothing; raises OSError when it cannot be made.

    `patience` is how many seconds a thread waits for the others of its process before it raises BusyError.
    """

    def __init__(self, path: Path, patience: float) -> None:
        self._path = path
        self._patience = patience
        self._thread = threading.Lock()
        self._file = os.open(path, os.O_CREAT | os.O_RDWR | getattr(os, "O_CLOEXEC", 0), 0o600)

    def __enter__(self) -> None:
        """Hold the lock against the other threads of this process and against other processes."""
        if not self._thread.acquire(timeout=self._patience):
            raise BusyError(f"{self._path}: waited {self._patience:g} seconds for another writer; try again")
        try:
            self._lock()
        except BaseException:
            self._thread.release()
            raise

    def __exit__(self, *fault: object) -> None:
        """Give the lock to whoever waits for it."""
        try:
            self._unlock()
        finally:
            self._thread.release()

    def close(self) -> None:
        """Give the file back; nobody may take a turn any more."""
        with self._thread:
            if self._file >= 0:
                os.close(self._file)
            self._file = -1

    def _lock(self) -> None:
        if self._file < 0:
            raise StoreError(f"{self._path}: the store has been closed")
        if fcntl is not None:
            try:
                fcntl.flock(self._file, fcntl.LOCK_EX)
            except OSError as fault:
                raise StoreError(f"{self._path}: cannot be locked: {fault.strerror}") from fault

    def _unlock(self) -> None:
        if fcntl is not None:
            fcntl.flock(self._file, fcntl.LOCK_UN)
