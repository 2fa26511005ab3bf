"""Questions calculated from two figures of an article, and figures that do not add up.

Next: `figure_pairs`, which turns pairs of figures into facts.
"""

from collections.abc import Iterator

from quizengine import Generator, hookimpl
from quizengine_numeric_reasoning.computed_questions import ask
from quizengine_numeric_reasoning.figure_pairs import find
from quizengine_numeric_reasoning.sums import Calculation

__all__ = ["GENERATOR", "Calculation", "ask", "find", "quizengine_generators"]

GENERATOR = Generator(
    "numeric_reasoning",
    find,
    ask,
    summary="Asks what follows from two figures of an article, and shows figures that do not add up.",
    by_default=False,
)


@hookimpl
def quizengine_generators() -> Iterator[Generator]:
    """Offer the generator, to be switched on by name."""
    yield GENERATOR
