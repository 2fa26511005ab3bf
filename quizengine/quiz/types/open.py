"""Open question: answer in sentences, and mark the answer by a model answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import ClassVar

from quizengine.errors import QuestionError
from quizengine.quiz.parts import Gap, Key, ModelAnswer, Part, Text
from quizengine.quiz.questions import Question


@dataclass(frozen=True, kw_only=True)
class OpenQuestion(Question):
    """`answer` is a model answer: students read it after they have answered, and say how much of it they had.

    An answer earns nothing until somebody marks it.
    """

    type: ClassVar[str] = "open"
    marked_up: ClassVar[tuple[str, ...]] = ("stem", "answer", "rationale")

    answer: str

    def check(self) -> None:
        """Raise QuestionError if the model answer has no words."""
        if not self.answer.strip():
            raise QuestionError("found an empty answer, expected a model answer: what a good answer says")

    def parts(self, rng: Random) -> tuple[Part, ...]:
        """The stem and a gap for sentences."""
        return Text(self.stem), Gap("answer", expects="sentences")

    def key(self) -> Mapping[str, Key]:
        """The model answer, which no answer is compared with by itself."""
        return {"answer": ModelAnswer(self.answer)}
