"""A file that an earlier version wrote is brought up to the present tables, with all that is in it."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

from quizengine.quiz.attempt import Mode
from quizengine.quiz.grading import Score
from quizengine.quiz.mending import Mend, Treatment
from quizengine.store import Ending, ExtraTime, Store

FIRST = """
CREATE TABLE quizzes (sha256 VARCHAR NOT NULL, bank BLOB NOT NULL, PRIMARY KEY (sha256));
CREATE TABLE attempts (id VARCHAR NOT NULL, owner VARCHAR NOT NULL, entry VARCHAR NOT NULL, title VARCHAR NOT NULL,
    quiz VARCHAR NOT NULL, quiz_id VARCHAR NOT NULL, student VARCHAR NOT NULL, started_at VARCHAR NOT NULL,
    submitted_at VARCHAR, earned VARCHAR, possible VARCHAR, PRIMARY KEY (id),
    FOREIGN KEY(quiz) REFERENCES quizzes (sha256));
CREATE TABLE responses (attempt VARCHAR NOT NULL, question VARCHAR NOT NULL, given VARCHAR NOT NULL,
    saved_at VARCHAR NOT NULL, PRIMARY KEY (attempt, question), FOREIGN KEY(attempt) REFERENCES attempts (id))
    WITHOUT ROWID;
CREATE INDEX attempts_by_owner ON attempts (owner, entry);
CREATE INDEX attempts_by_submission ON attempts (submitted_at);
INSERT INTO quizzes VALUES ('abc', 'format: quizengine/1');
INSERT INTO attempts VALUES ('attempt-1', 'owner-1', 'rivers', 'Rivers', 'abc', 'quiz-1', 'Ada',
    '2026-11-20T09:00:00.000+00:00', NULL, NULL, NULL);
INSERT INTO responses VALUES ('attempt-1', 'q1', '{"answer": ["x"]}', '2026-11-20T09:01:00.000+00:00');
PRAGMA application_id = 1364543834;
PRAGMA user_version = 1;
"""


SECOND = """
CREATE TABLE quizzes (sha256 VARCHAR NOT NULL, bank BLOB NOT NULL, PRIMARY KEY (sha256));
CREATE TABLE assignments (code VARCHAR NOT NULL, label VARCHAR NOT NULL, entry VARCHAR NOT NULL, title VARCHAR NOT NULL,
    quiz VARCHAR NOT NULL, quiz_id VARCHAR NOT NULL, mode VARCHAR NOT NULL, minutes INTEGER, opened_at VARCHAR NOT NULL,
    closed_at VARCHAR, PRIMARY KEY (code), FOREIGN KEY(quiz) REFERENCES quizzes (sha256));
CREATE TABLE misses (address VARCHAR NOT NULL, since VARCHAR NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (address));
CREATE TABLE attempts (id VARCHAR NOT NULL, owner VARCHAR NOT NULL, entry VARCHAR NOT NULL, title VARCHAR NOT NULL,
    quiz VARCHAR NOT NULL, quiz_id VARCHAR NOT NULL, student VARCHAR NOT NULL, started_at VARCHAR NOT NULL,
    submitted_at VARCHAR, earned VARCHAR, possible VARCHAR, mode VARCHAR DEFAULT 'class' NOT NULL, code VARCHAR,
    assignment VARCHAR, seconds INTEGER, clock_at VARCHAR, deadline VARCHAR, PRIMARY KEY (id),
    FOREIGN KEY(quiz) REFERENCES quizzes (sha256), FOREIGN KEY(assignment) REFERENCES assignments (code));
CREATE TABLE extra_times (assignment VARCHAR NOT NULL, student VARCHAR NOT NULL, name VARCHAR NOT NULL,
    factor VARCHAR NOT NULL, PRIMARY KEY (assignment, student),
    FOREIGN KEY(assignment) REFERENCES assignments (code)) WITHOUT ROWID;
CREATE TABLE reports (attempt VARCHAR NOT NULL, question VARCHAR NOT NULL, problem VARCHAR NOT NULL,
    reported_at VARCHAR NOT NULL, settled_at VARCHAR, PRIMARY KEY (attempt, question),
    FOREIGN KEY(attempt) REFERENCES attempts (id)) WITHOUT ROWID;
CREATE TABLE responses (attempt VARCHAR NOT NULL, question VARCHAR NOT NULL, given VARCHAR NOT NULL,
    saved_at VARCHAR NOT NULL, flagged INTEGER DEFAULT 0 NOT NULL, final INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (attempt, question), FOREIGN KEY(attempt) REFERENCES attempts (id)) WITHOUT ROWID;
CREATE INDEX assignments_by_entry ON assignments (entry, closed_at);
CREATE INDEX attempts_by_owner ON attempts (owner, entry);
CREATE INDEX attempts_by_submission ON attempts (submitted_at);
CREATE UNIQUE INDEX attempts_by_code ON attempts (code);
CREATE INDEX attempts_by_assignment ON attempts (assignment);
INSERT INTO quizzes VALUES ('abc', 'format: quizengine/1');
INSERT INTO assignments VALUES ('KTR4XN', '8b', 'rivers', 'Rivers', 'abc', 'quiz-1', 'test', 20,
    '2026-11-20T09:00:00.000+00:00', NULL);
INSERT INTO attempts VALUES ('late', 'owner-1', 'rivers', 'Rivers', 'abc', 'quiz-1', 'Ada',
    '2026-11-20T09:00:00.000+00:00', '2026-11-20T09:20:00.000+00:00', '1', '4', 'test', 'KTR4XN9PD', 'KTR4XN', 1200,
    '2026-11-20T09:00:00.000+00:00', '2026-11-20T09:20:00.000+00:00');
INSERT INTO attempts VALUES ('early', 'owner-2', 'rivers', 'Rivers', 'abc', 'quiz-1', 'Ben',
    '2026-11-20T09:00:00.000+00:00', '2026-11-20T09:10:00.000+00:00', '1', '4', 'test', 'BBBBBBBBB', 'KTR4XN', 1200,
    '2026-11-20T09:00:00.000+00:00', '2026-11-20T09:20:00.000+00:00');
INSERT INTO responses VALUES ('late', 'q1', '{"answer": ["x"]}', '2026-11-20T09:15:00.000+00:00', 0, 0);
INSERT INTO extra_times VALUES ('KTR4XN', 'josé', 'José', '2');
INSERT INTO misses VALUES ('code from 2001:db8::1', '2026-11-20T09:15:00.000+00:00', 20);
PRAGMA application_id = 1364543834;
PRAGMA user_version = 2;
"""


FOURTH = """
CREATE TABLE quizzes (sha256 VARCHAR NOT NULL, bank BLOB NOT NULL, PRIMARY KEY (sha256));
CREATE TABLE assignments (code VARCHAR NOT NULL, label VARCHAR NOT NULL, entry VARCHAR NOT NULL, title VARCHAR NOT NULL,
    quiz VARCHAR NOT NULL, quiz_id VARCHAR NOT NULL, mode VARCHAR NOT NULL, minutes INTEGER, opened_at VARCHAR NOT NULL,
    closed_at VARCHAR, article INTEGER DEFAULT 0 NOT NULL, PRIMARY KEY (code),
    FOREIGN KEY(quiz) REFERENCES quizzes (sha256));
CREATE TABLE misses (address VARCHAR NOT NULL, since VARCHAR NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (address));
CREATE TABLE attempts (id VARCHAR NOT NULL, owner VARCHAR NOT NULL, entry VARCHAR NOT NULL, title VARCHAR NOT NULL,
    quiz VARCHAR NOT NULL, quiz_id VARCHAR NOT NULL, student VARCHAR NOT NULL, started_at VARCHAR NOT NULL,
    submitted_at VARCHAR, earned VARCHAR, possible VARCHAR, mode VARCHAR DEFAULT 'class' NOT NULL, code VARCHAR,
    assignment VARCHAR, seconds INTEGER, clock_at VARCHAR, deadline VARCHAR, ended VARCHAR, PRIMARY KEY (id),
    FOREIGN KEY(quiz) REFERENCES quizzes (sha256), FOREIGN KEY(assignment) REFERENCES assignments (code));
CREATE TABLE extra_times (assignment VARCHAR NOT NULL, student VARCHAR NOT NULL, name VARCHAR NOT NULL,
    factor VARCHAR NOT NULL, PRIMARY KEY (assignment, student),
    FOREIGN KEY(assignment) REFERENCES assignments (code)) WITHOUT ROWID;
CREATE TABLE reports (attempt VARCHAR NOT NULL, question VARCHAR NOT NULL, problem VARCHAR NOT NULL,
    reported_at VARCHAR NOT NULL, settled_at VARCHAR, PRIMARY KEY (attempt, question),
    FOREIGN KEY(attempt) REFERENCES attempts (id)) WITHOUT ROWID;
CREATE TABLE responses (attempt VARCHAR NOT NULL, question VARCHAR NOT NULL, given VARCHAR NOT NULL,
    saved_at VARCHAR NOT NULL, flagged INTEGER DEFAULT 0 NOT NULL, final INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (attempt, question), FOREIGN KEY(attempt) REFERENCES attempts (id)) WITHOUT ROWID;
CREATE INDEX assignments_by_entry ON assignments (entry, closed_at);
CREATE INDEX attempts_by_owner ON attempts (owner, entry);
CREATE INDEX attempts_by_submission ON attempts (submitted_at);
CREATE UNIQUE INDEX attempts_by_code ON attempts (code);
CREATE INDEX attempts_by_assignment ON attempts (assignment);
CREATE TABLE clock_jumps (id INTEGER NOT NULL, noticed_at VARCHAR NOT NULL, seconds FLOAT NOT NULL, PRIMARY KEY (id));
INSERT INTO quizzes VALUES ('abc', 'format: quizengine/1');
INSERT INTO assignments VALUES ('KTR4XN', '8b', 'rivers', 'Rivers', 'abc', 'quiz-1', 'class', NULL,
    '2026-11-20T09:00:00.000+00:00', NULL, 1);
INSERT INTO attempts VALUES ('ada', 'owner-1', 'rivers', 'Rivers', 'abc', 'quiz-1', 'Ada',
    '2026-11-20T09:00:00.000+00:00', '2026-11-20T09:20:00.000+00:00', '13/2', '8', 'class', 'KTR4XN9PD', 'KTR4XN', NULL,
    NULL, NULL, 'student');
INSERT INTO attempts VALUES ('ben', 'owner-2', 'rivers', 'Rivers', 'abc', 'quiz-1', 'Ben',
    '2026-11-20T09:00:00.000+00:00', NULL, NULL, NULL, 'class', 'BBBBBBBBB', 'KTR4XN', NULL, NULL, NULL, NULL);
INSERT INTO responses VALUES ('ada', 'q1', '{"answer": ["x"]}', '2026-11-20T09:15:00.000+00:00', 1, 0);
INSERT INTO responses VALUES ('ben', 'q1', '{"answer": ["y"]}', '2026-11-20T09:16:00.000+00:00', 0, 1);
INSERT INTO reports VALUES ('ada', 'q1', 'Two are right!', '2026-11-20T09:18:00.000+00:00', NULL);
INSERT INTO extra_times VALUES ('KTR4XN', 'ben', 'Ben', '2');
PRAGMA application_id = 1364543834;
PRAGMA user_version = 4;
"""


def shape(path: Path) -> dict[str, object]:
    """The columns of every table, and what every index is on."""
    with closing(sqlite3.connect(path)) as file:
        names = file.execute("SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'").fetchall()
        columns = {
            name: sorted(row[1:] for row in file.execute(f"PRAGMA table_info({name})"))
            for kind, name in names
            if kind == "table"
        }
        indexes = {
            name: file.execute(f"PRAGMA index_info({name})").fetchall() for kind, name in names if kind == "index"
        }
        keys = {name: sorted(row[2:5] for row in file.execute(f"PRAGMA foreign_key_list({name})")) for name in columns}
        version = file.execute("PRAGMA user_version").fetchone()
    return {
        "columns": columns,
        "indexes": {name: [row[2] for row in rows] for name, rows in indexes.items()},
        "keys": keys,
        "version": version,
    }


def test_a_file_of_the_first_version_becomes_like_a_new_one_and_keeps_its_answers(tmp_path: Path):
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    with closing(sqlite3.connect(old)) as file:
        file.execute("PRAGMA journal_mode=WAL")
        file.executescript(FIRST)
    with closing(Store(new)), closing(Store(old)) as store:
        stored = store.load("attempt-1", "owner-1")
        assert stored.attempt.responses == {"q1": {"answer": ("x",)}}
        assert (stored.terms.mode, stored.seconds, stored.code) == (Mode.CLASS, None, None)
        store.respond("attempt-1", "owner-1", "q1", {"answer": ("y",)}, flagged=True)
        assert store.at("attempt-1", "owner-1", "q1")[1].response == {"answer": ("y",)}
    assert shape(old) == shape(new)


def test_a_file_of_the_second_version_tells_who_ran_out_of_time_and_can_be_reopened(tmp_path: Path):
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    with closing(sqlite3.connect(old)) as file:
        file.execute("PRAGMA journal_mode=WAL")
        file.executescript(SECOND)
    with closing(Store(new)), closing(Store(old)) as store:
        assert [store.load(name, None).ended for name in ("late", "early")] == [Ending.TIME, Ending.STUDENT]
        assert store.reopening.out_of_time("KTR4XN", timedelta(minutes=5)) == 1
        stored = store.load("late", "owner-1")
        assert (stored.submitted, stored.attempt.responses) == (None, {"q1": {"answer": ("x",)}})
        store.respond("late", "owner-1", "q1", {"answer": ("y",)})
        store.assignments.give_time("KTR4XN", ExtraTime("JOS\N{LATIN CAPITAL LETTER E WITH ACUTE}", Fraction(3)))
        assert [each.factor for each in store.assignments.extra_times("KTR4XN")] == [3]
        assert store.owner_by_code("KTR4XN9PD", "code from 2001:db8::1") == ("late", "owner-1")
    assert shape(old) == shape(new)


def test_a_file_of_the_fourth_version_keeps_everything_and_can_be_marked_anew(tmp_path: Path):
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    with closing(sqlite3.connect(old)) as file:
        file.execute("PRAGMA journal_mode=WAL")
        file.executescript(FOURTH)
    with closing(Store(new)), closing(Store(old)) as store:
        ada, ben = store.assignments.attempts("KTR4XN")
        assert (ada.attempt.responses, ada.flagged, ada.score) == (
            {"q1": {"answer": ("x",)}},
            {"q1"},
            Score(Fraction(13, 2), Fraction(8)),
        )
        assert (ben.attempt.responses, ben.final, ben.submitted) == ({"q1": {"answer": ("y",)}}, {"q1"}, None)
        assert [report.problem for report in store.reports.in_class("KTR4XN")] == ["Two are right!"]
        assert [each.name for each in store.assignments.extra_times("KTR4XN")] == ["Ben"]
        dropped = Mend(treatment=Treatment.DROPPED)
        assert store.mending.apply("KTR4XN", "q1", dropped, lambda attempt, marking: Score(Fraction(1), Fraction(7)))
        assert [each.score for each in store.assignments.attempts("KTR4XN")] == [Score(Fraction(1), Fraction(7)), None]
    assert shape(old) == shape(new)
