"""Notices if the files of a database are no longer those that were opened: deleted, moved, replaced, overwritten.

A program can continue writing to an open file whose name is gone, and everything written then is lost when the last
process closes it. So before and after each commit the names are looked up, and must lead to the opened files. As long
as the modification time of a folder stays the same, no name in it has changed, so one look is enough.
"""

import os
import time
from dataclasses import dataclass
from pathlib import Path

from quizengine.store.database import Identity
from quizengine.store.errors import LostFileError

_MAGIC = b"SQLite format 3\0"
_HEADER = 100
"""Bytes; the fields in them are described in the file format of SQLite, section 1.3."""
_NOW_WHAT = "nothing is saved until the same file is back in its place"
_AGAIN = "stop quizengine, put a good copy in its place if you have one, and start it again"
_SETTLED = 2_000_000_000
"""Nanoseconds after which a further change is sure to give another modification time."""


@dataclass(frozen=True)
class _Header:
    """The fields in the first bytes of an SQLite file."""

    changes: int
    """Counted up by SQLite; an earlier copy of the file has fewer."""
    size: int
    """The size in bytes; the file has at least as many."""

    @classmethod
    def of(cls, head: bytes) -> "_Header | None":
        """The header; None if these are not the first bytes of an SQLite file."""
        if len(head) < _HEADER or not head.startswith(_MAGIC):
            return None
        page = int.from_bytes(head[16:18], "big")
        pages = int.from_bytes(head[28:32], "big")
        size = (65536 if page == 1 else page) * pages
        return cls(int.from_bytes(head[24:28], "big"), size)


class OpenedFiles:
    """The database at `path` and what SQLite keeps beside it, as they were when the database was opened.

    Made before any connection is open, since closing a file releases the locks that SQLite has on it in this
    process. Raises OSError; with an `identity`, LostFileError unless that very file is there.
    """

    def __init__(self, path: Path, identity: Identity | None = None) -> None:
        self.path = path
        create = os.O_CREAT if identity is None else 0
        try:
            self._file = os.open(path, os.O_RDWR | create | getattr(os, "O_CLOEXEC", 0), 0o600)  # for its owner's eyes
        except FileNotFoundError:
            if identity is None:
                raise
            raise self._missing(path) from None
        told = os.fstat(self._file)
        self.identity = (told.st_dev, told.st_ino)
        if identity not in (None, self.identity):
            os.close(self._file)
            raise self._replaced(path)
        if identity is not None and not told.st_size:
            os.close(self._file)
            raise self._overwritten()
        self._state = (told.st_size, told.st_mtime_ns)
        self._header = self._read_header()
        self._watched: tuple[tuple[str, Identity], ...] = ((str(path), self.identity),)
        real = os.path.realpath(path)  # SQLite follows links before it puts files beside
        self._beside = (f"{real}-wal", f"{real}-shm")
        self._folders = tuple(dict.fromkeys((os.path.dirname(path.absolute()), os.path.dirname(real))))
        self._unchanged: list[tuple[int, int, int]] = []

    def watch(self) -> None:
        """Take the files that are there now for the database's own; to be called once SQLite has opened them all."""
        found = []
        for path in self._beside:
            try:
                told = os.stat(path)
            except FileNotFoundError:  # not on every system is there a log
                continue
            found.append((path, (told.st_dev, told.st_ino)))
        self._watched = ((str(self.path), self.identity), *found)
        told = os.fstat(self._file)
        self._state = (told.st_size, told.st_mtime_ns)
        self._header = self._read_header()

    def check_places(self) -> None:
        """Raise LostFileError unless every file is in its place."""
        folders = self._folders_now()
        if folders and folders == self._unchanged:
            return
        for path, identity in self._watched:
            try:
                told = os.stat(path)
            except OSError:
                raise self._missing(path) from None
            if (told.st_dev, told.st_ino) != identity:
                raise self._replaced(path)
        latest = max((changed for *_, changed in folders), default=0)
        self._unchanged = folders if latest < time.time_ns() - _SETTLED else []

    def _folders_now(self) -> list[tuple[int, int, int]]:
        """Return which folders the files lie in, and when a name in each was changed last; nothing if one is gone."""
        try:
            told = [os.stat(folder) for folder in self._folders]
        except OSError:
            return []
        return [(each.st_dev, each.st_ino, each.st_mtime_ns) for each in told]

    def check(self) -> None:
        """Raise LostFileError unless every file is in its place and nobody else has written into the database.

        Only for whoever may write, as SQLite itself is then not in the middle of moving its log into the file.
        """
        self.check_places()
        told = os.fstat(self._file)
        state = (told.st_size, told.st_mtime_ns)
        if state == self._state:
            return
        header = self._read_header()
        before = self._header
        grown = header is not None and before is not None and header.changes >= before.changes
        if header is None or not grown or header.size > told.st_size:
            raise self._overwritten()
        self._state, self._header = state, header

    def close(self) -> None:
        """Give the file back; only when every connection has been closed."""
        os.close(self._file)

    def _read_header(self) -> _Header | None:
        os.lseek(self._file, 0, os.SEEK_SET)
        return _Header.of(os.read(self._file, _HEADER))

    def _missing(self, path: str | Path) -> LostFileError:
        if str(path) != str(self.path):
            return self._beside_lost(path, "deleted or moved")
        return LostFileError(
            f"{path}: was deleted, moved or renamed while quizengine used it; {_NOW_WHAT}, or {_AGAIN}"
        )

    def _replaced(self, path: str | Path) -> LostFileError:
        if str(path) != str(self.path):
            return self._beside_lost(path, "replaced")
        return LostFileError(f"{path}: was replaced by another file while quizengine used it; {_NOW_WHAT}, or {_AGAIN}")

    def _beside_lost(self, path: str | Path, how: str) -> LostFileError:
        return LostFileError(
            f"{path}: was {how} while quizengine used it; nothing is saved until you stop quizengine and start it again"
        )

    def _overwritten(self) -> LostFileError:
        return LostFileError(
            f"{self.path}: was cut short or overwritten while quizengine used it; nothing is saved until you {_AGAIN}",
            spoilt=True,
        )
