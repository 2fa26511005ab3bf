"""The SQL for assignments, reports and misses; read as described in `statements`."""

from quizengine.store.statements import ATTEMPTS

OPEN = (
    "INSERT INTO assignments (code, label, entry, title, quiz, quiz_id, mode, minutes, opened_at, article) "
    "VALUES (:code, :label, :entry, :title, :quiz, :quiz_id, :mode, :minutes, :opened_at, :article) "
    "ON CONFLICT DO NOTHING"
)
ONE = "SELECT * FROM assignments WHERE code = :code"
LATEST = "SELECT * FROM assignments ORDER BY opened_at DESC, code LIMIT :most"
TESTS = (
    "SELECT code, label, title, entry, quiz, article FROM assignments "
    "WHERE closed_at IS NULL AND mode = 'test' ORDER BY opened_at, code"
)
LOCK = "SELECT code FROM assignments WHERE code = :code /* FOR NO KEY UPDATE */"
"""Keeps everybody else from joining, closing or changing the class until the transaction ends."""
LOCK_JOINED = "SELECT id FROM attempts WHERE assignment = :code ORDER BY id /* FOR NO KEY UPDATE */"
"""The same for every attempt in the class."""
NAMES = "SELECT id, student FROM attempts WHERE assignment = :code"
JOINED = f"{ATTEMPTS} WHERE assignment = :code"
COUNT = "SELECT count(*) AS joined, count(submitted_at) AS handed_in FROM attempts WHERE assignment = :code"
LATEST_ANSWERS = (
    "SELECT attempt, max(saved_at || ' ' || question) AS latest FROM responses "
    "JOIN attempts ON attempts.id = attempt WHERE assignment = :code GROUP BY attempt"
)
"""The last saved answer of each attempt: its time and its question, as one text that sorts by time."""
HANDED_IN = (
    "SELECT id, student, started_at, submitted_at, ended FROM attempts "
    "WHERE assignment = :code AND submitted_at IS NOT NULL"
)
ANSWERS = (
    "SELECT attempt, json_group_object(question, given) AS given, json_group_object(question, saved_at) AS saved, "
    "json_group_object(question, mark) AS marks FROM responses JOIN attempts ON attempts.id = attempt "
    "WHERE assignment = :code AND submitted_at IS NOT NULL GROUP BY attempt"
)
"""All answers that a class has handed in, a row for each attempt: a row for each answer takes four times as long."""
CLOSE = "UPDATE assignments SET closed_at = :now WHERE code = :assignment AND closed_at IS NULL"

KEEP = "UPDATE assignments SET keep_days = :days WHERE code = :assignment"
KEPT = (
    "SELECT code, closed_at, keep_days FROM assignments WHERE keep_days IS NOT NULL AND closed_at IS NOT NULL "
    "ORDER BY code"
)
"""The closed classes that are to be deleted at some time."""

OPEN_AGAIN = "UPDATE assignments SET closed_at = NULL, closes_at = NULL WHERE code = :code"

ATTEMPTS_OF = (
    "SELECT DISTINCT attempts.id, attempts.student, joined.student AS joined_as FROM attempts "
    "JOIN attempts AS joined ON joined.assignment = :code AND (joined.id = attempts.id OR "
    "joined.owner = attempts.owner AND joined.entry = attempts.entry AND attempts.assignment IS NULL) "
    "ORDER BY attempts.id"
)
"""The attempts of a class, and those at the same quiz in no class from the same browsers, with both names."""
FORGET = (
    "DELETE FROM responses WHERE attempt = :attempt",
    "DELETE FROM reports WHERE attempt = :attempt",
    "DELETE FROM overrides WHERE attempt = :attempt",
    "DELETE FROM practice_cards WHERE attempt = :attempt",
    "DELETE FROM attempts WHERE id = :attempt",
)
FORGET_CLASS = (
    "DELETE FROM extra_times WHERE assignment = :code",
    "DELETE FROM mends WHERE assignment = :code",
    "DELETE FROM roster WHERE assignment = :code",
    "DELETE FROM assignments WHERE code = :code",
)

ROSTER = "SELECT student, name FROM roster WHERE assignment = :code"
LISTED = "SELECT name FROM roster WHERE assignment = :code AND student = :key"
ENLIST = "INSERT INTO roster (assignment, student, name) VALUES (:code, :key, :name) ON CONFLICT DO NOTHING"
STRIKE = "DELETE FROM roster WHERE assignment = :code_of AND student = :key"
LIST_ONLY = "UPDATE assignments SET listed = :only WHERE code = :assignment"
RENAME = "UPDATE attempts SET student = :name WHERE id = :attempt"
TAKE_OVER = "UPDATE responses SET attempt = :kept WHERE attempt = :other AND question = :of_question"
DROP_ANSWER = "DELETE FROM responses WHERE attempt = :of_attempt AND question = :of_question"
FORGET_TIME = "DELETE FROM extra_times WHERE assignment = :code_of AND student = :key"

EXTRA_TIMES = "SELECT * FROM extra_times WHERE assignment = :code"
GIVE_TIME = (
    "INSERT INTO extra_times (assignment, student, name, factor) VALUES (:code, :student, :name, :factor) "
    "ON CONFLICT (assignment, student) DO UPDATE SET name = excluded.name, factor = excluded.factor"
)
SET_TIME = "UPDATE attempts SET seconds = :seconds, deadline = :deadline WHERE id = :attempt"
GRANT = "UPDATE attempts SET clock_at = :clock_at, deadline = :ends WHERE id = :attempt"

REPORT = (
    "INSERT INTO reports (attempt, question, problem, reported_at) "
    "SELECT id, :question_id, :problem, :now FROM attempts WHERE id = :id AND owner = :owner /* FOR SHARE */ "
    "ON CONFLICT (attempt, question) DO UPDATE SET problem = excluded.problem, reported_at = excluded.reported_at, "
    "settled_at = NULL"
)
_REPORTS = (
    "SELECT reports.*, attempts.student, attempts.entry, attempts.title, attempts.quiz FROM reports "
    "JOIN attempts ON attempts.id = reports.attempt"
)
_EARLIEST_FIRST = "ORDER BY reports.reported_at, reports.attempt, reports.question"
REPORTED = f"{_REPORTS} WHERE reports.settled_at IS NULL {_EARLIEST_FIRST} LIMIT :most"
REPORTED_IN = f"{_REPORTS} WHERE attempts.assignment = :code {_EARLIEST_FIRST}"
OWN_REPORT = (
    "SELECT problem FROM reports JOIN attempts ON attempts.id = reports.attempt "
    "WHERE reports.attempt = :id AND reports.question = :question_id AND attempts.owner = :owner"
)
SETTLE = "UPDATE reports SET settled_at = :now WHERE attempt = :reported AND question = :of"

LOCK_MISSES = "/* LOCK TABLE misses IN SHARE ROW EXCLUSIVE MODE */"
"""Keeps everybody else from counting a miss until the transaction ends."""
MISSED = "SELECT * FROM misses WHERE address = :address"
MISS = (
    "INSERT INTO misses (address, since, count) VALUES (:address, :now, 1) "
    "ON CONFLICT (address) DO UPDATE SET count = misses.count + 1"
)
PURGE = "DELETE FROM misses WHERE since <= :old OR since > :never"
"""Forget what was counted too long ago, or at a time that no clock here has reached."""
