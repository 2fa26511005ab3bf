"""Finds words of a quotation that only its listeners understood: "this crisis", "read them".

Next: `noun_phrases`, among which a pronoun is looked up.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from quizengine.language.discourse.antecedents import anaphor_sort
from quizengine.language.discourse.noun_phrases import NounPhrase, agreeing_phrases, noun_phrases
from quizengine.language.discourse.self_containment import pointers
from quizengine.language.syntax.tree import Tree, trees
from quizengine.text.article import Span

_NEAR = frozenset({"this", "these", "those"})


@dataclass(frozen=True)
class OpenWord:
    """A word that a quotation leaves open."""

    span: Span
    kind: Literal["who", "this", "the"]
    """A pronoun, a "this" with or without its noun, or a noun with only "the"."""


def open_words(quotation: Span) -> tuple[OpenWord, ...]:
    """Return what a quotation leaves open, in order; its "I", "you" and "now" are the speaker's and leave nothing open.

    A pronoun or a noun with "the" is not open where something that it can mean is before it in the quotation.
    """
    told: list[NounPhrase] = []
    found: list[OpenWord] = []
    for tree in trees(quotation.article):
        tokens = tree.tokens_in(quotation)
        if tokens:
            own = noun_phrases(tree, tokens)
            found += _open_in(tree, tokens, [*told, *own])
            told += own
    return tuple(found)


def _open_in(tree: Tree, tokens: tuple[int, ...], told: list[NounPhrase]) -> Iterator[OpenWord]:
    for index in dict.fromkeys(one.token for one in pointers(tree, tokens) if one.kind in ("who", "which")):
        token = tree.tokens[index]
        before = [one for one in told if one.tree is not tree or one.head < index]
        sort = anaphor_sort(tree, index)
        if token.form.lower() in _NEAR or (token.form.lower() == "that" and token.upos == "PRON"):
            yield OpenWord(token.span, "this")
        elif sort in ("he", "she", "it", "they"):
            somebody = sort == "they" and any(one.person for one in before)  # "a candidate … they"
            if not somebody and not agreeing_phrases(before, tree, index):
                yield OpenWord(token.span, "who")
        elif token.upos == "NOUN" and not agreeing_phrases(before, tree, index):
            yield OpenWord(token.span, "the")
