"""The SQL for what is too old to be kept, the same for every database: texts of times sort as the times do."""

CLOSED_BEFORE = (
    "SELECT *, (SELECT count(*) FROM attempts WHERE assignment = assignments.code) AS students FROM assignments "
    "WHERE closed_at < :before ORDER BY closed_at, code"
)
STILL_OPEN = (
    "SELECT *, (SELECT count(*) FROM attempts WHERE assignment = assignments.code) AS students FROM assignments "
    "WHERE closed_at IS NULL AND opened_at < :before AND NOT EXISTS ("
    "SELECT id FROM attempts WHERE assignment = assignments.code AND (started_at >= :before "
    "OR EXISTS (SELECT attempt FROM responses WHERE attempt = attempts.id AND saved_at >= :before))"
    ") ORDER BY opened_at, code"
)
"""Classes that are open although nobody has joined or answered in them since."""
IN_CLASS = "SELECT id FROM attempts WHERE assignment = :code"
ALONE_BEFORE = (
    "SELECT id FROM attempts WHERE assignment IS NULL AND started_at < :before "
    "AND (submitted_at IS NULL OR submitted_at < :before) "
    "AND NOT EXISTS (SELECT attempt FROM responses WHERE attempt = attempts.id AND saved_at >= :before)"
)
"""Attempts in no class in which nothing has been done since."""
LOCK_QUIZZES = "/* LOCK TABLE quizzes IN SHARE ROW EXCLUSIVE MODE */"
"""Lets nobody begin an attempt meanwhile, at a quiz that is about to be deleted."""
FORGET_UNUSED_QUIZZES = (
    "DELETE FROM quizzes WHERE NOT EXISTS (SELECT id FROM attempts WHERE quiz = sha256) "
    "AND NOT EXISTS (SELECT code FROM assignments WHERE quiz = sha256)"
)
