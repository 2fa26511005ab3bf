"""An attempt grows by new values, and marking brings it together with the quiz."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from quizengine.quiz.attempt import Attempt, grade_attempt, is_answered
from quizengine.quiz.quiz import Quiz
from quizengine.quiz.types import MatchingQuestion, NumericQuestion, Pair, ShortTextQuestion
from quizengine.testing import right_response

WHO = ShortTextQuestion(stem="Who said so?", answer="Ada Marsh")
CAPITALS = MatchingQuestion(stem="What?", pairs=(Pair(left="Peru", right="Lima"), Pair(left="France", right="Paris")))
QUIZ = Quiz("Harbour", (WHO, CAPITALS))


def test_a_response_makes_a_new_attempt_and_leaves_the_old_one() -> None:
    empty = Attempt(QUIZ.id, "Zoë")
    first = empty.responding(WHO.id, {"answer": ("Ida",)})
    second = first.responding(WHO.id, {"answer": ("Ada Marsh",)})
    assert (dict(empty.responses), first.responses[WHO.id]) == ({}, {"answer": ("Ida",)})
    assert second.responses == {WHO.id: {"answer": ("Ada Marsh",)}} and second.student == "Zoë"


def test_an_empty_attempt_earns_nothing_of_all_points() -> None:
    result = grade_attempt(QUIZ, Attempt(QUIZ.id, "Zoë"))
    assert (result.score.earned, result.score.possible) == (0, 3)
    assert [outcome.response for outcome in result.outcomes] == [{}, {}]


def test_outcomes_come_in_the_order_of_the_quiz_and_points_add_up() -> None:
    attempt = Attempt(QUIZ.id, "Zoë").responding(CAPITALS.id, right_response(CAPITALS))
    result = grade_attempt(QUIZ, attempt.responding(WHO.id, {"answer": ("Ida",)}))
    assert [outcome.question for outcome in result.outcomes] == [WHO, CAPITALS]
    assert [outcome.score.earned for outcome in result.outcomes] == [0, 2]
    assert result.score.earned == Fraction(2) and not result.score.full


def test_a_number_is_judged_as_the_locale_of_the_quiz_writes_it() -> None:
    question = NumericQuestion(stem="How many soldiers?", answer=Decimal(1080))
    earned = {}
    for locale in ("en", "de"):
        quiz = Quiz("Troops", (question,), locale=locale)
        for typed in ("1080", "1.080", "1,080", "eintausend"):
            result = grade_attempt(quiz, Attempt(quiz.id, "Zoë").responding(question.id, {"answer": (typed,)}))
            assert result.outcomes[0].response == {"answer": (typed,)}
            earned[locale, typed] = result.score.earned
    assert {each for each, points in earned.items() if points} == {
        ("en", "1080"), ("en", "1,080"), ("de", "1080"), ("de", "1.080"),
    }  # fmt: skip


def test_knowing_everything_earns_everything() -> None:
    attempt = Attempt(QUIZ.id, "Zoë")
    for question in QUIZ.questions:
        attempt = attempt.responding(question.id, right_response(question))
    assert grade_attempt(QUIZ, attempt).score.full


def test_a_response_to_a_question_of_another_quiz_changes_nothing() -> None:
    assert grade_attempt(QUIZ, Attempt(QUIZ.id, "Zoë").responding("other", {"answer": ("x",)})).score.earned == 0


def test_blank_space_is_no_answer():
    assert not is_answered({"g": ("  \n",), "c": ()})
    assert is_answered({"g": ("  \n",), "c": ("a",)})


def test_a_question_earns_the_points_that_it_is_worth_and_part_of_them_for_part_of_the_answer() -> None:
    capitals = replace(CAPITALS, points=Decimal("1.5"))
    [pair, _] = right_response(capitals)
    half = Attempt("", "Zoë", {capitals.id: {pair: right_response(capitals)[pair]}})
    score = grade_attempt(Quiz("Harbour", (capitals,)), half).score
    assert (score.earned, score.possible) == (Fraction(3, 4), Fraction(3, 2))


def test_points_do_not_make_another_question() -> None:
    assert replace(WHO, id="", points=Decimal(2)).id == WHO.id
