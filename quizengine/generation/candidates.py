"""The candidates for a quiz: each way to ask about each fact, with the data for ranking it.

Next: `candidate_queue`, where they wait to be taken.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quizengine.generation.difficulty import Band, band, difficulty
from quizengine.generation.usability import Usability
from quizengine.quiz.questions import Question, generator_of

_PARTS = 10
"""The number of stretches into which an article is cut, so that a quiz asks about all of it."""
_TENTHS = 10


@dataclass(frozen=True, eq=False)
class Candidate:
    """One way to ask about one fact, with what its rank depends on."""

    question: Question
    fact: str
    """A number that all ways to ask about one fact share, drawn from the seed and their ids."""
    place: int
    """The place among the ways to ask about its fact, in the order in which its generator prefers them."""
    family: str
    warned: bool
    part: int
    estimate: float
    band: Band
    measured: bool
    """True if the difficulty comes from students' answers and is not estimated."""
    usable: Usability | None
    """The probability that a strict reader accepts the question as it stands; None if no reader has judged its kind."""

    @property
    def likely(self) -> float:
        """The probability that it is usable, one half where nothing is known."""
        return self.usable.probability if self.usable else 0.5

    @property
    def doubt(self) -> int:
        """The probability that it is not usable, in tenths: finer differences mean little."""
        return _TENTHS - int(self.likely * _TENTHS)

    @property
    def how_hard(self) -> str:
        """Its difficulty in words, and where that comes from."""
        return f"{self.band} ({self.estimate:.2f}{', measured' if self.measured else ''})"


def candidates_of(
    asked: Iterable[Sequence[Question]],
    seed: int,
    warned: frozenset[str],
    measured: Mapping[str, float],
    usable: Mapping[str, Usability],
) -> list[Candidate]:
    """The candidates in the order of their evidence, whatever the order in which they were handed over."""
    facts = [tuple(ways) for ways in asked if ways]
    end = max((start_of(way) + 1 for ways in facts for way in ways), default=0) or 1
    listed = []
    for ways in facts:
        fact = hashlib.sha256("/".join([str(seed), *sorted(way.id for way in ways)]).encode()).hexdigest()
        for place, way in enumerate(ways):
            family = generator_of(way)
            part = max(start_of(way), 0) * _PARTS // end
            known = measured.get(way.id)
            estimate = difficulty(way) if known is None else known
            hard = band(estimate)
            likely = usable.get(way.id)
            listed.append(
                Candidate(way, fact, place, family, way.id in warned, part, estimate, hard, known is not None, likely)
            )
    return sorted(listed, key=lambda one: (start_of(one.question), one.fact, one.place))


def start_of(question: Question) -> int:
    """Return where the evidence of a question begins; -1 without any."""
    return question.evidence.start if question.evidence else -1
