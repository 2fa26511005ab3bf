"""Questions about one figure: to type and to choose."""

from collections.abc import Iterator, Sequence
from random import Random

from quizengine import Fact, Question, Refusal
from quizengine_numeric_recall.known_figures import known_figures
from quizengine_numeric_recall.quantity_facts import QuantityFact
from quizengine_numeric_recall.question_builders import choice_figure_question, typed_figure_question


def ask(fact: Fact, others: Sequence[Fact], rng: Random) -> Iterator[Question | Refusal]:
    """Yield a typed question and one to choose, where both are sound; a refusal with its reason where neither is."""
    if not isinstance(fact, QuantityFact):
        return
    if fact.wording is None:
        if fact.refusal:
            yield fact.refusal
        return
    known = known_figures(others)
    found = [
        typed_figure_question(fact.quantity, fact.wording, known.nearest(fact.quantity)),
        choice_figure_question(fact.quantity, fact.wording, known.rivals(fact.quantity), rng),
    ]
    yield from filter(None, found)
    if not any(found):
        yield Refusal(fact.quantity.span, "no-form", "the figure is written in a way that no other can be written in")
