"""Withholds the right answers of every quiz that asks the same as an open test.

The open tests are read from the store each time, which all processes share; the content of quizzes is compared once.
"""

import time
from collections.abc import Callable
from functools import lru_cache

from quizengine.desk.library import Entry
from quizengine.desk.overlap import Asked, Content
from quizengine.errors import FormatError
from quizengine.quiz.quiz import Quiz
from quizengine.store import OpenTest, Terms

_REMEMBERED = 1024
_LATELY = 1.0
"""Seconds."""

Tests = frozenset[str]
"""The store's hashes of the quizzes of open tests."""


class Withholding:
    """Made once for an app, and shared by all its requests; `forget` when the library is another one."""

    def __init__(
        self,
        tests: Callable[[], tuple[OpenTest, ...]],
        quiz: Callable[[str], Quiz],
        entries: Callable[[], tuple[Entry, ...]],
        text: Callable[[str], str],
    ) -> None:
        """`quiz` gives a quiz by the store's hash of it, `text` an article by its own; empty without it."""
        self._tests = tests
        self._quiz = quiz
        self._entries = entries
        self._text = text
        self._seen: tuple[float, tuple[OpenTest, ...]] = (0, ())
        self._asked = lru_cache(16)(self._asked_anew)
        self._overlaps = lru_cache(_REMEMBERED)(self._overlaps_anew)
        self._names = lru_cache(16)(self._names_anew)

    def forget(self) -> None:
        """Compare again: quizzes or articles have changed."""
        for remembered in (self._asked, self._overlaps, self._names):
            remembered.cache_clear()

    def attempt(self, terms: Terms) -> bool:
        """Return whether an attempt is shown no right answers and no points now."""
        return self._withheld(terms.entry, terms.quiz, self._now())

    def attempt_lately(self, terms: Terms) -> bool:
        """The same as it was within the last second: good enough for a page that only tells of it."""
        return self._withheld(terms.entry, terms.quiz, self._lately())

    def article(self, entry: str, digest: str) -> bool:
        """True if nobody may read the article of a quiz now: a test that asks the same is not to be taken with it."""
        return self._withheld(entry, digest, _closed_book(self._now()))

    def article_lately(self, terms: Terms) -> bool:
        """The same as it was within the last second."""
        return self._withheld(terms.entry, terms.quiz, _closed_book(self._lately()))

    def quiz(self, entry: str, digest: str) -> bool:
        """Return whether those who join a class with this quiz are shown no right answers now."""
        return self._withheld(entry, digest, self._now())

    def entries(self) -> frozenset[str]:
        """The names of the quizzes on offer that nobody may begin now."""
        tests = self._now()
        return self._names(_digests(tests)) | {test.entry for test in tests} if tests else frozenset()

    def tests_like(self, entry: Entry) -> tuple[OpenTest, ...]:
        """The open tests that ask what a quiz on offer asks."""
        content = self._content(entry.quiz)
        return tuple(
            test
            for test in self._now()
            if test.entry == entry.name or self._asked(frozenset({test.quiz})).overlaps(content)
        )

    def _now(self) -> tuple[OpenTest, ...]:
        tests = self._tests()
        self._seen = (time.monotonic(), tests)
        return tests

    def _lately(self) -> tuple[OpenTest, ...]:
        when, tests = self._seen
        return tests if when and time.monotonic() - when < _LATELY else self._now()

    def _withheld(self, entry: str, digest: str, tests: tuple[OpenTest, ...]) -> bool:
        return bool(tests) and (
            any(digest == test.quiz or entry == test.entry for test in tests) or self._overlaps(_digests(tests), digest)
        )

    def _overlaps_anew(self, tests: Tests, digest: str) -> bool:
        return self._asked(tests).overlaps(self._content(self._quiz(digest)))

    def _names_anew(self, tests: Tests) -> frozenset[str]:
        asked = self._asked(tests)
        return frozenset(entry.name for entry in self._entries() if asked.overlaps(self._content(entry.quiz)))

    def _asked_anew(self, tests: Tests) -> Asked:
        return Asked(content for digest in sorted(tests) if (content := self._content_of(digest)))

    def _content_of(self, digest: str) -> Content | None:
        """Return what a test says; None if its quiz can no longer be read, and only its name can be gone by."""
        try:
            return self._content(self._quiz(digest))
        except FormatError:
            return None

    def _content(self, quiz: Quiz) -> Content:
        return Content(quiz, self._text(quiz.article.sha256) if quiz.article else "")


def _closed_book(tests: tuple[OpenTest, ...]) -> tuple[OpenTest, ...]:
    return tuple(test for test in tests if not test.article)


def _digests(tests: tuple[OpenTest, ...]) -> Tests:
    return frozenset(test.quiz for test in tests)
