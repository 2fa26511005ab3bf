"""States and windows: what a quiz is to students at one moment."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from quizengine.quiz.availability import Availability, Phase, State, is_moment

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("state", "opens", "closes", "phase"),
    [
        (None, "", "", Phase.READY),
        (State.DRAFT, "", "", Phase.DRAFT),
        (State.READY, "2026-11-01", "", Phase.READY),
        (State.OPEN, "", "", Phase.OPEN),
        (State.OPEN, "2026-12-01", "2026-12-01", Phase.OPEN),
        (State.OPEN, "2026-12-02", "", Phase.UPCOMING),
        (State.OPEN, "", "2026-11-30", Phase.CLOSED),
        (State.OPEN, "2026-12-01 13:00", "", Phase.OPEN),  # in Berlin it is one o'clock already
        (State.OPEN, "2026-12-01 13:01", "", Phase.UPCOMING),
        (State.OPEN, "", "2026-12-01 13:00", Phase.CLOSED),
        (State.OPEN, "2026-12-01 13:00+00:00", "", Phase.UPCOMING),
        (State.CLOSED, "2026-12-01", "2026-12-31", Phase.CLOSED),
    ],
)
def test_the_phase_follows_from_state_window_and_time_zone(state, opens, closes, phase) -> None:
    assert Availability(state, opens, closes).phase(NOON, BERLIN) is phase


def test_a_window_lasts_from_the_beginning_of_its_first_day_to_the_end_of_its_last() -> None:
    opens, closes = Availability(State.OPEN, "2026-03-28", "2026-03-29").window(BERLIN)
    assert opens == datetime(2026, 3, 28, tzinfo=BERLIN)
    assert closes == datetime(2026, 3, 30, tzinfo=BERLIN)  # an hour less than two days after: clocks go forward


@pytest.mark.parametrize("text", ["2026-12-01", "2026-12-01 08:00", "2026-12-01T08:00", "2026-12-01 08:00+01:00"])
def test_a_day_is_a_moment_and_so_is_a_day_with_a_time(text: str) -> None:
    assert is_moment(text)


@pytest.mark.parametrize("text", ["", "soon", "1.12.2026", "2026-13-01", "08:00", "9999-12-31"])
def test_what_names_no_day_is_no_moment(text: str) -> None:
    assert not is_moment(text)
