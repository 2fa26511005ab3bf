"""A mended question marks anew what was handed in, and what is handed in later; an undone one as before."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from quizengine.quiz.attempt import Attempt, Mode, grade_attempt
from quizengine.quiz.grading import Score
from quizengine.quiz.mending import Marking, Mend, Override, Treatment
from quizengine.quiz.parts import ChoiceKey, Key, NumberKey, Option, OrderKey, TextKey
from quizengine.quiz.quiz import Quiz
from quizengine.quiz.types.choice import ChoiceQuestion
from quizengine.store import Assignment, ClosedAttemptError, Start, Store, UnknownAssignmentError
from quizengine.store.mend_records import mend_from_json, mend_to_json

CODE = "KTR4XN"
ELBE, RHINE = (frozenset({Option.of(name).id}) for name in ("Elbe", "Rhine"))
QUIZ = Quiz(
    "Rivers",
    tuple(ChoiceQuestion(id=name, stem=f"{name}?", answer="Elbe", distractors=("Rhine",)) for name in ("one", "two")),
)
RHINE_IS_RIGHT = Mend({"answer": ChoiceKey(RHINE, 1)})
DROPPED = Mend(treatment=Treatment.DROPPED)


def marked(attempt: Attempt, marking: Marking) -> Score:
    return grade_attempt(QUIZ, attempt, marking).score


@pytest.fixture
def a_class(store: Store) -> Store:
    """Ada and Ben have chosen Elbe and Rhine, both times, and handed in; Eve has chosen Rhine and works on."""
    opened = Assignment(CODE, "", "rivers", "Rivers", "", QUIZ.id, Mode.CLASS, None, datetime(2026, 11, 30, tzinfo=UTC))
    store.assignments.open(opened, b"bank")
    for name, river in (("Ada", "Elbe"), ("Ben", "Rhine"), ("Eve", "Rhine")):
        store.assignments.join(CODE, Start(name, name, name, "rivers", "Rivers", QUIZ.id, b"bank", code=name * 3))
        for question in QUIZ.questions:
            store.respond(name, name, question.id, {"answer": (Option.of(river).id,)})
        if name != "Eve":
            store.submit(name, name, lambda attempt: marked(attempt, Marking()))
    return store


def points(store: Store) -> dict[str, str]:
    return {
        each.attempt.student: f"{each.score.earned}/{each.score.possible}" if each.score else "-"
        for each in store.assignments.attempts(CODE)
    }


def test_another_key_gives_and_takes_points_at_once(a_class: Store) -> None:
    assert points(a_class) == {"Ada": "2/2", "Ben": "0/2", "Eve": "-"}
    assert a_class.mending.apply(CODE, "one", RHINE_IS_RIGHT, marked)
    assert points(a_class) == {"Ada": "1/2", "Ben": "1/2", "Eve": "-"}


def test_who_hands_in_after_the_mend_is_marked_by_it(a_class: Store) -> None:
    a_class.mending.apply(CODE, "one", RHINE_IS_RIGHT, marked)
    a_class.submit("Eve", "Eve", lambda attempt: marked(attempt, Marking(a_class.mending.mends(CODE))))
    assert points(a_class)["Eve"] == "1/2"


def test_undoing_brings_back_the_points_and_keeps_both_versions(a_class: Store) -> None:
    a_class.mending.apply(CODE, "one", RHINE_IS_RIGHT, marked)
    a_class.mending.apply(CODE, "two", DROPPED, marked)
    assert points(a_class) == {"Ada": "0/1", "Ben": "1/1", "Eve": "-"}
    last, first = a_class.mending.history(CODE)
    assert not a_class.mending.undo(CODE, first.id, marked)  # only the last one can be undone
    assert a_class.mending.undo(CODE, last.id, marked)
    assert points(a_class) == {"Ada": "1/2", "Ben": "1/2", "Eve": "-"}
    assert a_class.mending.undo(CODE, first.id, marked)
    assert points(a_class) == {"Ada": "2/2", "Ben": "0/2", "Eve": "-"}
    assert not a_class.mending.undo(CODE, first.id, marked)
    assert [(each.question, each.mend, each.undone is None) for each in a_class.mending.history(CODE)] == [
        ("two", DROPPED, False),
        ("one", RHINE_IS_RIGHT, False),
    ]


def test_a_second_mend_of_a_question_takes_the_place_of_the_first(a_class: Store) -> None:
    a_class.mending.apply(CODE, "one", RHINE_IS_RIGHT, marked)
    a_class.mending.apply(CODE, "one", Mend(points=Decimal(3)), marked)
    assert points(a_class) == {"Ada": "4/4", "Ben": "0/4", "Eve": "-"}
    a_class.mending.undo(CODE, a_class.mending.history(CODE)[0].id, marked)
    assert points(a_class) == {"Ada": "1/2", "Ben": "1/2", "Eve": "-"}


def test_the_same_mend_twice_is_one(a_class: Store) -> None:
    assert a_class.mending.apply(CODE, "one", RHINE_IS_RIGHT, marked)
    assert not a_class.mending.apply(CODE, "one", RHINE_IS_RIGHT, marked)
    assert not a_class.mending.apply(CODE, "two", Mend(), marked)
    assert len(a_class.mending.history(CODE)) == 1


def test_a_class_that_does_not_exist_cannot_be_mended(store: Store) -> None:
    with pytest.raises(UnknownAssignmentError):
        store.mending.apply("NOSUCH", "one", DROPPED, marked)


def test_a_mend_is_of_one_class_alone(a_class: Store) -> None:
    a_class.mending.apply(CODE, "one", RHINE_IS_RIGHT, marked)
    assert a_class.mending.mends("OTHER") == {}
    assert a_class.mending.marking(None, "Ada") == Marking()


def test_points_by_hand_go_before_the_key_and_can_be_taken_back(a_class: Store) -> None:
    a_class.mending.override("Ben", "one", Override(Fraction(1, 2), "nearly"), marked)
    assert points(a_class)["Ben"] == "1/2/2"
    a_class.mending.apply(CODE, "one", RHINE_IS_RIGHT, marked)
    assert points(a_class) == {"Ada": "1/2", "Ben": "1/2/2", "Eve": "-"}
    everybody, by_hand = a_class.mending.markings(CODE)
    assert (set(everybody.mends), set(by_hand)) == ({"one"}, {"Ben"})
    assert by_hand["Ben"].overrides == {"one": Override(Fraction(1, 2), "nearly")}
    a_class.mending.override("Ben", "one", None, marked)
    assert points(a_class)["Ben"] == "1/2"


def test_an_attempt_under_way_gets_no_points_by_hand(a_class: Store) -> None:
    with pytest.raises(ClosedAttemptError):
        a_class.mending.override("Eve", "one", Override(Fraction(1)), marked)


def test_reopening_takes_points_by_hand_back_for_the_answer_may_change(a_class: Store) -> None:
    a_class.mending.override("Ben", "one", Override(Fraction(1)), marked)
    a_class.reopening.attempt("Ben", timedelta())
    assert a_class.mending.marking(CODE, "Ben").overrides == {}


def test_deleting_the_class_deletes_its_mends_and_points_by_hand(a_class: Store) -> None:
    a_class.mending.apply(CODE, "one", RHINE_IS_RIGHT, marked)
    a_class.mending.override("Ben", "one", Override(Fraction(1)), marked)
    a_class.assignments.close(CODE, lambda attempt: marked(attempt, Marking()))
    a_class.assignments.forget(CODE)
    with a_class.batch.reading() as connection:
        left = [
            connection.execute(f"SELECT count(*) AS number FROM {name}").fetchone()["number"]
            for name in ("mends", "overrides")
        ]
    assert left == [0, 0]


@pytest.mark.parametrize(
    "key",
    [
        ChoiceKey(frozenset({"a", "b"}), 2, either=True),
        TextKey(("Elbe", "the Elbe"), "exact", Fraction(1, 2)),
        NumberKey(Decimal("10.50"), Decimal(10), Decimal(11), "km", unit_required=True),
        OrderKey(("b", "a")),
    ],
)
def test_every_kind_of_key_is_kept_as_it_is(key: Key) -> None:
    mend = Mend({"answer": key}, Decimal("2.5"), Treatment.CREDITED)
    assert mend_from_json(mend_to_json(mend)) == mend
