"""Relations of Universal Dependencies, and the groups of them that a parser tells apart while it builds the tree.

The full relation is given to the finished tree, where more is known.
Next: `quizengine.language.model.relations`.
"""

SUBTYPES = frozenset(
    {
        *("nsubj:pass", "nsubj:outer", "csubj:pass", "csubj:outer", "aux:pass", "obl:agent", "obl:unmarked"),
        *("nmod:poss", "nmod:unmarked", "nmod:desc", "acl:relcl", "advcl:relcl", "compound:prt"),
        *("cc:preconj", "det:predet"),
    }
)
"""Subtypes that are kept; of any other, the universal relation before the colon remains."""

_GROUPS = (
    "nsubj csubj expl",
    "obj iobj",
    "obl nmod",
    "ccomp xcomp advcl acl parataxis",
    "det case mark aux cop cc",
    "amod advmod nummod compound flat fixed appos",
    "conj",
    "punct",
    "root",
)
_GROUP = {relation: at for at, group in enumerate(_GROUPS) for relation in group.split()}
GROUPS = len(_GROUPS) + 1
"""The number of groups; the last one holds all relations that are in no other."""


def without_subtype(relation: str) -> str:
    """The relation without its subtype."""
    return relation.partition(":")[0]


def model_relation(relation: str) -> str:
    """The relation as the model knows it."""
    return relation if relation in SUBTYPES else without_subtype(relation)


def relation_group(relation: str) -> int:
    """The number of a relation's group, from 0."""
    return _GROUP.get(without_subtype(relation), GROUPS - 1)
