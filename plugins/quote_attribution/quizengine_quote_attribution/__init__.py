"""Questions about the quotations of an article: who said what.

Next: `attributions`, which tells who says the words between quotation marks that the language layer found.
"""

from collections.abc import Iterator

from quizengine import Generator, hookimpl
from quizengine_quote_attribution.quotation import Quotation
from quizengine_quote_attribution.quotation_facts import find
from quizengine_quote_attribution.quotation_questions import ask

__all__ = ["GENERATOR", "Quotation", "ask", "find", "quizengine_generators"]

GENERATOR = Generator("quote_attribution", find, ask, summary="Asks who said the direct quotations of an article.")


@hookimpl
def quizengine_generators() -> Iterator[Generator]:
    """Offer the generator."""
    yield GENERATOR
