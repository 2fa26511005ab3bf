"""Keeps the library up to date: changed files are read again, and new drafts are added."""

from threading import Lock

from quizengine.desk.drafting import DraftFolder
from quizengine.desk.library import Library, library_of, read_folder, state_of
from quizengine.engine import Draft, Engine
from quizengine.text.article import Article


class LibraryReloader:
    """Holds the library for all requests of a process; plugins stay as they were at the start.

    It never makes drafts. Without a folder of drafts, there are only those of the library.
    """

    def __init__(self, engine: Engine, library: Library, drafts: DraftFolder | None = None) -> None:
        self.library = library
        self._engine = engine
        self._drafts = drafts
        self._made = {one.article: Draft(one.quiz, (), one.findings) for one in library.entries if one.draft}
        self._contents = library.contents
        self._files = state_of(engine)
        self._known: tuple[str, ...] = ()
        """The drafts that were there when the library was made."""
        self._reading = Lock()

    def look(self) -> bool:
        """Read what is new in the folder and take new drafts; returns whether the library has changed.

        If another request is already doing this, the library stays as it is for this request.
        """
        if not self._reading.acquire(blocking=False):
            return False
        try:
            files, known = state_of(self._engine), self._drafts.state() if self._drafts else ()
            if files == self._files and known == self._known:
                return False
            if files != self._files or self._contents is None:
                self._contents = read_folder(self._engine, self._contents)
            self.library = library_of(self._engine, self._contents, self._draft)
            self._files, self._known = files, known
            return True
        finally:
            self._reading.release()

    def _draft(self, article: Article) -> Draft | None:
        return self._drafts.draft(article) if self._drafts else self._made.get(article)
