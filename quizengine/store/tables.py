"""The tables of the store."""

from sqlalchemy import Column, ForeignKey, Index, LargeBinary, MetaData, String, Table

VERSION = 1
"""Raised with every change to the tables; a file with another version is not opened."""

metadata = MetaData()

quizzes = Table(
    "quizzes",
    metadata,
    Column("sha256", String, primary_key=True),
    Column("bank", LargeBinary, nullable=False),
    comment="The bytes of a bank file as they were when an attempt was started on it.",
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
    Index("attempts_by_owner", "owner", "entry"),
    Index("attempts_by_submission", "submitted_at"),
    comment="Times are ISO 8601 in UTC; points are exact fractions (`13/2`), both null until the attempt is submitted.",
)

responses = Table(
    "responses",
    metadata,
    Column("attempt", ForeignKey("attempts.id"), primary_key=True),
    Column("question", String, primary_key=True),
    Column("given", String, nullable=False),
    Column("saved_at", String, nullable=False),
    sqlite_with_rowid=False,
    comment="What was given, raw, as JSON: the name of each part with option ids or one text.",
)
