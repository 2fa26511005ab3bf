"""The result of a selection: the questions of a quiz, and a verdict on every candidate."""

from dataclasses import dataclass

from quizengine.plurals import with_number
from quizengine.quiz.questions import Question


@dataclass(frozen=True)
class Verdict:
    """True if a candidate was taken, and why or why not."""

    question: Question
    taken: bool
    reason: str
    unlikely: bool = False
    """True if it was not taken because it is too seldom usable as it stands."""


@dataclass(frozen=True)
class Selection:
    """The questions of a quiz in the order in which they are asked, and a verdict on every candidate.

    This is the order of their evidence, as far as the evidence of none shows the answer of a later one.
    """

    chosen: tuple[Question, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    wanted: int | None = None
    stopped: bool = False
    """True if the time was up before every candidate was looked at."""

    @property
    def shortfall(self) -> str:
        """The reason why there are fewer questions than wanted, in a sentence; empty if there are enough."""
        if self.wanted is None or len(self.chosen) >= self.wanted:
            return ""
        unlikely = sum(verdict.unlikely for verdict in self.verdicts)
        left = len(self.verdicts) - len(self.chosen) - unlikely
        reasons = [f"{left} more would repeat or give away one of these"] if left else []
        reasons += [f"{unlikely} more may need a change (--least sets the limit)"] if unlikely else []
        why = ", and ".join(reasons) or "nothing else is certain enough to ask"
        return f"{with_number(len(self.chosen), 'question')} instead of {self.wanted}: {why}"
