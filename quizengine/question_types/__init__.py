"""The question types that come with quizengine, one file each; registered like a stranger's plugin."""

from collections.abc import Iterator

from quizengine.hookspecs import hookimpl
from quizengine.question_types.choice import ChoiceQuestion
from quizengine.question_types.cloze import ClozeQuestion
from quizengine.question_types.matching import MatchingQuestion, Pair
from quizengine.question_types.numeric import NumericQuestion, Tolerance
from quizengine.question_types.ordering import OrderingQuestion
from quizengine.question_types.short_text import ShortTextQuestion
from quizengine.question_types.true_false import TrueFalseQuestion
from quizengine.questions import Question

__all__ = [
    "ChoiceQuestion",
    "ClozeQuestion",
    "MatchingQuestion",
    "NumericQuestion",
    "OrderingQuestion",
    "Pair",
    "ShortTextQuestion",
    "Tolerance",
    "TrueFalseQuestion",
]


@hookimpl
def quizengine_question_types() -> Iterator[type[Question]]:
    """Offer the seven types."""
    yield ChoiceQuestion
    yield TrueFalseQuestion
    yield NumericQuestion
    yield ShortTextQuestion
    yield ClozeQuestion
    yield MatchingQuestion
    yield OrderingQuestion
