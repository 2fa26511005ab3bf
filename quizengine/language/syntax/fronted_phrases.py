"""Corrects phrases that open a clause and were read as part of its subject: "On Tuesday, Mayor Moss said …".

A subject has no preposition, unless the preposition belongs to a number: "about 300 people". If a comma separates a
phrase with a preposition from the noun after it, the phrase belongs to the verb. Elsewhere nobody can tell where the
phrase ends, and the subject is not certain.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from quizengine.language.syntax.certainty import NOT_JUDGED
from quizengine.language.syntax.sentence import WH_PRONOUNS, Token
from quizengine.language.word_lists import word_set

_LIMITS = word_set("about around over under between from up near at within above below")
"""Prepositions that go with a number: "over half", "from 20 to 30 people", "up to ten", "at least four"."""
_AMOUNTS = word_set(
    "half third quarter fifth tenth dozen dozens hundreds thousands millions billions least most all every"
)
_YEAR = re.compile(r"1\d{3}s?|20\d{2}s?")
_COMPARES = frozenset({"as", "than"})
"""Before a subject of its own: "as Moss said"."""
_BEFORE_AN_AMOUNT = 3
"""Words within which a number follows such a preposition: "over a million"."""
_NAMING = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_INVERTED = word_set("be stand live lie die sit come rise hang run begin follow remain appear arise occur exist")
"""Verbs whose subject may be after them: "In Orra, a village on the Senn, lived a baker"."""

_Below = Mapping[int, Sequence[int]]


def with_fronted_phrases(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens, with phrases that open a clause on its verb, and subjects that have a preposition not certain."""
    made = tuple(tokens)
    below = _below(made)
    for subject in range(len(made)):
        while _begins_with_a_preposition(made, below, subject):
            cut = _cut_off(made, below, subject) or _without_its_place(made, below, subject)
            if cut is None:
                doubted = replace(made[subject], sure=False, certainty=NOT_JUDGED)
                made = (*made[:subject], doubted, *made[subject + 1 :])
                break
            made, below = cut, _below(cut)
    return made


def _below(tokens: Sequence[Token]) -> _Below:
    below: dict[int, list[int]] = defaultdict(list)
    for index, token in enumerate(tokens):
        below[token.head].append(index)
    return below


def _subtree(below: _Below, top: int) -> list[int]:
    found = [top]
    for each in found:
        found += below.get(each, ())
    return sorted(found)


def _begins_with_a_preposition(tokens: Sequence[Token], below: _Below, subject: int) -> bool:
    """Return whether the words of a subject before its verb begin with a preposition that is part of no number."""
    token = tokens[subject]
    if (
        token.head < subject
        or not below.get(subject)
        or not token.relation.startswith("nsubj")
        or token.xpos in WH_PRONOUNS
    ):
        return False
    beside = {tokens[each].relation.partition(":")[0] for each in below[token.head]}
    absolute = tokens[token.head].xpos == "VBG" and not beside & {"aux", "cop"}  # "with Moss leading"
    words = [each for each in _subtree(below, subject) if tokens[each].upos != "PUNCT"]
    if absolute or not words or words[0] >= subject or tokens[words[0]].upos != "ADP":
        return False
    compares = tokens[words[0]].form.lower() in _COMPARES
    return not compares and not _is_of_a_number(tokens, words)


def _is_of_a_number(tokens: Sequence[Token], words: Sequence[int]) -> bool:
    if tokens[words[0]].form.lower() not in _LIMITS:
        return False
    behind = [tokens[each] for each in words[1 : 1 + _BEFORE_AN_AMOUNT]]
    return any(
        (token.upos == "NUM" or token.form.lower() in _AMOUNTS) and not _YEAR.fullmatch(token.form) for token in behind
    )


def _cut_off(tokens: Sequence[Token], below: _Below, subject: int) -> tuple[Token, ...] | None:
    """The tokens with what is before the first comma of a subject on the verb; None if no comma parts it."""
    own = _subtree(below, subject)
    comma = next((each for each in own if tokens[each].form == "," and own[0] < each < subject), None)
    if comma is None or any(tokens[each].relation in ("cop", "nsubj") for each in own if tokens[each].head == subject):
        return None
    opening = range(own[0], comma)
    tops = [each for each in opening if tokens[each].head not in opening]
    nouns = [each for each in tops if tokens[each].upos in _NAMING]
    rest = [each for each in own if comma < each < subject]
    goes_on = any(tokens[each].form == "," for each in rest) and tokens[rest[0]].upos != "ADP"  # "In Senn, Peru, …"
    if not nouns or goes_on or list(opening) != own[: len(opening)]:
        return None
    made = list(tokens)
    for each in tops:
        made[each] = replace(tokens[each], head=nouns[-1], relation="case" if each == own[0] else tokens[each].relation)
    made[nouns[-1]] = replace(tokens[nouns[-1]], head=tokens[subject].head, relation="obl")
    made[comma] = replace(tokens[comma], head=tokens[subject].head)
    return tuple(made)


def _without_its_place(tokens: Sequence[Token], below: _Below, subject: int) -> tuple[Token, ...] | None:
    """The tokens with the noun after a comma as the subject, where the one before it has the preposition.

    "At the college, a young clerk copied it": the parser took the clerk for what the college is. None if he may be.
    """
    verb = tokens[subject].head
    beside = [each for each in below.get(subject, ()) if tokens[each].relation == "appos" and each > subject]
    if not beside or tokens[verb].lemma.lower() in _INVERTED:
        return None
    noun = beside[0]
    own = _subtree(below, noun)
    words = [each for each in own if tokens[each].upos != "PUNCT"]
    place_in_a_place = {tokens[subject].upos, tokens[noun].upos} == {"PROPN"}  # "in Senn, Peru"
    if place_in_a_place or tokens[words[0] - 1].form != ",":
        return None
    made = list(tokens)
    certainty = min(tokens[subject].certainty, tokens[noun].certainty)
    made[noun] = replace(tokens[noun], head=verb, relation=tokens[subject].relation, certainty=certainty, sure=False)
    made[subject] = replace(tokens[subject], relation="obl")
    for each in below[subject]:
        if each > noun:
            made[each] = replace(tokens[each], head=noun)
    return tuple(made)
