"""The library as its folder is now: read again when a file has come, gone or changed."""

from contextlib import suppress
from pathlib import Path
from threading import Lock

from quizengine.files import files_in
from quizengine.library import ARTICLE_SUFFIXES, BANK_SUFFIXES, Library, folder_of, open_library
from quizengine.startup import Engine

State = tuple[tuple[Path, int, int], ...]
"""Every bank and article of a folder, with the time of its last change (in nanoseconds) and its size."""


class Shelf:
    """Holds the library for all requests of a process; plugins stay as they were when it was started."""

    def __init__(self, engine: Engine, library: Library) -> None:
        self.library = library
        self._engine = engine
        self._state = _state(engine)
        self._reading = Lock()

    def look(self) -> bool:
        """Read the folder again if anything in it is new; whether the library is another one now.

        Drafts of articles that are as they were are not made again. Where another request reads already, the library
        stays as it is for this one.
        """
        if not self._reading.acquire(blocking=False):
            return False
        try:
            state = _state(self._engine)
            if state == self._state:
                return False
            self.library = open_library(self._engine, self.library)
            self._state = state
            return True
        finally:
            self._reading.release()


def _state(engine: Engine) -> State:
    found = []
    for name, suffixes in (("seeds", ARTICLE_SUFFIXES), ("question_banks", BANK_SUFFIXES)):
        for path in files_in(folder_of(engine, name), *suffixes):
            with suppress(FileNotFoundError):  # gone since it was listed
                told = path.stat()
                found.append((path, told.st_mtime_ns, told.st_size))
    return tuple(found)
