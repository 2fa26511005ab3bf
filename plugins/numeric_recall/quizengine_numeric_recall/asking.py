"""Questions about one figure: typed and to choose, in a question of its own words or as a gap in the article's."""

import re
from collections.abc import Iterator, Sequence
from random import Random

from quizengine import Fact, Question, Refusal, Span
from quizengine.language.numbers import Quantity
from quizengine_numeric_recall.finding import QuantityFact
from quizengine_numeric_recall.gaps import Wording, gapped, hole_of
from quizengine_numeric_recall.known_figures import KnownFigures, known_figures
from quizengine_numeric_recall.plain_questions import plain_question
from quizengine_numeric_recall.stems import asked
from quizengine_numeric_recall.things import is_another_way
from quizengine_numeric_recall.ways import to_choose, typed


def ask(fact: Fact, others: Sequence[Fact], rng: Random) -> Iterator[Question | Refusal]:
    """Yield a typed question and one to choose, where both are sound; a refusal with its reason where neither is."""
    if not isinstance(fact, QuantityFact):
        return
    if fact.refusal:
        yield fact.refusal
        return
    known = known_figures(others)
    near, rivals = known.nearest(fact.quantity), known.rivals(fact.quantity)
    found: list[Question | None] = []
    for wording in _wordings(fact, known):
        found += [typed(fact.quantity, wording, near), to_choose(fact.quantity, wording, rivals, rng)]
    yield from filter(None, found)
    if not any(found):
        yield Refusal(fact.quantity.span, "no-form", "the figure is written in a way that no other can be written in")


def _wordings(fact: QuantityFact, known: KnownFigures) -> list[Wording]:
    """The ways to put the question, the best first; the other figures that are asked about stand in none of them."""
    quantity = fact.quantity

    def hidden(shown: Span) -> list[Span]:
        return [
            _figure(one.quantity)
            for one in known.within(shown)
            if one != fact and (one.refusal is None or known.tells(one) or is_another_way(one.quantity, quantity))
        ]

    if known.conflicts_with(quantity):
        return [one for one in (gapped(quantity, hidden),) if one]
    plain = plain_question(quantity)
    return [plain] if plain else [one for one in (asked(quantity), gapped(quantity, hidden)) if one]


def _figure(quantity: Quantity) -> Span:
    """The part of a quantity that would tell it to whoever reads it in another stem."""
    compound = bool(re.search(r"\d", quantity.span.article.text[quantity.number.end : quantity.span.end]))
    return hole_of(quantity, quantity.kind in ("money", "share") or compound)
