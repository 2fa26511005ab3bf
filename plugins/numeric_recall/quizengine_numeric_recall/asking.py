"""Questions about one figure: typed and to choose, in a question of its own words or as a gap in the article's."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from random import Random

from quizengine import Fact, Question, Refusal, Span
from quizengine.language.quantities import Quantity
from quizengine_numeric_recall.finding import QuantityFact
from quizengine_numeric_recall.gaps import Wording, gapped, hole_of
from quizengine_numeric_recall.stems import asked
from quizengine_numeric_recall.things import conflict, is_another_way
from quizengine_numeric_recall.ways import to_choose, typed


def ask(fact: Fact, others: Sequence[Fact], rng: Random) -> Iterator[Question | Refusal]:
    """Yield a typed question and one to choose, where both are sound; a refusal with its reason where neither is."""
    if not isinstance(fact, QuantityFact):
        return
    if fact.refusal:
        yield fact.refusal
        return
    known = [one for one in others if isinstance(one, QuantityFact)]
    quantities = [one.quantity for one in known]
    found: list[Question | None] = []
    for wording in _wordings(fact, known):
        found += [typed(fact.quantity, wording, quantities), to_choose(fact.quantity, wording, quantities, rng)]
    yield from filter(None, found)
    if not any(found):
        yield Refusal(fact.quantity.span, "no-form", "the figure is written in a way that no other can be written in")


def _wordings(fact: QuantityFact, known: Sequence[QuantityFact]) -> list[Wording]:
    """The ways to put the question, the best first; the other figures that are asked about stand in none of them."""
    quantity = fact.quantity
    others = [one for one in known if one != fact]
    telling = {end for one in known if one.refusal is None for end in (one.quantity.low, one.quantity.high)}
    hidden = [
        _figure(one.quantity)
        for one in others
        if one.refusal is None or _tells(one.quantity, telling) or is_another_way(one.quantity, quantity)
    ]
    own_words = None if any(conflict(one.quantity, quantity) for one in others) else asked(quantity)
    return [one for one in (own_words, gapped(quantity, hidden)) if one]


def _tells(quantity: Quantity, telling: set[Decimal]) -> bool:
    """Whether a figure that is not asked about would tell one that is."""
    weighty = quantity.kind != "label" and (quantity.kind == "share" or quantity.high > 12)
    return weighty and (quantity.low in telling or quantity.high in telling)


def _figure(quantity: Quantity) -> Span:
    """The part of a quantity that would tell it to whoever reads it in another stem."""
    compound = bool(re.search(r"\d", quantity.span.article.text[quantity.number.end : quantity.span.end]))
    return hole_of(quantity, quantity.kind in ("money", "share") or compound)
