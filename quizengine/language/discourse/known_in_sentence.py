"""Words that the words before them in their sentence make known: "France … the country", "citizens and others".

Next: `definite_nouns`, which looks at what else tells which one is meant.
"""

from quizengine.language.names import name_at
from quizengine.language.names.places import place_type
from quizengine.language.syntax.adjunct_words import TIME_NOUNS
from quizengine.language.syntax.tree import Tree, is_a
from quizengine.language.word_lists import word_set

_OF_A_COUNTRY = word_set(
    "country nation republic parliament army navy military constitution monarchy economy capital countryside"
)
"""Nouns for a country, and for what each country has one of."""
_HAVE_THESE = ("country", "state")
_LAST_WORDS = ("nsubj", "obj", "iobj", "obl", "nmod", "conj", "nmod:poss", "root")


def is_of_a_named_country(tree: Tree, index: int, shown: set[int]) -> bool:
    """Return whether "the country", or what a country has one of, is that of the only place named before it."""
    noun = tree.tokens[index]
    if noun.xpos != "NN" or noun.lemma.lower() not in _OF_A_COUNTRY or tree.dependent(index, "amod", "compound"):
        return False
    before = [each for each in sorted(shown) if each < index and tree.tokens[each].upos == "PROPN"]
    places = {
        name.full: name
        for each in before
        if (name := name_at(tree.tokens[each].span)) is not None and name.kind == "place"
    }
    return len(places) == 1 and place_type(next(iter(places))) in _HAVE_THESE


def repeats_a_noun(tree: Tree, index: int, shown: set[int]) -> bool:
    """Return whether "those" is before a noun that is told before it: "shares rooms with people who need those rooms".

    In the plural only, and never of times, of which there may be several in a sentence.
    """
    token = tree.tokens[index]
    noun = tree.tokens[token.head]
    if token.upos != "DET" or token.head <= index or noun.xpos != "NNS" or noun.lemma.lower() in TIME_NOUNS:
        return False
    told = [
        each
        for each in shown
        if each < index and tree.tokens[each].xpos == "NNS" and tree.tokens[each].lemma == noun.lemma
    ]
    return len(told) == 1 and is_a(tree.tokens[told[0]].relation, *_LAST_WORDS)


def takes_up_a_condition(tree: Tree, index: int, shown: set[int]) -> bool:
    """Return whether a subject is what a clause before it tells: "If bakers lose money, that is a problem"."""
    token = tree.tokens[index]
    if token.form.lower() != "that" or not is_a(token.relation, "nsubj") or tree.tokens[index - 1].form != ",":
        return False
    clauses = [each for each in tree.dependents(token.head, "advcl") if each < index and each in shown]
    marks = {tree.tokens[mark].form.lower() for each in clauses for mark in tree.dependents(each, "mark", "advmod")}
    return bool(marks & {"if", "when"})


def is_joined_to_some(tree: Tree, index: int, shown: set[int]) -> bool:
    """Return whether "others" adds to several who are told: "to senior citizens and others"."""
    noun = tree.tokens[index].head
    return noun in shown and noun < index and tree.tokens[noun].xpos == "NNS" and tree.tokens[index - 1].form == "and"
