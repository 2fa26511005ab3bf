"""Gaps that are an exercise: in code, and with the words to choose from in the stem, keys may be seen elsewhere."""

import pytest

from quizengine.checks.answers import number_in_words, too_many_gaps
from quizengine.checks.wording import key_not_in_stem
from quizengine.quiz.types import ClozeQuestion

CODE = "for {i} in {range}(1, {11}): {print}(i)"
LOOP = ClozeQuestion(stem="Complete the loop.", text=CODE, match="code")


def test_a_name_in_code_stands_there_more_than_once() -> None:
    assert list(key_not_in_stem(LOOP, None)) == []
    told = ClozeQuestion(stem="Fill the gap.", text="The {harbour} froze, and nobody left the harbour.")
    assert list(key_not_in_stem(told, None)) == ["the stem holds the key “harbour”"]


def test_a_number_in_code_has_no_form_in_words() -> None:
    assert list(number_in_words(LOOP, None)) == []
    words = ClozeQuestion(stem="Fill the gap.", text="A week has {seven} days.")
    assert len(list(number_in_words(words, None))) == 1


def test_code_may_be_mostly_gaps() -> None:
    assert list(too_many_gaps(LOOP, None)) == []
    assert len(list(too_many_gaps(ClozeQuestion(stem="Fill the gaps.", text=CODE.replace("(i)", "(name)")), None))) == 1


@pytest.mark.parametrize(("stem", "told"), [("Fill in “affect” or “effect”.", 0), ("Fill the gaps.", 1)])
def test_a_stem_may_list_what_the_gaps_are_filled_with(stem: str, told: int) -> None:
    asked = ClozeQuestion(
        stem=stem, text="Frost will {affect} the crop. Its {effect} is slow. Rain does not affect it."
    )
    assert len(list(key_not_in_stem(asked, None))) == told
