"""Open questions: answered in sentences, which earn what people have marked them with."""

from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest

from quizengine.errors import QuestionError
from quizengine.quiz.attempt import Attempt, grade_attempt
from quizengine.quiz.mending import Marking, Mend, Override, Treatment, mend_towards
from quizengine.quiz.parts import Gap, Text
from quizengine.quiz.quiz import Quiz
from quizengine.quiz.self_marks import SelfMark, has_model_answer, needs_mark
from quizengine.quiz.types.open import OpenQuestion
from quizengine.quiz.types.short_text import ShortTextQuestion

WHY = OpenQuestion(id="why", stem="Why does ice float?", answer="It is lighter than water.", points=Decimal(2))
QUIZ = Quiz("Ice", (WHY,))
GIVEN = {"answer": ("Because it is light.",)}


def outcome(
    given: dict[str, tuple[str, ...]],
    own: SelfMark | None = None,
    marking: Marking = Marking(),  # noqa: B008 # it never changes
) -> tuple[str, Fraction]:
    attempt = Attempt("", "Zoë", {"why": given} if given else {}, {"why": own} if own else {})
    [found] = grade_attempt(QUIZ, attempt, marking).outcomes
    return found.verdict, found.score.earned


def test_a_student_sees_the_stem_and_room_for_sentences_and_nothing_of_the_model_answer() -> None:
    assert WHY.parts(Random(1)) == (Text("Why does ice float?"), Gap("answer", expects="sentences"))


def test_without_a_model_answer_nobody_could_mark_it() -> None:
    with pytest.raises(QuestionError, match="expected a model answer"):
        OpenQuestion(stem="Why?", answer=" ")


def test_not_even_the_model_answer_itself_earns_anything_before_somebody_has_marked_it() -> None:
    assert outcome({"answer": (WHY.answer,)}) == ("unmarked", 0)
    assert outcome({}) == outcome({"answer": (" \n",)}) == ("none", 0)


@pytest.mark.parametrize(
    ("own", "expected"),
    [(SelfMark.FULL, ("right", 2)), (SelfMark.HALF, ("part", 1)), (SelfMark.NONE, ("wrong", 0))],
)
def test_the_students_mark_earns_its_share_of_the_points(own: SelfMark, expected: tuple[str, int]) -> None:
    assert outcome(GIVEN, own) == expected


def test_a_mark_of_an_empty_answer_earns_nothing() -> None:
    assert outcome({}, SelfMark.FULL) == ("none", 0)


def test_points_by_the_teacher_go_before_the_students_mark() -> None:
    by_hand = Marking(overrides={"why": Override(Fraction(1, 2))})
    assert outcome(GIVEN, SelfMark.FULL, by_hand) == outcome(GIVEN, None, by_hand) == ("part", Fraction(1, 2))


@pytest.mark.parametrize(
    ("treatment", "expected"), [(Treatment.DROPPED, ("dropped", 0)), (Treatment.CREDITED, ("right", 2))]
)
def test_what_is_dropped_or_credited_waits_for_no_mark(treatment: Treatment, expected: tuple[str, int]) -> None:
    assert outcome(GIVEN, None, Marking({"why": Mend(treatment=treatment)})) == expected


def test_a_better_model_answer_changes_no_marks_that_people_have_given() -> None:
    better = OpenQuestion(stem=WHY.stem, answer="It takes more room than the water that it was.", points=Decimal(2))
    assert mend_towards(WHY, better) == Mend()


def test_only_sentences_need_a_mark() -> None:
    word = ShortTextQuestion(stem="What floats?", answer="ice")
    assert (has_model_answer(WHY), has_model_answer(word)) == (True, False)
    assert (needs_mark(WHY, GIVEN), needs_mark(WHY, {}), needs_mark(word, {"answer": ("ice",)})) == (True, False, False)
