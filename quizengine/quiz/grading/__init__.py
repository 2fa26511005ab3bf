"""Grading: what a response earns and when to ask back; pure functions, the same on every surface.

`part_grading` calls `numbers`, `words` and `partial`, by the kind of key; `numbers` calls `number_readings` and
`units`. Read `part_grading` first.
"""

from quizengine.quiz.grading.numbers import Misread, reading_of, reading_problem
from quizengine.quiz.grading.part_grading import grade_part, near_miss
from quizengine.quiz.grading.score import Score

__all__ = ["Misread", "Score", "grade_part", "near_miss", "reading_of", "reading_problem"]
