"""The images and recordings that banks refer to: where their files lie, and whether they are what their names say.

A file lies in a folder `media` beside its bank or in the working folder; what leads out of that folder is not found.
Its kind is told by its content, so that a web page named .png is never served as anything.
"""

import os
import warnings
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from zlib import crc32

from quizengine.errors import QuizEngineError
from quizengine.quiz.markup.media import MEDIA_FOLDER, Medium, fault_of_reference, suffix_of

MOST_IMAGE_BYTES = 5_000_000
MOST_AUDIO_BYTES = 20_000_000
MOST_PIXELS = 40_000_000
_REMEMBERED = 1024
_HEAD = 8192
"""Bytes that tell the kind of a recording."""


class MediaError(QuizEngineError):
    """A file that cannot be shown or heard, and why."""


@dataclass(frozen=True)
class MediaFile:
    """A file that is what its name says; width and height in pixels, 0 for a recording."""

    path: Path
    type: str
    """The media type that it is served with."""
    digest: str
    """Sixteen hexadecimal digits that follow from its content."""
    width: int = 0
    height: int = 0


@dataclass(frozen=True)
class _Kind:
    """A kind of file: the type it is served with, and what tells it by its content."""

    type: str
    read: Callable[[Path, str], tuple[int, int]]
    """Give width and height; raise MediaError for a file whose content is not of the kind with this name."""
    name: str
    most: int


@dataclass(frozen=True)
class MediaFolders:
    """Folders in which a folder `media` may lie, in the order in which a file is looked for."""

    folders: tuple[Path, ...]

    def path(self, file: str) -> Path | None:
        """Return the path of a file by the reference to it; None if there is none, or outside the folder `media`."""
        if fault_of_reference(file):
            return None
        return next(filter(None, (_inside(folder, file) for folder in self.folders)), None)

    def find(self, file: str) -> MediaFile:
        """The file of a reference; raises MediaError if there is none, or it is something else than its name says."""
        path = self.path(file)
        if path is None:
            raise MediaError(f"found no file {file}, expected it in one of: {', '.join(map(str, self.folders))}")
        return looked_at(path, file)

    def listed(self) -> tuple[str, ...]:
        """The references to all files in the first of the folders, in order."""
        root = self.folders[0] / MEDIA_FOLDER if self.folders else None
        places = sorted(root.rglob("*")) if root and root.is_dir() else []
        files = (f"{MEDIA_FOLDER}/{place.relative_to(root).as_posix()}" for place in places if root)
        return tuple(file for file in files if self.path(file))

    def content(self, file: str) -> bytes | None:
        """The bytes of the file of a reference; None when there is none, or it is not what its name says."""
        try:
            return self.find(file).path.read_bytes()
        except (MediaError, OSError):
            return None

    def stamp(self) -> tuple[int, int]:
        """Two numbers that are others when a file in one of the folders has come, gone or changed."""
        found: list[tuple[str, int, int]] = []
        for folder in self.folders:
            for place, _, names in os.walk(folder / MEDIA_FOLDER):
                for name in names:
                    with suppress(OSError):  # gone since it was listed
                        told = os.stat(os.path.join(place, name))
                        found.append((os.path.join(place, name), told.st_mtime_ns, told.st_size))
        return crc32(repr(sorted(found)).encode()), len(found)

    def fault(self, medium: Medium) -> str:
        """Return what is wrong with the file of an image or a recording; empty if nothing is."""
        try:
            self.find(medium.file)
        except MediaError as fault:
            return str(fault)
        return ""


def looked_at(path: Path, name: str) -> MediaFile:
    """The file at a path; raises MediaError, which calls it by a name, when it is not what that says or too large."""
    try:
        told = path.stat()
        return _looked_at(path, told.st_mtime_ns, told.st_size)
    except OSError as fault:
        raise MediaError(f"{name} cannot be read: {fault.strerror}") from None
    except MediaError as fault:
        raise MediaError(f"{name}: {fault}") from None


def _inside(folder: Path, file: str) -> Path | None:
    try:
        root = (folder / MEDIA_FOLDER).resolve(strict=True)
        path = (folder / file).resolve(strict=True)
    except (OSError, ValueError, RuntimeError):
        return None
    return path if path.is_relative_to(root) and path.is_file() else None


@lru_cache(_REMEMBERED)
def _looked_at(path: Path, changed: int, size: int) -> MediaFile:
    """The file as it was when it was changed last."""
    kind = _KINDS.get(suffix_of(path.name))
    if kind is None:
        raise MediaError(f"found a file of another kind, expected one that ends in {', '.join(_KINDS)}")
    if size > kind.most:
        raise MediaError(f"found {size:,} bytes, expected at most {kind.most:,}; make it smaller")
    width, height = kind.read(path, kind.name)
    return MediaFile(path, kind.type, sha256(path.read_bytes()).hexdigest()[:16], width, height)


def _image(path: Path, name: str) -> tuple[int, int]:
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of large images, which are refused below
            with Image.open(path, formats=(name,)) as image:
                width, height = image.size
    except Image.DecompressionBombError:  # far more pixels than may be
        raise _too_many_pixels() from None
    except Exception as fault:  # whatever a broken file makes the library raise
        if isinstance(fault, OSError) and fault.strerror:
            raise
        raise _something_else(name) from None
    if width * height > MOST_PIXELS:
        raise _too_many_pixels()
    return width, height


def checked(data: bytes, suffix: str) -> None:
    """Raise MediaError if these bytes are no recording of the kind that an ending names."""
    import filetype

    name = _KINDS[suffix].name
    if filetype.guess_extension(data[:_HEAD]) != name:
        raise _something_else(name)


def _audio(path: Path, name: str) -> tuple[int, int]:
    with open(path, "rb") as file:
        checked(file.read(_HEAD), suffix_of(path.name))
    return 0, 0


def _too_many_pixels() -> MediaError:
    return MediaError(f"found too many pixels, expected at most {MOST_PIXELS:,} in all; make it smaller")


def _something_else(name: str) -> MediaError:
    return MediaError(f"found something else in the file, expected {name.upper()}, as its name says; export it again")


_PNG = _Kind("image/png", _image, "PNG", MOST_IMAGE_BYTES)
_JPEG = _Kind("image/jpeg", _image, "JPEG", MOST_IMAGE_BYTES)
_OGG = _Kind("audio/ogg", _audio, "ogg", MOST_AUDIO_BYTES)
_KINDS = {
    ".png": _PNG,
    ".jpg": _JPEG,
    ".jpeg": _JPEG,
    ".gif": _Kind("image/gif", _image, "GIF", MOST_IMAGE_BYTES),
    ".webp": _Kind("image/webp", _image, "WEBP", MOST_IMAGE_BYTES),
    ".mp3": _Kind("audio/mpeg", _audio, "mp3", MOST_AUDIO_BYTES),
    ".ogg": _OGG,
    ".oga": _OGG,
    ".opus": _OGG,
    ".wav": _Kind("audio/wav", _audio, "wav", MOST_AUDIO_BYTES),
    ".m4a": _Kind("audio/mp4", _audio, "m4a", MOST_AUDIO_BYTES),
    ".flac": _Kind("audio/flac", _audio, "flac", MOST_AUDIO_BYTES),
}
