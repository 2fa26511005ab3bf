"""Makes banks in a process of its own, one at a time. Next: `makers`, which calls it."""

import json
import os
from dataclasses import dataclass, field

from quizengine import __version__
from quizengine.archive.making import Made, Wishes, make
from quizengine.engine import start
from quizengine.errors import ArticleError
from quizengine.extensions.isolation import wire
from quizengine.extensions.isolation.child import Note
from quizengine.generation.budget import SECONDS

_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
"""The variables that tell numpy's libraries how many threads to use: with a process for each core, one."""
_MOST_BUDGETS = 4
"""A worker is killed after so many budgets, and the grace; normally it watches the clock itself."""


@dataclass(frozen=True)
class Making:
    """The engine that makes the banks, and what is wanted of them; the same for all articles of an archive."""

    folder: str = ""
    """The working folder, by its absolute path; empty for none."""
    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    budget: float = SECONDS
    """The processor time for one article, in seconds."""
    wishes: Wishes = field(default_factory=Wishes)
    grace: float = 60.0
    """Seconds for what the budget does not count: reading the file, loading the model, waiting for the processor."""
    version: str = __version__

    @property
    def arguments(self) -> tuple[str, ...]:
        """The arguments with which a `Worker` is started."""
        return self.folder, json.dumps(self.only), json.dumps(self.without), str(self.budget)

    @property
    def limit(self) -> float:
        """The seconds after which an article that is not done costs its worker."""
        return self.budget * _MOST_BUDGETS + self.grace


class Worker:
    """Makes one bank for each request."""

    def __init__(self, note: Note, folder: str, only: str, without: str, budget: str) -> None:
        os.environ.update(dict.fromkeys(_THREADS, "1"))  # before numpy is imported, which reads them then
        self._engine = start(
            folder or None,
            only=json.loads(only),
            without=json.loads(without),
            budget=float(budget),
            by_work=True,  # other programs on the machine must not change what is made
            consented=True,
        )

    def answer(self, request: bytes) -> bytes:
        """Return what came of an article; a fault of the article is part of it."""
        wishes, name, data = wire.decode_value(request)
        try:
            article = self._engine.article_of(data, name)
        except ArticleError as fault:
            return wire.encode_value(Made(fault=str(fault)))
        return wire.encode_value(make(self._engine, article, wishes))
