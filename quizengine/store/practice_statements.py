"""The SQL for questions that are practised over days; read as described in `statements`."""

PLAN = (
    "INSERT INTO practice_cards (attempt, question, due_on, reviewed_on, stability, difficulty) "
    "VALUES (:attempt, :question, :due_on, :reviewed_on, :stability, :difficulty) ON CONFLICT DO NOTHING"
)
OF_ATTEMPT = "SELECT * FROM practice_cards WHERE attempt = :attempt ORDER BY due_on, question"
ATTEMPTS_OF_OWNER = (
    "SELECT id FROM attempts WHERE owner = :owner AND submitted_at IS NOT NULL "
    "AND EXISTS (SELECT attempt FROM practice_cards WHERE attempt = attempts.id) ORDER BY id"
)
REVIEW = (
    "UPDATE practice_cards SET due_on = :due_on, reviewed_on = :reviewed_on, stability = :stability, "
    "difficulty = :difficulty, given = :given, mark = :mark "
    "WHERE attempt = :of_attempt AND question = :of_question AND reviewed_on = :before AND due_on <= :day"
)
"""Only what is due is reviewed, and from the state that the schedule was worked out from: a form that is sent twice
counts once."""
GIVE = (
    "UPDATE practice_cards SET given = :given, mark = NULL "
    "WHERE attempt = :of_attempt AND question = :of_question AND reviewed_on = :before AND due_on <= :day"
)
"""Keeps an answer that has to be marked before anything follows from it."""
STOP = "DELETE FROM practice_cards WHERE attempt = :attempt"
