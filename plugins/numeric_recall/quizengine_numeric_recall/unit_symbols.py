"""Symbols for units, which a question writes out: "how many kilometres" of "20 km"."""

from decimal import Decimal

from quizengine.language import unit_words
from quizengine_numeric_recall.figure_contexts import Context

_OWN_SYMBOLS = ("money", "percent", "points", "share")
"""Kinds of which a question keeps the sign, or has words of its own."""
_LONGEST = 3
"""Characters of a symbol; longer ones are words in another spelling, as "liters" is."""


def symbol_tokens(context: Context) -> tuple[int, ...]:
    """The tokens of a figure that are a symbol for its unit, as "km" is; none where the unit is written out."""
    unit = tuple(each for each in context.figure if each not in context.number)
    quantity = context.quantity
    if not unit or not quantity.unit or quantity.kind in _OWN_SYMBOLS:
        return ()
    words = {*unit_words(quantity.unit, Decimal(2)).split(), *quantity.unit.split()}
    forms = [context.tree.tokens[each].form for each in unit]
    return unit if all(len(form) <= _LONGEST and form.lower() not in words for form in forms) else ()


def units_written_out(context: Context) -> dict[int, str]:
    """The words for the tokens of a symbol: the unit in the plural for the first, nothing for the others."""
    symbol = symbol_tokens(context)
    return dict.fromkeys(symbol, "") | {each: unit_words(context.quantity.unit, Decimal(2)) for each in symbol[:1]}
