"""Attempts in no class are marked by a change that was made after they were begun, in results and in statistics."""

import time

import pytest

from quizengine.quiz.attempt import Attempt, grade_attempt
from quizengine.quiz.grading import Score
from quizengine.quiz.mending import Marking, Mend, Treatment
from quizengine.quiz.parts import ChoiceKey, Option
from quizengine.quiz.quiz import Quiz
from quizengine.quiz.types.choice import ChoiceQuestion
from quizengine.store import Place, Start, Store
from quizengine.store.mending import Scorer
from quizengine.store.outcomes import read_outcomes

ELBE, RHINE = (Option.of(name).id for name in ("Elbe", "Rhine"))
QUESTION = ChoiceQuestion(id="one", stem="Which river?", answer="Elbe", distractors=("Rhine",))
QUIZ = Quiz("Rivers", (QUESTION,))
RHINE_IS_RIGHT = Mend({"answer": ChoiceKey(frozenset({RHINE}), 1)})


def marked(attempt: Attempt, marking: Marking) -> Score:
    return grade_attempt(QUIZ, attempt, marking).score


def scorer_of(quiz: str) -> Scorer:
    return marked


def begin(store: Store, name: str, river: str, *, entry: str = "rivers", bank: bytes = b"bank") -> None:
    store.begin(Start(name, name, name, entry, "Rivers", QUIZ.id, bank))
    store.respond(name, name, "one", {"answer": (river,)})


def hand_in(store: Store, name: str) -> None:
    store.submit(name, name, lambda attempt: marked(attempt, store.mending.marking(None, name)))


def earned(store: Store, *names: str) -> list[int]:
    return [int(score.earned) for name in names if (score := store.load(name, None).score)]


@pytest.fixture
def rivers(store: Store) -> Store:
    """Ada and Ben have handed in at two versions of a quiz, Eve at another quiz; Joe is in the middle of it."""
    begin(store, "Ada", ELBE)
    begin(store, "Ben", RHINE, bank=b"a later bank")
    begin(store, "Eve", ELBE, entry="lakes")
    begin(store, "Joe", RHINE)
    for name in ("Ada", "Ben", "Eve"):
        hand_in(store, name)
    return store


def test_a_change_marks_what_was_handed_in_at_every_version_of_its_quiz_alone(rivers: Store) -> None:
    assert rivers.unassigned.apply("rivers", QUESTION.content_id, RHINE_IS_RIGHT, scorer_of)
    assert earned(rivers, "Ada", "Ben", "Eve") == [0, 1, 1]
    assert [len(each.handed_in) for each in rivers.unassigned.versions("rivers")] == [1, 1]
    assert rivers.unassigned.counts() == {"rivers": 2, "lakes": 1}


def test_it_holds_for_who_began_before_it_and_for_nobody_else(rivers: Store) -> None:
    rivers.unassigned.apply("rivers", QUESTION.content_id, RHINE_IS_RIGHT, scorer_of)
    hand_in(rivers, "Joe")
    time.sleep(0.005)  # begun at a later moment, which is kept to the millisecond
    begin(rivers, "Kim", RHINE)
    hand_in(rivers, "Kim")
    assert earned(rivers, "Joe", "Kim") == [1, 0]


def test_the_same_change_twice_is_one_and_the_last_one_is_undone_first(rivers: Store) -> None:
    dropped = Mend(treatment=Treatment.DROPPED)
    for mend in (RHINE_IS_RIGHT, RHINE_IS_RIGHT, dropped):
        rivers.unassigned.apply("rivers", QUESTION.content_id, mend, scorer_of)
    last, first = rivers.unassigned.history("rivers")
    assert (last.mend, first.mend) == (dropped, RHINE_IS_RIGHT)
    assert not rivers.unassigned.undo("rivers", first.id, scorer_of)
    assert rivers.unassigned.undo("rivers", last.id, scorer_of) and earned(rivers, "Ada", "Ben") == [0, 1]
    assert rivers.unassigned.undo("rivers", first.id, scorer_of) and earned(rivers, "Ada", "Ben") == [1, 0]


def test_statistics_are_by_the_change_too(rivers: Store, place: Place) -> None:
    rivers.unassigned.apply("rivers", QUESTION.content_id, RHINE_IS_RIGHT, scorer_of)
    outcomes = read_outcomes(place).attempts
    assert {one.attempt.student: marked(one.attempt, one.marking).earned for one in outcomes} == {
        "Ada": 0,
        "Ben": 1,
        "Eve": 1,
    }
