"""A clause as the conditions see it, whether it has been made or not; and the tags and marks that they share.

Next: `predicates` and `phrases`, which hold the conditions.
"""

from collections.abc import Callable
from dataclasses import dataclass

from quizengine.language.syntax.constituents import Constituent
from quizengine.language.syntax.tree import Tree
from quizengine.language.syntax.verb_groups import VerbGroup

MARKS = ("PUNCT", "SYM")
JOINING_TAGS = ("WRB", "WP", "WDT", "IN")
"""Tags of the words that begin a clause which is below another."""
TWICE = 2


@dataclass(frozen=True)
class ClauseParts:
    """A clause as its conditions see it."""

    tree: Tree
    verb: VerbGroup
    subject: Constituent | None
    parts: tuple[Constituent, ...]
    relation: str

    @property
    def phrases(self) -> tuple[Constituent, ...]:
        """The subject and the other parts."""
        return (self.subject, *self.parts) if self.subject else self.parts


Condition = Callable[[ClauseParts], bool]
"""Holds where nothing of its kind tells against the clause."""
