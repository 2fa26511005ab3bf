"""The tables of the store, and its indexes, as SQLite reads them; `postgresql.dialect` has PostgreSQL's words.

A column that is an exact fraction is a text (`13/2`); times are texts, ISO 8601 in UTC with milliseconds, so that they
sort as the times do.
"""

VERSION = 8
"""Raised with every change to the tables; `migration` brings older databases up to it, a newer one is not opened."""

_QUIZZES = """CREATE TABLE quizzes (
    sha256 VARCHAR NOT NULL,
    bank BLOB NOT NULL,
    PRIMARY KEY (sha256)
)"""
"""The bytes of a bank file as they were when an attempt was started on it."""

_ASSIGNMENTS = """CREATE TABLE assignments (
    code VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    entry VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    quiz VARCHAR NOT NULL REFERENCES quizzes (sha256),
    quiz_id VARCHAR NOT NULL,
    mode VARCHAR NOT NULL,
    minutes INTEGER,
    opened_at VARCHAR NOT NULL,
    closed_at VARCHAR,
    article INTEGER DEFAULT 0 NOT NULL,
    listed INTEGER DEFAULT 0 NOT NULL,
    keep_days INTEGER,
    opens_at VARCHAR,
    closes_at VARCHAR,
    PRIMARY KEY (code)
)"""
"""Quizzes that a teacher has given to a class, each with the code that its students join with.

`article` is 1 if they may read the article while they answer, `listed` is 1 if only those on the class list may join.
`keep_days` after it was closed, everything about the class is deleted; null for never. Students may join from
`opens_at` on, and the class is closed by itself at `closes_at`; null for no such time.
"""

_ROSTER = """CREATE TABLE roster (
    assignment VARCHAR NOT NULL REFERENCES assignments (code),
    student VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    PRIMARY KEY (assignment, student)
) WITHOUT ROWID"""
"""The class list: the key of each name, and the name as typed."""

_EXTRA_TIMES = """CREATE TABLE extra_times (
    assignment VARCHAR NOT NULL REFERENCES assignments (code),
    student VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    factor VARCHAR NOT NULL,
    PRIMARY KEY (assignment, student)
) WITHOUT ROWID"""
"""The students with more time: the key of the name, the name as typed, and the factor (`3/2`; `0` for no limit)."""

_ATTEMPTS = """CREATE TABLE attempts (
    id VARCHAR NOT NULL,
    owner VARCHAR NOT NULL,
    entry VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    quiz VARCHAR NOT NULL REFERENCES quizzes (sha256),
    quiz_id VARCHAR NOT NULL,
    student VARCHAR NOT NULL,
    started_at VARCHAR NOT NULL,
    submitted_at VARCHAR,
    earned VARCHAR,
    possible VARCHAR,
    mode VARCHAR DEFAULT 'class' NOT NULL,
    code VARCHAR,
    assignment VARCHAR REFERENCES assignments (code),
    seconds INTEGER,
    clock_at VARCHAR,
    deadline VARCHAR,
    ended VARCHAR,
    PRIMARY KEY (id)
)"""
"""Points are both null until the attempt is submitted; `ended` says who or what submitted it.

An attempt with a time limit in `seconds` takes answers from `clock_at`, when its clock is started, to `deadline`; these
two are steady times (`clock`).
"""

_RESPONSES = """CREATE TABLE responses (
    attempt VARCHAR NOT NULL REFERENCES attempts (id),
    question VARCHAR NOT NULL,
    given VARCHAR NOT NULL,
    saved_at VARCHAR NOT NULL,
    flagged INTEGER DEFAULT 0 NOT NULL,
    final INTEGER DEFAULT 0 NOT NULL,
    mark VARCHAR,
    PRIMARY KEY (attempt, question)
) WITHOUT ROWID"""
"""The raw responses as JSON: the name of each part with option ids or one text. A final one stays.

`mark` is the student's own, of an answer in sentences (`full`, `half`, `none`); null until it is given.
"""

_MENDS = """CREATE TABLE mends (
    id INTEGER NOT NULL,
    assignment VARCHAR NOT NULL REFERENCES assignments (code),
    question VARCHAR NOT NULL,
    mend VARCHAR NOT NULL,
    made_at VARCHAR NOT NULL,
    undone_at VARCHAR,
    PRIMARY KEY (id)
)"""
"""Changes of the marking of a class, as JSON; for each question, the last one that was not undone holds."""

_UNASSIGNED_MENDS = """CREATE TABLE unassigned_mends (
    id INTEGER NOT NULL,
    entry VARCHAR NOT NULL,
    question VARCHAR NOT NULL,
    mend VARCHAR NOT NULL,
    made_at VARCHAR NOT NULL,
    undone_at VARCHAR,
    PRIMARY KEY (id)
)"""
"""Changes of the marking of attempts in no class, as JSON; `question` is a content id.

Each holds for the attempts that were begun before it was made; for each question, the last one that was not undone.
"""

_OVERRIDES = """CREATE TABLE overrides (
    attempt VARCHAR NOT NULL REFERENCES attempts (id),
    question VARCHAR NOT NULL,
    earned VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    made_at VARCHAR NOT NULL,
    PRIMARY KEY (attempt, question)
) WITHOUT ROWID"""
"""Points that a teacher gave by hand for one answer, and why."""

_PRACTICE_CARDS = """CREATE TABLE practice_cards (
    attempt VARCHAR NOT NULL REFERENCES attempts (id),
    question VARCHAR NOT NULL,
    due_on VARCHAR NOT NULL,
    reviewed_on VARCHAR NOT NULL,
    stability FLOAT NOT NULL,
    difficulty FLOAT NOT NULL,
    given VARCHAR,
    mark VARCHAR,
    PRIMARY KEY (attempt, question)
) WITHOUT ROWID"""
"""Missed questions that a student practises over days.

`due_on` and `reviewed_on` are ISO 8601 days; then comes the state of the schedule, and what was given last with its
mark as in `responses`, null until the first practice.
"""

_REPORTS = """CREATE TABLE reports (
    attempt VARCHAR NOT NULL REFERENCES attempts (id),
    question VARCHAR NOT NULL,
    problem VARCHAR NOT NULL,
    reported_at VARCHAR NOT NULL,
    settled_at VARCHAR,
    PRIMARY KEY (attempt, question)
) WITHOUT ROWID"""
"""The problems that students report with a question, in their words."""

_MISSES = """CREATE TABLE misses (
    address VARCHAR NOT NULL,
    since VARCHAR NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (address)
)"""
"""Codes and tokens that opened nothing in the last minute, by where they came from; times are steady."""

_CLOCK_JUMPS = """CREATE TABLE clock_jumps (
    id INTEGER NOT NULL,
    noticed_at VARCHAR NOT NULL,
    seconds FLOAT NOT NULL,
    PRIMARY KEY (id)
)"""
"""The jumps of the machine's clock forward (or back), and what it showed when each was noticed."""

TABLES = {
    "quizzes": _QUIZZES,
    "assignments": _ASSIGNMENTS,
    "roster": _ROSTER,
    "extra_times": _EXTRA_TIMES,
    "attempts": _ATTEMPTS,
    "responses": _RESPONSES,
    "mends": _MENDS,
    "unassigned_mends": _UNASSIGNED_MENDS,
    "overrides": _OVERRIDES,
    "practice_cards": _PRACTICE_CARDS,
    "reports": _REPORTS,
    "misses": _MISSES,
    "clock_jumps": _CLOCK_JUMPS,
}
"""The tables by name, each after those that it refers to. One whose `id` is an INTEGER has its rows numbered."""

_INDEXES = (
    "CREATE INDEX assignments_by_entry ON assignments (entry, closed_at)",
    "CREATE INDEX attempts_by_assignment ON attempts (assignment)",
    "CREATE UNIQUE INDEX attempts_by_code ON attempts (code)",
    "CREATE INDEX attempts_by_owner ON attempts (owner, entry)",
    "CREATE INDEX attempts_by_submission ON attempts (submitted_at)",
    "CREATE INDEX mends_by_assignment ON mends (assignment)",
    "CREATE INDEX unassigned_mends_by_entry ON unassigned_mends (entry)",
)

CREATE = (*TABLES.values(), *_INDEXES)
"""Everything in an empty database."""
