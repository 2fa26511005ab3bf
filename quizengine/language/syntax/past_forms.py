"""Verbs in the past that were tagged as participles, put right by what hangs on them: "Oslo created a bank".

The two forms are alike for most verbs, and the tagger, which sees no tree, takes one in thirty for the other.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from quizengine.language.syntax.sentence import Token

_CLAUSES = frozenset({"root", "conj", "ccomp", "parataxis", "advcl", "acl:relcl"})


def with_past_forms(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens, those as past tenses that head a clause with an active subject before them and no auxiliary."""
    relations: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for index, token in enumerate(tokens):
        relations[token.head].append((token.relation, index))
    return tuple(
        replace(token, xpos="VBD") if _is_past(token, index, relations[index]) else token
        for index, token in enumerate(tokens)
    )


def _is_past(token: Token, index: int, below: Sequence[tuple[str, int]]) -> bool:
    if token.xpos != "VBN" or token.upos != "VERB" or token.relation not in _CLAUSES:
        return False
    names = [relation for relation, _ in below]
    active = any(relation == "nsubj" and child < index for relation, child in below)
    return active and not any(name.startswith(("aux", "cop", "obl:agent", "nsubj:pass")) for name in names)
