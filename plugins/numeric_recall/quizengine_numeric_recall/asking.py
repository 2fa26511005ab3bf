"""Questions about one figure: typed and to choose, in a question of its own words or as a gap in the article's."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from random import Random

from quizengine import ChoiceQuestion, Evidence, Fact, NumericQuestion, Origin, Question, Refusal, Span
from quizengine.language.quantities import Quantity
from quizengine.language.units import unit_words
from quizengine_numeric_recall.distractors import wrong_options
from quizengine_numeric_recall.finding import QuantityFact
from quizengine_numeric_recall.forms import form_of, with_unit, written
from quizengine_numeric_recall.gaps import Wording, gapped
from quizengine_numeric_recall.stems import asked
from quizengine_numeric_recall.things import conflict, same_thing, thing_of
from quizengine_numeric_recall.tolerance import hedge_of, leeway

NAME = "numeric_recall"
_MONEY = {
    "EUR": "euros", "GBP": "pounds sterling", "JPY": "yen", "CNY": "yuan", "INR": "rupees",
    "RUB": "rubles", "CAD": "Canadian dollars", "AUD": "Australian dollars", "CHF": "Swiss francs", "cent": "cents",
    "KRW": "Korean won", "MXN": "Mexican pesos", "BRL": "Brazilian reals", "UAH": "hryvnias", "SEK": "Swedish kronor",
}  # fmt: skip


def ask(fact: Fact, others: Sequence[Fact], rng: Random) -> Iterator[Question | Refusal]:
    """Yield a typed question and one to choose, where both are sound; a refusal with its reason where neither is."""
    if not isinstance(fact, QuantityFact):
        return
    known = [one for one in others if isinstance(one, QuantityFact)]
    if refusal := _refused(fact, known):
        yield refusal
        return
    for wording in _wordings(fact, known):
        yield from _both_ways(fact.quantity, wording, [one.quantity for one in known], rng)


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


def _both_ways(quantity: Quantity, wording: Wording, known: Sequence[Quantity], rng: Random) -> Iterator[Question]:
    form = form_of(quantity)
    unit = unit_of(quantity)
    says = f"The article says: “{' '.join(wording.evidence.text.split())}”"
    if quantity.kind != "share" and len(quantity.high.as_tuple().digits) < 16:
        typed_stem = wording.stem
        if quantity.kind == "money" or quantity.ranged:
            typed_stem = _with_advice(wording.stem, quantity, unit)
        yield NumericQuestion(
            stem=typed_stem,
            answer=quantity.low if not quantity.ranged else (quantity.low + quantity.high) / 2,
            tolerance=leeway(quantity).tolerance,
            unit=unit,
            rationale=f"{says} {leeway(quantity).why}".strip(),
            evidence=Evidence.of(wording.evidence),
            origin=Origin(NAME, wording.rule),
            tags=("numeric recall", quantity.kind),
        )
    if form is None:
        return
    shown = with_unit(form, quantity) if wording.whole else form
    key = written(shown, quantity.low, quantity.high)
    rivals = [one for one in known if one != quantity and (one.kind, one.unit) == (quantity.kind, quantity.unit)]
    true = [
        one
        for one in known
        if one != quantity and (same_thing(one, quantity) or (one.ranged and one in rivals and one.kind != "year"))
    ]
    wrong = wrong_options(quantity, shown, wording.stem, [one for one in rivals if one not in true], true, rng)
    if key and wrong:
        yield ChoiceQuestion(
            stem=wording.stem,
            answer=key,
            distractors=wrong,
            rationale=f"{says} {_hedging(quantity)}".strip(),
            evidence=Evidence.of(wording.evidence),
            origin=Origin(NAME, wording.rule),
            tags=("numeric recall", quantity.kind),
        )


def _hedging(quantity: Quantity) -> str:
    hedge = hedge_of(quantity)
    return f"The text hedges it with “{hedge}”." if hedge else ""


def _with_advice(stem: str, quantity: Quantity, unit: str) -> str:
    """The stem with the unit to answer in, and the leave to type one figure of a range."""
    head, mark, rest = stem.partition("?")
    if quantity.kind == "money" and mark and unit not in head:
        head += f", in {unit}"
    if quantity.ranged and mark:
        mark = "? The article gives a range: any number in it counts."
    return f"{head}{mark}{rest}"


def unit_of(quantity: Quantity) -> str:
    """The unit that a typed answer is in, as it stands beside the gap: "tons of rice", "US dollars", "soldiers"."""
    if quantity.kind == "money":
        return _currency(quantity)
    if quantity.unit:
        return unit_words(quantity.unit, Decimal(2))
    return thing_of(quantity) if quantity.kind == "count" else ""


def _currency(quantity: Quantity) -> str:
    """The currency in the article's own words or, for a sign, in those that it surely stands for."""
    text = quantity.span.article.text
    behind = text[quantity.number.end : quantity.span.end].strip()
    if behind.isascii() and behind.replace(" ", "").isalpha() and behind.casefold() not in ("pounds", "pound"):
        return behind
    if quantity.unit == "USD":
        plain = text[quantity.span.start : quantity.number.start].strip() == "$"
        return "dollars" if plain else "US dollars"
    return _MONEY.get(quantity.unit, quantity.unit)
