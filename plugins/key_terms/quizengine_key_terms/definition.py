"""A definition: a term of an article with what the article says it means.

Next: `patterns`, the ways in which sentences define terms.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from quizengine import Fact, Span
from quizengine.language import sentence_of

NAME = "key_terms"
"""The generator's name."""


@dataclass(frozen=True, kw_only=True)
class Definition(Fact):
    """A term and its meaning, each as it is in the article."""

    kind: str = "definition"
    term: Span
    meaning: Span
    rule: str
    """The way in which the sentence defines the term: the name of a pattern."""
    flaw: str = ""
    """The reason why nothing is asked about it; empty if there is none."""


@dataclass(frozen=True, kw_only=True)
class Explanation(Definition):
    """A term with what the article says of it, which may be true of other things, too: nobody is asked for the term."""

    kind: str = "explanation"


@dataclass(frozen=True, kw_only=True)
class Glossary(Fact):
    """Definitions whose terms and meanings are alike enough to be matched with each other."""

    kind: str = "definitions"
    terms: tuple[Span, ...]


def defining_sentences(definition: Definition) -> Span:
    """The sentence of a definition, with the one before where that tells the meaning."""
    return sentence_of(definition.meaning).to(sentence_of(definition.term))


def definitions_of(facts: Sequence[Fact]) -> list[Definition]:
    """The definitions among some facts, in order, without mere explanations."""
    return [fact for fact in facts if isinstance(fact, Definition) and not isinstance(fact, Explanation)]
