"""Where a figure stands: its clause, the phrase of that clause which it belongs to, and the words of both.

Next: `plain_stems`, the questions that are asked from here.
"""

from dataclasses import dataclass

from quizengine.language import Clause, Constituent, Tree, clauses_at, tree_at
from quizengine.language.numbers import Quantity

_HANGS_FREELY = ("root", "conj", "ccomp", "parataxis", "advcl")


@dataclass(frozen=True)
class Context:
    """A figure in its clause."""

    quantity: Quantity
    clause: Clause
    figure: tuple[int, ...]
    """The tokens of the number with its currency, percent sign or unit."""
    hedged: tuple[int, ...]
    """The same with the words that hedge or bound it."""
    number: tuple[int, ...]
    """The tokens of the number alone."""
    part: Constituent | None
    """The phrase of the clause whose head the figure counts, measures or is; None where it stands deeper."""

    @property
    def tree(self) -> Tree:
        """The tree of the sentence."""
        return self.clause.tree

    @property
    def counts_nothing(self) -> bool:
        """Whether no noun is counted: "in 348" and "542 and 543" count nothing."""
        top = next((each for each in self.figure if self.tree.tokens[each].head not in self.figure), None)
        if top is None or self.tree.tokens[top].relation == "nummod" or self.tree.tokens[top].upos != "NUM":
            return False
        return self.part is None or self.part.role != "attribute"

    def forms(self, tokens: tuple[int, ...]) -> list[str]:
        """The words of some tokens, in lower case."""
        return [self.tree.tokens[each].form.lower() for each in tokens]


def context_of(quantity: Quantity) -> Context | None:
    """The clause that a figure stands in; None where the sentence has no tree, or no clause holds the figure."""
    tree = tree_at(quantity.span)
    if tree is None:
        return None
    figure = tree.tokens_in(quantity.span)
    top = next((each for each in figure if tree.tokens[each].head not in figure), None)
    clause = _innermost(clauses_at(quantity.span), top) if top is not None else None
    if clause is None or top is None:
        return None
    heads = {top, tree.tokens[top].head} if tree.tokens[top].relation.startswith(("nummod", "nmod")) else {top}
    parts = [*clause.parts, *([clause.subject] if clause.subject else [])]
    return Context(
        quantity,
        clause,
        figure,
        tree.tokens_in(quantity.hedged),
        tree.tokens_in(quantity.number),
        next((part for part in parts if part.head in heads), None),
    )


def _innermost(clauses: tuple[Clause, ...], token: int) -> Clause | None:
    """The smallest clause with a tense that holds a token and can be cut out of its sentence."""
    holding = [each for each in clauses if token in each.tokens and each.verb.finite]
    free = [each for each in holding if each.relation.partition(":")[0] in _HANGS_FREELY]
    return min(free, key=lambda each: len(each.tokens), default=None)
