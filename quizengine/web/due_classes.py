"""Classes whose time has come: they are closed, or deleted, by whichever process looks first."""

import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from quizengine.quiz.attempt import Attempt
from quizengine.quiz.grading import Score
from quizengine.store import Store, StoreError

_A_MINUTE = 60.0


class DueClasses:
    """Looks for classes to close or to delete; what fails is tried again, and keeps nobody from a page."""

    def __init__(
        self,
        store: Store,
        score: Callable[[str, str], Callable[[Attempt], Score]],
        forget_previews: Callable[[], None],
    ) -> None:
        """Take a store, and a function that gives the scorer for the hash of a quiz and the code of a class.

        `forget_previews` deletes old previews at the same times as classes.
        """
        self._store = store
        self._score = score
        self._forget_previews = forget_previews
        self._looked_to_forget = -_A_MINUTE
        self._looked_to_close = datetime.min.replace(tzinfo=UTC)

    def forget(self) -> None:
        """Delete the classes that their teacher wished to keep for a time that is over; looks at most once a minute."""
        if time.monotonic() - self._looked_to_forget < _A_MINUTE:
            return
        self._looked_to_forget = time.monotonic()
        with suppress(StoreError):
            self._store.retention.forget_due()
        with suppress(StoreError):
            self._forget_previews()

    def close(self) -> None:
        """Close the classes whose closing time has come; looks at most once a second."""
        if abs((now := self._store.now()) - self._looked_to_close) < timedelta(seconds=1):
            return
        self._looked_to_close = now
        with suppress(StoreError):
            for code in self._store.windows.due():
                self._store.windows.close_due(code, self._score(self._store.assignments.find(code).quiz, code))
