"""The notation of figures in a calculation, the names of units beside a gap, and words in quotation marks."""

import re
from decimal import Decimal

from quizengine.language import Quantity, currency_words, plain_decimal, unit_words

_SCALES = ((Decimal(10**9), "billion"), (Decimal(10**6), "million"))


def grouped(value: Decimal) -> str:
    """A number with its thousands parted."""
    return f"{plain_decimal(value):,f}"


def figure_text(quantity: Quantity, value: Decimal | None = None) -> str:
    """A figure as the article writes it, or another value written like it: "$240 million", "1,080 tons"."""
    text = quantity.span.article.text
    if value is None:
        return " ".join(quantity.span.text.split())
    before = text[quantity.span.start : quantity.number.start]
    behind = text[quantity.number.end : quantity.span.end]
    return f"{before}{_scaled(value)}{behind}"


def _scaled(value: Decimal) -> str:
    """A great round number with its scale word, any other in full."""
    for scale, word in _SCALES:
        if value >= scale and not value % (scale / 100):
            return f"{grouped(value / scale)} {word}"
    return grouped(value)


def unit_name(quantity: Quantity) -> str:
    """Return what a key is in: a currency or a unit in the plural; empty for what is only counted."""
    if quantity.kind == "money":
        return currency_words(quantity)
    return unit_words(quantity.unit, Decimal(2)) if quantity.unit and quantity.kind != "percent" else ""


def inside_quotes(words: str) -> str:
    """Words as they stand between double quotation marks: their own ones become single."""
    return re.sub(r'"([^"]*)"', r"‘\1’", words).replace("“", "‘").replace("”", "’")
