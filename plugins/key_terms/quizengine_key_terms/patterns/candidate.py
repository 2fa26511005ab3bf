"""A candidate: a possible definition, before it is judged.

Next: `noun_phrases`.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from quizengine.language import Token, Tree

LISTED = "listed"
"""The pattern of a list of key terms: that it defines is certain, and it leaves articles out ("tax on goods")."""
CALLED_WHICH = "called, which"
EXPLAINING_ONLY = frozenset({CALLED_WHICH})
"""Patterns whose words explain a term, but may be true of others, too."""


@dataclass(frozen=True)
class Candidate:
    """A possible definition: the tokens of a term and those of its meaning, with the pattern that found them."""

    tree: Tree
    rule: str
    term: tuple[int, ...]
    meaning: tuple[int, ...]
    """The meaning and what may follow it: `meanings` finds its end."""
    head: int
    """The token that says what it is: a noun, or the verb of what is done."""
    closed: bool = False
    """True if the meaning ends at the next comma: the sentence continues after it."""
    setting: tuple[int, ...] = ()
    """The words that limit the definition and open the sentence: "in sociology"."""
    past: bool = False
    frame: str = ""
    """The words before a meaning that is not a noun phrase: "what happens when"; empty elsewhere."""
    source: "Candidate | None" = None
    """The same of the sentence before, if that tells the meaning: "… . This process is called deflation."."""


@dataclass(frozen=True)
class TokenPattern:
    """A pattern that is read off the words around a token."""

    triggers: Collection[str]
    """Forms and lemmas in small letters, and relations: it is tried at tokens with one of them."""
    find: Callable[[Tree, int], Iterator[Candidate]]

    @staticmethod
    def triggers_of(token: Token) -> tuple[str, ...]:
        """The triggers that a token has."""
        return token.form.lower(), token.lemma.lower(), token.relation
