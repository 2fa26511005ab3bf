"""The quantities in an article: every figure with its unit, its bounds and its rate.

Next: `quantity_parser`, the grammar; `numerals`, the numbers in it; `amounts`, the same grammar for typed numbers.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from quizengine.language.numbers.amounts import Amount, read_amount
from quizengine.language.numbers.currencies import BEFORE_A_FIGURE
from quizengine.language.numbers.figure import Figure, Tokens
from quizengine.language.numbers.hedges import Bound
from quizengine.language.numbers.number_words import plain_decimal
from quizengine.language.numbers.quantity_parser import parse_figures
from quizengine.text.article import Article, Span, cache_per_article

__all__ = ["Amount", "Quantity", "quantities_in", "quantities_within", "read_amount"]


@dataclass(frozen=True)
class Quantity:
    """A figure in an article: low <= value <= high, the two equal for a single value."""

    span: Span
    """The number with its currency, percent sign or unit; without the words that hedge it."""
    number: Span
    """The number alone, from its first figure or word to its last, with no unit before or after it."""
    hedged: Span
    """The span with the words that hedge or bound it: "around 10,000"."""
    low: Decimal
    high: Decimal
    unit: str
    """A currency as its ISO 4217 code, "cent", or a unit's name in the singular ("mile", "percent"); else empty."""
    kind: str
    """money, percent, points, share (of a whole), count, age, duration, year, decade, label (the number in a name),
    times, or what the unit measures: length, area, volume, mass, speed, temperature, energy, power, data …"""
    approximate: bool
    bound: Bound
    """The side on which the text bounds it: "above" for "more than", "at most" for "up to"; else empty."""
    rate: str
    """The unit that it is per: "year" for "a year" and "annually"; else empty."""
    step: Decimal
    """The worth of its last written digit that is not a filling zero: 100,000 for "700,000"."""

    @property
    def ranged(self) -> bool:
        """True if the text gives a range rather than one value."""
        return self.low != self.high


@cache_per_article
def quantities_in(article: Article) -> tuple[Quantity, ...]:
    """Every quantity that the body of the article states, in order; dates, times of day and ordinals are none."""
    return tuple(_found(article))


def quantities_within(span: Span) -> tuple[Quantity, ...]:
    """The quantities that are wholly in a span, in order."""
    found = quantities_in(span.article)
    first = bisect_left(found, span.start, key=lambda one: one.span.start)
    after = bisect_left(found, span.end, key=lambda one: one.span.start)
    return tuple(one for one in found[first:after] if span.contains(one.span))


def _found(article: Article) -> Iterator[Quantity]:
    for paragraph in article.paragraphs:
        for figure, cut in parse_figures(paragraph.text):
            yield _quantity(article, paragraph.start, figure, cut)


def _quantity(article: Article, offset: int, figure: Figure, cut: Tokens) -> Quantity:
    def span(start: int, end: int) -> Span:
        return article.span(offset + cut[start].start, offset + cut[end - 1].end)

    number = figure.start
    while cut[number].kind == "currency" or (number + 1 < figure.number_end and _is_of_money(cut, number)):
        number += 1
    return Quantity(
        span=span(figure.start, figure.end),
        number=span(number, max(figure.number_end, number + 1)),
        hedged=span(figure.hedged_from, max(figure.hedged_to, figure.end)),
        low=plain_decimal(figure.low),
        high=plain_decimal(figure.high),
        unit=figure.unit,
        kind=figure.kind,
        approximate=figure.approximate,
        bound=figure.bound,
        rate=figure.rate,
        step=_step(figure.high),
    )


def _is_of_money(cut: Tokens, at: int) -> bool:
    """Return whether a word before a figure is the code of a currency or is in its name: "USD", "Canadian dollars"."""
    named = any(token.text in BEFORE_A_FIGURE for token in cut[at : at + 2])
    return cut[at].kind == "word" and (cut[at].raw.isupper() or named)


def _step(value: Decimal) -> Decimal:
    """The worth of the last digit of a value that is not a filling zero; 1 for zero itself."""
    if not value:
        return Decimal(1)
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)
