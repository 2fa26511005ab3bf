"""The library as its folder is now: files that have changed are read again, drafts are taken as they are made."""

from threading import Lock

from quizengine.desk.drafting import DraftFolder
from quizengine.desk.library import Library, library_of, read_folder, state_of
from quizengine.engine import Draft, Engine
from quizengine.text.article import Article


class LibraryReloader:
    """Holds the library for all requests of a process; plugins stay as they were when it was started.

    Drafts are never made here. Without a folder to take them from, those of the library are all that there will be.
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
        """Read what is new in the folder and take the drafts that are new; whether the library is another one now.

        Where another request does so already, the library stays as it is for this one.
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
