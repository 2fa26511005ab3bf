"""An index of questions by the words of the article that they rest on, to find those that share words."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Generic, Protocol, TypeVar

from quizengine.quiz.questions import Question

_BLOCK = 500
"""Characters: about the length of what a question rests on."""
_MOST_BLOCKS = 100
"""A question that rests on more blocks of the article is kept separately and always compared."""


class Asks(Protocol):
    """An object with a question."""

    @property
    def question(self) -> Question:
        """The question."""


One = TypeVar("One", bound=Asks)


class Overlaps(Generic[One]):
    """Questions, with a quick way to find those that rest on the same words as another one."""

    def __init__(self) -> None:
        self._blocks: dict[int, list[tuple[int, One]]] = defaultdict(list)
        self._long: list[tuple[int, One]] = []
        self._size = 0

    def add(self, one: One) -> None:
        """Add a question; one without evidence overlaps none."""
        blocks = _blocks(one.question)
        for place in [self._long] if len(blocks) > _MOST_BLOCKS else [self._blocks[block] for block in blocks]:
            place.append((self._size, one))
        self._size += 1

    def of(self, question: Question) -> Iterator[One]:
        """Those that share words of the article with a question, in the order in which they came."""
        blocks = _blocks(question)
        if len(blocks) > _MOST_BLOCKS:
            near = {entry for entries in self._blocks.values() for entry in entries}
        else:
            near = {entry for block in blocks for entry in self._blocks.get(block, ())}
        for _, one in sorted(near.union(self._long), key=lambda entry: entry[0]):
            if share_words(one.question, question):
                yield one


def share_words(one: Question, other: Question) -> bool:
    """Return whether two questions rest on the same words of an article."""
    a, b = one.evidence, other.evidence
    return a is not None and b is not None and a.start < b.end and b.start < a.end


def _blocks(question: Question) -> range:
    evidence = question.evidence
    return range(evidence.start // _BLOCK, evidence.end // _BLOCK + 1) if evidence else range(0)
