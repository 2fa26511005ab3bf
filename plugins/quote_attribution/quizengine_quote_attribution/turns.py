"""What a quotation is within its turn, which is all that somebody says with one cue: “…,” Austin said. “…”."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from quizengine import Fact, Span, per_facts
from quizengine_quote_attribution.quotation import Quotation
from quizengine_quote_attribution.worth import MOST_WORDS_OF_OPTION, why_not_asked

Part = Literal["whole", "equal", "fullest", "rest"]
FEW = 5
"""An article with so few quotations has none to spare: then every part of a turn is asked about."""
_Cue = tuple[Span, Span | None]


@dataclass(frozen=True)
class Turns:
    """The quotations of an article that are fit to be asked about, by turns."""

    fit: tuple[Quotation, ...]
    parts: dict[_Cue, int]
    """How many parts of each turn are fit, by its speaker phrase and its cue."""
    fullest: dict[_Cue, Quotation]
    """The part of each turn that says most, the first of several."""
    first: dict[str, Quotation]
    """The first turn of each speaker that is short enough for an option, by name."""

    def part(self, quotation: Quotation) -> Part:
        """Whether a quotation is a whole turn, or else a part that says most of those fit to be asked, or a rest.

        "equal" is a part in an article with few quotations. The first of the fullest parts is the fullest.
        """
        cue = quotation.speaker, quotation.cue
        if self.parts.get(cue, 0) < 2:
            return "whole"
        if len(self.fit) <= FEW:
            return "equal"
        return "fullest" if self.fullest[cue] == quotation else "rest"

    def is_first(self, quotation: Quotation) -> bool:
        """Whether this is the first short turn of its speaker: “Which of these did X say” is asked once."""
        return self.first.get(quotation.name) == quotation


@per_facts
def turns(facts: Sequence[Fact]) -> Turns:
    """The turns among the facts of an article."""
    fit = tuple(one for one in facts if isinstance(one, Quotation) and not why_not_asked(one))
    parts: dict[_Cue, int] = defaultdict(int)
    fullest: dict[_Cue, Quotation] = {}
    for one in fit:
        cue = one.speaker, one.cue
        parts[cue] += 1
        if cue not in fullest or _fullness(one) > _fullness(fullest[cue]):
            fullest[cue] = one
    found = Turns(fit, dict(parts), fullest, {})
    for one in fit:
        if one.words <= MOST_WORDS_OF_OPTION and one.name not in found.first and found.part(one) != "rest":
            found.first[one.name] = one
    return found


def _fullness(quotation: Quotation) -> tuple[int, int]:
    return quotation.words, -quotation.quote[0].start
