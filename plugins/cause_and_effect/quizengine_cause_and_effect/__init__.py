"""Questions about causes and effects, and about the order of events; only what is certain is asked."""

from collections.abc import Iterator

from quizengine import Generator, hookimpl
from quizengine_cause_and_effect.causal_facts import find
from quizengine_cause_and_effect.causal_questions import ask
from quizengine_cause_and_effect.relations import NAME


@hookimpl
def quizengine_generators() -> Iterator[Generator]:
    """Offer the generator."""
    yield Generator(NAME, find, ask, summary="Asks what led to what, and in which order things happened.")
