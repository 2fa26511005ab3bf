"""Decides whether a clause can be relied on as a whole: its verb, its subject, and every part in its full extent.

The conditions were measured (tools/evaluate_clauses.py) and derived from clauses that people called wrong. Next:
`quizengine.language.syntax.clauses`, whose `Clause.is_sure` uses them. Read `clause_parts` first.
"""

from collections.abc import Iterator

from quizengine.language.syntax.certainty import Certainty
from quizengine.language.syntax.constituents import Constituent
from quizengine.language.syntax.tree import Tree
from quizengine.language.syntax.verb_groups import VerbGroup
from quizengine.language.syntax.wholeness.clause_parts import ClauseParts
from quizengine.language.syntax.wholeness.phrases import PHRASES
from quizengine.language.syntax.wholeness.predicates import PREDICATES


def doubts(
    tree: Tree, verb: VerbGroup, subject: Constituent | None, parts: tuple[Constituent, ...], relation: str
) -> Iterator[str]:
    """Return what tells against a clause: the names of the conditions that it fails, none if it may be relied on."""
    clause = ClauseParts(tree, verb, subject, parts, relation)
    return (name for name, holds in _CONDITIONS.items() if not holds(clause))


def _is_certain(clause: ClauseParts) -> bool:
    return min(clause.tree.tokens[each].certainty for each in deciding(clause.tree, clause.verb)) >= Certainty.FIRM


def deciding(tree: Tree, verb: VerbGroup) -> Iterator[int]:
    """The words of a clause that decide what its parts are, and how far each goes.

    They are those of the verb group, and those of each phrase that no arc inside the phrase spans: lines of a tree do
    not cross, so a word below an arc can depend on nothing outside of it. In "the mayor of Cork", "of" is below the arc
    from "mayor" to "Cork", and cannot be part of anything else if "Cork" is not.
    """
    yield from {verb.head, *verb.tokens}
    for child in tree.children[verb.head]:
        if child in verb.tokens:
            continue
        phrase = tree.subtree(child)
        arcs = [sorted((each, tree.tokens[each].head)) for each in phrase if each != child]
        for each in phrase:
            spanned = any(first < each < last for first, last in arcs)
            if not spanned and tree.tokens[each].upos != "PUNCT":
                yield each


_CONDITIONS = {"certain": _is_certain, **PREDICATES, **PHRASES}
