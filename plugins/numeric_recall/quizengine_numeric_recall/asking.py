"""Questions about one figure: typed and to choose, in a question of its own words or as a gap in the article's."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from random import Random

from quizengine import Fact, Question, Refusal, Span
from quizengine.language.quantities import Quantity
from quizengine_numeric_recall.finding import QuantityFact
from quizengine_numeric_recall.gaps import Wording, gapped
from quizengine_numeric_recall.stems import asked
from quizengine_numeric_recall.things import conflict, same_thing
from quizengine_numeric_recall.ways import to_choose, typed


def ask(fact: Fact, others: Sequence[Fact], rng: Random) -> Iterator[Question | Refusal]:
    """Yield a typed question and one to choose, where both are sound; a refusal with its reason where neither is."""
    if not isinstance(fact, QuantityFact):
        return
    known = [one for one in others if isinstance(one, QuantityFact)]
    if refusal := _refused(fact, known):
        yield refusal
        return
    quantities = [one.quantity for one in known]
    found: list[Question | None] = []
    for wording in _wordings(fact, known):
        found += [typed(fact.quantity, wording, quantities), to_choose(fact.quantity, wording, quantities, rng)]
    yield from filter(None, found)
    if not any(found):
        yield Refusal(fact.quantity.span, "no-form", "the figure is written in a way that no other can be written in")


def _refused(fact: QuantityFact, known: Sequence[QuantityFact]) -> Refusal | None:
    """Why a figure is left alone, or None when it can be asked about."""
    if fact.ground:
        return Refusal(fact.quantity.span, fact.ground.rule, fact.ground.reason)
    if not _wordings(fact, known):
        return Refusal(fact.quantity.span, "no-context", "the words around the figure do not stand alone")
    before = (one for one in known if one.quantity.span.start < fact.quantity.span.start and one.ground is None)
    if any(_is_told_by(one.quantity, fact.quantity) and _wordings(one, known) for one in before):
        return Refusal(fact.quantity.span, "told-twice", "the article states the same figure before")
    return None


def _is_told_by(other: Quantity, quantity: Quantity) -> bool:
    """Whether another figure is the same one: equal in value, unit and rate, and of the same thing."""
    same = (other.low, other.high, other.unit, other.rate) == (
        quantity.low,
        quantity.high,
        quantity.unit,
        quantity.rate,
    )
    return same and quantity.kind != "year" and same_thing(other, quantity)


def _wordings(fact: QuantityFact, known: Sequence[QuantityFact]) -> list[Wording]:
    """The ways to put the question, the best first; the other figures that are asked about stand in none of them."""
    telling = {end for one in known if one.ground is None for end in (one.quantity.low, one.quantity.high)}
    hidden = [
        _figure(one.quantity) for one in known if one != fact and (one.ground is None or _tells(one.quantity, telling))
    ]
    disputed = any(conflict(one.quantity, fact.quantity) for one in known if one != fact)
    own_words = None if disputed else asked(fact.quantity)
    return [one for one in (own_words, gapped(fact.quantity, hidden)) if one]


def _tells(quantity: Quantity, telling: set[Decimal]) -> bool:
    """Whether a figure that is not asked about would tell one that is."""
    return quantity.kind != "label" and quantity.high > 12 and (quantity.low in telling or quantity.high in telling)


def _figure(quantity: Quantity) -> Span:
    """The part of a quantity that would tell it to whoever reads it in another stem."""
    compound = bool(re.search(r"\d", quantity.span.article.text[quantity.number.end : quantity.span.end]))
    return quantity.span if quantity.kind in ("money", "share") or compound else quantity.number
