"""What a response earns, and what to ask back: pure functions, the same on every surface.

`judging` asks `numbers`, `words` and `partial`, by the kind of key; `numbers` asks `figures` and `units`.
Read `judging` first.
"""

from quizengine.quiz.grading.judging import judge, nearly
from quizengine.quiz.grading.numbers import Misread, misread, reading_of
from quizengine.quiz.grading.score import Score

__all__ = ["Misread", "Score", "judge", "misread", "nearly", "reading_of"]
