"""The noun phrases of an earlier clause that an open pronoun or "the school" can refer to.

`coreference` finds names in the whole article; here the clause is given and may say "a school". Next:
`quizengine.language.realise.lead_ins`, which chooses among them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from quizengine.language.discourse.antecedents import anaphor_sort, is_in_quotation, is_person
from quizengine.language.names import Name, name_at
from quizengine.language.names.titles import gender_of_noun
from quizengine.language.syntax.adjunct_words import TIME_NOUNS
from quizengine.language.syntax.tree import Tree, cache_by_arguments, is_a

_HEADS = ("nsubj", "obj", "iobj", "obl", "nmod", "conj", "appos", "root", "xcomp", "dislocated")
_INSIDE = ("compound", "flat", "amod", "nmod:desc", "nmod:unmarked", "obl:unmarked", "nmod:tmod", "obl:tmod")
_AT = frozenset({"in", "at", "near"})
"""Stand before places."""
_DETERMINED = frozenset({"the", "this", "that", "these", "those"})


@dataclass(frozen=True)
class NounPhrase:
    """The head of a noun phrase, with what decides which pronoun may stand for it."""

    tree: Tree
    head: int
    plural: bool
    person: bool | None
    """None for a name whose kind is not sure."""
    pronoun: str
    """"he" or "she" where it can be only one of them."""
    subject: bool
    """It is the subject of the main clause of the stretch."""


def noun_phrases(tree: Tree, tokens: Sequence[int], subject: int = -1) -> tuple[NounPhrase, ...]:
    """The noun phrases among some tokens, in order; `subject` is the head of the subject of their clause."""
    return tuple(_noun_phrase(tree, index, index == subject) for index in tokens if _heads_a_phrase(tree, index))


def _heads_a_phrase(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    named = is_a(token.relation, *_HEADS) and token.relation not in _INSIDE and token.upos in ("NOUN", "PROPN")
    return named and token.lemma.lower() not in TIME_NOUNS and not token.form[:1].isdigit()


@cache_by_arguments
def _noun_phrase(tree: Tree, index: int, subject: bool) -> NounPhrase:
    token = tree.tokens[index]
    name = name_at(token.span) if token.upos == "PROPN" else None
    one_person = name is not None and name.kind == "person"  # a tagger may take "Lopes" for a plural
    plural = _is_a_row(tree, index) or (token.xpos in ("NNS", "NNPS") and not one_person)
    person = _person(token.lemma, name)
    if person is None and any(tree.tokens[each].form.lower() in _AT for each in tree.dependents(index, "case")):
        person = False
    return NounPhrase(tree, index, plural, person, _pronoun(token.lemma, name), subject)


def is_one_body(tree: Tree, index: int) -> bool:
    """Return whether a name in the plural may be that of one company or country: "Kenya Airways raised its fares"."""
    token = tree.tokens[index]
    name = name_at(token.span) if token.xpos == "NNPS" else None
    return token.xpos == "NNPS" and not tree.dependent(index, "conj") and (name is None or name.kind != "person")


def _is_a_row(tree: Tree, index: int) -> bool:
    return any(tree.dependents(each, "cc") for each in tree.dependents(index, "conj"))


def _person(lemma: str, name: Name | None) -> bool | None:
    if name is not None:
        return name.kind == "person" if name.sure_kind or name.kind == "person" else None
    return is_person(lemma.lower())


def _pronoun(lemma: str, name: Name | None) -> str:
    if name is not None:
        return name.pronoun
    return gender_of_noun(lemma)


def agreeing_phrases(phrases: Sequence[NounPhrase], tree: Tree, index: int) -> tuple[NounPhrase, ...]:
    """The phrases that a pronoun, or a noun with "the" or "this", may stand for by gender, number and kind."""
    sort = anaphor_sort(tree, index)
    if sort in ("", "the"):
        return tuple(one for one in phrases if _has_the_same_noun(one, tree, index))
    return tuple(one for one in phrases if _agrees(one, sort))


def _agrees(one: NounPhrase, sort: str) -> bool:
    match sort:
        case "they":
            return one.plural
        case "it":
            return (not one.plural or is_one_body(one.tree, one.head)) and one.person is not True
        case _:
            return not one.plural and one.person is not False and one.pronoun in ("", sort)


def _has_the_same_noun(one: NounPhrase, tree: Tree, index: int) -> bool:
    noun, other = tree.tokens[index], one.tree.tokens[one.head]
    plural = noun.xpos in ("NNS", "NNPS")
    told = one.tree.dependent(one.head, "det", "nummod", "nmod:poss", "amod", "compound")
    if told is None or (other.upos == "NOUN" and other.xpos == "NN" and not _is_counted(one.tree, one.head)):
        return False  # "data" may be any
    return other.lemma.lower() == noun.lemma.lower() and plural == (other.xpos in ("NNS", "NNPS"))


def _is_counted(tree: Tree, index: int) -> bool:
    """Return whether a noun in the singular has an article or an owner: "a school", "her school", and not "wood"."""
    return tree.dependent(index, "det", "nmod:poss", "nummod") is not None


def pointing_noun(tree: Tree, index: int) -> int | None:
    """The word that a pointer is about: the pronoun itself, or the noun of "the school" and "this school"."""
    token = tree.tokens[index]
    if is_in_quotation(tree, index):
        return None
    if anaphor_sort(tree, index):
        return index
    if token.upos == "DET" and token.form.lower() in _DETERMINED:
        noun = token.head
        return noun if noun > index and tree.tokens[noun].upos == "NOUN" else None
    return index if token.upos == "NOUN" else None
