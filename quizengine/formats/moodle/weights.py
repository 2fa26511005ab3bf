"""The weights that Moodle knows: what an option or an answer is worth, in percent."""

from fractions import Fraction

_WHOLE = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20)
"""A share of one by each of these is a weight that Moodle takes."""


def weight(share: Fraction) -> str:
    """Return a share of 1 as Moodle writes it: 1/3 is 33.33333; whole numbers have no point."""
    text = f"{float(share) * 100:.5f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def can_be_weighed(right: int, wrong: int) -> bool:
    """Return whether Moodle takes the shares of so many right options, and what so many wrong ones take away."""
    return right in _WHOLE and (not wrong or min(right, wrong) in _WHOLE)


def shares(right: int, wrong: int) -> tuple[Fraction, Fraction]:
    """Return what each right option gives and each wrong one takes away, as `quiz.grading.partial` marks them."""
    return Fraction(1, right), -Fraction(1, min(right, wrong) if wrong else right)
