"""The SQL for unassigned attempts and for their marking; read as described in `statements`."""

_UNASSIGNED = "attempts.assignment IS NULL"
_HANDED_IN = f"attempts.entry = :entry AND {_UNASSIGNED} AND attempts.submitted_at IS NOT NULL"
HANDED_IN = (
    f"SELECT attempts.*, NULL AS saved_at, 1 AS article, NULL AS closes_at FROM attempts WHERE {_HANDED_IN} "
    "ORDER BY attempts.submitted_at, attempts.id"
)
"""All of them may read the article, no class ends them, and the time of the last answer no longer matters."""
ANSWERS = (
    "SELECT responses.attempt, responses.question, responses.given, responses.mark FROM responses "
    f"JOIN attempts ON attempts.id = responses.attempt WHERE {_HANDED_IN}"
)
COUNTS = (
    f"SELECT entry, count(*) AS handed_in FROM attempts WHERE {_UNASSIGNED} AND submitted_at IS NOT NULL GROUP BY entry"
)
LATEST_START = f"SELECT max(started_at) AS started_at FROM attempts WHERE entry = :entry AND {_UNASSIGNED}"
OVERRIDES = (
    "SELECT overrides.* FROM overrides JOIN attempts ON attempts.id = overrides.attempt "
    f"WHERE attempts.entry = :entry AND {_UNASSIGNED}"
)

LOCK = f"SELECT id FROM attempts WHERE entry = :entry AND {_UNASSIGNED} ORDER BY id /* FOR NO KEY UPDATE */"
"""Keeps everybody else from changing or answering anything in these attempts until the transaction ends."""

_MENDS = (
    "SELECT unassigned_mends.question, unassigned_mends.mend, attempts.id AS attempt FROM unassigned_mends "
    f"JOIN attempts ON attempts.entry = unassigned_mends.entry AND {_UNASSIGNED} "
    "AND attempts.started_at <= unassigned_mends.made_at WHERE unassigned_mends.undone_at IS NULL"
)
_IN_ORDER = "ORDER BY unassigned_mends.id"
ALL_MENDS = f"{_MENDS} {_IN_ORDER}"
"""The mends that hold for each attempt; of several for one question, the last one holds."""
MENDS_OF_ATTEMPT = f"{_MENDS} AND attempts.id = :of_attempt {_IN_ORDER}"
MENDS_OF_ATTEMPTS = f"{_MENDS} AND attempts.entry = :entry {_IN_ORDER}"

_IN_FORCE = "entry = :entry AND undone_at IS NULL"
HISTORY = "SELECT * FROM unassigned_mends WHERE entry = :entry ORDER BY id DESC"
LAST = f"SELECT max(id) AS id FROM unassigned_mends WHERE {_IN_FORCE}"
LAST_OF_QUESTION = (
    f"SELECT mend, made_at FROM unassigned_mends WHERE {_IN_FORCE} AND question = :question ORDER BY id DESC"
)
ADD = "INSERT INTO unassigned_mends (entry, question, mend, made_at) VALUES (:entry, :question, :mend, :now)"
UNDO = "UPDATE unassigned_mends SET undone_at = :now WHERE id = :change"
