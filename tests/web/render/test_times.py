"""Moments as the clock and the calendar on the wall show them."""

from datetime import datetime

import pytest

from quizengine.web.render import times

MOMENT = datetime(2026, 3, 5, 9, 7).astimezone()


@pytest.mark.parametrize(
    ("language", "said", "clock"),
    [
        ("en", "5 March 2026, 09:07", "09:07"),
        ("de", "5. März 2026, 09:07 Uhr", "09:07 Uhr"),
        ("es", "5 de marzo de 2026, 09:07", "09:07"),
        ("fr", "5 mars 2026 à 09\N{NO-BREAK SPACE}h\N{NO-BREAK SPACE}07", "09\N{NO-BREAK SPACE}h\N{NO-BREAK SPACE}07"),
    ],
)
def test_a_day_is_told_as_the_language_tells_it(app, language, said, clock):
    with app.test_request_context(headers={"Accept-Language": language}):
        assert times.day_and_time(MOMENT) == said
        assert times.clock_time(MOMENT) == clock
