"""Registers the question types that come with quizengine, in the same way as any plugin."""

from collections.abc import Iterator

from quizengine.extensions.hookspecs import hookimpl
from quizengine.quiz import types
from quizengine.quiz.questions import Question


@hookimpl
def quizengine_question_types() -> Iterator[type[Question]]:
    """Offer the eight types."""
    yield types.ChoiceQuestion
    yield types.TrueFalseQuestion
    yield types.NumericQuestion
    yield types.ShortTextQuestion
    yield types.ClozeQuestion
    yield types.MatchingQuestion
    yield types.OrderingQuestion
    yield types.OpenQuestion
