"""All that a class has handed in is read at once, with how long each answer took."""

from datetime import UTC, datetime, timedelta

import pytest

from quizengine.quiz.attempt import Mode
from quizengine.quiz.grading import Score
from quizengine.store import Assignment, Start, Store

NOW = datetime(2026, 11, 30, 8, tzinfo=UTC)


@pytest.fixture
def a_class(store: Store) -> Store:
    store.assignments.open(Assignment("KTR4XN", "", "q", "Q", "", "id", Mode.CLASS, None, NOW), b"bank")
    return store


def join(store: Store, name: str) -> None:
    store.assignments.join("KTR4XN", Start(name, name, name, "q", "Q", "id", b"bank"))


def test_only_what_was_handed_in_is_read_by_name(a_class: Store) -> None:
    for name in ("ben", "Ada", "eve"):
        join(a_class, name)
        a_class.respond(name, name, "q1", {"answer": (name,)})
    for name in ("ben", "Ada"):
        a_class.submit(name, name, lambda attempt: Score())
    found = a_class.assignments.handed_in("KTR4XN")
    assert [each.student for each in found] == ["Ada", "ben"]
    assert found[0].responses == {"q1": {"answer": ("Ada",)}}
    assert a_class.assignments.handed_in("OTHER") == ()


def test_the_time_of_an_answer_counts_from_the_one_saved_before(a_class: Store) -> None:
    join(a_class, "Ada")
    for name in ("q1", "q2", "q3"):
        a_class.respond("Ada", "Ada", name, {})
    a_class.submit("Ada", "Ada", lambda attempt: Score())
    saved = {"q2": 20, "q1": 50, "q3": 51}  # the first was changed after the second
    with a_class.batch.writing() as connection:
        connection.execute("UPDATE attempts SET started_at = :now", {"now": NOW.isoformat(timespec="milliseconds")})
        for name, seconds in saved.items():
            moment = (NOW + timedelta(seconds=seconds)).isoformat(timespec="milliseconds")
            values = {"moment": moment, "name": name}
            connection.execute("UPDATE responses SET saved_at = :moment WHERE question = :name", values)
    (found,) = a_class.assignments.handed_in("KTR4XN")
    assert found.seconds == {"q2": 20.0, "q1": 30.0, "q3": 1.0}


def test_equal_answers_are_one_object(a_class: Store) -> None:
    for name in ("Ada", "Ben"):
        join(a_class, name)
        a_class.respond(name, name, "q1", {"answer": ("Elbe",)})
        a_class.submit(name, name, lambda attempt: Score())
    ada, ben = a_class.assignments.handed_in("KTR4XN")
    assert ada.responses["q1"] is ben.responses["q1"]


def test_who_handed_in_nothing_has_no_answers(a_class: Store) -> None:
    join(a_class, "Ada")
    a_class.submit("Ada", "Ada", lambda attempt: Score())
    (found,) = a_class.assignments.handed_in("KTR4XN")
    assert (found.responses, found.seconds) == ({}, {})
