"""Ordering: put texts in order."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import ClassVar

from quizengine.errors import QuestionError
from quizengine.quiz.parts import Key, Option, Ordering, OrderKey, Part, Text
from quizengine.quiz.questions import MOST_TO_PLACE, Question, Scored, Scoring, require_distinct


@dataclass(frozen=True, kw_only=True)
class OrderingQuestion(Scored, Question):
    """`answer` lists the texts in their right order; the stem says what orders them (earliest first, for example)."""

    type: ClassVar[str] = "ordering"
    marked_up: ClassVar[tuple[str, ...]] = (*Question.marked_up, "answer")

    answer: tuple[str, ...]
    scoring: Scoring = "partial"

    def check(self) -> None:
        """Raise QuestionError with fewer than two texts, with far too many, or with two equal ones."""
        if len(self.answer) < 2:
            plural = "" if self.answer else "s"
            raise QuestionError(f"found {len(self.answer)} text{plural} to order, expected two or more")
        if len(self.answer) > MOST_TO_PLACE:
            raise QuestionError(f"found {len(self.answer)} texts to order, expected at most {MOST_TO_PLACE}")
        require_distinct(self.answer, "text to order")

    def parts(self, rng: Random) -> tuple[Part, ...]:
        """The stem and the texts in an order that `rng` draws, every one equally likely: the right one, too.

        To leave the right order out would tell that the order shown is not it, and of two texts all.
        """
        options = list(self._options)
        rng.shuffle(options)
        return Text(self.stem), Ordering("answer", tuple(options))

    def key(self) -> Mapping[str, Key]:
        """The ids in their right order."""
        return {"answer": OrderKey(self._ids)}

    @property
    def _ids(self) -> tuple[str, ...]:
        return tuple(Option.of(text).id for text in self.answer)

    @cached_property
    def _options(self) -> tuple[Option, ...]:
        """The texts in an order in which nothing is left of the right one."""
        return tuple(sorted(map(Option.of, self.answer), key=lambda option: option.id))
