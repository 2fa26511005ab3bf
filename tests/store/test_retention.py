"""What is too old to be kept is deleted, and nothing else is."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from quizengine.quiz.attempt import Attempt, Mode
from quizengine.quiz.grading import Score
from quizengine.store import Assignment, Clock, Start, Store, UnknownAttemptError

BEGIN = datetime(2030, 1, 1, tzinfo=UTC)


class Years:
    """A clock that goes by whole days when it is told to."""

    def __init__(self) -> None:
        self.days = 0.0

    def __call__(self) -> float:
        return (BEGIN + timedelta(days=self.days)).timestamp()


@pytest.fixture
def wall() -> Years:
    return Years()


@pytest.fixture
def store(path: Path, wall: Years) -> Iterator[Store]:
    with closing(Store(path, clock=Clock(wall, wall))) as store:
        yield store


def counted(attempt: Attempt) -> Score:
    return Score(Fraction(len(attempt.responses)), Fraction(1))


def start(store: Store, name: str, code: str = "") -> None:
    begun = Start(name, f"browser of {name}", name, "rivers", "Rivers", "rivers-1", b"bank", code=name * 9)
    store.assignments.join(code, begun) if code else store.begin(begun)
    store.respond(name, f"browser of {name}", "q-1", {"part-1": ("2850",)})


def open_class(store: Store, code: str, wall: Years) -> None:
    opened = BEGIN + timedelta(days=wall.days)
    store.assignments.open(
        Assignment(code, f"class {code}", "rivers", "Rivers", "", "id", Mode.CLASS, None, opened), b""
    )


def there(store: Store, name: str) -> bool:
    try:
        store.load(name, None)
    except UnknownAttemptError:
        return False
    return True


def test_a_class_goes_with_its_answers_when_it_was_closed_too_long_ago(store: Store, wall: Years) -> None:
    for code, name in (("OLDONE", "Ada"), ("NEWONE", "Ben")):
        open_class(store, code, wall)
        start(store, name, code)
        store.assignments.close(code, counted)
        wall.days += 100
    before = BEGIN + timedelta(days=50)
    told = store.retention.older_than(before)
    assert [(each.code, each.students) for each in told.classes] == [("OLDONE", 1)] and there(store, "Ada")
    assert store.retention.forget_older(before) == told
    assert not there(store, "Ada") and there(store, "Ben")
    assert [each.code for each in store.assignments.latest()] == ["NEWONE"]


def test_an_open_class_stays_and_is_told_of_if_nobody_answers_in_it_any_more(store: Store, wall: Years) -> None:
    for code, name in (("OPENED", "Ada"), ("IN USE", "Ben")):
        open_class(store, code, wall)
        start(store, name, code)
    wall.days = 10
    store.respond("Ben", "browser of Ben", "q-1", {"part-1": ("2851",)})
    old = store.retention.forget_older(BEGIN + timedelta(days=5))
    assert [each.code for each in old.still_open] == ["OPENED"] and there(store, "Ada")


def test_an_attempt_in_no_class_goes_by_when_something_was_last_done_at_it(store: Store, wall: Years) -> None:
    start(store, "Ada")
    start(store, "Ben")
    start(store, "Cleo")
    wall.days = 10
    store.respond("Ben", "browser of Ben", "q-1", {"part-1": ("2851",)})
    store.submit("Cleo", "browser of Cleo", counted)
    old = store.retention.forget_older(BEGIN + timedelta(days=5))
    assert old.attempts == 1
    assert [there(store, name) for name in ("Ada", "Ben", "Cleo")] == [False, True, True]


def test_what_a_student_of_an_old_class_practised_lately_stays(store: Store, wall: Years) -> None:
    open_class(store, "OLDONE", wall)
    start(store, "Ada", "OLDONE")
    store.assignments.close("OLDONE", counted)
    wall.days = 10
    again = Start("again", "browser of Ada", "Ada", "rivers", "Rivers", "rivers-1", b"bank")
    store.begin(again)
    store.retention.forget_older(BEGIN + timedelta(days=5))
    assert not there(store, "Ada") and there(store, "again")
