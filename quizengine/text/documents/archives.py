"""Files packed as zip archives: reads their content within limits."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from quizengine.errors import ArticleError
from quizengine.text.documents.document import MOST_BYTES

_MOST_FILES = 10_000
_LOCKED = 1
_PICTURES = (
    ".png",
    ".jpg",
    ".jpeg",
    ".gif",
    ".tif",
    ".tiff",
    ".emf",
    ".wmf",
    ".svg",
    ".mp4",
    ".mp3",
    ".ttf",
    ".otf",
    ".woff",
)
"""Nobody reads these."""


@contextmanager
def open_archive(data: bytes, form: str) -> Iterator[zipfile.ZipFile]:
    """The packed files; raises ArticleError for what is damaged, locked with a password, or far larger unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files = archive.infolist()
            size = sum(file.file_size for file in files if not file.filename.lower().endswith(_PICTURES))
            if size > MOST_BYTES or len(files) > _MOST_FILES:
                raise ArticleError(
                    f"found {form} that unpacks to {size:,} bytes in {len(files):,} files, expected at most "
                    f"{MOST_BYTES:,} bytes in {_MOST_FILES:,} files; split it"
                )
            if any(file.flag_bits & _LOCKED for file in files):
                raise ArticleError(f"found {form} with a password, expected one without; save it without a password")
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, KeyError, ValueError, OSError) as fault:
        reason = " ".join(str(fault).strip("'\"").split())[:100] or type(fault).__name__
        raise ArticleError(
            f"found {form} that is damaged or not whole ({reason}); open it in its program and save it again"
        ) from None


def member_names(data: bytes) -> frozenset[str]:
    """The names of the packed files; none if they cannot be listed."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return frozenset(archive.namelist()[:_MOST_FILES])
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return frozenset()
