"""What a student practises over days: it belongs to an attempt, is reviewed once, and goes with the student."""

from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction

import pytest

from quizengine.quiz.attempt import Mode
from quizengine.quiz.grading import Score
from quizengine.quiz.self_marks import SelfMark
from quizengine.quiz.spacing import Schedule
from quizengine.store import Assignment, ClosedAttemptError, PracticeCard, Start, Store

BANK = b"format: quizengine/1\n"
CLASS = Assignment("KTR4XN", "8b", "rivers", "Rivers", "", "quiz-1", Mode.CLASS, None, datetime.now(UTC))
ADA = Start("ada", "owner-1", "Ada", "rivers", "Rivers", "quiz-1", BANK, Mode.CLASS, "KTR4XN9PD")
MONDAY, TUESDAY, FRIDAY = date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 4)
TOMORROW = Schedule(TUESDAY, MONDAY, 0.2, 6.4)
LATER = Schedule(FRIDAY, TUESDAY, 2.5, 6.3)


@pytest.fixture
def planned(store: Store) -> Store:
    """A store with an attempt of which two questions are practised."""
    store.assignments.open(CLASS, BANK)
    store.assignments.join("KTR4XN", ADA)
    store.submit("ada", "owner-1", lambda attempt: Score(Fraction(0), Fraction(2)))
    store.practice.plan("ada", {"q1": TOMORROW, "q2": TOMORROW})
    return store


def test_what_is_planned_again_keeps_its_schedule(planned: Store):
    planned.practice.review("ada", PracticeCard("q1", TOMORROW, None), {"answer": ("x",)}, LATER)
    planned.practice.plan("ada", {"q1": TOMORROW, "q3": TOMORROW})
    assert planned.practice.cards("ada") == (
        PracticeCard("q2", TOMORROW, None),
        PracticeCard("q3", TOMORROW, None),
        PracticeCard("q1", LATER, {"answer": ("x",)}),
    )
    assert (planned.practice.attempts_of("owner-1"), planned.practice.attempts_of("owner-2")) == (("ada",), ())


def test_an_answer_sent_twice_or_before_its_day_changes_nothing(planned: Store):
    card = PracticeCard("q1", TOMORROW, None)
    early = replace(LATER, reviewed=MONDAY)
    assert not planned.practice.review("ada", card, {"answer": ("x",)}, early)
    assert planned.practice.review("ada", card, {"answer": ("x",)}, LATER)
    assert not planned.practice.review("ada", card, {"answer": ("y",)}, LATER)
    assert planned.practice.cards("ada")[1].given == {"answer": ("x",)}


def test_nothing_is_practised_of_an_attempt_that_is_not_handed_in(store: Store):
    store.begin(ADA)
    with pytest.raises(ClosedAttemptError):
        store.practice.plan("ada", {"q1": TOMORROW})


@pytest.mark.parametrize("how", ["stop", "student", "class", "retention"])
def test_it_is_deleted_when_the_student_stops_or_is_deleted_and_with_the_class(planned: Store, how: str):
    if how == "stop":
        planned.practice.stop("ada")
    elif how == "student":
        planned.roster.forget("KTR4XN", "ada")
    else:
        planned.assignments.close("KTR4XN", lambda attempt: Score())
        if how == "class":
            planned.assignments.forget("KTR4XN")
        else:
            planned.retention.keep("KTR4XN", 0)
            assert planned.retention.forget_due() == ("KTR4XN",)
    assert (planned.practice.cards("ada"), planned.practice.attempts_of("owner-1")) == ((), ())


def test_sentences_are_kept_until_they_are_marked_and_then_reviewed_once(planned: Store):
    card = PracticeCard("q1", TOMORROW, None)
    assert planned.practice.give("ada", card, {"answer": ("It floats.",)}, TUESDAY)
    [given] = (each for each in planned.practice.cards("ada") if each.question == "q1")
    assert given == PracticeCard("q1", TOMORROW, {"answer": ("It floats.",)})
    assert planned.practice.review("ada", given, {"answer": ("It floats.",)}, LATER, SelfMark.HALF)
    assert planned.practice.cards("ada")[-1] == PracticeCard("q1", LATER, {"answer": ("It floats.",)}, SelfMark.HALF)
    assert not planned.practice.give("ada", card, {"answer": ("Too late.",)}, TUESDAY)
    assert not planned.practice.review("ada", given, {"answer": ("Twice.",)}, LATER, SelfMark.FULL)
