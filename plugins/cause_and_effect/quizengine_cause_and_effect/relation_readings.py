"""Reads the causal relations of a sentence from its tree, by every reader, whether or not they are certain.

Next: `causal_facts`, which refuses what is not certain.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from quizengine.language import Clause, Tree, cache_per_tree, clauses_of
from quizengine_cause_and_effect.aims import by_aim, by_design, by_protest
from quizengine_cause_and_effect.causal_verbs import by_verb
from quizengine_cause_and_effect.connectives import (
    by_conjunction,
    by_harm,
    by_means,
    by_preposition,
    by_sanction,
    by_so,
)
from quizengine_cause_and_effect.token_spans import Reading, stretch

_READERS: tuple[Callable[[Clause, Mapping[int, Clause]], Iterator[Reading]], ...] = (
    by_verb,
    by_conjunction,
    by_preposition,
    by_aim,
    by_design,
    by_protest,
    by_means,
    by_harm,
    by_sanction,
    by_so,
)


@cache_per_tree
def relation_readings(tree: Tree) -> tuple[Reading, ...]:
    """Every relation that a sentence seems to tell of, in order of its clauses."""
    clauses = clauses_of(tree)
    above = {clause.head: clause for clause in clauses}
    return tuple(_reaching(reading) for clause in clauses for read in _READERS for reading in read(clause, above))


def _reaching(reading: Reading) -> Reading:
    """A reading whose last part continues to the next mark or conjunction: a parser hangs its last words anywhere."""
    tree = reading.clause.tree
    _first, last = sorted((reading.cause, reading.effect))
    longer = (*range(last[0], last[-1] + 1), *stretch(tree, last[-1] + 1, begun=True))
    if last == reading.effect:
        return replace(reading, effect=longer)
    return replace(reading, cause=longer)
