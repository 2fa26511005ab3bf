"""Questions about the events and lists of an article: who did what, to whom, where, and what belongs to a list.

Next: `event_facts`, which turns clauses and enumerations into facts.
"""

from collections.abc import Iterator

from quizengine import Generator, hookimpl
from quizengine_fact_recall.event_facts import find
from quizengine_fact_recall.event_questions import ask

__all__ = ["GENERATOR", "ask", "find", "quizengine_generators"]

GENERATOR = Generator(
    "fact_recall",
    find,
    ask,
    summary="Asks who did what, to whom and where, and what a list holds.",
)


@hookimpl
def quizengine_generators() -> Iterator[Generator]:
    """Offer the generator."""
    yield GENERATOR
