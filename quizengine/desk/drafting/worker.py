"""Makes drafts, one after another; requests of teachers come first."""

from pathlib import Path

from quizengine.desk.drafting.folder import DraftFolder
from quizengine.desk.library import Contents, library_of, read_folder, state_of
from quizengine.desk.offers import find_offers
from quizengine.engine import start
from quizengine.extensions.isolation import wire
from quizengine.extensions.isolation.child import Note
from quizengine.text.article import Article

DONE, IDLE = b"done", b"idle"


class Worker:
    """Does the most urgent piece of work for each call, and says which article it works on before it begins."""

    def __init__(self, note: Note, place: str, folder: str, budget: str, without: str = "") -> None:
        self._note = note
        self._drafts = DraftFolder(Path(place))
        self._engine = start(
            folder or None,
            without=[name for name in without.split(",") if name],
            budget=float(budget),
            by_work=True,  # it yields to all others
            consented=True,
        )
        self._state: object = None
        self._contents: Contents | None = None
        self._waiting: list[Article] = []

    def answer(self, request: bytes) -> bytes:
        """Return DONE if something was made, IDLE if there is nothing to make."""
        for key, article, quiz in self._drafts.requests():
            self._begin(article, key)
            self._drafts.answer(key, article, find_offers(self._engine, article, quiz))
            return DONE
        next_one = next(self._drafts.wanted(), None) or self._next_waiting()
        if next_one is None:
            return IDLE
        self._begin(next_one)
        draft = self._engine.draft(next_one, tell=lambda progress: self._drafts.tell(next_one, progress))
        self._drafts.keep_draft(next_one, draft)
        return DONE

    def _next_waiting(self) -> Article | None:
        self._look()
        return self._waiting.pop(0) if self._waiting else None

    def _begin(self, article: Article, key: str = "") -> None:
        self._note(wire.encode_value((article, key)).hex())

    def _look(self) -> None:
        """Find the articles without a draft; quick if no file has changed."""
        state = state_of(self._engine)
        if state != self._state:
            self._contents = read_folder(self._engine, self._contents)
            waiting = library_of(self._engine, self._contents, self._drafts.draft).waiting
            stamps = {str(path): stamp for path, stamp in state}
            self._waiting = sorted(waiting, key=lambda one: stamps.get(one.name, (0, 0)), reverse=True)
            self._state = state
