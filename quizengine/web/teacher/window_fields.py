"""The two fields of a form for when something opens and closes, in the time zone of the school."""

from collections.abc import Mapping
from datetime import datetime

from quizengine.quiz.availability import EXAMPLE, Availability, is_moment
from quizengine.web.app_context import app_context
from quizengine.web.render.languages import gettext

OPENS, CLOSES = "open_from", "open_until"


def typed_window(sent: Mapping[str, str]) -> Availability:
    """The window in a form as it was typed."""
    opens, closes = (sent.get(field, "").strip().replace("T", " ") for field in (OPENS, CLOSES))
    return Availability(opens=opens, closes=closes)


def window_of(typed: Availability) -> tuple[datetime | None, datetime | None]:
    """Return the beginning and the end of a window without faults."""
    return typed.window(app_context().school.now().zone)


def faults_of(typed: Availability, reversed_window: str) -> dict[str, str]:
    """Return what is wrong with a window, by field; `reversed_window` says that it ends before it begins."""
    errors = {
        field: gettext("Enter a day and a time such as %(example)s", example=EXAMPLE)
        for field, given in ((OPENS, typed.opens), (CLOSES, typed.closes))
        if given and not is_moment(given)
    }
    if not errors:
        opens, closes = window_of(typed)
        if opens and closes and opens >= closes:
            errors[CLOSES] = reversed_window
    return errors


def field_values(opens: datetime | None, closes: datetime | None) -> dict[str, str]:
    """Return the values of the fields for a window."""
    zone = app_context().school.now().zone
    return {
        field: moment.astimezone(zone).strftime("%Y-%m-%dT%H:%M") if moment else ""
        for field, moment in ((OPENS, opens), (CLOSES, closes))
    }


def zone_name() -> str:
    """The name of the school's time zone; empty where the pages are in that of the server."""
    return str(app_context().school.now().zone or "")
