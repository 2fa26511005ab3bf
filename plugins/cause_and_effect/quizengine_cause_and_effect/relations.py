"""The facts of this plugin: that one thing led to another, a chain of such things, and several side by side."""

from dataclasses import dataclass

from quizengine import Fact, Span

NAME = "cause_and_effect"
"""Of the generator."""


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


@dataclass(frozen=True, kw_only=True)
class CausalChain(Fact):
    """Three things or more of which, as the article tells it, each led to the next."""

    kind: str = "causal chain"
    links: tuple[Span, ...]
    """The first cause first."""


@dataclass(frozen=True, kw_only=True)
class CausalPairs(Fact):
    """Three relations or more that the article tells of in the same way, so that their sides can be matched."""

    kind: str = "causal pairs"
    manner: str
    """What the sides have in common: the name of a kind of match."""
    causes: tuple[Span, ...]
    effects: tuple[Span, ...]
    """In the order of their causes."""
