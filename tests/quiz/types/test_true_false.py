"""True or false: one statement, judged."""

from random import Random

import pytest

from quizengine.errors import QuestionError
from quizengine.quiz.parts import Choice
from quizengine.quiz.types.true_false import TrueFalseQuestion


def test_true_stands_before_false_whatever_the_key_and_the_seed() -> None:
    for answer in (True, False):
        question = TrueFalseQuestion(stem="The Elbe is a river.", answer=answer)
        for seed in range(20):
            [_, choice] = question.parts(Random(seed))
            assert isinstance(choice, Choice) and [option.text for option in choice.options] == ["True", "False"]


def test_the_two_judgements_of_one_statement_earn_opposite_points() -> None:
    true = TrueFalseQuestion(stem="The Elbe is a river.", answer=True)
    false = TrueFalseQuestion(stem="The Elbe is a river.", answer=False)
    assert true.grade({"answer": ("true",)}).full and not true.grade({"answer": ("false",)}).earned
    assert false.grade({"answer": ("false",)}).full and not false.grade({"answer": ("true",)}).earned
    assert true.grade({"answer": ("true", "false")}).earned == 0


@pytest.mark.parametrize("answer", ["no", "false", 0, None])
def test_a_word_for_a_truth_value_is_refused(answer: object) -> None:
    with pytest.raises(QuestionError, match="expected True or False"):
        TrueFalseQuestion(stem="The Elbe is a mountain.", answer=answer)
