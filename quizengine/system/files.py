"""Reads files and standard input, and writes whole files; the result is the bytes or one clear error."""

import errno
import os
import secrets
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from shutil import copymode

from quizengine.errors import ArticleError, BankError, QuizEngineError, WriteError
from quizengine.system.terminal import escape_controls
from quizengine.text.article import Article
from quizengine.text.documents import ARTICLE_READERS, MOST_BYTES, ArticleReader

STANDARD = "-"
"""The name that stands for standard input or output."""
_MOST_BANK_BYTES = 10_000_000
_MOST_IMPORT_BYTES = 100_000_000


def read_article(path: str | Path, readers: Iterable[ArticleReader] = ARTICLE_READERS) -> Article:
    """Read the article in a file of any format, or on standard input for `-`; raises ArticleError."""
    article = Article.from_bytes(read_article_bytes(path), _shown(path), readers)
    return replace(article, name="") if str(path) == STANDARD else article


def read_article_bytes(path: str | Path) -> bytes:
    """Return the bytes of an article's file, or of standard input for `-`; raises ArticleError if there are none."""
    return _read(path, ArticleError, MOST_BYTES)


def read_bank_bytes(path: str | Path) -> bytes:
    """Return the bytes of a bank file, or of standard input for `-`; raises BankError if it cannot be read."""
    return _read(path, BankError, _MOST_BANK_BYTES)


def read_import_bytes(path: str | Path) -> bytes:
    """The same for a file from another program, which may hold images."""
    return _read(path, BankError, _MOST_IMPORT_BYTES)


def write_whole(path: str | Path, data: bytes, earlier: Path | None = None) -> None:
    """Write a file completely or not at all, or write to standard output for `-`.

    When this returns, the file is on disk, and its previous content is in `earlier`, if given. Raises WriteError if the
    file cannot be written; all existing files are then unchanged.
    """
    if str(path) == STANDARD and sys.stdout is None:
        raise WriteError("standard output: cannot be written: it is closed")
    if str(path) == STANDARD:
        seen = sys.stdout.isatty()  # a person reads it; output to a file or a program stays unchanged
        sys.stdout.buffer.write(escape_controls(data.decode(errors="replace")).encode() if seen else data)
        sys.stdout.buffer.flush()
        return
    place = Path(os.path.realpath(path))  # a link stays a link
    try:
        if place.exists() and not place.is_file():  # a device or a pipe takes bytes and must not be replaced
            place.write_bytes(data)
            return
        place.parent.mkdir(parents=True, exist_ok=True)
        if earlier is not None and place.exists():
            _replace_both(place, data, earlier)
        else:
            _replace(place, data)
        flush_folder(place.parent)
    except OSError as fault:
        raise WriteError(f"{path}: cannot be written: {reason_of(fault)}") from None


def write_once(path: Path, data: bytes) -> None:
    """Write a file that only its owner can read, completely or not at all; an existing file is left as it is.

    If several processes do this at once, one of them writes. Raises OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        return
    with _beside(path, data, 0o600) as new:
        try:
            os.link(new, path)
        except FileExistsError:
            return
        except OSError:  # a file system without links
            new.rename(path)
    flush_folder(path.parent)


@contextmanager
def _beside(place: Path, data: bytes, mode: int = 0o666) -> Iterator[Path]:
    """Create a new file with these bytes beside a place, on disk; it is removed at the end if it still exists."""
    beside = place.with_name(f".{place.name[:40]}.{secrets.token_hex(8)}")
    try:
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        yield beside
    finally:
        with suppress(OSError):
            beside.unlink()


def _replace(place: Path, data: bytes) -> None:
    with _beside(place, data) as new:
        if place.exists():
            copymode(place, new)
        new.replace(place)


def _replace_both(place: Path, data: bytes, earlier: Path) -> None:
    """Write bytes to a place and its previous content to another place: both, or neither."""
    with _beside(place, data) as new, _beside(earlier, place.read_bytes()) as old:
        copymode(place, new)
        copymode(place, old)
        new.replace(place)
        try:
            old.replace(earlier)
        except OSError:
            old.replace(place)
            raise


def flush_folder(folder: Path) -> None:
    """Flush the names in a folder to disk, if the system can do that."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def files_in(folder: Path, *suffixes: str) -> Iterator[Path]:
    """The files of a folder with one of the suffixes, by name; none if there is no such folder."""
    if folder.is_dir():
        yield from sorted(p for p in folder.iterdir() if p.suffix in suffixes and p.is_file() and p.name[0] not in "._")


def changes_of(paths: Iterable[Path], seconds: float = 0.3) -> Iterator[None]:
    """Yield at once, and then each time one of the files has changed, come or gone; looks every `seconds`."""
    files, before = tuple(paths), None
    while True:
        if (now := tuple(map(_stamp, files))) != before:
            before = now
            yield
        else:
            time.sleep(seconds)


def _stamp(path: Path) -> tuple[int, int, int] | None:
    """A value that changes with each new content of a file; None if it cannot be read."""
    try:
        told = path.stat()
    except OSError:
        return None
    return told.st_mtime_ns, told.st_size, told.st_ino


def _read(path: str | Path, error: type[QuizEngineError], most: int) -> bytes:
    try:
        if str(path) == STANDARD and sys.stdin is None:
            raise error("standard input: cannot be read: it is closed")
        if str(path) == STANDARD:
            data = sys.stdin.buffer.read(most + 1)
        else:
            with open(path, "rb") as file:
                data = file.read(most + 1)
    except OSError as fault:
        raise error(f"{_shown(path)}: cannot be read: {reason_of(fault)}") from None
    if len(data) > most:
        raise error(f"{_shown(path)}: found more than {most:,} bytes, expected a shorter file; split it")
    return data


def _shown(path: str | Path) -> str:
    return "standard input" if str(path) == STANDARD else str(path)


def reason_of(fault: OSError) -> str:
    """Return why a file cannot be read or written, in words."""
    reasons = {
        FileNotFoundError: "there is no such file; check the spelling and the folder",
        IsADirectoryError: "it is a folder, expected a file",
        PermissionError: "permission denied; change who may write there",
    }
    by_number = {errno.ENOSPC: "the disk is full; make room on it", errno.EROFS: "the disk or folder is read-only"}
    if fault.errno in by_number:
        return by_number[fault.errno]
    return next((words for kind, words in reasons.items() if isinstance(fault, kind)), fault.strerror or str(fault))
