"""The kind of fact that this plugin finds."""

from dataclasses import dataclass

from quizengine import Fact, Span
from quizengine.language import word_set

PRONOUNS = word_set("he she they i we it you who")
"""Pronouns for a speaker."""


@dataclass(frozen=True, kw_only=True)
class Quotation(Fact):
    """A quotation: the words in one or more pieces, the phrase they are attributed to, and the speaker's name."""

    kind: str = "quotation"
    quote: tuple[Span, ...]
    """The words, without the quotation marks."""
    speaker: Span
    """The name, pronoun or label that the article attributes them to."""
    name: str
    """The fullest name of the speaker in the article."""
    cue: Span | None
    """The verb of saying, or "According to"; None if a colon or a label does its work."""
    rule: str
    then: tuple[Span, ...] = ()
    """The words that the same speaker continues with after the cue, a quotation by itself: “…,” Abel said. “…”."""

    @property
    def words(self) -> int:
        """The number of words that were said."""
        return sum(len(piece.text.split()) for piece in self.quote)
