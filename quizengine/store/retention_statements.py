"""The SQL of what is too old to be kept."""

from sqlalchemy import BindParameter, bindparam, func, or_, select

from quizengine.store.statements import LAST_SAVED, sql
from quizengine.store.tables import assignments, attempts

_BEFORE: BindParameter[str] = bindparam("before")
_STUDENTS = (
    select(func.count()).select_from(attempts).where(attempts.c.assignment == assignments.c.code).scalar_subquery()
)
_CLASSES = select(assignments, _STUDENTS.label("students"))
_ANSWERED_SINCE = (
    select(attempts.c.id)
    .where(attempts.c.assignment == assignments.c.code, func.coalesce(LAST_SAVED, attempts.c.started_at) >= _BEFORE)
    .exists()
)

CLOSED_BEFORE = sql(_CLASSES.where(assignments.c.closed_at < _BEFORE).order_by(assignments.c.closed_at))
STILL_OPEN = sql(
    _CLASSES.where(assignments.c.closed_at.is_(None), assignments.c.opened_at < _BEFORE, ~_ANSWERED_SINCE).order_by(
        assignments.c.opened_at
    )
)
"""Classes that are open although nobody has answered in them since."""
IN_CLASS = sql(select(attempts.c.id).where(attempts.c.assignment == bindparam("code")))
ALONE_BEFORE = sql(
    select(attempts.c.id).where(
        attempts.c.assignment.is_(None),
        attempts.c.started_at < _BEFORE,
        or_(attempts.c.submitted_at.is_(None), attempts.c.submitted_at < _BEFORE),
        func.coalesce(LAST_SAVED, attempts.c.started_at) < _BEFORE,
    )
)
"""Attempts of students who were in no class, at which nothing has been done since."""
