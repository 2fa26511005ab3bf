"""The progress of making a quiz, reported while it is made."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from quizengine.extensions.records import Generator
from quizengine.text.article import Article


class Stage(StrEnum):
    """The stage of the work."""

    FINDING = "finding"
    """Generators look for facts; counted in generators."""
    ASKING = "asking"
    """Generators ask about the facts; counted in generators."""
    CHECKING = "checking"
    """Questions are compared with the checks; counted in facts."""
    CHOOSING = "choosing"
    """The quiz is chosen; not counted."""


_SHARES = {Stage.FINDING: (0, 40), Stage.ASKING: (40, 75), Stage.CHECKING: (75, 95), Stage.CHOOSING: (95, 100)}
"""The beginning and end of each stage in per cent: the largest share of the time that it may take."""


@dataclass(frozen=True)
class Progress:
    """The progress of one article."""

    stage: Stage
    done: int = 0
    total: int = 0

    @property
    def percent(self) -> int:
        """The share of the work that is done, from 0 to 100."""
        begins, ends = _SHARES[self.stage]
        return begins + (ends - begins) * min(self.done, self.total) // self.total if self.total else begins


Tell = Callable[[Progress], None]


def untold(progress: Progress) -> None:
    """Tell nobody."""


def watched(generators: Sequence[Generator], article: Article, tell: Tell) -> tuple[Generator, ...]:
    """Return the generators as they are, but for telling when each begins with the whole article, and with its facts.

    A long article is read in growing beginnings first, of which nothing is told.
    """
    watch = _Watch(article, tell, len(generators))
    return tuple(watch.over(number, generator) for number, generator in enumerate(generators))


class _Watch:
    def __init__(self, article: Article, tell: Tell, total: int) -> None:
        self._length = len(article.text)
        self._tell = tell
        self._total = total
        self._whole = False
        self._asking = -1

    def over(self, number: int, generator: Generator) -> Generator:
        def find(article: Article) -> Iterator[Any]:
            if len(article.text) == self._length:
                self._whole = True
                self._tell(Progress(Stage.FINDING, number, self._total))
            return iter(generator.find(article))

        def ask(*given: Any) -> Iterable[Any]:
            if self._whole and number > self._asking:
                self._asking = number
                self._tell(Progress(Stage.ASKING, number, self._total))
            return generator.ask(*given)

        return replace(generator, find=find, ask=ask)
