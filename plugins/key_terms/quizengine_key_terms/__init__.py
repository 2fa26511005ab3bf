"""Questions about the terms that an article defines: which term it is, and what it means.

Next: `definition_facts`, which turns the definitions of an article into facts.
"""

from collections.abc import Iterator

from quizengine import Generator, hookimpl
from quizengine_key_terms.definition import Definition
from quizengine_key_terms.definition_facts import find
from quizengine_key_terms.term_questions import ask

__all__ = ["GENERATOR", "Definition", "ask", "find", "quizengine_generators"]

GENERATOR = Generator("key_terms", find, ask, summary="Asks for the terms that an article defines, and what they mean.")


@hookimpl
def quizengine_generators() -> Iterator[Generator]:
    """Offer the generator."""
    yield GENERATOR
