"""The SQL for mends and for points given by hand; built as described in `statements`."""

from sqlalchemy import bindparam, delete, desc, func, select, update
from sqlalchemy.dialects.sqlite import insert

from quizengine.store.statements import sql
from quizengine.store.tables import attempts, mends, overrides

_LATEST = (
    select(func.max(mends.c.id))
    .where(mends.c.assignment == bindparam("code"), mends.c.undone_at.is_(None))
    .group_by(mends.c.question)
)
IN_FORCE = sql(select(mends.c.question, mends.c.mend).where(mends.c.id.in_(_LATEST)))
"""Of each question of a class, the last change that was not undone."""
_LATEST_OF_ALL = (
    select(func.max(mends.c.id)).where(mends.c.undone_at.is_(None)).group_by(mends.c.assignment, mends.c.question)
)
ALL_IN_FORCE = sql(select(mends.c.assignment, mends.c.question, mends.c.mend).where(mends.c.id.in_(_LATEST_OF_ALL)))
HISTORY = sql(select(mends).where(mends.c.assignment == bindparam("code")).order_by(desc(mends.c.id)))
LAST = sql(
    select(func.max(mends.c.id).label("id")).where(mends.c.assignment == bindparam("code"), mends.c.undone_at.is_(None))
)
ADD = sql(
    insert(mends).values(
        assignment=bindparam("code"),
        question=bindparam("question_id"),
        mend=bindparam("mend"),
        made_at=bindparam("now"),
    )
)
UNDO = sql(update(mends).where(mends.c.id == bindparam("change")).values(undone_at=bindparam("now")))
MARK = sql(
    update(attempts)
    .where(attempts.c.id == bindparam("attempt"), attempts.c.submitted_at.is_not(None))
    .values(earned=bindparam("points"), possible=bindparam("of"))
)

OVERRIDES = sql(select(overrides).where(overrides.c.attempt == bindparam("of_attempt")))
OVERRIDES_IN = sql(
    select(overrides)
    .join(attempts, attempts.c.id == overrides.c.attempt)
    .where(attempts.c.assignment == bindparam("code"))
)
_BY_HAND = insert(overrides).values(
    attempt=bindparam("attempt"),
    question=bindparam("question"),
    earned=bindparam("points"),
    note=bindparam("note"),
    made_at=bindparam("now"),
)
GIVE_POINTS = sql(
    _BY_HAND.on_conflict_do_update(
        index_elements=["attempt", "question"],
        set_={name: _BY_HAND.excluded[name] for name in ("earned", "note", "made_at")},
    )
)
TAKE_BACK = sql(
    delete(overrides).where(overrides.c.attempt == bindparam("attempt"), overrides.c.question == bindparam("question"))
)
TAKE_ALL_BACK = sql(delete(overrides).where(overrides.c.attempt == bindparam("attempt")))
"""What is done when an attempt is opened again: its answers may change."""
