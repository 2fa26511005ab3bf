"""Says which files of a working folder belong into a backup: all but those that only matter while a server runs."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quizengine.operation.archive import SUFFIX

REPLACED = ".replaced"
"""The folder in a working folder with the files that restored ones have replaced."""
_UNFINISHED = re.compile(r"\..+\.[0-9a-f]{8,16}")
"""The name of a file that is being written, as `system.files` and `system.new_file` choose it."""
_PASSING = frozenset({"__pycache__", ".lock"})
_DATABASE = b"SQLite format 3\0"


@dataclass(frozen=True)
class FolderFiles:
    """The files of a working folder, by their paths in it, with slashes."""

    kept: dict[str, Path]
    left_out: tuple[str, ...]
    """Databases of other servers, and links that lead nowhere."""


def folder_files(folder: Path, attempts: Path) -> FolderFiles:
    """Return the files of a folder that a backup holds; the attempts and what lies beside them are not among them.

    Links are followed, once each, so what they lead to is in the backup. Raises OSError for a folder that cannot be
    read.
    """
    kept: dict[str, Path] = {}
    left_out = []
    for path, file in _walked(folder, "", frozenset()):
        if _belongs_to(file, attempts):
            continue
        if not file.exists() or _is_database(file):
            left_out.append(path)
        elif file.is_file():
            kept[path] = file
    return FolderFiles(kept, tuple(left_out))


def _walked(folder: Path, prefix: str, above: frozenset[str]) -> Iterator[tuple[str, Path]]:
    real = os.path.realpath(folder)
    if real in above:  # a link that leads back
        return
    for each in sorted(folder.iterdir()):
        if each.name in _PASSING or _UNFINISHED.fullmatch(each.name) or each.suffix == SUFFIX:
            continue
        if not prefix and each.name.startswith("."):  # of other programs, such as .git and .venv
            continue
        if each.is_dir():
            yield from _walked(each, f"{prefix}{each.name}/", above | {real})
        else:
            yield f"{prefix}{each.name}", each


def _belongs_to(file: Path, attempts: Path) -> bool:
    """Return whether a file is the attempts, or one of those beside it: its log, its lock, its key."""
    if not file.name.startswith(attempts.name):
        return False
    rest = file.name.removeprefix(attempts.name)
    return file.parent.resolve() == attempts.parent.resolve() and (not rest or rest[0] in ".-")


def _is_database(file: Path) -> bool:
    """Return whether a file is a database or the log of one, which cannot be copied while somebody writes to it."""
    if file.name.endswith(("-wal", "-shm")):
        return True
    if not file.is_file():
        return False
    with open(file, "rb") as opened:
        return opened.read(len(_DATABASE)) == _DATABASE
