"""The question types that come with quizengine, one file each; registered in the same way as any plugin.

Read `choice` first.
"""

from quizengine.quiz.types.choice import ChoiceQuestion, OptionFeedback
from quizengine.quiz.types.cloze import ClozeQuestion
from quizengine.quiz.types.matching import MatchingQuestion, Pair
from quizengine.quiz.types.numeric import NumericQuestion, Tolerance
from quizengine.quiz.types.open import OpenQuestion
from quizengine.quiz.types.ordering import OrderingQuestion
from quizengine.quiz.types.short_text import ShortTextQuestion
from quizengine.quiz.types.true_false import TrueFalseQuestion

__all__ = [
    "ChoiceQuestion",
    "ClozeQuestion",
    "MatchingQuestion",
    "NumericQuestion",
    "OpenQuestion",
    "OptionFeedback",
    "OrderingQuestion",
    "Pair",
    "ShortTextQuestion",
    "Tolerance",
    "TrueFalseQuestion",
]
