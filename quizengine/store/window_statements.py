"""The SQL for opening and closing times; built as described in `statements`."""

from sqlalchemy import bindparam, select, update

from quizengine.store.statements import sql
from quizengine.store.tables import assignments

CHOOSE = sql(
    update(assignments)
    .where(assignments.c.code == bindparam("assignment"))
    .values(opens_at=bindparam("opens"), closes_at=bindparam("closes"))
)
DUE = sql(
    select(assignments.c.code)
    .where(assignments.c.closed_at.is_(None), assignments.c.closes_at <= bindparam("latest"))
    .order_by(assignments.c.code)
)
