"""A new file that appears in its place whole, or not at all, and never in the place of another."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from quizengine.system.files import flush_folder


@contextmanager
def new_file(place: Path, mode: int = 0o666) -> Iterator[BinaryIO]:
    """A file to write to, which is at its place and on disk when the block ends, and gone when the block raises.

    Raises FileExistsError if something is at the place by then, and OSError if the file cannot be written.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f".{place.name[:40]}.{secrets.token_hex(8)}")
    try:
        with open(os.open(beside, os.O_RDWR | os.O_CREAT | os.O_EXCL, mode), "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(beside, place)
        except FileExistsError:
            raise
        except OSError:  # a file system without links
            if os.path.lexists(place):
                raise FileExistsError(place) from None
            beside.rename(place)
        flush_folder(place.parent)
    finally:
        with suppress(OSError):
            beside.unlink()
