"""A question before it is known whether it will be asked."""

from dataclasses import dataclass

from quizengine import Fact, Span
from quizengine.language import Name
from quizengine_fact_recall.class_nouns import in_number_of


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
        """The right answer in full, in the number that the question asks for."""
        return in_number_of(self.stem, self.name)
