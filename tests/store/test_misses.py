"""Codes that open nothing are counted where they came from, and no more than the limit are ever looked up."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from quizengine.store import Clock, Start, Store, TooManyMissesError
from quizengine.store.misses import MOST
from quizengine.store.opening import Place

START = Start("attempt-1", "owner-1", "Ada", "rivers", "Rivers", "quiz-1", b"format: quizengine/1\n", code="KTR4XN9PD")


class Watch:
    """A clock that goes on when it is told to."""

    def __init__(self) -> None:
        self.seconds = 1_000_000_000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def store(place: Place, watch: Watch) -> Iterator[Store]:
    with closing(Store(place, clock=Clock(watch, watch))) as store:
        store.begin(START)
        yield store


def guess(store: Store, place: str = "10.0.0.7") -> bool:
    """Try a code of no attempt; whether it was looked up."""
    try:
        assert store.owner_by_code("KTR4XN9PC", place) is None
    except TooManyMissesError:
        return False
    return True


def test_who_guesses_too_often_waits_a_minute_and_others_do_not(store: Store, watch: Watch):
    assert [guess(store) for _ in range(MOST + 2)] == [True] * MOST + [False] * 2
    with pytest.raises(TooManyMissesError) as told:
        store.owner_by_code("KTR4XN9PD", "10.0.0.7")
    assert told.value.seconds == 61  # a minute, and what is left of a second
    assert store.owner_by_code("KTR4XN9PD", "10.0.0.8") == ("attempt-1", "owner-1")
    watch.seconds += told.value.seconds
    assert store.owner_by_code("KTR4XN9PD", "10.0.0.7") == ("attempt-1", "owner-1")
    assert guess(store)


def test_what_opens_something_is_not_counted(store: Store):
    for _ in range(3 * MOST):
        assert store.owner_by_code("KTR4XN9PD", "10.0.0.7")
    assert guess(store)


def test_of_guesses_that_come_at_once_no_more_than_the_limit_are_looked_up(store: Store, place: Place, watch: Watch):
    with closing(Store(place, clock=Clock(watch, watch))) as second, ThreadPoolExecutor(16) as pool:
        stores = [store, second] * 40
        assert sum(pool.map(guess, stores)) == MOST


def test_old_misses_are_deleted(store: Store, watch: Watch, rows: Callable[[str], list[tuple[object, ...]]]):
    for number in range(50):
        guess(store, f"10.0.1.{number}")
    watch.seconds += 61
    store.owner_by_code("KTR4XN9PD", "10.0.0.7")
    assert rows("SELECT count(*) AS number FROM misses") == [(0,)]
