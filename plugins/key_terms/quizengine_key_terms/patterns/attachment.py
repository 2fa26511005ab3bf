"""Decides which noun phrase the words beside one define: "the purchasing power of money, the quantity of goods that …".

Behind "N of M" they may belong to either. Number and kind rule one out; where both are left, nothing is defined for
certain.
Next: `clauses`.
"""

from collections.abc import Iterator

from quizengine.language import Tree, word_set
from quizengine_key_terms.patterns.noun_phrases import NAMING, head_of, noun_phrase_before
from quizengine_key_terms.term_kinds import meaning_kind

_NAMED_BY_OF = word_set(
    """
    practice process concept idea notion principle doctrine policy system theory phenomenon form kind type sort crime
    sin art science field study technique method strategy condition disease example instance case variety brand
    """
)
"""Nouns whose "of" names the thing itself: "the practice of simony"."""
_RELATIONS = word_set("alternative answer threat opposition example name term word solution reaction objection means")
"""Nouns that say how something stands to the noun after them, and are seldom explained themselves."""


_PAIR = 2
_DESCRIBING = word_set("with without for from between among in on at under over around near inside of")
"""Prepositions that may make a phrase part of what the noun before them is; "into" and "to" go with a verb."""
_MARKS = frozenset({",", "—", "–", "("})


def defined_by(tree: Tree, term: tuple[int, ...], beside: int) -> tuple[int, ...]:
    """The phrase that a noun beside it defines: `term`, a longer one that ends with it, or () if that is not certain.

    `term` is the shortest phrase that ends before the comma, and `beside` the noun after it.
    """
    if not term or (_is_joined(tree, term) and not _is_last_of_two(tree, term, beside)):
        return ()
    found = [phrase for noun, phrase in _phrases_to(tree, term) if _may_be(tree, noun, beside, phrase == term)]
    return found[0] if len(found) == 1 else ()


def called_so(tree: Tree, meaning: tuple[int, ...], head: int, term: int) -> tuple[tuple[int, ...], int, bool]:
    """Return what bears a name that is after it, with its noun: in "houses of a stone called bluff" that is the stone.

    Behind a comma it is the whole phrase. Where two nouns may be it, the last value is False, and only the nearest one
    is given, which defines nothing.
    """
    nearest, outer = meaning[-1], head_of(tree, meaning)
    if head == nearest and tree.tokens[outer].upos == "NOUN":
        head = outer
    if nearest <= head or tree.tokens[nearest].upos != "NOUN" or not are_of_one_number(tree, nearest, term):
        return meaning, head, True
    whole = are_of_one_number(tree, head, term)
    if whole and (tree.tokens[nearest + 1].form in _MARKS or tree.tokens[head].lemma.lower() in _NAMED_BY_OF):
        return meaning, head, True
    first = nearest
    while first - 1 in meaning and _leads_to_a_noun(tree, first - 1):
        first -= 1
    return tuple(range(first, nearest + 1)), nearest, not whole


def hangs_on_a_noun(tree: Tree, meaning: tuple[int, ...], term: int) -> bool:
    """True if a name behind a comma may be that of a noun before the phrase: "huts with equal doors, called twins".

    The name then belongs to a longer phrase, of which the one given is only the end.
    """
    first = meaning[0]
    if first < _PAIR or tree.tokens[first - 1].form.lower() not in _DESCRIBING:
        return False
    behind = tree.tokens[meaning[-1] + 1].form if meaning[-1] + 1 < len(tree.tokens) else ""
    noun = tree.tokens[first - _PAIR].upos in ("NOUN", "PROPN")
    return behind in _MARKS and noun and are_of_one_number(tree, first - _PAIR, term)


def _leads_to_a_noun(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.upos in NAMING | {"DET"} or token.xpos == "VBN" or token.form == "-"


def are_of_one_number(tree: Tree, noun: int, term: int) -> bool:
    """Return whether a noun and a term may both be plurals or both be singulars: "stomata" may be a plural."""
    foreign = tree.tokens[term].form[-1:] in "aeio" and is_plural(tree, noun)
    return foreign or is_plural(tree, noun) == is_plural(tree, term)


def is_plural(tree: Tree, index: int) -> bool:
    """Return whether a noun is a plural."""
    return tree.tokens[index].xpos in ("NNS", "NNPS")


def noun_before_preposition(tree: Tree, first: int) -> int:
    """The noun before the preposition before a phrase: "power" before "of money"; -1 if there is none."""
    if first < 2 or tree.tokens[first - 1].upos != "ADP" or tree.tokens[first - 2].upos not in ("NOUN", "PROPN"):
        return -1
    noun, preposition = tree.tokens[first - 2], tree.tokens[first - 1].form.lower()
    named = preposition == "of" and noun.lemma.lower() in _NAMED_BY_OF
    return -1 if named or noun.lemma.lower() in _RELATIONS else first - 2


def _phrases_to(tree: Tree, term: tuple[int, ...]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield a phrase and each longer one that ends with it, through all its prepositions, with their nouns."""
    yield term[-1], term
    while (noun := noun_before_preposition(tree, term[0])) >= 0:
        term = (*(noun_phrase_before(tree, noun + 1) or (noun,)), noun + 1, *term)
        yield noun, term


def _may_be(tree: Tree, noun: int, beside: int, nearest: bool) -> bool:
    """True if a noun is of the number of what is beside it, and one that is not the nearest also of its kind."""
    one, other = meaning_kind(tree, noun), meaning_kind(tree, beside)
    fits = nearest or not one or not other or one == other
    return fits and is_plural(tree, noun) == is_plural(tree, beside)


def _is_joined(tree: Tree, term: tuple[int, ...]) -> bool:
    """Return whether "and" or "or" is before a phrase, so that what follows may explain all that are joined."""
    return tree.tokens[term[-1]].relation == "conj" or (term[0] > 0 and tree.tokens[term[0] - 1].upos == "CCONJ")


def _is_last_of_two(tree: Tree, term: tuple[int, ...], beside: int) -> bool:
    """Return whether only the last of two joined nouns can be meant: "goiter and cretinism, a condition that …"."""
    first = tree.tokens[term[-1]].head
    if is_plural(tree, beside) or first < 0 or term[0] < 1 or tree.tokens[term[0] - 1].form.lower() != "and":
        return False
    before = noun_phrase_before(tree, first + 1) or (first,)
    return tree.tokens[first].upos == "NOUN" and noun_before_preposition(tree, before[0]) < 0
