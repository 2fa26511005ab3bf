"""Figures that the article itself combines but that do not add up: only teachers can ask about them.

Next: `own_figures`, the question that a teacher may make of them.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from quizengine import Refusal
from quizengine.language import Quantity, sentence_of
from quizengine_numeric_reasoning.figure_text import figure_text, grouped
from quizengine_numeric_reasoning.own_figures import RULE, by_its_own_figures
from quizengine_numeric_reasoning.sums import PERIODS

_AHEAD = 6
"""The number of figures after the first that are examined."""
_REACH = 700
"""The number of characters after the first that are examined: two or three sentences."""
_EACH = re.compile(r"\b(?:each|apiece|every|per (?:head|person)|a head)\b")
_IN_ALL = re.compile(
    r"\b(?:total\w*|in all|altogether|amount\w*|com(?:es?|ing) to|came to|add\w* up to|sum of)\b[^.;]{0,30}\Z"
)
_CHANGE_OF = re.compile(r",? (?:an? )?(?:\w+ )?(?:increase|rise|growth|gain|jump|drop|fall|decline|decrease|cut) of ")
_FOR_ROUNDING = Decimal("0.01")
_FOR_A_HEDGE = Decimal("0.1")


def misfits(found: Sequence[Quantity]) -> Iterator[Refusal]:
    """Yield each figure that is not what the figures before it come to, with the sum and the places of the others."""
    for at, first in enumerate(found):
        ahead = [one for one in found[at + 1 : at + 1 + _AHEAD] if one.span.end - first.span.start <= _REACH]
        near = [one for one in ahead if one.span.paragraph == first.span.paragraph]
        for rule in _RULES:
            if refusal := rule(first, near):
                yield refusal
                break


def _product(count: Quantity, ahead: Sequence[Quantity]) -> Refusal | None:
    """Multiply a count by the price of each, and compare the sum in all: 10 buses at $300,000 each cost $3 million."""
    price = next((one for one in ahead if one.kind == "money"), None)
    if count.kind != "count" or count.ranged or count.low < 2 or price is None or not _is_for_each(count, price):
        return None
    for whole in ahead[ahead.index(price) + 1 :]:
        periods = 1 if price.rate == whole.rate else PERIODS.get((price.rate, whole.rate))
        if (whole.kind, whole.unit, whole.ranged) != ("money", price.unit, False) or periods is None:
            continue
        if _IN_ALL.search(_before(whole)):
            times = f" × {periods}" if periods > 1 else ""
            product = count.low * price.low * periods
            working = f"{grouped(count.low)} × {figure_text(price)}{times} = {figure_text(price, product)}"
            return _misfit(whole, product, working, (count, price))
    return None


def _share(part: Quantity, ahead: Sequence[Quantity]) -> Refusal | None:
    """Divide a part by its whole, and compare the percentage: 48 of the 60 buses, or 80 percent."""
    if len(ahead) < 2 or part.kind != "count" or ahead[0].kind != "count" or ahead[1].kind != "percent":
        return None
    whole, percent = ahead[0], ahead[1]
    of, behind = _between(part, whole), _between(whole, percent)
    if not re.fullmatch(r" of (?:the |its |their )?", of) or not re.fullmatch(r"(?: [\w-]+){0,4}(?:, or | \()", behind):
        return None
    if not whole.low:
        return None
    result = part.low * 100 / whole.low
    working = f"{grouped(part.low)} of {grouped(whole.low)} is {grouped(round(result, 1))} percent"
    return _misfit(percent, result, working, (part, whole))


def _growth(first: Quantity, ahead: Sequence[Quantity]) -> Refusal | None:
    """Check an increase in percent against the figures it leads from and to."""
    if len(ahead) < 2 or not first.low or ahead[1].kind != "percent" or first.kind in ("percent", "year", "label"):
        return None
    second, percent = ahead[0], ahead[1]
    alike = (first.kind, first.unit) == (second.kind, second.unit)
    text = first.span.article.text
    begins = text[max(0, first.hedged.start - 5) : first.hedged.start].casefold() == "from "
    belong = re.fullmatch(r" to ", _between(first, second)) and re.fullmatch(_CHANGE_OF, _between(second, percent))
    if not (alike and begins and belong):
        return None
    result = abs(second.low - first.low) * 100 / first.low
    working = f"from {grouped(first.low)} to {grouped(second.low)} is a change of {grouped(round(result, 1))} percent"
    return _misfit(percent, result, working, (first, second))


_RULES: tuple[Callable[[Quantity, Sequence[Quantity]], Refusal | None], ...] = (_product, _share, _growth)


def _misfit(told: Quantity, result: Decimal, working: str, others: Sequence[Quantity]) -> Refusal | None:
    """The refusal that gives the sum, every place, and a question for the teacher; None if the figure is near."""
    hedged = any(one.approximate or one.bound or one.ranged for one in (told, *others))
    room = _FOR_A_HEDGE if hedged else _FOR_ROUNDING
    if abs(result - told.low) <= room * max(abs(told.low), abs(result)) or told.ranged:
        return None
    sentence = f"{working}, where the article says “{figure_text(told)}”"
    return Refusal(
        told.span,
        RULE,
        sentence,
        tuple(one.hedged for one in others),
        by_its_own_figures(told, result, f"{sentence}.", others),
    )


def _is_for_each(count: Quantity, price: Quantity) -> bool:
    """True if a price in the sentence of a count is for each of what is counted, with no other price between them."""
    sentence = sentence_of(price.span)
    around = price.span.article.text[price.span.start : min(price.span.end + 25, sentence.end)]
    return sentence_of(count.span) == sentence and not price.ranged and bool(_EACH.search(around))


def _before(quantity: Quantity) -> str:
    start = quantity.span.paragraph.start
    return quantity.span.article.text[max(start, quantity.hedged.start - 60) : quantity.hedged.start]


def _between(one: Quantity, other: Quantity) -> str:
    return one.span.article.text[one.hedged.end : other.hedged.start]
