"""A figure: what the grammar of numbers and units makes of a few tokens."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from quizengine.language.numbers import hedges
from quizengine.language.numbers.tokens import NumberToken
from quizengine.language.numbers.whole_numbers import ONE

Tokens = Sequence[NumberToken]


@dataclass(frozen=True)
class Figure:
    """A figure read from tokens[start:end], before its words of hedging are looked at."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    unit: str = ""
    kind: str = "count"
    number_end: int = 0
    """The token at which the number ends and the unit after it begins."""
    scale: Decimal = ONE
    approximate: bool = False
    bound: hedges.Bound = ""
    rate: str = ""
    hedged_from: int = 0
    """The first token of the words that hedge or bound it; equal to `start` where there are none."""
    hedged_to: int = 0
    """The end of such words after it; equal to `end` where there are none."""
