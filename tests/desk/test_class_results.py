"""The results of a class: every figure worked out a second time from the answers that were given."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from quizengine.desk.class_results import ClassResults, class_results
from quizengine.quiz.mending import AS_ASKED, Marking, Mend, Override, Treatment
from quizengine.quiz.parts import Option
from quizengine.quiz.quiz import Quiz
from quizengine.quiz.types.choice import ChoiceQuestion
from quizengine.quiz.types.short_text import ShortTextQuestion
from quizengine.store import HandedIn
from quizengine.store.stored import Ending

START = datetime(2026, 11, 30, 8, tzinfo=UTC)
QUIZ = Quiz(
    "Rivers",
    (
        ChoiceQuestion(id="hamburg", stem="Which river is in Hamburg?", answer="Elbe", distractors=("Rhine", "Oder")),
        ShortTextQuestion(id="cairo", stem="Which river is in Cairo?", answer="Nile", points=Decimal(2)),
    ),
)
GIVEN = (("Ada", "Elbe", "Nile"), ("Ben", "Rhine", "Nile"), ("Eve", "Rhine", "Niger"), ("Kim", "Elbe", ""))


def handed_in(given: Sequence[tuple[str, str, str]] = GIVEN) -> list[HandedIn]:
    rows = []
    for number, (student, river, typed) in enumerate(given):
        responses = {"hamburg": {"answer": (Option.of(river).id,)}} | ({"cairo": {"answer": (typed,)}} if typed else {})
        seconds = {"hamburg": 10.0 + number, "cairo": 30.0} if typed else {"hamburg": 10.0 + number}
        ended = START + timedelta(minutes=5)
        rows.append(HandedIn(student, student, START, ended, Ending.STUDENT, responses, seconds))
    return rows


def results(marking: Marking = AS_ASKED, **of_attempts: Marking) -> ClassResults:
    return class_results(QUIZ, handed_in(), lambda attempt: of_attempts.get(attempt, marking))


def earned(found: ClassResults) -> dict[str, tuple[Fraction, Fraction]]:
    return {each.handed_in.student: (each.score.earned, each.score.possible) for each in found.students}


def test_each_student_has_the_points_of_the_quiz() -> None:
    assert earned(results()) == {"Ada": (3, 3), "Ben": (2, 3), "Eve": (0, 3), "Kim": (1, 3)}


def test_each_question_has_its_counts_and_the_median_time() -> None:
    hamburg, cairo = results().questions
    assert (hamburg.item.asked, hamburg.item.answered, hamburg.item.full, hamburg.missed) == (4, 4, 2, 2)
    assert (cairo.item.asked, cairo.item.answered, cairo.item.full, cairo.missed) == (4, 3, 2, 1)
    assert (hamburg.seconds, cairo.seconds) == (11.5, 30.0)
    (counts,) = hamburg.parts
    assert {each.given[0]: (each.students, each.mean) for each in counts.answers} == {
        Option.of("Elbe").id: (2, pytest.approx((1 + 1 / 3) / 2)),
        Option.of("Rhine").id: (2, pytest.approx((2 / 3 + 0) / 2)),
        Option.of("Oder").id: (0, None),
    }


def test_the_mean_is_that_of_the_points() -> None:
    assert results().reliability.mean == pytest.approx((3 + 2 + 0 + 1) / 4)


def test_a_class_without_anybody_has_questions_and_no_figures() -> None:
    found = class_results(QUIZ, [], lambda attempt: AS_ASKED)
    assert [each.item.asked for each in found.questions] == [0, 0]
    assert (found.students, found.reliability.mean) == ((), None)


def test_a_dropped_question_counts_for_nobody() -> None:
    found = results(Marking({"cairo": Mend(treatment=Treatment.DROPPED)}))
    assert earned(found) == {"Ada": (1, 1), "Ben": (0, 1), "Eve": (0, 1), "Kim": (1, 1)}
    assert found.questions[1].item.answered == 0
    assert found.reliability.questions == 1


def test_a_credited_question_is_right_for_everybody() -> None:
    found = results(Marking({"cairo": Mend(treatment=Treatment.CREDITED)}))
    assert earned(found) == {"Ada": (3, 3), "Ben": (2, 3), "Eve": (2, 3), "Kim": (3, 3)}


def test_points_by_hand_are_those_of_one_student() -> None:
    by_hand = Marking(overrides={"cairo": Override(Fraction(1), "nearly")})
    found = results(Eve=by_hand)
    assert earned(found)["Eve"] == (1, 3)
    assert [student.marks[1].by_hand for student in found.students] == [False, False, True, False]
