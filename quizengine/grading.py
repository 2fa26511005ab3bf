"""How the response to one part is judged against its key: pure functions, the same on every surface."""

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction
from typing import assert_never

from quizengine.language.quantities import read_amount
from quizengine.parts import ChoiceKey, Gap, Key, NumberKey, OrderKey, Part, TextKey


@dataclass(frozen=True)
class Score:
    """Points `earned` of points `possible`, both exact."""

    earned: Fraction = Fraction(0)
    possible: Fraction = Fraction(0)

    def __add__(self, other: "Score") -> "Score":
        return Score(self.earned + other.earned, self.possible + other.possible)

    @property
    def full(self) -> bool:
        """Whether every possible point was earned."""
        return self.earned == self.possible


def judge(key: Key, given: tuple[str, ...]) -> Fraction:
    """The share of one point, 0 to 1, that `given` earns; nothing given earns nothing.

    Several right options: each right one chosen earns its share, each wrong one chosen takes one away, never below 0.
    An order: the share of options that stand in their right place.
    """
    given = tuple(text for text in given if text.strip())
    if not given:
        return Fraction(0)
    match key:
        case ChoiceKey(ids):
            chosen = frozenset(given)
            return max(Fraction(len(chosen & ids) - len(chosen - ids), len(ids)), Fraction(0))
        case TextKey(accepted):
            return Fraction(folded(given[0]) in {folded(text) for text in accepted})
        case NumberKey():
            return Fraction(_accepts(key, given[0]))
        case OrderKey(ids):
            if len(given) != len(ids):
                return Fraction(0)
            return Fraction(sum(a == b for a, b in zip(given, ids, strict=True)), len(ids))
        case _:
            assert_never(key)


def folded(text: str) -> str:
    """The text without what is not tested: case, accents, punctuation, white space, a leading article."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(c if c.isalnum() or c.isspace() or c == "-" else "" for c in plain if not unicodedata.combining(c))
    return re.sub(r"\A(?:the|an?) (?=.)", "", " ".join(plain.replace("-", " ").split()))


def misread(part: Part, given: tuple[str, ...]) -> str:
    """Why what was typed into a number gap cannot be read as a number, for the student; empty when it can."""
    if not isinstance(part, Gap) or part.expects != "number" or not given or not given[0].strip():
        return ""
    if read_amount(given[0]) is not None:
        return ""
    return f"“{given[0].strip()}” cannot be read as a number. Write digits, for example 1,080 or 2.5."


def _accepts(key: NumberKey, text: str) -> bool:
    amount = read_amount(text)
    return amount is not None and key.low <= amount.low and amount.high <= key.high
