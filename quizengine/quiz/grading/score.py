"""Points, earned of possible, as exact fractions."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Score:
    """Points `earned` of points `possible`, both exact."""

    earned: Fraction = Fraction(0)
    possible: Fraction = Fraction(0)

    def __add__(self, other: "Score") -> "Score":
        return Score(self.earned + other.earned, self.possible + other.possible)

    @property
    def full(self) -> bool:
        """True if every possible point was earned."""
        return self.earned == self.possible
