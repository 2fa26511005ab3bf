"""Questions about one figure: to type and to choose."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

from quizengine import Fact, Question, Refusal
from quizengine.language import Quantity
from quizengine_numeric_recall.figure_stems import sentence_wording
from quizengine_numeric_recall.known_figures import known_figures
from quizengine_numeric_recall.quantity_facts import QuantityFact
from quizengine_numeric_recall.question_builders import choice_figure_question, typed_figure_question


def ask(fact: Fact, others: Sequence[Fact], rng: Random) -> Iterator[Question | Refusal]:
    """Yield a typed question and one to choose, where both are sound; a refusal with its reason where neither is."""
    if not isinstance(fact, QuantityFact):
        return
    if fact.wording is None:
        if fact.refusal:
            yield _with_an_offer(fact.refusal, fact.quantity)
        return
    known = known_figures(others)
    found = [
        typed_figure_question(fact.quantity, fact.wording, known.nearest(fact.quantity)),
        choice_figure_question(fact.quantity, fact.wording, known.rivals(fact.quantity), rng),
    ]
    yield from filter(None, found)
    if not any(found):
        yield Refusal(fact.quantity.span, "no-form", "the figure is written in a way that no other can be written in")


_OFFERED = frozenset({"no-context", "nameless", "no-noun"})
"""The reasons against a figure that a teacher may overrule: only its sentence may say too little."""
_GUESSED = 3
"""A smaller number fills a gap too easily."""


def _with_an_offer(refusal: Refusal, quantity: Quantity) -> Refusal:
    """Return a refusal with the sentence of its figure as a question, where a teacher may still want to ask that."""
    guessed = quantity.kind in ("count", "duration") and quantity.high < _GUESSED
    wording = sentence_wording(quantity) if refusal.rule in _OFFERED and not guessed else None
    return replace(refusal, offer=typed_figure_question(quantity, wording)) if wording else refusal
