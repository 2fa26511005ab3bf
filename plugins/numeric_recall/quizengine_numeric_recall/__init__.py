"""Questions about the figures of an article: how many, how much, which year.

Next: `quantity_facts`, which turns the quantities of an article into facts.
"""

from collections.abc import Iterator

from quizengine import Generator, hookimpl
from quizengine_numeric_recall.figure_questions import ask
from quizengine_numeric_recall.quantity_facts import QuantityFact, find

__all__ = ["GENERATOR", "QuantityFact", "ask", "find", "quizengine_generators"]

GENERATOR = Generator("numeric_recall", find, ask, summary="Asks for the figures that an article states.")


@hookimpl
def quizengine_generators() -> Iterator[Generator]:
    """Offer the generator."""
    yield GENERATOR
