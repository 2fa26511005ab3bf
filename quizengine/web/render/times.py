"""Moments in words, as the clock and the calendar on the wall show them where the server stands."""

from datetime import datetime, timedelta
from functools import lru_cache
from math import ceil

from quizengine.web.render.languages import Language, gettext, later, ngettext, page_language

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
    local = moment.astimezone()
    return _on_the_clock(page_language(), local.hour, local.minute)


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


def duration(seconds: int) -> str:
    """A stretch of time in minutes, or in hours and minutes: 45 minutes; 1 hour 30 minutes."""
    hours, minutes = divmod(seconds // 60, 60)
    parts = [ngettext("%(num)s hour", "%(num)s hours", hours)] if hours else []
    return " ".join([*parts, ngettext("%(num)s minute", "%(num)s minutes", minutes)] if minutes or not hours else parts)


def span(time: timedelta) -> str:
    """A stretch of time in minutes and hours, or in seconds where it is shorter than a minute."""
    seconds = round(time.total_seconds())
    return duration(seconds) if seconds >= 60 else ngettext("%(num)s second", "%(num)s seconds", seconds)


def seconds_left(left: timedelta) -> int:
    """Return how many seconds are left, rounded up: a page that counts them is never early; 0 when none are."""
    return max(0, ceil(left.total_seconds()))


@lru_cache(24 * 60)
def _on_the_clock(language: Language, hour: int, minute: int) -> str:
    """A time of day: it stands on every page of a question."""
    return language.messages.pgettext("time of day", "%(hour)s:%(minute)s") % {
        "hour": f"{hour:02}",
        "minute": f"{minute:02}",
    }


def _clock(local: datetime) -> dict[str, str]:
    return {"hour": f"{local.hour:02}", "minute": f"{local.minute:02}"}
