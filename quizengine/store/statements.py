"""The SQL of the store, built with SQLAlchemy Core from the tables and compiled once, at import.

The driver runs the statements itself: Core's own connections took most of the time of a saved answer
(`benchmarks/requests.py`).
"""

from sqlalchemy import and_, bindparam, desc, func, literal_column, null, or_, select, update
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlalchemy.sql import ClauseElement, ColumnElement

from quizengine.store.tables import assignments, attempts, clock_jumps, metadata, quizzes, responses

_DIALECT = sqlite.dialect(paramstyle="named")


def sql(clause: ClauseElement) -> str:
    """The statement with its values by name, as `:id`."""
    return str(clause.compile(dialect=_DIALECT))


WRITE_AND_TAKE_BACK = (
    "INSERT INTO misses (address, since, count) VALUES ('nobody', '', 0)",
    "DELETE FROM misses WHERE address = 'nobody'",
)
"""In one transaction, these write to the disk and change nothing."""

_MAY_READ = func.coalesce(
    select(assignments.c.article).where(assignments.c.code == attempts.c.assignment).scalar_subquery(),
    literal_column("1"),
).label("article")
"""True if students may read the article: as the teacher of a class says, and alone they may."""
_CLOSES = select(assignments.c.closes_at).where(assignments.c.code == attempts.c.assignment).scalar_subquery()
_LAST = select(func.max(responses.c.saved_at)).where(responses.c.attempt == attempts.c.id).scalar_subquery()
ATTEMPTS = select(*attempts.c, _LAST.label("saved_at"), _MAY_READ, _CLOSES.label("closes_at"))
"""Attempts, with when the last response was saved, whether the article may be read, and when the class closes."""

CREATE = (
    *(sql(CreateTable(table)) for table in metadata.sorted_tables),
    *(
        sql(CreateIndex(index))
        for table in metadata.sorted_tables
        for index in sorted(table.indexes, key=lambda each: str(each.name))
    ),
)
"""Everything in an empty file."""

KEEP_QUIZ = sql(insert(quizzes).values(sha256=bindparam("sha256"), bank=bindparam("bank")).on_conflict_do_nothing())
QUIZ = sql(select(quizzes.c.bank).where(quizzes.c.sha256 == bindparam("sha256")))

_BEGUN = (
    *("id", "owner", "entry", "title", "quiz", "quiz_id", "student", "started_at"),
    *("mode", "code", "assignment", "seconds"),
)
BEGIN = sql(insert(attempts).values({name: bindparam(name) for name in _BEGUN}).on_conflict_do_nothing())
ANY = sql(ATTEMPTS.where(attempts.c.id == bindparam("id")))
OWN = sql(ATTEMPTS.where(attempts.c.id == bindparam("id"), attempts.c.owner == bindparam("owner")))
TERMS = sql(
    select(attempts.c.quiz, attempts.c.mode, attempts.c.assignment, attempts.c.entry, _MAY_READ).where(
        attempts.c.id == bindparam("id"), attempts.c.owner == bindparam("owner")
    )
)
BY_CODE = sql(ATTEMPTS.where(attempts.c.code == bindparam("code")))
OF_OWNER = sql(
    ATTEMPTS.where(attempts.c.owner == bindparam("owner"), attempts.c.entry == bindparam("entry")).order_by(
        desc(attempts.c.started_at), attempts.c.id
    )
)
SUBMITTED = sql(
    ATTEMPTS.where(attempts.c.submitted_at.is_not(None))
    .order_by(desc(attempts.c.submitted_at), attempts.c.id)
    .limit(bindparam("most"))
    .offset(literal_column("0"))
)
SUBMIT = sql(
    update(attempts)
    .where(attempts.c.id == bindparam("attempt"))
    .values(submitted_at=bindparam("now"), earned=bindparam("points"), possible=bindparam("of"), ended=bindparam("by"))
)
REOPEN = sql(
    update(attempts)
    .where(attempts.c.id == bindparam("attempt"), attempts.c.submitted_at.is_not(None))
    .values(submitted_at=null(), earned=null(), possible=null(), ended=null())
)

START_CLOCK = sql(
    update(attempts)
    .where(attempts.c.id == bindparam("attempt"), attempts.c.deadline.is_(None))
    .values(clock_at=bindparam("clock_at"), deadline=bindparam("ends"))
)

GIVEN = sql(
    select(responses.c.question, responses.c.given, responses.c.flagged, responses.c.final).where(
        responses.c.attempt == bindparam("id")
    )
)
_ONE = responses.alias("one")
AT = sql(
    ATTEMPTS.add_columns(_ONE.c.given, _ONE.c.flagged, _ONE.c.final)
    .outerjoin_from(attempts, _ONE, and_(_ONE.c.attempt == attempts.c.id, _ONE.c.question == bindparam("question_id")))
    .where(attempts.c.id == bindparam("id"), attempts.c.owner == bindparam("owner"))
)
"""An attempt with what is kept of one of its questions: null where nothing is."""
ALL_SUBMITTED = sql(
    select(attempts).where(attempts.c.submitted_at.is_not(None)).order_by(attempts.c.submitted_at, attempts.c.id)
)
ALL_GIVEN = sql(
    select(responses.c.attempt, responses.c.question, responses.c.given)
    .join(attempts, attempts.c.id == responses.c.attempt)
    .where(attempts.c.submitted_at.is_not(None))
)
QUIZZES = sql(select(quizzes))

_ADD = insert(responses).from_select(
    ["attempt", "question", "given", "saved_at", "flagged", "final"],
    select(attempts.c.id, *map(bindparam, ("question_id", "response", "now", "flagged", "final"))).where(
        attempts.c.id == bindparam("id"),
        attempts.c.owner == bindparam("owner"),
        attempts.c.submitted_at.is_(None),
        or_(attempts.c.seconds.is_(None), attempts.c.deadline >= bindparam("latest")),
        func.coalesce(_CLOSES, bindparam("closing")) >= bindparam("closing"),
    ),
)
GIVE = sql(
    _ADD.on_conflict_do_update(
        index_elements=["attempt", "question"],
        set_={name: _ADD.excluded[name] for name in ("given", "saved_at", "flagged", "final")},
        where=responses.c.final == literal_column("0"),
    )
)
"""One statement, and so one transaction that looks and writes: nothing is added where the attempt is not the owner's,
has been submitted or has run out of time, where its class has closed, or where an earlier response was final."""

_AHEAD = func.coalesce(func.sum(clock_jumps.c.seconds), literal_column("0"))
AHEAD = sql(select(_AHEAD.label("seconds")))
"""How many seconds the wall time is ahead of the steady time, as far as it was noted."""
_NOTED = select(_AHEAD).scalar_subquery()
_NEWS: ColumnElement[float] = bindparam("ahead") - _NOTED
NOTE_JUMP = sql(
    insert(clock_jumps).from_select(
        ["noticed_at", "seconds"],
        select(bindparam("now"), _NEWS).where(func.abs(_NEWS) > literal_column("1")),
    )
)
"""Of several processes that notice one jump, the first notes it."""
JUMPS = sql(select(clock_jumps).order_by(clock_jumps.c.id))
