"""Numbers in files: plain decimals, and what a number key accepts as middles with a margin."""

from decimal import Decimal, localcontext

from quizengine.quiz.parts import NumberKey


def plain_number(value: Decimal) -> str:
    """Return a number as every program reads it: a point, no exponent, no zeros at the end."""
    plain = format(value, "f")
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return "0" if plain in ("-0", "") else plain


def spans_of(key: NumberKey) -> tuple[tuple[Decimal, Decimal], ...]:
    """Return the numbers accepted as middles with a margin on both sides, the right answer first.

    One is enough unless the answer is not in the middle of what is accepted.
    """
    with localcontext() as context:
        context.prec = 100
        below, above = key.value - key.low, key.high - key.value
        if below == above:
            return ((key.value, below),)
        middle = (key.low + key.high) / 2
        return ((key.value, min(below, above)), (middle, key.high - middle))
