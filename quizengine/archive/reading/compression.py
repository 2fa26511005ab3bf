"""Opens files that may be compressed, and tells how much of them has been read."""

import bz2
import gzip
import lzma
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Any, cast

from quizengine.errors import ArticleError
from quizengine.system.files import reason_of

_UNPACKED_BY: Mapping[str, Callable[[Any], Any]] = {".gz": gzip.open, ".bz2": bz2.open, ".xz": lzma.open}
PACKED = tuple(_UNPACKED_BY)
"""The file endings of compressed files."""


@contextmanager
def opened(path: Path) -> Iterator[tuple[IO[bytes], Callable[[], int]]]:
    """The unpacked content of a file, and a function that says how many of its own bytes are read.

    Raises ArticleError, also while it is read, for a file that cannot be read or unpacked.
    """
    with ExitStack() as files:
        try:
            packed = files.enter_context(path.open("rb"))
            unpack = _UNPACKED_BY.get(path.suffix.casefold())
            yield (cast("IO[bytes]", files.enter_context(unpack(packed))) if unpack else packed), packed.tell
        except OSError as fault:
            raise ArticleError(f"{path}: cannot be read: {reason_of(fault)}") from None
        except (EOFError, lzma.LZMAError) as fault:
            raise ArticleError(f"{path}: cannot be unpacked ({fault}); it may be cut off") from None
