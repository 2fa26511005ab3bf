"""Ordering: put texts in order."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import ClassVar

from quizengine.errors import QuestionError
from quizengine.parts import Key, Option, Ordering, OrderKey, Part, Text
from quizengine.questions import Question, distinct


@dataclass(frozen=True, kw_only=True)
class OrderingQuestion(Question):
    """`answer` lists the texts in their right order; the stem says what orders them (earliest first, for example)."""

    type: ClassVar[str] = "ordering"

    answer: tuple[str, ...]

    def check(self) -> None:
        """Raise QuestionError with fewer than two texts or two equal ones."""
        if len(self.answer) < 2:
            plural = "" if self.answer else "s"
            raise QuestionError(f"found {len(self.answer)} text{plural} to order, expected two or more")
        distinct(self.answer, "text to order")

    def parts(self, rng: Random) -> tuple[Part, ...]:
        """The stem and the texts in an order that `rng` draws; of three or more, never the right one."""
        options = sorted(map(Option.of, self.answer), key=lambda option: option.id)
        right = self._ids
        rng.shuffle(options)
        if len(options) > 2 and tuple(option.id for option in options) == right:  # of two, the other would tell
            options = [*options[1:], options[0]]
        return Text(self.stem), Ordering("answer", tuple(options))

    def key(self) -> Mapping[str, Key]:
        """The ids in their right order."""
        return {"answer": OrderKey(self._ids)}

    @property
    def _ids(self) -> tuple[str, ...]:
        return tuple(Option.of(text).id for text in self.answer)
