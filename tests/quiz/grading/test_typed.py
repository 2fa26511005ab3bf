"""A table of what students type: no right answer is marked wrong, and no wrong one right."""

from dataclasses import replace
from random import Random

import pytest

from quizengine.quiz.grading import grade_part, reading_problem
from quizengine.quiz.parts import Gap, Key
from tests.quiz.grading.typed_table import EARNS, ROWS, Row


def test_the_table_holds_six_hundred_answers_in_four_languages() -> None:
    assert len(ROWS) >= 600
    assert {row.locale for row in ROWS} == {"en", "de", "es", "fr"}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_no_right_answer_is_wrong_and_no_wrong_one_right(row: Row) -> None:
    (key,) = row.question.key().values()
    assert grade_part(key, (row.typed,), row.locale) == EARNS[row.sign]
    if row.sign != "-":  # what is no number at all is asked back, too
        assert asked_back(row, key) == (row.sign == "?")


def asked_back(row: Row, key: Key) -> bool:
    """Whether the form asks for the answer again."""
    (gap,) = (part for part in row.question.parts(Random(0)) if isinstance(part, Gap))
    return reading_problem(replace(gap, locale=row.locale), (row.typed,), key) is not None
