"""Corrects dates that were read as part of the subject: "by 1500 | serfdom had gone", "in May 1799 | entered it".

A year after a preposition ends its phrase. The words between it and a verb without a subject are the subject, and a
date with a preposition is not.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from quizengine.language.syntax.adjunct_words import MONTHS
from quizengine.language.syntax.sentence import FINITE_TAGS, Token

_YEAR = re.compile(r"1\d{3}|20\d{2}")
_PREPOSITIONS = frozenset({"by", "in", "since", "until", "during", "before", "after", "from", "around"})


def with_dated_openings(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens, with dates after a preposition on the verb, and the noun after such a year as its subject."""
    below: dict[int, list[int]] = defaultdict(list)
    for index, token in enumerate(tokens):
        below[token.head].append(index)
    made = list(tokens)
    for index in range(1, len(tokens) - 1):
        if _is_a_dated_subject(tokens, index, below[index]):
            made[index] = replace(tokens[index], relation="obl")
        elif _parts_a_subject_from_its_date(tokens, index, below):
            noun = tokens[index].head
            made[index] = replace(tokens[index], head=tokens[noun].head, relation="obl")
            made[index - 1] = replace(tokens[index - 1], head=index, relation="case")
            made[noun] = replace(tokens[noun], relation="nsubj")
    return tuple(made)


def _is_a_dated_subject(tokens: Sequence[Token], index: int, below: Sequence[int]) -> bool:
    """True if a month or a year with a preposition before it is taken for a subject: "in August 1799 entered"."""
    token = tokens[index]
    date = token.form.lower() in MONTHS or _YEAR.fullmatch(token.form) is not None
    return date and token.relation.startswith("nsubj") and any(tokens[each].relation == "case" for each in below)


def _parts_a_subject_from_its_date(tokens: Sequence[Token], index: int, below: dict[int, list[int]]) -> bool:
    """True if a year between a preposition and a noun belongs to the noun, which is right before a verb's tense."""
    noun = tokens[index].head
    if noun != index + 1 or tokens[index - 1].form.lower() not in _PREPOSITIONS or tokens[index - 1].head != noun:
        return False
    verb = tokens[noun].head
    if not _YEAR.fullmatch(tokens[index].form) or tokens[noun].upos not in ("NOUN", "PROPN") or verb <= noun:
        return False
    others = [tokens[each].relation for each in below[verb] if each != noun]
    without = not any(relation.startswith(("nsubj", "csubj", "expl")) for relation in others)
    behind = tokens[noun + 1].xpos in FINITE_TAGS or (verb == noun + 1 and tokens[verb].xpos == "VBN")
    return without and behind and tokens[noun].relation.startswith(("obl", "nsubj"))
