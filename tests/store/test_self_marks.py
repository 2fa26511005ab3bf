"""A student's own mark is kept with the answer, until the teacher marks it or the answer may change again."""

from contextlib import closing
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from threading import Barrier, Thread

import pytest

from quizengine.quiz.attempt import Attempt, Mode, grade_attempt, scorer
from quizengine.quiz.grading import Score
from quizengine.quiz.mending import Marking, Override
from quizengine.quiz.quiz import Quiz
from quizengine.quiz.self_marks import SelfMark
from quizengine.quiz.types.open import OpenQuestion
from quizengine.store import Assignment, Start, Store, UnknownAttemptError
from quizengine.store.opening import Place
from quizengine.store.outcomes import read_outcomes

CODE = "KTR4XN"
QUIZ = Quiz("Ice", tuple(OpenQuestion(id=name, stem=f"{name}?", answer="It floats.") for name in ("why", "how")))
GIVEN = {"answer": ("It is light.",)}
marked = scorer(QUIZ)


def score(attempt: Attempt) -> Score:
    return grade_attempt(QUIZ, attempt).score


@pytest.fixture
def ada(store: Store) -> str:
    """Ada has answered both questions in a class; the right answer to the first has been shown to her."""
    opened = Assignment(CODE, "", "ice", "Ice", "", QUIZ.id, Mode.PRACTICE, None, datetime(2026, 11, 30, tzinfo=UTC))
    store.assignments.open(opened, b"bank")
    store.assignments.join(CODE, Start("ada", "owner", "Ada", "ice", "Ice", QUIZ.id, b"bank", code="ADA"))
    store.respond("ada", "owner", "why", GIVEN, final=True)
    store.respond("ada", "owner", "how", GIVEN)
    return "ada"


def mark(store: Store, question: str, mark: SelfMark, owner: str = "owner") -> bool:
    return store.mending.mark_own("ada", owner, question, mark, marked)


def state(store: Store) -> tuple[dict[str, SelfMark], str]:
    """The marks, and the points of the attempt."""
    stored = store.load("ada", None)
    return dict(stored.attempt.self_marks), str(stored.score.earned) if stored.score else "-"


def test_only_what_can_no_longer_be_answered_differently_is_marked(store: Store, ada: str) -> None:
    assert mark(store, "why", SelfMark.HALF) and not mark(store, "how", SelfMark.FULL)
    assert state(store) == ({"why": "half"}, "-")
    assert store.at(ada, "owner", "why")[1].mark is SelfMark.HALF
    store.submit(ada, "owner", score)
    assert state(store) == ({"why": "half"}, "1/2")
    assert mark(store, "how", SelfMark.FULL) and mark(store, "why", SelfMark.NONE)
    assert state(store) == ({"why": "none", "how": "full"}, "1")


def test_closing_the_class_counts_what_students_have_marked(store: Store, ada: str) -> None:
    mark(store, "why", SelfMark.FULL)
    store.assignments.close(CODE, score)
    assert state(store)[1] == "1"
    [handed_in] = store.assignments.handed_in(CODE)
    assert handed_in.self_marks == {"why": SelfMark.FULL}


def test_nobody_else_marks_the_answer_and_there_is_none_to_a_question_without_an_answer(store: Store, ada: str) -> None:
    with pytest.raises(UnknownAttemptError):
        mark(store, "why", SelfMark.FULL, "somebody")
    assert not mark(store, "nowhere", SelfMark.FULL)


def test_the_teachers_points_stay_and_can_be_taken_back(store: Store, ada: str) -> None:
    store.submit(ada, "owner", score)
    mark(store, "why", SelfMark.NONE)
    store.mending.override(ada, "why", Override(Fraction(3, 4)), marked)
    assert not mark(store, "why", SelfMark.FULL)
    assert state(store) == ({"why": "none"}, "3/4")
    store.mending.override(ada, "why", None, marked)
    assert state(store) == ({"why": "none"}, "0")


def test_of_a_teacher_and_a_student_in_two_tabs_at_once_the_teacher_stays(place: Place, store: Store, ada: str) -> None:
    store.submit(ada, "owner", score)
    together = Barrier(3)

    def student(own: SelfMark) -> None:
        with closing(Store(place)) as tab:
            together.wait()
            for _ in range(5):
                tab.mending.mark_own(ada, "owner", "why", own, marked)

    tabs = [Thread(target=student, args=(own,)) for own in (SelfMark.FULL, SelfMark.NONE)]
    for tab in tabs:
        tab.start()
    together.wait()
    store.mending.override(ada, "why", Override(Fraction(1, 4)), marked)
    for tab in tabs:
        tab.join()
    assert state(store)[1] == "1/4"


def test_reopening_withdraws_the_marks_of_answers_that_may_change(store: Store, ada: str) -> None:
    store.submit(ada, "owner", score)
    mark(store, "why", SelfMark.FULL)
    mark(store, "how", SelfMark.FULL)
    store.reopening.attempt(ada, timedelta())
    assert state(store) == ({"why": "full"}, "-")
    store.respond(ada, "owner", "how", {"answer": ("It swims.",)})
    store.submit(ada, "owner", score)
    assert state(store) == ({"why": "full"}, "1")


def test_a_merged_attempt_brings_its_marks_and_another_answer_loses_them(store: Store, ada: str) -> None:
    store.assignments.join(CODE, Start("ada-2", "owner-2", "Ada 2", "ice", "Ice", QUIZ.id, b"bank", code="ADA2"))
    store.roster.merge(CODE, "ada-2", ada, marked)
    store.submit("ada-2", "owner-2", score)
    store.mending.mark_own("ada-2", "owner-2", "how", SelfMark.HALF, marked)
    store.assignments.join(CODE, Start("ada-3", "owner-3", "Ada 3", "ice", "Ice", QUIZ.id, b"bank", code="ADA3"))
    store.roster.merge(CODE, "ada-3", "ada-2", marked)
    assert store.load("ada-3", None).attempt.self_marks == {"how": SelfMark.HALF}
    store.respond("ada-3", "owner-3", "how", {"answer": ("It swims.",)})
    assert store.load("ada-3", None).attempt.self_marks == {}


def test_statistics_read_the_marks_and_the_teachers_points(place: Place, store: Store, ada: str) -> None:
    store.submit(ada, "owner", score)
    mark(store, "why", SelfMark.HALF)
    store.mending.override(ada, "how", Override(Fraction(1)), marked)
    [submitted] = read_outcomes(place).attempts
    assert submitted.attempt.self_marks == {"why": SelfMark.HALF}
    assert submitted.by_hand == {"how": Override(Fraction(1))}
    assert submitted.marking == Marking()


def test_attempts_in_no_class_have_marks_too(store: Store) -> None:
    store.begin(Start("eve", "owner", "Eve", "ice", "Ice", QUIZ.id, b"bank", code="EVE"))
    store.respond("eve", "owner", "why", GIVEN)
    store.submit("eve", "owner", score)
    store.mending.mark_own("eve", "owner", "why", SelfMark.FULL, marked)
    [version] = store.unassigned.versions("ice")
    assert version.handed_in[0].self_marks == {"why": SelfMark.FULL}
