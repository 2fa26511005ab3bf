"""A jump of the clock has a direction, and one of no time has none."""

from datetime import UTC, datetime, timedelta

import pytest

from quizengine.store.clock import ClockJump


@pytest.mark.parametrize(("seconds", "forward"), [(60, True), (0, False), (-60, False)])
def test_a_clock_goes_forward_where_it_gains_time(seconds: int, forward: bool) -> None:
    assert ClockJump(datetime(2026, 11, 2, tzinfo=UTC), timedelta(seconds=seconds)).forward is forward
