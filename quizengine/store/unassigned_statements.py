"""The SQL for attempts in no class, and for how they are marked; built as described in `statements`."""

from sqlalchemy import and_, bindparam, desc, func, insert, select, update

from quizengine.store.statements import ATTEMPTS, sql
from quizengine.store.tables import attempts, overrides, responses, unassigned_mends

_HANDED_IN = (
    attempts.c.entry == bindparam("entry"),
    attempts.c.assignment.is_(None),
    attempts.c.submitted_at.is_not(None),
)
HANDED_IN = sql(ATTEMPTS.where(*_HANDED_IN).order_by(attempts.c.submitted_at, attempts.c.id))
ANSWERS = sql(
    select(responses.c.attempt, responses.c.question, responses.c.given)
    .join(attempts, attempts.c.id == responses.c.attempt)
    .where(*_HANDED_IN)
)
COUNTS = sql(
    select(attempts.c.entry, func.count().label("handed_in"))
    .where(attempts.c.assignment.is_(None), attempts.c.submitted_at.is_not(None))
    .group_by(attempts.c.entry)
)

_MENDS_BY_ATTEMPT = (
    select(unassigned_mends.c.question, unassigned_mends.c.mend, attempts.c.id.label("attempt"))
    .join(
        attempts,
        and_(
            attempts.c.entry == unassigned_mends.c.entry,
            attempts.c.assignment.is_(None),
            attempts.c.started_at <= unassigned_mends.c.made_at,
        ),
    )
    .where(unassigned_mends.c.undone_at.is_(None))
    .order_by(unassigned_mends.c.id)
)
"""The mends that hold for each attempt; of several for one question, the last one holds."""
MENDS_OF_ATTEMPT = sql(_MENDS_BY_ATTEMPT.where(attempts.c.id == bindparam("of_attempt")))
MENDS_OF_ATTEMPTS = sql(_MENDS_BY_ATTEMPT.where(attempts.c.entry == bindparam("entry")))
ALL_MENDS = sql(_MENDS_BY_ATTEMPT)
OVERRIDES = sql(
    select(overrides).join(attempts, attempts.c.id == overrides.c.attempt).where(attempts.c.entry == bindparam("entry"))
)
LATEST_START = sql(
    select(func.max(attempts.c.started_at).label("started_at")).where(
        attempts.c.entry == bindparam("entry"), attempts.c.assignment.is_(None)
    )
)
_OF_QUIZ = unassigned_mends.c.entry == bindparam("entry")
_IN_FORCE = unassigned_mends.c.undone_at.is_(None)
HISTORY = sql(select(unassigned_mends).where(_OF_QUIZ).order_by(desc(unassigned_mends.c.id)))
LAST = sql(select(func.max(unassigned_mends.c.id).label("id")).where(_OF_QUIZ, _IN_FORCE))
LAST_OF_QUESTION = sql(
    select(unassigned_mends.c.mend, unassigned_mends.c.made_at)
    .where(_OF_QUIZ, unassigned_mends.c.question == bindparam("question"), _IN_FORCE)
    .order_by(desc(unassigned_mends.c.id))
)
ADD = sql(
    insert(unassigned_mends).values(
        entry=bindparam("entry"),
        question=bindparam("question"),
        mend=bindparam("mend"),
        made_at=bindparam("now"),
    )
)
UNDO = sql(
    update(unassigned_mends).where(unassigned_mends.c.id == bindparam("change")).values(undone_at=bindparam("now"))
)
