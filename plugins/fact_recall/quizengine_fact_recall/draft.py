"""A question before it is known whether it will be asked."""

from dataclasses import dataclass

from quizengine import Fact, Span
from quizengine.language import Name


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A question that can be asked about a fact."""

    fact: Fact
    name: Name
    """The right answer."""
    span: Span
    """The place in the article that gives the answer."""
    evidence: Span
    stem: str
    rule: str
    wrong: tuple[str, ...]
    """Wrong options; empty if the answer has to be typed."""
    worth: float

    @property
    def key(self) -> str:
        """The right answer in full."""
        return self.name.full
