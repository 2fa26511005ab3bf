"""Symbols for units, which a question writes out: "how many kilometres" of "20 km"."""

from decimal import Decimal

from quizengine.language import unit_words
from quizengine_numeric_recall.figure_contexts import Context

_OWN_SYMBOLS = ("money", "percent", "points", "share")
"""Kinds of which a question keeps the sign, or has words of its own."""


def symbol_tokens(context: Context) -> tuple[int, ...]:
    """The tokens of a figure that are a symbol for its unit, as "km" is; none where the unit is written out."""
    unit = tuple(each for each in context.figure if each not in context.number)
    words = unit_words(context.quantity.unit, Decimal(2)).split() if context.quantity.unit else ()
    written = {context.tree.tokens[each].form.lower() for each in unit}
    symbol = bool(unit) and bool(words) and not written & {*words, *context.quantity.unit.split()}
    return unit if symbol and context.quantity.kind not in _OWN_SYMBOLS else ()


def units_written_out(context: Context) -> dict[int, str]:
    """The words for the tokens of a symbol: the unit in the plural for the first, nothing for the others."""
    symbol = symbol_tokens(context)
    return dict.fromkeys(symbol, "") | {each: unit_words(context.quantity.unit, Decimal(2)) for each in symbol[:1]}
