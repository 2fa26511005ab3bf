"""The folder through which drafts are handed over: one process writes, any number of others read.

A process that needs the questions on offer leaves a request in it and finds the answer later. Files appear as a whole,
and nobody waits for anybody.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from quizengine.desk.offers import Offers
from quizengine.engine import Draft
from quizengine.extensions.isolation import wire
from quizengine.extensions.records import Finding
from quizengine.generation.progress import Progress
from quizengine.quiz.quiz import Quiz
from quizengine.text.article import Article

_MOST_OFFERS = 64
"""The number of answers that are kept; the oldest are deleted first."""
_REQUEST, _DRAFT, _OFFERS, _PROGRESS, _WANTED = "request-", "draft-", "offers-", "progress-", "wanted-"


class DraftFolder:
    """A folder that belongs to one server only, because its files are read as Python values."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self._drafts: dict[str, Draft] = {}

    def state(self) -> tuple[str, ...]:
        """The names of the existing drafts; if they change, something is new."""
        return tuple(sorted(path.name for path in self._files(_DRAFT)))

    def draft(self, article: Article) -> Draft | None:
        """Return the draft of an article; None if there is none yet."""
        key = draft_key(article)
        if key not in self._drafts:
            data = self._read(f"{_DRAFT}{key}")
            if data is None:
                return None
            self._drafts[key] = wire.decode_value(data, article)
        return self._drafts[key]

    def wanted_draft(self, article: Article) -> Draft | None:
        """Return the draft of an article, whether there is a quiz on it or not; None if there is none yet.

        Then it is requested: an article that has a quiz gets no draft otherwise.
        """
        draft = self.draft(article)
        if draft is None:
            self._write(f"{_WANTED}{draft_key(article)}", wire.encode_value(article))
        return draft

    def wanted(self) -> Iterator[Article]:
        """Return the articles whose drafts are requested, the oldest request first."""
        for path in sorted(self._files(_WANTED), key=_age):
            if (data := self._read(path.name)) is not None:
                yield wire.decode_value(data)

    def ask(self, article: Article, quiz: Quiz) -> None:
        """Request the questions on offer for a quiz in advance, because somebody may soon want them."""
        key = f"{draft_key(article)}-{quiz.id}"
        if not (self.place / f"{_OFFERS}{key}").exists():
            self._write(f"{_REQUEST}{key}", wire.encode_value((article, quiz)))

    def offers(self, article: Article, quiz: Quiz) -> Offers | None:
        """Return the questions on offer for a quiz; None if they are not known yet, and then requests them."""
        key = f"{draft_key(article)}-{quiz.id}"
        data = self._read(f"{_OFFERS}{key}")
        if data is not None:
            found: Offers = wire.decode_value(data, article)
            return found
        self.ask(article, quiz)
        return None

    def latest_offers(self, article: Article, quiz: Quiz) -> Offers | None:
        """Return the questions last found beside a quiz on the article or an earlier version of it.

        None if nothing has been found yet; then this requests the questions on offer for the quiz.
        """
        for path in sorted(self._files(f"{_OFFERS}{draft_key(article)}-"), key=_age, reverse=True):
            if (data := self._read(path.name)) is not None:
                found: Offers = wire.decode_value(data, article)
                return found
        self.ask(article, quiz)
        return None

    def keep_draft(self, article: Article, draft: Draft) -> None:
        """Store the draft of an article."""
        key = draft_key(article)
        self._write(f"{_DRAFT}{key}", wire.encode_value(draft, article))
        for done in (_PROGRESS, _WANTED):
            (self.place / f"{done}{key}").unlink(missing_ok=True)

    def tell(self, article: Article, progress: Progress) -> None:
        """Let others know how far the draft of an article has come."""
        self._write(f"{_PROGRESS}{draft_key(article)}", wire.encode_value(progress))

    def progress(self, article: Article) -> Progress | None:
        """Return how far the draft of an article has come; None if nobody has begun with it."""
        data = self._read(f"{_PROGRESS}{draft_key(article)}")
        told: Progress | None = wire.decode_value(data) if data is not None else None
        return told

    def requests(self) -> Iterator[tuple[str, Article, Quiz]]:
        """Return the requests, the oldest first: a key for the answer, an article, and a quiz on it."""
        for path in sorted(self._files(_REQUEST), key=_age):
            if (data := self._read(path.name)) is not None:
                article, quiz = wire.decode_value(data)
                yield path.name.removeprefix(_REQUEST), article, quiz

    def answer(self, key: str, article: Article, offers: Offers) -> None:
        """Store the answer to a request."""
        for old in sorted(self._files(_OFFERS), key=_age)[: -_MOST_OFFERS + 1]:
            old.unlink(missing_ok=True)
        self._write(f"{_OFFERS}{key}", wire.encode_value(offers, article))
        (self.place / f"{_REQUEST}{key}").unlink(missing_ok=True)

    def give_up(self, article: Article, key: str, words: str) -> None:
        """Store the reason why there is no draft, or no answer to the request with the key."""
        if key:
            self.answer(key, article, Offers((), (), words))
        else:
            finding = Finding(f"there is no draft: {words}", file=article.name)
            self.keep_draft(article, Draft(Quiz(article.name, ()), (), (finding,), left_out=words))

    def _files(self, kind: str) -> list[Path]:
        with suppress(FileNotFoundError):  # the server has ended
            return [path for path in self.place.iterdir() if path.name.startswith(kind)]
        return []

    def _read(self, name: str) -> bytes | None:
        with suppress(FileNotFoundError):
            return (self.place / name).read_bytes()
        return None

    def _write(self, name: str, data: bytes) -> None:
        """Write a file that appears as a whole; if it cannot be written, it is as if it did not exist yet."""
        beside = self.place / f".{name}.{os.getpid()}"
        try:
            beside.write_bytes(data)
            beside.replace(self.place / name)
        except OSError:
            with suppress(OSError):
                beside.unlink()


def draft_key(article: Article) -> str:
    """Return a key for file names that identifies an article by its text, its file and their places."""
    file = article.source.sha256 if article.source else ""
    return sha256(f"{article.name}\0{article.sha256}\0{file}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _age(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return 0
