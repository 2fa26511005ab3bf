"""The figures of an article: numbers in digits and words, with their units, bounds and hedges.

Read `quantities` first, then `quantity_parser`, the grammar; `amounts` reads what a student types by the same grammar.
"""

from quizengine.language.numbers.quantities import Quantity, quantities_in, quantities_within

__all__ = [
    "Quantity",
    "quantities_in",
    "quantities_within",
]
