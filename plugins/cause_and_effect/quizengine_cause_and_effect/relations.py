"""The fact of this plugin: one thing that the article says led to another."""

from dataclasses import dataclass

from quizengine import Fact, Span


@dataclass(frozen=True, kw_only=True)
class CausalRelation(Fact):
    """What the article gives as a cause, what as its effect, and the words that say so."""

    kind: str = "causal"
    cause: Span
    effect: Span
    signal: Span | None
    rule: str
    """The name of the signal in the table."""
    claimant: Span | None = None
    """Who says so, where the article only reports it: "police", "Wi Sung-lac"."""
