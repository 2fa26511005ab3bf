"""The class list: who is on it, who may join, and students renamed, merged and deleted without losing an answer."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest

from quizengine.quiz.attempt import Attempt, Mode
from quizengine.quiz.grading import Score
from quizengine.quiz.mending import Marking
from quizengine.store import (
    Assignment,
    ExtraTime,
    NameTakenError,
    NotListedError,
    Start,
    Store,
    UnknownAssignmentError,
    UnknownAttemptError,
)

CODE = "KTR4XN"
NOW = datetime(2026, 11, 30, tzinfo=UTC)


def counted(attempt: Attempt, marking: Marking = Marking()) -> Score:  # noqa: B008 # it never changes
    """A point for each answer."""
    return Score(Fraction(len(attempt.responses)), Fraction(4))


@pytest.fixture
def a_class(store: Store) -> Store:
    store.assignments.open(Assignment(CODE, "", "q", "Q", "", "id", Mode.CLASS, 20, NOW), b"bank")
    return store


def join(store: Store, name: str, attempt: str = "", **answers: str) -> str:
    attempt = attempt or name
    store.assignments.join(CODE, Start(attempt, attempt, name, "q", "Q", "id", b"bank", code=attempt * 9))
    store.start_clock(attempt, attempt)
    for question, text in answers.items():
        store.respond(attempt, attempt, question, {"answer": (text,)})
    return attempt


def given(store: Store) -> dict[str, dict[str, str]]:
    return {
        each.attempt.student: {name: response["answer"][0] for name, response in each.attempt.responses.items()}
        for each in store.assignments.attempts(CODE)
    }


def test_two_of_one_name_are_told_apart_and_a_list_added_twice_stays_as_it_is(a_class: Store) -> None:
    names = ["Ben", "Ada Quill", "ada quill", "Ben"]
    assert (a_class.roster.add(CODE, names), a_class.roster.add(CODE, names)) == (4, 0)
    assert a_class.roster.names(CODE) == ("Ada Quill", "ada quill (2)", "Ben", "Ben (2)")


def test_a_class_that_does_not_exist_has_no_list(store: Store) -> None:
    with pytest.raises(UnknownAssignmentError):
        store.roster.add("NOSUCH", ["Ada"])


def test_only_those_on_the_list_join_if_the_teacher_says_so(a_class: Store) -> None:
    a_class.roster.add(CODE, ["Ada"])
    join(a_class, "Somebody")
    a_class.roster.list_only(CODE, True)
    with pytest.raises(NotListedError):
        join(a_class, "Eve")
    join(a_class, "ADA")
    a_class.roster.list_only(CODE, False)
    join(a_class, "Eve")
    assert sorted(given(a_class)) == ["ADA", "Eve", "Somebody"]


def test_a_name_taken_off_the_list_leaves_the_student_in_the_class(a_class: Store) -> None:
    a_class.roster.add(CODE, ["Ada", "Ben"])
    join(a_class, "Ada", q1="x")
    a_class.roster.strike(CODE, "ada")
    assert a_class.roster.names(CODE) == ("Ben",)
    assert given(a_class) == {"Ada": {"q1": "x"}}


def test_a_student_is_renamed_on_the_list_too_and_never_as_somebody_else(a_class: Store) -> None:
    a_class.roster.add(CODE, ["Ada"])
    ada = join(a_class, "Ada", q1="x")
    join(a_class, "Ben")
    a_class.roster.rename(CODE, ada, "Ada Quill")
    assert (given(a_class)["Ada Quill"], a_class.roster.names(CODE)) == ({"q1": "x"}, ("Ada Quill",))
    with pytest.raises(NameTakenError):
        a_class.roster.rename(CODE, ada, "BEN")
    a_class.roster.rename(CODE, ada, "ada quill")  # one's own name in another case


def test_merging_keeps_every_answer_and_the_first_where_both_have_one(a_class: Store) -> None:
    one = join(a_class, "Ada", "1", q1="mine", q2=" ")
    two = join(a_class, "Ada Q", "2", q1="theirs", q2="second", q3="third")
    a_class.roster.merge(CODE, one, two, counted)
    assert given(a_class) == {"Ada": {"q1": "mine", "q2": "second", "q3": "third"}}
    with pytest.raises(UnknownAttemptError):
        a_class.load(two, None)


def test_a_merged_attempt_that_was_handed_in_is_marked_anew(a_class: Store) -> None:
    one = join(a_class, "Ada", "1", q1="x")
    a_class.submit(one, one, counted)
    two = join(a_class, "Ada Q", "2", q2="y")
    a_class.roster.merge(CODE, one, two, counted)
    stored = a_class.load(one, None)
    assert stored.submitted and stored.score == Score(Fraction(2), Fraction(4))


def test_an_attempt_of_another_class_or_the_same_one_is_not_merged(a_class: Store) -> None:
    one = join(a_class, "Ada", "1", q1="x")
    a_class.begin(Start("alone", "o", "Ada", "q", "Q", "id", b"bank", code="ALONE"))
    for other in ("alone", "nobody", one):
        with pytest.raises(UnknownAttemptError):
            a_class.roster.merge(CODE, one, other, counted)
    assert given(a_class) == {"Ada": {"q1": "x"}}


def test_deleting_a_student_deletes_everything_of_this_one_and_nothing_of_others(a_class: Store) -> None:
    a_class.roster.add(CODE, ["Ada", "Ben"])
    ada, ben = join(a_class, "Ada", q1="x"), join(a_class, "Ben", q1="y")
    a_class.reports.add(ada, ada, "q1", "wrong")
    a_class.reports.add(ben, ben, "q1", "wrong, too")
    a_class.assignments.give_time(CODE, ExtraTime("Ada", Fraction(2)))
    a_class.begin(Start("practice", ada, "Ada", "q", "Q", "id", b"bank", code="PRACTICE"))
    a_class.roster.forget(CODE, ada)
    assert given(a_class) == {"Ben": {"q1": "y"}}
    assert a_class.roster.names(CODE) == ("Ben",)
    assert a_class.assignments.extra_times(CODE) == ()
    assert [report.student for report in a_class.reports.in_class(CODE)] == ["Ben"]
    with pytest.raises(UnknownAttemptError):
        a_class.load("practice", None)


def test_a_class_is_deleted_when_the_time_to_keep_it_is_over(a_class: Store) -> None:
    join(a_class, "Ada", q1="x")
    a_class.roster.add(CODE, ["Ada"])
    a_class.retention.keep(CODE, 30)
    assert a_class.assignments.find(CODE).keep_days == 30
    assert a_class.retention.forget_due() == ()  # it is open
    a_class.assignments.close(CODE, counted)
    assert a_class.retention.forget_due() == ()
    with a_class.batch.writing() as connection:
        old = (datetime.now(UTC) - timedelta(days=30, seconds=1)).isoformat(timespec="milliseconds")
        connection.execute("UPDATE assignments SET closed_at = :old", {"old": old})
    assert a_class.retention.forget_due() == (CODE,)
    with a_class.batch.reading() as connection:
        tables = ("assignments", "attempts", "responses", "roster")
        assert [
            connection.execute(f"SELECT count(*) AS number FROM {name}").fetchone()["number"] for name in tables
        ] == [0] * 4


def test_a_class_without_a_time_is_kept(a_class: Store) -> None:
    a_class.assignments.close(CODE, counted)
    with a_class.batch.writing() as connection:
        connection.execute("UPDATE assignments SET closed_at = '2001-01-01T00:00:00.000+00:00'")
    assert a_class.retention.forget_due() == ()
