"""Stretches of an article, sorted so that whether one of them is touched is found without asking them all."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from quizengine import Span


@dataclass(frozen=True)
class Stretches:
    """Any number of stretches."""

    starts: list[int]
    ends: list[int]
    """How far each and those before it reach."""

    @classmethod
    def of(cls, spans: Iterable[Span]) -> "Stretches":
        """The stretches that these spans are."""
        ordered = sorted((span.start, span.end) for span in spans)
        return cls([start for start, _ in ordered], list(accumulate((end for _, end in ordered), max)))

    def touch(self, span: Span) -> bool:
        """Whether one of them shares a character with a span."""
        at = bisect_left(self.starts, span.end)
        return at > 0 and self.ends[at - 1] > span.start
