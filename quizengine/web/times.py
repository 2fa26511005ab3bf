"""Moments in words, as the clock and the calendar on the wall show them where the server stands."""

from datetime import datetime

from quizengine.web.languages import gettext, later, pgettext

_MONTHS = (
    later("January"),
    later("February"),
    later("March"),
    later("April"),
    later("May"),
    later("June"),
    later("July"),
    later("August"),
    later("September"),
    later("October"),
    later("November"),
    later("December"),
)


def clock_time(moment: datetime) -> str:
    """The time of day where the server stands: 10:42."""
    return pgettext("time of day", "%(hour)s:%(minute)s", **_clock(moment.astimezone()))


def day_and_time(moment: datetime) -> str:
    """The day and the time of day where the server stands: 23 November 2026, 10:42."""
    local = moment.astimezone()
    return gettext(
        "%(day)s %(month)s %(year)s, %(hour)s:%(minute)s",
        day=local.day,
        month=gettext(_MONTHS[local.month - 1]),
        year=local.year,
        **_clock(local),
    )


def _clock(local: datetime) -> dict[str, str]:
    return {"hour": f"{local.hour:02}", "minute": f"{local.minute:02}"}
