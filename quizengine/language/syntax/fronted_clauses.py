"""Corrects clauses that open a sentence and were attached to its subject: "As prices rose, farmers of Peru left".

An adverbial clause belongs to a predicate. A noun after one is the subject of the verb that the clause belongs to.
"""

from collections.abc import Sequence
from dataclasses import replace

from quizengine.language.syntax.sentence import Token


def with_fronted_clauses(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens, with adverbial clauses on the verb of the subject that they are before."""
    return tuple(
        replace(token, head=tokens[token.head].head) if _hangs_on_a_subject(tokens, index) else token
        for index, token in enumerate(tokens)
    )


def _hangs_on_a_subject(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    if token.relation != "advcl" or token.head <= index:
        return False
    subject = tokens[token.head]
    return subject.upos in ("NOUN", "PROPN") and subject.relation.startswith("nsubj") and subject.head > token.head
