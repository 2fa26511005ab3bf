"""Brings databases of earlier versions up to the current tables.

The steps are written out because they must not change when the tables do; a test compares a migrated database with a
new one. What SQL alone cannot do is a function of the connection.
"""

from collections.abc import Callable

from quizengine.store.connection import Connection
from quizengine.store.names import name_key
from quizengine.store.tables import VERSION

Step = str | Callable[[Connection], None]


def migrate(connection: Connection, version: int) -> None:
    """Bring the tables from a version in `STEPS` up to this one, within a transaction."""
    for earlier in range(version, VERSION):
        for step in STEPS[earlier]:
            if isinstance(step, str):
                connection.execute(step)
            else:
                step(connection)


def _compare_extra_times_anew(connection: Connection) -> None:
    """Give the names of students with more time their new keys; if two become one, the later counts."""
    rows = connection.execute("SELECT * FROM extra_times ORDER BY assignment, student").fetchall()
    connection.execute("DELETE FROM extra_times")
    anew = {
        (code, key): {"code": code, "key": key, "name": row["name"], "factor": row["factor"]}
        for row in rows
        for code, key in [(row["assignment"], name_key(row["name"]))]
    }
    statement = "INSERT INTO extra_times (assignment, student, name, factor) VALUES (:code, :key, :name, :factor)"
    connection.executemany(statement, list(anew.values()))


_TO_2 = (
    "CREATE TABLE assignments (code VARCHAR NOT NULL, label VARCHAR NOT NULL, entry VARCHAR NOT NULL, "
    "title VARCHAR NOT NULL, quiz VARCHAR NOT NULL, quiz_id VARCHAR NOT NULL, mode VARCHAR NOT NULL, minutes INTEGER, "
    "opened_at VARCHAR NOT NULL, closed_at VARCHAR, PRIMARY KEY (code), FOREIGN KEY(quiz) REFERENCES quizzes (sha256))",
    "CREATE TABLE extra_times (assignment VARCHAR NOT NULL, student VARCHAR NOT NULL, name VARCHAR NOT NULL, "
    "factor VARCHAR NOT NULL, PRIMARY KEY (assignment, student), "
    "FOREIGN KEY(assignment) REFERENCES assignments (code)) WITHOUT ROWID",
    "CREATE TABLE reports (attempt VARCHAR NOT NULL, question VARCHAR NOT NULL, problem VARCHAR NOT NULL, "
    "reported_at VARCHAR NOT NULL, settled_at VARCHAR, PRIMARY KEY (attempt, question), "
    "FOREIGN KEY(attempt) REFERENCES attempts (id)) WITHOUT ROWID",
    "CREATE TABLE misses (address VARCHAR NOT NULL, since VARCHAR NOT NULL, count INTEGER NOT NULL, "
    "PRIMARY KEY (address))",
    "ALTER TABLE attempts ADD COLUMN mode VARCHAR DEFAULT 'class' NOT NULL",
    "ALTER TABLE attempts ADD COLUMN code VARCHAR",
    "ALTER TABLE attempts ADD COLUMN assignment VARCHAR REFERENCES assignments (code)",
    "ALTER TABLE attempts ADD COLUMN seconds INTEGER",
    "ALTER TABLE attempts ADD COLUMN clock_at VARCHAR",
    "ALTER TABLE attempts ADD COLUMN deadline VARCHAR",
    "ALTER TABLE responses ADD COLUMN flagged INTEGER DEFAULT 0 NOT NULL",
    "ALTER TABLE responses ADD COLUMN final INTEGER DEFAULT 0 NOT NULL",
    "CREATE INDEX assignments_by_entry ON assignments (entry, closed_at)",
    "CREATE UNIQUE INDEX attempts_by_code ON attempts (code)",
    "CREATE INDEX attempts_by_assignment ON attempts (assignment)",
)
_TO_3 = (
    "ALTER TABLE attempts ADD COLUMN ended VARCHAR",
    "UPDATE attempts SET ended = CASE WHEN submitted_at = deadline THEN 'time' ELSE 'student' END "
    "WHERE submitted_at IS NOT NULL",
    "CREATE TABLE clock_jumps (id INTEGER NOT NULL, noticed_at VARCHAR NOT NULL, seconds FLOAT NOT NULL, "
    "PRIMARY KEY (id))",
    "DELETE FROM misses",  # counted by single addresses of IPv6
    _compare_extra_times_anew,
)
_TO_4 = ("ALTER TABLE assignments ADD COLUMN article INTEGER DEFAULT 0 NOT NULL",)
_TO_5 = (
    "CREATE TABLE mends (id INTEGER NOT NULL, assignment VARCHAR NOT NULL, question VARCHAR NOT NULL, "
    "mend VARCHAR NOT NULL, made_at VARCHAR NOT NULL, undone_at VARCHAR, PRIMARY KEY (id), "
    "FOREIGN KEY(assignment) REFERENCES assignments (code))",
    "CREATE TABLE overrides (attempt VARCHAR NOT NULL, question VARCHAR NOT NULL, earned VARCHAR NOT NULL, "
    "note VARCHAR NOT NULL, made_at VARCHAR NOT NULL, PRIMARY KEY (attempt, question), "
    "FOREIGN KEY(attempt) REFERENCES attempts (id)) WITHOUT ROWID",
    "CREATE INDEX mends_by_assignment ON mends (assignment)",
)
_TO_6 = (
    "ALTER TABLE assignments ADD COLUMN listed INTEGER DEFAULT 0 NOT NULL",
    "ALTER TABLE assignments ADD COLUMN keep_days INTEGER",
    "CREATE TABLE roster (assignment VARCHAR NOT NULL, student VARCHAR NOT NULL, name VARCHAR NOT NULL, "
    "PRIMARY KEY (assignment, student), FOREIGN KEY(assignment) REFERENCES assignments (code)) WITHOUT ROWID",
)
_TO_7 = (
    "ALTER TABLE assignments ADD COLUMN opens_at VARCHAR",
    "ALTER TABLE assignments ADD COLUMN closes_at VARCHAR",
    "CREATE TABLE practice_cards (attempt VARCHAR NOT NULL, question VARCHAR NOT NULL, due_on VARCHAR NOT NULL, "
    "reviewed_on VARCHAR NOT NULL, stability FLOAT NOT NULL, difficulty FLOAT NOT NULL, given VARCHAR, "
    "PRIMARY KEY (attempt, question), FOREIGN KEY(attempt) REFERENCES attempts (id)) WITHOUT ROWID",
    "CREATE TABLE unassigned_mends (id INTEGER NOT NULL, entry VARCHAR NOT NULL, question VARCHAR NOT NULL, "
    "mend VARCHAR NOT NULL, made_at VARCHAR NOT NULL, undone_at VARCHAR, PRIMARY KEY (id))",
    "CREATE INDEX unassigned_mends_by_entry ON unassigned_mends (entry)",
)
_TO_8 = (
    "ALTER TABLE responses ADD COLUMN mark VARCHAR",
    "ALTER TABLE practice_cards ADD COLUMN mark VARCHAR",
)
STEPS: dict[int, tuple[Step, ...]] = {1: _TO_2, 2: _TO_3, 3: _TO_4, 4: _TO_5, 5: _TO_6, 6: _TO_7, 7: _TO_8}
"""The steps from each version of the tables to the next one, by the older version."""
