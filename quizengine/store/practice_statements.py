"""The SQL for questions that are practised over days; built as described in `statements`."""

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from quizengine.store.statements import sql
from quizengine.store.tables import attempts, practice_cards

PLAN = sql(
    insert(practice_cards)
    .values(
        {name: bindparam(name) for name in ("attempt", "question", "due_on", "reviewed_on", "stability", "difficulty")}
    )
    .on_conflict_do_nothing()
)
OF_ATTEMPT = sql(
    select(practice_cards)
    .where(practice_cards.c.attempt == bindparam("attempt"))
    .order_by(practice_cards.c.due_on, practice_cards.c.question)
)
ATTEMPTS_OF_OWNER = sql(
    select(attempts.c.id)
    .distinct()
    .join(practice_cards, practice_cards.c.attempt == attempts.c.id)
    .where(attempts.c.owner == bindparam("owner"), attempts.c.submitted_at.is_not(None))
    .order_by(attempts.c.id)
)
REVIEW = sql(
    update(practice_cards)
    .where(
        practice_cards.c.attempt == bindparam("of_attempt"),
        practice_cards.c.question == bindparam("of_question"),
        practice_cards.c.reviewed_on == bindparam("before"),
        practice_cards.c.due_on <= bindparam("day"),
    )
    .values({name: bindparam(name) for name in ("due_on", "reviewed_on", "stability", "difficulty", "given")})
)
"""Only what is due is reviewed, and from the state that the schedule was worked out from: a form that is sent twice
counts once."""
STOP = sql(delete(practice_cards).where(practice_cards.c.attempt == bindparam("attempt")))
