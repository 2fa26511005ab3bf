"""Reads files and standard input, and writes files whole: the bytes, or one clear error."""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from shutil import copymode

from quizengine.article import MOST_CHARACTERS, Article
from quizengine.errors import ArticleError, BankError, FormatError, QuizEngineError
from quizengine.terminal import shown

STANDARD = "-"
"""The name that stands for standard input or output."""
_MOST_BYTES_PER_CHARACTER = 4
_MOST_BANK_BYTES = 10_000_000


def read_article(path: str | Path) -> Article:
    """The article in a UTF-8 text file, or on standard input for `-`; raises ArticleError when there is none."""
    data = _read(path, ArticleError, MOST_CHARACTERS * _MOST_BYTES_PER_CHARACTER)
    article = Article.from_bytes(data, _shown(path))
    return Article(article.text) if str(path) == STANDARD else article


def read_bank_bytes(path: str | Path) -> bytes:
    """The bytes of a bank file, or of standard input for `-`; raises BankError when there are none."""
    return _read(path, BankError, _MOST_BANK_BYTES)


def write_whole(path: str | Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all, or write to standard output for `-`.

    Raises FormatError when the place cannot be written to; an existing file is then as it was.
    """
    if str(path) == STANDARD and sys.stdout is None:
        raise FormatError("standard output: cannot be written: it is closed")
    if str(path) == STANDARD:
        seen = sys.stdout.isatty()  # a person reads it; what goes on to a file or a program is left as it is
        sys.stdout.buffer.write(shown(data.decode(errors="replace")).encode() if seen else data)
        sys.stdout.buffer.flush()
        return
    place = Path(os.path.realpath(path))  # a link stays a link
    beside = place.with_name(f".{place.name[:40]}.{os.getpid()}")
    try:
        if place.exists() and not place.is_file():  # a device or a pipe takes bytes and must not be replaced
            place.write_bytes(data)
            return
        place.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(data)
        if place.exists():
            copymode(place, beside)
        beside.replace(place)
    except OSError as fault:
        with suppress(OSError):
            beside.unlink()
        raise FormatError(f"{path}: cannot be written: {_reason(fault)}") from None


def files_in(folder: Path, *suffixes: str) -> Iterator[Path]:
    """The files of a folder with one of the suffixes, by name; none when there is no such folder."""
    if folder.is_dir():
        yield from sorted(p for p in folder.iterdir() if p.suffix in suffixes and p.is_file() and p.name[0] not in "._")


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
        raise error(f"{_shown(path)}: cannot be read: {_reason(fault)}") from None
    if len(data) > most:
        raise error(f"{_shown(path)}: found more than {most:,} bytes, expected a shorter file; split it")
    return data


def _shown(path: str | Path) -> str:
    return "standard input" if str(path) == STANDARD else str(path)


def _reason(fault: OSError) -> str:
    reasons = {
        FileNotFoundError: "there is no such file; check the spelling and the folder",
        IsADirectoryError: "it is a folder, expected a file",
        PermissionError: "permission denied",
    }
    return next((words for kind, words in reasons.items() if isinstance(fault, kind)), fault.strerror or str(fault))
