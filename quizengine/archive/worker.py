"""Makes banks in a process of its own, one at a time. Next: `makers`, which calls it."""

import os
from dataclasses import dataclass, field

from quizengine import __version__
from quizengine.archive.making import Made, Wishes, make
from quizengine.engine import Engine, start
from quizengine.errors import ArticleError
from quizengine.extensions.isolation import wire
from quizengine.extensions.isolation.child import Note
from quizengine.generation.budget import SECONDS
from quizengine.text.article import Article

_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
"""The variables that tell numpy's libraries how many threads to use: with a process for each core, one."""
_MOST_BUDGETS, _LONGEST = 4, 60.0
"""A worker is killed after so many budgets and seconds; normally it watches the clock itself."""


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
    version: str = __version__

    @property
    def limit(self) -> float:
        """The seconds after which an article that is not done costs its worker."""
        return self.budget * _MOST_BUDGETS + _LONGEST


class Worker:
    """Makes one bank for each request."""

    def __init__(self, note: Note) -> None:
        os.environ.update(dict.fromkeys(_THREADS, "1"))  # before numpy is imported, which reads them then
        self._engine: Engine | None = None
        self._making = Making()

    def answer(self, request: bytes) -> bytes:
        """Return what came of an article; a fault of the article is part of it."""
        making, name, data = wire.decode_value(request)
        try:
            article = Article.from_bytes(data, name)
        except ArticleError as fault:
            return wire.encode_value(Made(fault=str(fault)))
        return wire.encode_value(make(self._engine_for(making), article, making.wishes))

    def _engine_for(self, making: Making) -> Engine:
        if self._engine is None or self._making != making:
            self._making = making
            self._engine = start(
                making.folder or None,
                only=making.only,
                without=making.without,
                budget=making.budget,
                by_work=True,  # other programs on the machine must not change what is made
                consented=True,
            )
        return self._engine
