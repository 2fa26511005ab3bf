"""The tables of the store."""

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, text

VERSION = 7
"""Raised with every change to the tables; `migration` brings older files up to it, a newer one is not opened."""

metadata = MetaData()

quizzes = Table(
    "quizzes",
    metadata,
    Column("sha256", String, primary_key=True),
    Column("bank", LargeBinary, nullable=False),
    comment="The bytes of a bank file as they were when an attempt was started on it.",
)

assignments = Table(
    "assignments",
    metadata,
    Column("code", String, primary_key=True),
    Column("label", String, nullable=False),
    Column("entry", String, nullable=False),
    Column("title", String, nullable=False),
    Column("quiz", ForeignKey("quizzes.sha256"), nullable=False),
    Column("quiz_id", String, nullable=False),
    Column("mode", String, nullable=False),
    Column("minutes", Integer),
    Column("opened_at", String, nullable=False),
    Column("closed_at", String),
    Column("article", Integer, nullable=False, server_default=text("0")),
    Column("listed", Integer, nullable=False, server_default=text("0")),
    Column("keep_days", Integer),
    Index("assignments_by_entry", "entry", "closed_at"),
    comment="Quizzes that a teacher has given to a class, each with the code that its students join with; "
    "`article` is 1 where they may read the article while they answer, `listed` where only those on the class list "
    "may join. So many days after it was closed, everything about the class is deleted; null for never.",
)

roster = Table(
    "roster",
    metadata,
    Column("assignment", ForeignKey("assignments.code"), primary_key=True),
    Column("student", String, primary_key=True),
    Column("name", String, nullable=False),
    sqlite_with_rowid=False,
    comment="The class list: the key of each name, and the name as typed.",
)

extra_times = Table(
    "extra_times",
    metadata,
    Column("assignment", ForeignKey("assignments.code"), primary_key=True),
    Column("student", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("factor", String, nullable=False),
    sqlite_with_rowid=False,
    comment="Who has more time: the key of the name, the name as typed, and the factor (`3/2`; `0` for no limit).",
)

attempts = Table(
    "attempts",
    metadata,
    Column("id", String, primary_key=True),
    Column("owner", String, nullable=False),
    Column("entry", String, nullable=False),
    Column("title", String, nullable=False),
    Column("quiz", ForeignKey("quizzes.sha256"), nullable=False),
    Column("quiz_id", String, nullable=False),
    Column("student", String, nullable=False),
    Column("started_at", String, nullable=False),
    Column("submitted_at", String),
    Column("earned", String),
    Column("possible", String),
    Column("mode", String, nullable=False, server_default="class"),
    Column("code", String),
    Column("assignment", ForeignKey("assignments.code")),
    Column("seconds", Integer),
    Column("clock_at", String),
    Column("deadline", String),
    Column("ended", String),
    Index("attempts_by_owner", "owner", "entry"),
    Index("attempts_by_submission", "submitted_at"),
    Index("attempts_by_code", "code", unique=True),
    Index("attempts_by_assignment", "assignment"),
    comment="Times are ISO 8601 in UTC; points are exact fractions (`13/2`), both null until the attempt is submitted. "
    "An attempt with so many seconds for it takes answers from when its clock was started to its deadline; these two "
    "are steady times (`clock`). `ended` says who or what submitted it.",
)

responses = Table(
    "responses",
    metadata,
    Column("attempt", ForeignKey("attempts.id"), primary_key=True),
    Column("question", String, primary_key=True),
    Column("given", String, nullable=False),
    Column("saved_at", String, nullable=False),
    Column("flagged", Integer, nullable=False, server_default=text("0")),
    Column("final", Integer, nullable=False, server_default=text("0")),
    sqlite_with_rowid=False,
    comment="What was given, raw, as JSON: the name of each part with option ids or one text. A final one stays.",
)

mends = Table(
    "mends",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("assignment", ForeignKey("assignments.code"), nullable=False),
    Column("question", String, nullable=False),
    Column("mend", String, nullable=False),
    Column("made_at", String, nullable=False),
    Column("undone_at", String),
    Index("mends_by_assignment", "assignment"),
    comment="Changes of how a class is marked, as JSON; of each question the last one holds that was not undone.",
)

unassigned_mends = Table(
    "unassigned_mends",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("entry", String, nullable=False),
    Column("question", String, nullable=False),
    Column("mend", String, nullable=False),
    Column("made_at", String, nullable=False),
    Column("undone_at", String),
    Index("unassigned_mends_by_entry", "entry"),
    comment="Changes of how attempts in no class are marked, as JSON; `question` is a content id. Each holds for the "
    "attempts that were begun before it was made; of each question the last one that was not undone.",
)

overrides = Table(
    "overrides",
    metadata,
    Column("attempt", ForeignKey("attempts.id"), primary_key=True),
    Column("question", String, primary_key=True),
    Column("earned", String, nullable=False),
    Column("note", String, nullable=False),
    Column("made_at", String, nullable=False),
    sqlite_with_rowid=False,
    comment="Points that a teacher gave by hand for one answer, an exact fraction, and why.",
)

reports = Table(
    "reports",
    metadata,
    Column("attempt", ForeignKey("attempts.id"), primary_key=True),
    Column("question", String, primary_key=True),
    Column("problem", String, nullable=False),
    Column("reported_at", String, nullable=False),
    Column("settled_at", String),
    sqlite_with_rowid=False,
    comment="What students find wrong with a question, in their words.",
)

misses = Table(
    "misses",
    metadata,
    Column("address", String, primary_key=True),
    Column("since", String, nullable=False),
    Column("count", Integer, nullable=False),
    comment="Codes and tokens that opened nothing in the last minute, by where they came from; times are steady.",
)

clock_jumps = Table(
    "clock_jumps",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("noticed_at", String, nullable=False),
    Column("seconds", Float, nullable=False),
    comment="By how much the clock of the machine jumped forward (or back), and what it showed when that was noticed.",
)
