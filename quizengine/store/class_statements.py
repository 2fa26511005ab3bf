"""The SQL for assignments, reports and misses; built as described in `statements`."""

from sqlalchemy import and_, bindparam, delete, desc, func, literal_column, null, or_, select, update
from sqlalchemy.dialects.sqlite import insert

from quizengine.store.statements import ATTEMPTS, sql
from quizengine.store.tables import (
    assignments,
    attempts,
    extra_times,
    mends,
    misses,
    overrides,
    practice_cards,
    reports,
    responses,
    roster,
)

_OPENED = ("code", "label", "entry", "title", "quiz", "quiz_id", "mode", "minutes", "opened_at", "article")
OPEN = sql(insert(assignments).values({name: bindparam(name) for name in _OPENED}).on_conflict_do_nothing())
ONE = sql(select(assignments).where(assignments.c.code == bindparam("code")))
LATEST = sql(
    select(assignments)
    .order_by(desc(assignments.c.opened_at), assignments.c.code)
    .limit(bindparam("most"))
    .offset(literal_column("0"))
)
TESTS = sql(
    select(*(assignments.c[name] for name in ("code", "label", "title", "entry", "quiz", "article")))
    .where(assignments.c.closed_at.is_(None), assignments.c.mode == literal_column("'test'"))
    .order_by(assignments.c.opened_at, assignments.c.code)
)
NAMES = sql(select(attempts.c.id, attempts.c.student).where(attempts.c.assignment == bindparam("code")))
JOINED = sql(ATTEMPTS.where(attempts.c.assignment == bindparam("code")))
COUNT = sql(
    select(func.count().label("joined"), func.count(attempts.c.submitted_at).label("handed_in")).where(
        attempts.c.assignment == bindparam("code")
    )
)
LATEST_ANSWERS = sql(
    select(responses.c.attempt, responses.c.question, func.max(responses.c.saved_at).label("saved_at"))
    .join(attempts, attempts.c.id == responses.c.attempt)
    .where(attempts.c.assignment == bindparam("code"))
    .group_by(responses.c.attempt)
)
"""Of each attempt, the answer saved last: SQLite takes the other columns from the row with the maximum."""
HANDED_IN = sql(
    select(
        *(attempts.c[name] for name in ("id", "student", "started_at", "submitted_at", "ended")),
        func.julianday(attempts.c.started_at).label("started"),
    ).where(attempts.c.assignment == bindparam("code"), attempts.c.submitted_at.is_not(None))
)
ANSWERS = sql(
    select(
        responses.c.attempt,
        func.json_group_object(responses.c.question, responses.c.given).label("given"),
        func.json_group_object(responses.c.question, func.julianday(responses.c.saved_at)).label("saved"),
    )
    .join(attempts, attempts.c.id == responses.c.attempt)
    .where(attempts.c.assignment == bindparam("code"), attempts.c.submitted_at.is_not(None))
    .group_by(responses.c.attempt)
)
"""All answers that a class has handed in, an attempt in one row: a row for each takes four times as long."""
CLOSE = sql(
    update(assignments)
    .where(assignments.c.code == bindparam("assignment"), assignments.c.closed_at.is_(None))
    .values(closed_at=bindparam("now"))
)

KEEP = sql(update(assignments).where(assignments.c.code == bindparam("assignment")).values(keep_days=bindparam("days")))
DUE = sql(
    select(assignments.c.code)
    .where(
        assignments.c.keep_days.is_not(None),
        func.julianday(assignments.c.closed_at) + assignments.c.keep_days <= func.julianday(bindparam("now")),
    )
    .order_by(assignments.c.code)
)
"""The closed classes that are to be deleted by now."""

OPEN_AGAIN = sql(
    update(assignments).where(assignments.c.code == bindparam("code")).values(closed_at=null(), closes_at=null())
)

_JOINED = attempts.alias("joined")
ATTEMPTS_OF = sql(
    select(attempts.c.id, attempts.c.student, _JOINED.c.student.label("joined_as"))
    .distinct()
    .join(
        _JOINED,
        and_(
            _JOINED.c.assignment == bindparam("code"),
            or_(
                _JOINED.c.id == attempts.c.id,
                and_(
                    _JOINED.c.owner == attempts.c.owner,
                    _JOINED.c.entry == attempts.c.entry,
                    attempts.c.assignment.is_(None),
                ),
            ),
        ),
    )
)
"""The attempts of a class, and what was tried again by oneself in the same browser, with both names."""
FORGET = (
    *(
        sql(delete(table).where(table.c.attempt == bindparam("attempt")))
        for table in (responses, reports, overrides, practice_cards)
    ),
    sql(delete(attempts).where(attempts.c.id == bindparam("attempt"))),
)
FORGET_CLASS = (
    sql(delete(extra_times).where(extra_times.c.assignment == bindparam("code"))),
    sql(delete(mends).where(mends.c.assignment == bindparam("code"))),
    sql(delete(roster).where(roster.c.assignment == bindparam("code"))),
    sql(delete(assignments).where(assignments.c.code == bindparam("code"))),
)

ROSTER = sql(select(roster.c.student, roster.c.name).where(roster.c.assignment == bindparam("code")))
LISTED = sql(
    select(roster.c.name).where(roster.c.assignment == bindparam("code"), roster.c.student == bindparam("key"))
)
ENLIST = sql(
    insert(roster)
    .values(assignment=bindparam("code"), student=bindparam("key"), name=bindparam("name"))
    .on_conflict_do_nothing()
)
STRIKE = sql(delete(roster).where(roster.c.assignment == bindparam("code_of"), roster.c.student == bindparam("key")))
LIST_ONLY = sql(
    update(assignments).where(assignments.c.code == bindparam("assignment")).values(listed=bindparam("only"))
)
RENAME = sql(update(attempts).where(attempts.c.id == bindparam("attempt")).values(student=bindparam("name")))
TAKE_OVER = sql(
    update(responses)
    .where(responses.c.attempt == bindparam("other"), responses.c.question == bindparam("of_question"))
    .values(attempt=bindparam("kept"))
)
DROP_ANSWER = sql(
    delete(responses).where(
        responses.c.attempt == bindparam("of_attempt"), responses.c.question == bindparam("of_question")
    )
)
FORGET_TIME = sql(
    delete(extra_times).where(
        extra_times.c.assignment == bindparam("code_of"), extra_times.c.student == bindparam("key")
    )
)

EXTRA_TIMES = sql(select(extra_times).where(extra_times.c.assignment == bindparam("code")))
_EXTRA = insert(extra_times).values(
    assignment=bindparam("code"), student=bindparam("student"), name=bindparam("name"), factor=bindparam("factor")
)
GIVE_TIME = sql(
    _EXTRA.on_conflict_do_update(
        index_elements=["assignment", "student"], set_={"name": _EXTRA.excluded.name, "factor": _EXTRA.excluded.factor}
    )
)
SET_TIME = sql(
    update(attempts)
    .where(attempts.c.id == bindparam("attempt"))
    .values(seconds=bindparam("seconds"), deadline=bindparam("deadline"))
)
GRANT = sql(
    update(attempts)
    .where(attempts.c.id == bindparam("attempt"))
    .values(clock_at=bindparam("clock_at"), deadline=bindparam("ends"))
)

_REPORT = insert(reports).from_select(
    ["attempt", "question", "problem", "reported_at"],
    select(attempts.c.id, *map(bindparam, ("question_id", "problem", "now"))).where(
        attempts.c.id == bindparam("id"), attempts.c.owner == bindparam("owner")
    ),
)
REPORT = sql(
    _REPORT.on_conflict_do_update(
        index_elements=["attempt", "question"],
        set_={
            "problem": _REPORT.excluded.problem,
            "reported_at": _REPORT.excluded.reported_at,
            "settled_at": null(),
        },
    )
)
REPORTED = sql(
    select(reports, attempts.c.student, attempts.c.entry, attempts.c.title, attempts.c.quiz)
    .join(attempts, attempts.c.id == reports.c.attempt)
    .where(reports.c.settled_at.is_(None))
    .order_by(reports.c.reported_at, reports.c.attempt, reports.c.question)
    .limit(bindparam("most"))
    .offset(literal_column("0"))
)
REPORTED_IN = sql(
    select(reports, attempts.c.student, attempts.c.entry, attempts.c.title, attempts.c.quiz)
    .join(attempts, attempts.c.id == reports.c.attempt)
    .where(attempts.c.assignment == bindparam("code"))
    .order_by(reports.c.reported_at, reports.c.attempt, reports.c.question)
)
OWN_REPORT = sql(
    select(reports.c.problem)
    .join(attempts, attempts.c.id == reports.c.attempt)
    .where(
        reports.c.attempt == bindparam("id"),
        reports.c.question == bindparam("question_id"),
        attempts.c.owner == bindparam("owner"),
    )
)
SETTLE = sql(
    update(reports)
    .where(reports.c.attempt == bindparam("reported"), reports.c.question == bindparam("of"))
    .values(settled_at=bindparam("now"))
)

MISSED = sql(select(misses).where(misses.c.address == bindparam("address")))
_MISS = insert(misses).values(address=bindparam("address"), since=bindparam("now"), count=literal_column("1"))
MISS = sql(
    _MISS.on_conflict_do_update(index_elements=["address"], set_={"count": misses.c.count + literal_column("1")})
)
PURGE = sql(delete(misses).where(or_(misses.c.since <= bindparam("old"), misses.c.since > bindparam("never"))))
"""Forget what was counted too long ago, or at a time that no clock here has reached."""
