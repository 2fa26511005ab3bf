"""The requirements for a quiz: how many questions, of which kinds, and how likely to be usable."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from quizengine.generation.difficulty import Band

BANDS: frozenset[Band] = frozenset({"easy", "medium", "hard"})
"""All difficulties."""


LEAST = 0.7
"""The default limit: a question that is less likely to be usable is left to the teacher."""


@dataclass(frozen=True)
class Blueprint:
    """The requirements for a quiz."""

    count: int | None = None
    """The maximum number of questions; None for all that pass."""
    most: Mapping[str, int] = field(default_factory=dict)
    """The maximum number of questions for each generator, by name."""
    bands: frozenset[Band] = BANDS
    """The difficulties allowed; questions are spread over them."""
    one_a_sentence: bool = False
    """True if no two questions may rest on the same words of the article; otherwise this is only avoided."""
    least: float = LEAST
    """The least probability of being usable, from 0 to 1, where it is known."""
    order: tuple[str, ...] = ()
    """Generators that are preferred where questions are equally good, the first one most; all others come after."""

    def place_of(self, generator: str) -> int:
        """The place of a generator in the order of preference."""
        return self.order.index(generator) if generator in self.order else len(self.order)
