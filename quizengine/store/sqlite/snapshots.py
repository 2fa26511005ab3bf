"""Copies the file of attempts while others write to it, and puts another file in its place while nobody does."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from quizengine.errors import WriteError
from quizengine.store.errors import BusyError, StoreError
from quizengine.store.sqlite.preparing import is_store, refuse_log_alone
from quizengine.store.tables import VERSION
from quizengine.system.file_lock import FileLock
from quizengine.system.files import flush_folder, reason_of

_PATIENCE = 5.0
"""Seconds to wait for a server that is writing."""
_BRIEFLY = 0.5
"""Seconds that a server with the file open gets to end."""


def files_of(path: Path) -> tuple[Path, ...]:
    """Return the places of the file of attempts and of its log, whether they are there or not."""
    return tuple(path.with_name(path.name + end) for end in ("", "-wal", "-shm"))


def copy_database(path: Path, to: Path) -> None:
    """Copy the attempts as they are at one moment into a new file, whoever writes to them meanwhile.

    It has every answer that was acknowledged before. Raises StoreError if there are none, or if they are damaged.
    """
    refuse_log_alone(path)
    try:
        with closing(_opened(path)) as source, closing(sqlite3.connect(to)) as target:
            _expect_store(source, path)
            source.backup(target)
    except sqlite3.Error as fault:
        raise StoreError(f"{path}: cannot be copied: {fault}") from None
    check_database(to, path)


def check_database(path: Path, name: Path | str) -> None:
    """Raise StoreError, with a name for the file, unless it is a whole store that this version can open."""
    try:
        with closing(_opened(path)) as connection:
            _expect_store(connection, name)
            [version] = connection.execute("PRAGMA user_version").fetchone()
            if version > VERSION:
                raise StoreError(
                    f"{name}: was written by a newer version of quizengine (tables {version}, expected at most "
                    f"{VERSION}); install that version first"
                )
            [found] = connection.execute("PRAGMA quick_check(1)").fetchone()
            if found != "ok":
                raise StoreError(f"{name}: is damaged ({found}); use an earlier backup")
    except sqlite3.Error as fault:
        raise StoreError(f"{name}: cannot be read: {fault}; use an earlier backup") from None


@contextmanager
def out_of_use(path: Path) -> Iterator[None]:
    """Keep every server from the attempts while the block runs; raises BusyError if one is using them.

    Their log is then part of the file, unless they are damaged.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path.with_name(f"{path.name}.lock"), _PATIENCE)
    except OSError as fault:
        raise WriteError(f"{path}: cannot be written: {reason_of(fault)}") from None
    with closing(lock):
        try:
            lock.__enter__()
        except TimeoutError as fault:
            raise BusyError(str(fault)) from None
        try:
            if path.exists():
                _close_log(path)
            yield
        finally:
            lock.__exit__()


def replace_attempts(new: Path, path: Path, aside: Path) -> None:
    """Move the attempts at `path` aside, if there are any, with their log, and the new ones there; raises OSError.

    Only for a block of `out_of_use`.
    """
    for place, kept in list(zip(files_of(path), files_of(aside), strict=True))[1:]:
        if place.exists():
            place.rename(kept)
    if path.exists():
        _keep(path, aside)
    os.replace(new, path)
    flush_folder(path.parent)


def _keep(path: Path, aside: Path) -> None:
    """Give a file a second name: it stays in its place until another one replaces it, so no server finds none."""
    try:
        os.link(path, aside)
    except OSError:  # a file system without links
        path.rename(aside)
    flush_folder(path.parent)


def _close_log(path: Path) -> None:
    """Move the log into the file; raises BusyError if another program has the file open."""
    try:
        with closing(_opened(path, _BRIEFLY)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")  # which SQLite only does for whoever is alone
            connection.execute("PRAGMA journal_mode=WAL")
    except sqlite3.Error as fault:
        code = getattr(fault, "sqlite_errorcode", 0) & 0xFF
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise BusyError(f"{path}: a server or another program is using this file; stop it first") from None
        if code not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):  # such a one may be moved as it is
            raise StoreError(f"{path}: cannot be opened: {fault}") from None


def _opened(path: Path, patience: float = _PATIENCE) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", patience, isolation_level=None, uri=True)


def _expect_store(connection: sqlite3.Connection, name: Path | str) -> None:
    if not is_store(connection):
        raise StoreError(f"{name}: found the database of another program, expected students' answers")
