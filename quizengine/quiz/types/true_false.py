"""True or false: judge one statement."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import ClassVar

from quizengine.errors import QuestionError
from quizengine.quiz.parts import Choice, ChoiceKey, Key, Option, Part, Text
from quizengine.quiz.questions import Question


@dataclass(frozen=True, kw_only=True)
class TrueFalseQuestion(Question):
    """The stem is a statement; `answer` is true or false."""

    type: ClassVar[str] = "true_false"

    answer: bool

    def check(self) -> None:
        """Raise QuestionError if the answer is a word for a truth value ("no"), which Python would take for true."""
        if not isinstance(self.answer, bool):
            raise QuestionError(f"found {self.answer!r}, expected True or False")

    def parts(self, rng: Random) -> tuple[Part, ...]:
        """The statement, and True before False always."""
        return Text(self.stem), Choice("answer", (Option("true", "True"), Option("false", "False")))

    def key(self) -> Mapping[str, Key]:
        """The id of the right one of the two options."""
        return {"answer": ChoiceKey(frozenset({"true" if self.answer else "false"}))}
