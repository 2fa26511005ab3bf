"""Marks that students give their own answers, by the model answer of the question."""

from enum import StrEnum
from fractions import Fraction

from quizengine.quiz.parts import ModelAnswer, Response
from quizengine.quiz.questions import Question, cache_per_question, fixed_key


class SelfMark(StrEnum):
    """A student's own mark: the answer says what the model answer says, part of it, or none of it."""

    FULL = "full"
    HALF = "half"
    NONE = "none"

    @property
    def share(self) -> Fraction:
        """The share of the points that it earns, 0 to 1."""
        return _SHARES[self]


_SHARES = {SelfMark.FULL: Fraction(1), SelfMark.HALF: Fraction(1, 2), SelfMark.NONE: Fraction(0)}


@cache_per_question
def has_model_answer(question: Question) -> bool:
    """Return whether people have to mark the answers to a question, or to a part of it."""
    return any(isinstance(key, ModelAnswer) for key in fixed_key(question).values())


def needs_mark(question: Question, response: Response) -> bool:
    """Return whether a response holds sentences to compare with a model answer."""
    return has_model_answer(question) and any(
        isinstance(key, ModelAnswer) and any(text.strip() for text in response.get(name, ()))
        for name, key in fixed_key(question).items()
    )
