"""The part of an event that a question asks for, as far as the words of the question depend on it.

Next: `participants`, the names that are asked for, and `open_parts`, the longer parts that open questions ask for.
"""

from collections.abc import Mapping
from typing import Protocol

from quizengine.language import Constituent


class Sought(Protocol):
    """A part of an event that a question asks for."""

    @property
    def part(self) -> Constituent:
        """The part."""

    @property
    def kind(self) -> str:
        """One word for what the part is: "person", "country", "university"."""

    @property
    def word(self) -> str:
        """The first words of a question for it: "who", "in which country"."""

    @property
    def rest(self) -> tuple[int, ...]:
        """Tokens of the part that a question repeats behind those words."""

    @property
    def stranded(self) -> tuple[int, ...]:
        """Tokens of the part that stay where they are: the "to do" of "what did they decide to do"."""

    @property
    def replaced(self) -> Mapping[int, str]:
        """Other words for tokens: "do" for the verb of an infinitive."""

    @property
    def gone(self) -> frozenset[int]:
        """The tokens that a question leaves out."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names that answer it, of which a question holds no word."""

    @property
    def fewest_anchors(self) -> int:
        """The content words that make clear what a question without a name or a year is about."""
