"""Files that are packed as one: written the same way every time, and unpacked with limits."""

import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from quizengine.errors import FormatError

_WHEN = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a package can give a file: the same quiz has the same bytes whenever it is written."""
_MOST_BYTES = 50_000_000
_MOST_FILES = 10_000
_LOCKED = 1
_GLANCE = 20_000
_FEW = 5


def packed(files: Mapping[str, bytes]) -> bytes:
    """The bytes of a package that holds these files, in this order."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _WHEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return buffer.getvalue()


def mentions_name(data: bytes, *words: bytes) -> bool:
    """Return whether one of the words is in a file, or in the manifest or first files of a package.

    That is how formats are distinguished that share an ending; nothing is read whole.
    """
    if data[:2] != b"PK":
        return any(word in data[:_GLANCE] for word in words)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = sorted(archive.namelist()[:_MOST_FILES], key=lambda name: name != "imsmanifest.xml")
            for name in [name for name in names if name.endswith(".xml")][:_FEW]:
                with archive.open(name) as file:
                    begun = file.read(_GLANCE)
                    if any(word in begun for word in words):
                        return True
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        pass
    return False


def repacked(data: bytes) -> bytes:
    """A package with the same files, without the times at which they were written."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return packed({name: archive.read(name) for name in archive.namelist()})


@dataclass(frozen=True)
class Package:
    """A package that was brought, of which no more is unpacked than what is asked for."""

    data: bytes
    name: str
    """The name of its file, for messages."""

    def names(self) -> tuple[str, ...]:
        """The files in it; raises FormatError for what is not a package, is damaged, locked or far larger unpacked."""
        files = self._archive.infolist()
        size = sum(file.file_size for file in files)
        if size > _MOST_BYTES or len(files) > _MOST_FILES:
            raise FormatError(
                f"{self.name}: found a package that unpacks to {size:,} bytes in {len(files):,} files, expected at "
                f"most {_MOST_BYTES:,} bytes in {_MOST_FILES:,} files; split it"
            )
        for file in files:
            parts = file.filename.replace("\\", "/").split("/")
            if ".." in parts or file.filename[:1] in "/\\" or ":" in parts[0]:
                raise FormatError(
                    f"{self.name}: found the path “{file.filename}”, which leads out of the package; "
                    "export the quiz again, as this package was tampered with"
                )
            if file.flag_bits & _LOCKED:
                raise FormatError(f"{self.name}: found a package with a password, expected one without")
        return tuple(file.filename for file in files)

    def read(self, path: str) -> bytes:
        """The bytes of one file; raises FormatError if it is missing or damaged."""
        try:
            with self._archive.open(path) as file:
                data = file.read(_MOST_BYTES + 1)
        except KeyError:
            raise FormatError(f"{self.name}: found no file “{path}” in the package; export the quiz again") from None
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as fault:
            raise self._damaged(fault) from None
        if len(data) > _MOST_BYTES:
            raise FormatError(f"{self.name}: found over {_MOST_BYTES:,} bytes in “{path}”, expected less; split it")
        return data

    @cached_property
    def _archive(self) -> zipfile.ZipFile:
        try:
            return zipfile.ZipFile(io.BytesIO(self.data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as fault:
            raise self._damaged(fault) from None

    def _damaged(self, fault: Exception) -> FormatError:
        reason = " ".join(str(fault).split())[:100] or type(fault).__name__
        return FormatError(
            f"{self.name}: found a package that is damaged or not whole ({reason}), expected a zip file; "
            "download or export it again"
        )
