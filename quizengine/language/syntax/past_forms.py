"""Corrects past tenses tagged as participles and the reverse, by their dependents and their place in the tree.

For most verbs the two forms are the same, and the tagger, which sees no tree, confuses one in thirty: "Oslo created a
bank", "the bank created in 1896 was small".
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from quizengine.language.syntax.sentence import Token

_CLAUSES = frozenset({"root", "conj", "ccomp", "parataxis", "advcl", "acl:relcl"})
_OF_A_CLAUSE = ("aux", "cop", "nsubj", "csubj", "mark", "expl")
"""Relations to a verb with a tense, and not to a participle that goes with a noun."""


def with_past_forms(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens, with the tags of past tenses and participles as their clauses have them.

    A past tense heads a clause with an active subject before it and no auxiliary. A participle goes with a noun and has
    neither a subject nor an auxiliary nor a conjunction.
    """
    relations: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for index, token in enumerate(tokens):
        relations[token.head].append((token.relation, index))
    return tuple(_put_right(token, index, relations[index]) for index, token in enumerate(tokens))


def _put_right(token: Token, index: int, below: Sequence[tuple[str, int]]) -> Token:
    if _is_past(token, index, below):
        return replace(token, xpos="VBD")
    return replace(token, xpos="VBN") if _is_participle(token, below) else token


def _is_past(token: Token, index: int, below: Sequence[tuple[str, int]]) -> bool:
    if token.xpos != "VBN" or token.upos != "VERB" or token.relation not in _CLAUSES:
        return False
    names = [relation for relation, _ in below]
    active = any(relation == "nsubj" and child < index for relation, child in below)
    return active and not any(name.startswith(("aux", "cop", "obl:agent", "nsubj:pass")) for name in names)


def _is_participle(token: Token, below: Sequence[tuple[str, int]]) -> bool:
    regular = token.form.lower().endswith("ed")  # "the bank began" is not a participle whatever the tree says
    going_with_a_noun = token.xpos == "VBD" and token.relation == "acl" and regular
    return going_with_a_noun and not any(relation.startswith(_OF_A_CLAUSE) for relation, _ in below)
