"""What the store asks of SQLite: built with SQLAlchemy Core from the tables, and put into SQL once, when imported.

They are run by the driver itself: through Core's own connections they were most of what a saved answer cost
(`benchmarks/requests.py`).
"""

from sqlalchemy import Select, and_, bindparam, desc, func, literal_column, select, update
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlalchemy.sql import ClauseElement

from quizengine.store.tables import attempts, metadata, quizzes, responses

_DIALECT = sqlite.dialect(paramstyle="named")


def _sql(clause: ClauseElement) -> str:
    """The statement with its values by name, as `:id`."""
    return str(clause.compile(dialect=_DIALECT))


def _attempts() -> Select[tuple[object, ...]]:
    """Attempts, with the time when the last response was saved."""
    last = select(func.max(responses.c.saved_at)).where(responses.c.attempt == attempts.c.id).scalar_subquery()
    return select(*attempts.c, last.label("saved_at"))


CREATE = (
    *(_sql(CreateTable(table)) for table in metadata.sorted_tables),
    *(
        _sql(CreateIndex(index))
        for table in metadata.sorted_tables
        for index in sorted(table.indexes, key=lambda each: str(each.name))
    ),
)
"""Everything in an empty file."""

KEEP_QUIZ = _sql(insert(quizzes).values(sha256=bindparam("sha256"), bank=bindparam("bank")).on_conflict_do_nothing())
QUIZ = _sql(select(quizzes.c.bank).where(quizzes.c.sha256 == bindparam("sha256")))

_BEGUN = ("id", "owner", "entry", "title", "quiz", "quiz_id", "student", "started_at")
BEGIN = _sql(insert(attempts).values({name: bindparam(name) for name in _BEGUN}).on_conflict_do_nothing())
ANY = _sql(_attempts().where(attempts.c.id == bindparam("id")))
OWN = _sql(_attempts().where(attempts.c.id == bindparam("id"), attempts.c.owner == bindparam("owner")))
QUIZ_OF = _sql(select(attempts.c.quiz).where(attempts.c.id == bindparam("id"), attempts.c.owner == bindparam("owner")))
OF_OWNER = _sql(
    _attempts()
    .where(attempts.c.owner == bindparam("owner"), attempts.c.entry == bindparam("entry"))
    .order_by(desc(attempts.c.started_at), attempts.c.id)
)
SUBMITTED = _sql(
    _attempts()
    .where(attempts.c.submitted_at.is_not(None))
    .order_by(desc(attempts.c.submitted_at), attempts.c.id)
    .limit(bindparam("most"))
    .offset(literal_column("0"))
)
SUBMIT = _sql(
    update(attempts)
    .where(attempts.c.id == bindparam("attempt"))
    .values(submitted_at=bindparam("now"), earned=bindparam("points"), possible=bindparam("of"))
)

GIVEN = _sql(select(responses.c.question, responses.c.given).where(responses.c.attempt == bindparam("id")))
GIVEN_TO = _sql(
    select(responses.c.given)
    .join(attempts, and_(attempts.c.id == responses.c.attempt, attempts.c.owner == bindparam("owner")))
    .where(responses.c.attempt == bindparam("id"), responses.c.question == bindparam("question_id"))
)

ALL_SUBMITTED = _sql(
    select(attempts).where(attempts.c.submitted_at.is_not(None)).order_by(attempts.c.submitted_at, attempts.c.id)
)
ALL_GIVEN = _sql(
    select(responses.c.attempt, responses.c.question, responses.c.given)
    .join(attempts, attempts.c.id == responses.c.attempt)
    .where(attempts.c.submitted_at.is_not(None))
)
QUIZZES = _sql(select(quizzes))

_ADD = insert(responses).from_select(
    ["attempt", "question", "given", "saved_at"],
    select(attempts.c.id, *map(bindparam, ("question_id", "response", "now"))).where(
        attempts.c.id == bindparam("id"),
        attempts.c.owner == bindparam("owner"),
        attempts.c.submitted_at.is_(None),
    ),
)
GIVE = _sql(
    _ADD.on_conflict_do_update(
        index_elements=["attempt", "question"],
        set_={"given": _ADD.excluded.given, "saved_at": _ADD.excluded.saved_at},
    )
)
"""One statement, and so one transaction that looks and writes: nothing is added where the attempt is not the owner's,
or has been submitted."""
