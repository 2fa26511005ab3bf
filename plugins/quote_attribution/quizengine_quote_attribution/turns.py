"""What a quotation is within its turn, which is all that somebody says with one cue: “…,” Austin said. “…”."""

from collections.abc import Sequence
from typing import Literal

from quizengine_quote_attribution.quotation import Quotation

Part = Literal["whole", "equal", "fullest", "rest"]
FEW = 5
"""An article with so few quotations has none to spare: then every part of a turn is asked about."""


def part_of_turn(quotation: Quotation, fit: Sequence[Quotation]) -> Part:
    """Whether a quotation is a whole turn, or else a part that says most of those fit to be asked, or one of the rest.

    "equal" is a part in an article with few quotations. The first of the fullest parts is the fullest.
    """
    parts = [one for one in fit if one.speaker == quotation.speaker and one.cue == quotation.cue]
    if len(parts) < 2:
        return "whole"
    if len(fit) <= FEW:
        return "equal"
    return "fullest" if max(parts, key=lambda one: (one.words, -one.quote[0].start)) == quotation else "rest"


def is_first_turn(quotation: Quotation, fit: Sequence[Quotation], most_words: int) -> bool:
    """Whether this is the first turn of its speaker with so few words: “Which of these did X say” is asked once."""
    turns = (one for one in fit if one.name == quotation.name and one.words <= most_words)
    return next((one for one in turns if part_of_turn(one, fit) != "rest"), None) == quotation
