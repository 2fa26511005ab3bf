"""Corrects relative pronouns read as a second subject: the "that" of "the tons that Peru says it sells".

A clause has one subject. If another one is between "that" or "which" and the verb, the pronoun is the object.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from quizengine.language.syntax.sentence import Token


def with_relative_objects(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens, with those relative pronouns as objects that are before the subject of a verb without an object."""
    subjects: dict[int, list[int]] = defaultdict(list)
    objects: set[int] = set()
    for index, token in enumerate(tokens):
        if token.relation == "nsubj":
            subjects[token.head].append(index)
        if token.relation == "obj":
            objects.add(token.head)
    first = {
        own[0]
        for verb, own in subjects.items()
        if len(own) > 1 and own[1] < verb and tokens[own[0]].xpos == "WDT" and verb not in objects
    }
    return tuple(replace(token, relation="obj") if index in first else token for index, token in enumerate(tokens))
