"""Matching: find the partner of each text."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import ClassVar

from quizengine.errors import QuestionError
from quizengine.quiz.parts import Choice, ChoiceKey, Key, Option, Part, Text
from quizengine.quiz.questions import MOST_TO_PLACE, Question, Scored, Scoring, require_distinct


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Two texts that belong together; the left one is given, the right one is to be found."""

    left: str
    right: str


@dataclass(frozen=True, kw_only=True)
class MatchingQuestion(Scored, Question):
    """Two pairs or more; `distractors` are partners for none of them. Two left sides may share a right side."""

    type: ClassVar[str] = "matching"
    marked_up: ClassVar[tuple[str, ...]] = (*Question.marked_up, "pairs", "distractors")

    pairs: tuple[Pair, ...]
    distractors: tuple[str, ...] = ()
    scoring: Scoring = "partial"

    def check(self) -> None:
        """Raise QuestionError with too few or too many pairs, equal left sides, or a distractor that is a partner."""
        if len(self.pairs) < 2:
            plural = "" if self.pairs else "s"
            raise QuestionError(f"found {len(self.pairs)} pair{plural}, expected two or more")
        for found, what in ((len(self.pairs), "pairs"), (len(self._rights + self.distractors), "right sides")):
            if found > MOST_TO_PLACE:
                raise QuestionError(f"found {found} {what}, expected at most {MOST_TO_PLACE}")
        require_distinct(tuple(pair.left for pair in self.pairs), "left side")
        require_distinct(self._rights + self.distractors, "right side")
        if len(self._rights + self.distractors) < 2:
            raise QuestionError("found the same right side in all pairs, expected at least two to choose from")

    @property
    def _rights(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(pair.right for pair in self.pairs))

    def parts(self, rng: Random) -> tuple[Part, ...]:
        """The stem, then one choice for each left side, the right sides in one order throughout."""
        offered, lefts = map(list, self._sides)
        rng.shuffle(offered)
        rng.shuffle(lefts)
        options = tuple(offered)
        return Text(self.stem), *(Choice(_name(left), options, label=left.text) for left in lefts)

    def key(self) -> Mapping[str, Key]:
        """The id of the right side for each left one."""
        return {_name(Option.of(pair.left)): ChoiceKey(frozenset({Option.of(pair.right).id})) for pair in self.pairs}

    @cached_property
    def _sides(self) -> tuple[tuple[Option, ...], tuple[Option, ...]]:
        """All right sides and all left sides, each in an order in which nothing is left of what belongs together."""
        sides = (self._rights + self.distractors, tuple(pair.left for pair in self.pairs))
        right, left = (tuple(sorted(map(Option.of, texts), key=lambda option: option.id)) for texts in sides)
        return right, left


def _name(left: Option) -> str:
    return f"pair-{left.id}"
