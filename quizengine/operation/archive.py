"""The file of a backup: a zip file whose `backup.json` lists everything in it with its size and SHA-256 hash.

Files go in and out piece by piece, so that a backup may be larger than the memory.
"""

import json
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import IO, BinaryIO

from quizengine import __version__
from quizengine.errors import FormatError, WriteError
from quizengine.system.files import reason_of
from quizengine.system.new_file import new_file

SUFFIX = ".quizbackup"
_MANIFEST = "backup.json"
_FORMAT = "quizengine-backup/1"
_PIECE = 1024 * 1024
_QUICK = 1
"""The level of compression: students may be waiting for the same processor."""
_DAMAGED = "the backup is damaged; use another one"


@dataclass(frozen=True)
class ArchivedFile:
    """One file of a backup: its path in it, its SHA-256 hash in hexadecimal digits, and its size in bytes."""

    path: str
    sha256: str
    size: int


class ArchiveWriter:
    """A backup while it is written."""

    def __init__(self, package: zipfile.ZipFile) -> None:
        self._package = package
        self.files: list[ArchivedFile] = []

    def add(self, path: str, source: Path) -> None:
        """Put a file into the backup under a path; raises OSError if it cannot be read."""
        with open(source, "rb") as reading, self._package.open(path, "w", force_zip64=True) as writing:
            self.files.append(_copied(path, reading, writing))


@contextmanager
def new_archive(place: Path) -> Iterator[ArchiveWriter]:
    """A new backup, at its place when the block ends without a fault; raises WriteError if something is there already.

    Only its owner can read it, as it holds names and answers.
    """
    try:
        with new_file(place, 0o600) as file, _new_package(file) as package:
            writer = ArchiveWriter(package)
            yield writer
            package.writestr(_MANIFEST, _manifest(writer.files))
    except FileExistsError:
        raise WriteError(f"{place}: exists already, and stays as it is; give another name") from None
    except OSError as fault:
        raise WriteError(f"{fault.filename or place}: cannot be read or written: {reason_of(fault)}") from None


@dataclass(frozen=True)
class Archive:
    """A backup that is open for reading."""

    name: str
    made: datetime
    version: str
    """The version of quizengine that made it."""
    files: tuple[ArchivedFile, ...]
    _package: zipfile.ZipFile

    def check(self) -> None:
        """Compare every file with its hash; raises FormatError for the first one that differs."""
        for each in self.files:
            self._copy(each, None)

    def extract(self, file: ArchivedFile, target: BinaryIO) -> None:
        """Write one of the files to a target; raises FormatError if its hash is not the listed one."""
        self._copy(file, target)

    def _copy(self, file: ArchivedFile, target: BinaryIO | None) -> None:
        try:
            with self._package.open(file.path) as reading:
                found = _copied(file.path, reading, target, file.size)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as fault:
            raise FormatError(f"{self.name}: {file.path} cannot be read ({fault}); {_DAMAGED}") from None
        if found != file:
            raise FormatError(f"{self.name}: the hash of {file.path} is not the listed one; {_DAMAGED}")


@contextmanager
def open_backup(place: Path) -> Iterator[Archive]:
    """Open a backup; raises FormatError if it is none, or if its list does not fit what is in it."""
    try:
        package = zipfile.ZipFile(place)
    except (zipfile.BadZipFile, ValueError):
        raise FormatError(f"{place}: found a file that is no backup, or not a whole one, expected one") from None
    except OSError as fault:
        raise FormatError(f"{place}: cannot be read: {reason_of(fault)}") from None
    with package:
        yield _archive(package, str(place))


def _new_package(file: BinaryIO) -> zipfile.ZipFile:
    return zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=_QUICK)


def _archive(package: zipfile.ZipFile, name: str) -> Archive:
    try:
        manifest = json.loads(package.read(_MANIFEST))
        if not isinstance(manifest, dict) or manifest.get("format") != _FORMAT:
            raise FormatError(f"{name}: found another format, expected {_FORMAT}; use the quizengine that made it")
        made = datetime.fromisoformat(manifest["made"])
        files = tuple(ArchivedFile(str(one["path"]), str(one["sha256"]), int(one["size"])) for one in manifest["files"])
    except (zipfile.BadZipFile, zlib.error, KeyError, TypeError, ValueError, RecursionError):
        raise FormatError(f"{name}: {_MANIFEST} is missing or cannot be read; {_DAMAGED}") from None
    packed = sorted(each for each in package.namelist() if each != _MANIFEST)
    if packed != sorted(each.path for each in files):
        raise FormatError(f"{name}: found other files in it than it lists; {_DAMAGED}")
    for each in files:
        if not _is_sound(each.path):
            raise FormatError(f"{name}: found the path “{each.path}”, which no backup may have; do not use it")
    return Archive(name, made, str(manifest.get("quizengine", "")), files, package)


def _is_sound(path: str) -> bool:
    """Return whether a path stays inside the folder that it is restored to, on every system."""
    parts = path.split("/")
    return not any(part in ("", ".", "..") or "\\" in part or "\0" in part or ":" in part for part in parts)


def _manifest(files: Sequence[ArchivedFile]) -> str:
    made = datetime.now(UTC).isoformat(timespec="seconds")
    listed = [asdict(each) for each in files]
    manifest = {"format": _FORMAT, "made": made, "quizengine": __version__, "files": listed}
    return json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"


def _copied(path: str, source: IO[bytes], target: IO[bytes] | None, most: int | None = None) -> ArchivedFile:
    """Copy a file and return what was copied; stops after the first piece that makes it larger than `most` bytes."""
    digest, size = sha256(), 0
    while piece := source.read(_PIECE):
        size += len(piece)
        if most is not None and size > most:
            break
        digest.update(piece)
        if target is not None:
            target.write(piece)
    return ArchivedFile(path, digest.hexdigest(), size)
