"""Moments in words, as clock and calendar show them in the school's time zone, or else in that of the server."""

from collections.abc import Callable
from datetime import date, datetime, timedelta, tzinfo
from functools import lru_cache
from math import ceil

from flask import Flask, current_app

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


_ZONE = "quizengine.zone"


def use_zone(app: Flask, zone: Callable[[], tzinfo | None]) -> None:
    """Let the app show times in the time zone that a function gives; in that of the server while it gives None."""
    app.extensions[_ZONE] = zone


def clock_time(moment: datetime) -> str:
    """The time of day: 10:42."""
    local = _local(moment)
    return _on_the_clock(page_language(), local.hour, local.minute)


def day_and_time(moment: datetime) -> str:
    """The day and the time of day: 23 November 2026, 10:42."""
    local = _local(moment)
    return gettext(
        "%(day)s %(month)s %(year)s, %(hour)s:%(minute)s",
        day=local.day,
        month=gettext(_MONTHS[local.month - 1]),
        year=local.year,
        **_clock(local),
    )


def calendar_day(day: date) -> str:
    """A day as a calendar has it: 23 November 2026."""
    return gettext("%(day)s %(month)s %(year)s", day=day.day, month=gettext(_MONTHS[day.month - 1]), year=day.year)


def duration(seconds: int) -> str:
    """A stretch of time in minutes, or in hours and minutes: 45 minutes; 1 hour 30 minutes."""
    hours, minutes = divmod(seconds // 60, 60)
    parts = [ngettext("%(num)s hour", "%(num)s hours", hours)] if hours else []
    return " ".join([*parts, ngettext("%(num)s minute", "%(num)s minutes", minutes)] if minutes or not hours else parts)


def span(time: timedelta) -> str:
    """A stretch of time in minutes and hours, or in seconds where it is shorter than a minute."""
    seconds = round(time.total_seconds())
    return duration(seconds) if seconds >= 60 else ngettext("%(num)s second", "%(num)s seconds", seconds)


def brief(seconds: float) -> str:
    """A stretch of time as a stopwatch shows it: 0:42, 12:05, 1:10:00."""
    minutes, rest = divmod(max(0, round(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def seconds_left(left: timedelta) -> int:
    """Return how many seconds are left, rounded up: a page that counts them is never early; 0 if none are."""
    return max(0, ceil(left.total_seconds()))


@lru_cache(24 * 60)
def _on_the_clock(language: Language, hour: int, minute: int) -> str:
    """A time of day: it is on every page of a question."""
    return language.messages.pgettext("time of day", "%(hour)s:%(minute)s") % {
        "hour": f"{hour:02}",
        "minute": f"{minute:02}",
    }


def day_of(moment: datetime) -> date:
    """The day on the calendar at a moment."""
    return _local(moment).date()


def _local(moment: datetime) -> datetime:
    zone = current_app.extensions.get(_ZONE)
    return moment.astimezone(zone() if zone else None)


def _clock(local: datetime) -> dict[str, str]:
    return {"hour": f"{local.hour:02}", "minute": f"{local.minute:02}"}
