"""The SQL for attempts and the clock, with values by name (`:id`): the same for every database.

Text between `/*` and `*/` is read by PostgreSQL alone (`postgresql.dialect`): SQLite lets one writer in at a
time and needs no locks on rows.
"""

WRITE_AND_TAKE_BACK = (
    "INSERT INTO misses (address, since, count) VALUES ('nobody', '', 0)",
    "DELETE FROM misses WHERE address = 'nobody'",
)
"""Two statements that write to the disk in one transaction and change nothing."""

_MAY_READ = "coalesce((SELECT article FROM assignments WHERE code = attempts.assignment), 1) AS article"
"""True if students may read the article: in a class as its teacher says, otherwise always."""
_CLOSES = "(SELECT closes_at FROM assignments WHERE code = attempts.assignment)"
_COLUMNS = (
    "attempts.*, (SELECT max(saved_at) FROM responses WHERE attempt = attempts.id) AS saved_at, "
    f"{_MAY_READ}, {_CLOSES} AS closes_at"
)
ATTEMPTS = f"SELECT {_COLUMNS} FROM attempts"
"""Attempts, with when the last response was saved, whether the article may be read, and when the class closes."""

KEEP_QUIZ = "INSERT INTO quizzes (sha256, bank) VALUES (:sha256, :bank) ON CONFLICT DO NOTHING"
QUIZ = "SELECT bank FROM quizzes WHERE sha256 = :sha256"

BEGIN = (
    "INSERT INTO attempts "
    "(id, owner, entry, title, quiz, quiz_id, student, started_at, mode, code, assignment, seconds) VALUES "
    "(:id, :owner, :entry, :title, :quiz, :quiz_id, :student, :started_at, :mode, :code, :assignment, :seconds) "
    "ON CONFLICT DO NOTHING"
)
ANY = f"{ATTEMPTS} WHERE id = :id"
OWN = f"{ATTEMPTS} WHERE id = :id AND owner = :owner"
TERMS = f"SELECT quiz, mode, assignment, entry, {_MAY_READ} FROM attempts WHERE id = :id AND owner = :owner"
BY_CODE = f"{ATTEMPTS} WHERE code = :code"
OF_OWNER = f"{ATTEMPTS} WHERE owner = :owner AND entry = :entry ORDER BY started_at DESC, id"
SUBMITTED = f"{ATTEMPTS} WHERE submitted_at IS NOT NULL ORDER BY submitted_at DESC, id LIMIT :most"
LOCK = "SELECT id FROM attempts WHERE id = :id /* FOR NO KEY UPDATE */"
"""Keeps everybody else from answering or changing this attempt until the transaction ends."""
SUBMIT = "UPDATE attempts SET submitted_at = :now, earned = :points, possible = :of, ended = :by WHERE id = :attempt"
REOPEN = (
    "UPDATE attempts SET submitted_at = NULL, earned = NULL, possible = NULL, ended = NULL "
    "WHERE id = :attempt AND submitted_at IS NOT NULL"
)
START_CLOCK = "UPDATE attempts SET clock_at = :clock_at, deadline = :ends WHERE id = :attempt AND deadline IS NULL"

GIVEN = "SELECT question, given, flagged, final, mark FROM responses WHERE attempt = :id"
AT = (
    f"SELECT {_COLUMNS}, one.given, one.flagged, one.final, one.mark FROM attempts "
    "LEFT JOIN responses AS one ON one.attempt = attempts.id AND one.question = :question_id "
    "WHERE attempts.id = :id AND attempts.owner = :owner"
)
"""An attempt with what is kept of one of its questions: null if nothing is."""
ALL_SUBMITTED = "SELECT * FROM attempts WHERE submitted_at IS NOT NULL ORDER BY submitted_at, id"
ALL_GIVEN = (
    "SELECT responses.attempt, responses.question, responses.given, responses.mark FROM responses "
    "JOIN attempts ON attempts.id = responses.attempt WHERE attempts.submitted_at IS NOT NULL"
)
QUIZZES = "SELECT sha256, bank FROM quizzes"

GIVE = (
    "INSERT INTO responses (attempt, question, given, saved_at, flagged, final) "
    "SELECT id, :question_id, :response, :now, :flagged, :final FROM attempts "
    "WHERE id = :id AND owner = :owner AND submitted_at IS NULL AND (seconds IS NULL OR deadline >= :latest) "
    f"AND coalesce({_CLOSES}, :closing) >= :closing "
    "/* FOR SHARE */ "
    "ON CONFLICT (attempt, question) DO UPDATE SET given = excluded.given, saved_at = excluded.saved_at, "
    "flagged = excluded.flagged, final = excluded.final, mark = NULL WHERE responses.final = 0"
)
"""One statement, and so one transaction that looks and writes: nothing is added where the attempt is not the owner's,
has been submitted or has run out of time, where its class has closed, or where an earlier response was final."""

OWN_MARK = (
    "UPDATE responses SET mark = :mark WHERE attempt = :of_attempt AND question = :of_question "
    "AND NOT EXISTS (SELECT attempt FROM overrides WHERE attempt = :of_attempt AND question = :of_question) "
    "AND (final = 1 OR EXISTS (SELECT id FROM attempts WHERE id = :of_attempt AND submitted_at IS NOT NULL))"
)
"""Nothing is marked before its answer stays as it is, or after the teacher has given points for it."""
TAKE_MARKS_BACK = "UPDATE responses SET mark = NULL WHERE attempt = :attempt AND final = 0"
"""Deletes a student's own marks of answers that may change again."""

_NOTED = "(SELECT coalesce(sum(seconds), 0) FROM clock_jumps)"
AHEAD = f"SELECT {_NOTED} AS seconds"
"""The seconds by which the wall time is ahead of the steady time, as far as that was noted."""
NOTE_JUMP = (
    f"INSERT INTO clock_jumps (noticed_at, seconds) SELECT :now, :ahead - {_NOTED} WHERE abs(:ahead - {_NOTED}) > 1"
)
"""Notes a jump of the clock; of several processes that notice it, the first notes it."""
JUMPS = "SELECT * FROM clock_jumps ORDER BY id"
