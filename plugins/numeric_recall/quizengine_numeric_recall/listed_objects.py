"""Figures that count a later thing of a list: the "2,800 books" of "has 1,500 newspapers and 2,800 books".

Each thing is asked for as if it were alone: "How many books does … have?". Next: `figure_stems`.
"""

from collections.abc import Iterator
from dataclasses import replace

from quizengine.language import Constituent, Quantity, Realised, Tree, is_a
from quizengine_numeric_recall.figure_contexts import Context, contexts_of

_KINDS = frozenset({"count"})
_LEAST = 10
"""A smaller count of one thing of many is a detail."""


def listed_contexts(quantity: Quantity) -> Iterator[Context]:
    """The clauses of a figure that counts something joined to their object, with that as the phrase of the figure."""
    if quantity.kind not in _KINDS or quantity.low < _LEAST:
        return
    for context in contexts_of(quantity):
        tree, things = context.tree, context.clause.object
        counted = tree.tokens[context.top].head
        joined = things is not None and counted >= 0 and is_a(tree.tokens[counted].relation, "conj")
        if context.part is None and joined and things is not None and tree.tokens[counted].head == things.head:
            tokens = _alone(tree, counted)
            if set(context.hedged) <= set(tokens):
                yield replace(context, part=Constituent(tree, counted, "object", tokens))


def _alone(tree: Tree, counted: int) -> tuple[int, ...]:
    """The words for one thing of a list without the "and" or comma before it and what is joined to it."""
    joins = tree.dependents(counted, "cc", "conj", "punct")
    gone = {inner for each in joins for inner in tree.subtree(each)}
    return tuple(tree.trimmed(each for each in tree.subtree(counted) if each not in gone))


def without_the_others(context: Context, said: Realised) -> Realised:
    """Return what a clause says without the other things of the list, which are asked for by themselves."""
    things = context.clause.object
    if things is None or context.part is None or context.part.head == things.head or context.part.role != "object":
        return said
    if context.part.head not in things.tokens:
        return said
    return replace(said, said=tuple(each for each in said.said if each not in things.tokens))
