"""The geometry of the pictures: lengths are proportional to what they show."""

from datetime import UTC, datetime

import pytest

from quizengine.desk.class_results import ClassResults, class_results
from quizengine.quiz.mending import AS_ASKED
from quizengine.quiz.quiz import Quiz
from quizengine.quiz.types.true_false import TrueFalseQuestion
from quizengine.store import HandedIn
from quizengine.store.stored import Ending
from quizengine.web.render import result_pictures

NOW = datetime(2026, 11, 30, 8, tzinfo=UTC)
QUIZ = Quiz("Q", tuple(TrueFalseQuestion(id=name, stem=f"{name}.", answer=True) for name in "abc"))


def class_of(*rights: str) -> ClassResults:
    """Students by the ids of the questions that they got right; they got the others wrong."""
    handed_in = [
        HandedIn(
            str(at),
            "",
            NOW,
            NOW,
            Ending.STUDENT,
            {question.id: {"answer": ("true" if question.id in right else "false",)} for question in QUIZ.questions},
            {},
        )
        for at, right in enumerate(rights)
    ]
    return class_results(QUIZ, handed_in, lambda attempt: AS_ASKED)


def test_columns_are_as_high_as_students_are_many() -> None:
    bars = result_pictures.distribution(class_of("", "a", "b", "abc")).bars
    assert [bar.count for bar in bars] == [1, 0, 0, 2, 0, 0, 0, 0, 0, 1]
    assert bars[3].height == pytest.approx(2 * bars[0].height)
    assert {round(bar.y + bar.height, 6) for bar in bars} == {round(bars[0].y + bars[0].height, 6)}


def test_a_bar_is_as_long_as_the_share_and_its_interval_lies_around_its_end() -> None:
    bars = result_pictures.shares_right(class_of(*["a"] * 6, *["ab"] * 6).questions).bars
    assert bars[1].width == pytest.approx(bars[0].width / 2)
    assert bars[2].width == 0
    assert bars[1].low < bars[1].x + bars[1].width < bars[1].high


def test_without_enough_answers_a_bar_has_no_interval() -> None:
    bars = result_pictures.shares_right(class_of("a", "b").questions).bars
    assert [(bar.low, bar.high) for bar in bars] == [(0, 0)] * 3


def test_dots_stand_further_right_the_easier_and_lower_the_less_they_agree() -> None:
    dots = result_pictures.facility_and_discrimination(class_of(*["ab"] * 6, *["a"] * 2, "c", *[""] * 3).questions).dots
    by_name = {dot.label: dot for dot in dots}
    assert by_name["1"].x > by_name["2"].x > by_name["3"].x
    assert by_name["1"].y < by_name["3"].y
    assert {name: dot.below for name, dot in by_name.items()} == {"1": False, "2": False, "3": True}


def test_questions_without_a_discrimination_are_not_drawn() -> None:
    assert result_pictures.facility_and_discrimination(class_of("a", "b").questions).dots == ()
