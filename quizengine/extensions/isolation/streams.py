"""The standard streams of a process with plugins: what they print goes to standard error, which stays open."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper

_STREAMS = (("stdin", "standard input"), ("stdout", "standard output"), ("stderr", "standard error"))


class Streams:
    """Standard input leads nowhere, standard output to standard error; one that is closed can be opened again."""

    def __init__(self) -> None:
        try:
            self._errors = os.dup(2)
        except OSError:
            self._errors = os.open(os.devnull, os.O_WRONLY)
        for number in range(len(_STREAMS)):
            self._open(number)

    def mend(self) -> str:
        """Open again those that are closed, and name them."""
        closed = [number for number in range(len(_STREAMS)) if not _usable(number)]
        for number in closed:
            self._open(number)
        return " and ".join(_STREAMS[number][1] for number in closed)

    def _open(self, number: int) -> None:
        source = self._errors if number else os.open(os.devnull, os.O_RDONLY)
        if source != number:
            os.dup2(source, number)
        if source not in (number, self._errors):
            os.close(source)
        file = os.fdopen(number, "wb" if number else "rb", 0, closefd=False)
        setattr(sys, _STREAMS[number][0], TextIOWrapper(file, "utf-8", "replace", write_through=bool(number)))


def _usable(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    stream = getattr(sys, _STREAMS[number][0])
    return stream is not None and not stream.closed


@contextmanager
def redirect_streams() -> Iterator[None]:
    """Keep the standard streams of this process from code that is imported: what it prints goes to standard error."""
    ours = [getattr(sys, name) for name, _ in _STREAMS]
    try:
        errors = os.dup(2)
    except OSError:
        errors = os.open(os.devnull, os.O_WRONLY)
    with open(os.devnull) as nothing, os.fdopen(errors, "w", 1, "utf-8", "replace") as said:
        sys.stdin, sys.stdout, sys.stderr = nothing, said, said
        try:
            yield
        finally:
            sys.stdin, sys.stdout, sys.stderr = ours
            with suppress(OSError, ValueError):
                said.flush()
