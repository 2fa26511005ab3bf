"""The words around a figure that say how exact it is: "about", "more than", "up to", "or so"."""

from dataclasses import dataclass
from typing import Literal

Bound = Literal["", "above", "at least", "below", "at most"]


@dataclass(frozen=True)
class Hedge:
    """Words beside a figure: whether they make it approximate, and on which side they bound it."""

    words: tuple[str, ...]
    approximate: bool = False
    bound: Bound = ""


def _rows(approximate: bool, bound: Bound, phrases: str) -> tuple[Hedge, ...]:
    return tuple(Hedge(tuple(phrase.split()), approximate, bound) for phrase in phrases.split(" | "))


BEFORE: tuple[Hedge, ...] = (
    *_rows(
        True, "", "about | around | approximately | approx | roughly | some | an estimated | estimated | circa | ca"
    ),
    *_rows(True, "", "somewhere around | something like | perhaps | maybe | more or less | in the region of | ~ | ≈"),
    *_rows(True, "", "in the neighborhood of | in the neighbourhood of | on the order of | an average of | averaging"),
    *_rows(True, "", "an approximate | a rough | round about | in the vicinity of | probably | an average"),
    *_rows(True, "below", "nearly | almost | close to | approaching | just under | just below | just short of"),
    *_rows(True, "below", "a little under | slightly under | slightly less than | slightly fewer than | not quite"),
    *_rows(True, "below", "a little less than | just less than | just shy of | shy of | near | virtually | nearing"),
    *_rows(
        True, "above", "just over | just above | a little over | slightly over | slightly more than | just more than"
    ),
    *_rows(True, "above", "a little more than | a bit more than | a bit over | just past"),
    *_rows(False, "above", "more than | over | above | in excess of | exceeding | upward of | upwards of | well over"),
    *_rows(False, "above", "greater than | better than | north of | well above | far more than | much more than | >"),
    *_rows(
        False, "at least", "at least | no fewer than | no less than | not less than | a minimum of | minimum of | ≥"
    ),
    *_rows(False, "at least", "as few as | as little as"),
    *_rows(
        False, "below", "less than | fewer than | under | below | south of | well under | well below | < | lower than"
    ),
    *_rows(False, "at most", "up to | as many as | as much as | at most | no more than | not more than | a maximum of"),
    *_rows(False, "at most", "maximum of | as high as | as long as | as large as | as far as | ≤ | not exceeding"),
)
WORDS_BEFORE = frozenset(hedge.words[0] for hedge in BEFORE if len(hedge.words) == 1 and hedge.words[0].isalpha())
"""The hedges of one word: "about", "nearly", "over"."""
"""Words that come before a figure; the longest that fits counts."""

AFTER: tuple[Hedge, ...] = (
    *_rows(True, "", "or so | or thereabouts | more or less | -odd | , give or take"),
    *_rows(False, "at least", "or more | plus | or greater | or higher | or older | or over | and up | and older | +"),
    *_rows(False, "at most", "or less | or fewer | or under | or younger | or lower | at most"),
)
"""Words that come after a figure."""

LONGEST = max(len(hedge.words) for hedge in (*BEFORE, *AFTER))
"""The most words that a hedge has."""

BY_BEFORE: dict[tuple[str, ...], Hedge] = {hedge.words: hedge for hedge in BEFORE}
BY_AFTER: dict[tuple[str, ...], Hedge] = {hedge.words: hedge for hedge in AFTER}
