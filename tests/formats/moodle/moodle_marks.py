"""How Moodle marks typed and chosen answers by what stands in a file: what tests hold our files to."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from fractions import Fraction


def mark_of_options(weights: Mapping[str, Fraction], chosen: Iterable[str]) -> Fraction:
    """The share that options chosen earn: their weights in percent added up, and never less than nothing."""
    share = max(sum((weights[text] for text in chosen), Fraction(0)), Fraction(0)) / 100
    return Fraction(1) if share > Fraction(9999, 10000) else share  # three times 33.33333 is all


def mark_of_text(accepted: Iterable[str], typed: str, *, cased: bool = False) -> Fraction:
    """Whether a typed text is one of those accepted; an answer's star is any words unless a backslash is before it."""
    given = " ".join(typed.split())
    return Fraction(any(re.fullmatch(_pattern(text), given, 0 if cased else re.IGNORECASE) for text in accepted))


def _pattern(text: str) -> str:
    pieces = re.split(r"(?<!\\)\*", text)
    return ".*".join(re.escape(piece.replace("\\*", "*")) for piece in pieces)


def mark_of_number(spans: Iterable[tuple[Decimal, Decimal]], typed: str) -> Fraction:
    """Whether a typed figure lies within one of the margins, ends included; a comma parts thousands."""
    try:
        value = Decimal(typed.strip().replace(",", ""))
    except InvalidOperation:
        return Fraction(0)
    return Fraction(any(middle - margin <= value <= middle + margin for middle, margin in spans))


def mark_of_order(right: tuple[str, ...], given: tuple[str, ...]) -> Fraction:
    """The share of an order: the longest part of it in the right order, of all; one text alone is nothing."""
    best = [1] * len(given)
    for place, one in enumerate(given):
        best[place] += max(
            (best[before] for before in range(place) if right.index(given[before]) < right.index(one)), default=0
        )
    longest = max(best, default=0)
    return Fraction(longest if longest > 1 else 0, len(right))
