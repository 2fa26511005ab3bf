"""The SQL for mends and for points given by hand; read as described in `statements`."""

IN_FORCE = (
    "SELECT question, mend FROM mends WHERE id IN "
    "(SELECT max(id) FROM mends WHERE assignment = :code AND undone_at IS NULL GROUP BY question)"
)
"""The last change to each question of a class that was not undone."""
ALL_IN_FORCE = (
    "SELECT assignment, question, mend FROM mends WHERE id IN "
    "(SELECT max(id) FROM mends WHERE undone_at IS NULL GROUP BY assignment, question)"
)
HISTORY = "SELECT * FROM mends WHERE assignment = :code ORDER BY id DESC"
LAST = "SELECT max(id) AS id FROM mends WHERE assignment = :code AND undone_at IS NULL"
ADD = "INSERT INTO mends (assignment, question, mend, made_at) VALUES (:code, :question_id, :mend, :now)"
UNDO = "UPDATE mends SET undone_at = :now WHERE id = :change"
MARK = "UPDATE attempts SET earned = :points, possible = :of WHERE id = :attempt AND submitted_at IS NOT NULL"

OVERRIDES = "SELECT * FROM overrides WHERE attempt = :of_attempt"
ALL_OVERRIDES = "SELECT * FROM overrides"
OVERRIDES_IN = (
    "SELECT overrides.* FROM overrides JOIN attempts ON attempts.id = overrides.attempt WHERE assignment = :code"
)
GIVE_POINTS = (
    "INSERT INTO overrides (attempt, question, earned, note, made_at) "
    "VALUES (:attempt, :question, :points, :note, :now) "
    "ON CONFLICT (attempt, question) DO UPDATE SET earned = excluded.earned, note = excluded.note, "
    "made_at = excluded.made_at"
)
TAKE_BACK = "DELETE FROM overrides WHERE attempt = :attempt AND question = :question"
TAKE_ALL_BACK = "DELETE FROM overrides WHERE attempt = :attempt"
"""Deletes the points by hand when an attempt is opened again: its answers may change."""
