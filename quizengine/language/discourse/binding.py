"""Pronouns that refer to something in their own sentence, so that nobody asks who is meant: "Lee sold his house".

Each rule was tested on the coreference of the training documents of GUM. A pronoun that is the subject of a subordinate
clause refers to the subject of the clause above in 35 of 36 cases if nothing else fits ("farmers said they …"); one in
a clause before the subject refers to that subject in 11 of 11 cases if the subject is a name ("When she left, Moss …").
Next: `self_containment`, which looks for words that point outside.
"""

from collections.abc import Collection

from quizengine.language.discourse.antecedents import anaphor_sort, is_in_quotation, is_person
from quizengine.language.discourse.noun_phrases import NounPhrase, agreeing_phrases, is_one_body, noun_phrases
from quizengine.language.names import name_at
from quizengine.language.reporting import stance_of
from quizengine.language.syntax.tree import Tree, cache_by_arguments, is_a
from quizengine.language.word_lists import word_set

_COLLECTIVES = word_set(
    "team family group couple band party staff crew committee council audience police pair majority minority generation"
)
"""Nouns in the singular that "their" may stand for."""
_PEOPLES = word_set(
    """
    people worker settler soldier farmer student participant respondent customer consumer voter citizen researcher
    scientist company firm business corporation nation country government school university teen adult patient child
    immigrant colonist resident employer employee
    """
)
"""Plurals that act, beside those of offices and kin."""
_OF_PEOPLE = frozenset({"they", "them", "their"})
_ANYBODY = word_set("those some many all everyone everybody anyone anybody nobody somebody someone whoever")
"""Words for people in general, whom a "they" after them takes up."""
_LOWER = ("ccomp", "advcl")
_PEOPLE = ("he", "she", "they")


def is_bound(tree: Tree, index: int, shown: set[int], named: Collection[int] = ()) -> bool:
    """True if a pronoun stands for something among the tokens shown of its sentence; `named` are replaced by names."""
    rules = (
        _by_its_own_clause,
        _by_the_clause_above,
        _by_the_clause_before,
        _by_the_subject_behind,
        _by_the_only_people,
        _by_anybody,
        _by_the_only_person,
    )
    return any(rule(tree, index, shown) for rule in rules) or _by_a_pronoun_before(tree, index, shown, named)


def _by_its_own_clause(tree: Tree, index: int, shown: set[int]) -> bool:
    """True if a possessive or reflexive pronoun stands for the subject of its own clause: "Lee sold his house"."""
    token = tree.tokens[index]
    bindable = token.xpos == "PRP$" or token.form.lower().endswith(("self", "selves"))
    if not bindable:
        return False
    for above in tree.ancestors(index):
        subject = tree.dependent(above, "nsubj")
        if subject is not None and subject in shown and subject < index and index not in tree.subtree(subject):
            agrees = _agree(tree, subject, token.form.lower()) and not _others(tree, subject, index, shown)
            return agrees and not _has_an_object_like_it(tree, subject, index)
    return False


def _agree(tree: Tree, noun: int, pronoun: str) -> bool:
    """Return whether a noun can be what a pronoun stands for, by number and by whether it is a person's name."""
    token = tree.tokens[noun]
    if token.upos not in ("NOUN", "PROPN"):
        return False
    plural = token.xpos in ("NNS", "NNPS") or tree.dependent(noun, "conj") is not None
    if pronoun.startswith(("their", "them")):
        return plural or token.lemma.lower() in _COLLECTIVES
    name = name_at(token.span)
    if pronoun.startswith(("his", "her", "him")):
        named = [tree.tokens[each] for each in tree.dependents(noun, "flat", "appos", "compound")]
        if token.upos == "PROPN":
            return not plural and (name is None or name.kind == "person" or not name.sure_kind)
        return not plural and is_person(token.lemma.lower()) and any(each.upos == "PROPN" for each in named)
    one = not plural or is_one_body(tree, noun)
    return one and (name is None or name.kind != "person")


def _has_an_object_like_it(tree: Tree, subject: int, index: int) -> bool:
    """True if the same pronoun is between as an object, who may be meant: "Lee asked him to submit his work"."""
    sort = anaphor_sort(tree, index)
    return any(
        anaphor_sort(tree, each) == sort and is_a(tree.tokens[each].relation, "obj", "iobj", "obl")
        for each in range(subject + 1, index)
        if tree.tokens[each].xpos == "PRP" and not tree.tokens[each].form.lower().endswith("self")
    )


def _others(tree: Tree, subject: int, index: int, shown: set[int]) -> bool:
    """Return whether another name that the pronoun may stand for by its number is between a subject and it."""
    pronoun = tree.tokens[index].form.lower()
    number = not pronoun.startswith("it") and tree.tokens[subject].xpos.endswith("S")
    inside = set(tree.subtree(subject))
    return any(
        tree.tokens[each].upos == "PROPN"
        and (tree.tokens[each].xpos.endswith("S") == number or (not number and is_one_body(tree, each)))
        and not is_a(tree.tokens[each].relation, "compound", "flat")
        for each in shown
        if subject < each < index and each not in inside
    )


def _by_the_clause_above(tree: Tree, index: int, shown: set[int]) -> bool:
    """Return whether the subject of a lower clause is that of the clause above: "Farmers said they had lost money"."""
    if not is_a(tree.tokens[index].relation, "nsubj"):
        return False
    verb = tree.tokens[index].head
    upper = tree.tokens[verb].head if verb >= 0 else -1
    if upper < 0 or not is_a(tree.tokens[verb].relation, *_LOWER):
        return False
    subject = _subject_of(tree, upper)
    if subject is None or subject not in shown or subject >= index:
        return False
    told = _fitting_before(tree, index)
    means = next((one for one in told if one.head == subject), None)
    if means is None:
        return False
    by_name = is_a(tree.tokens[verb].relation, "ccomp") and tree.tokens[subject].upos == "PROPN"
    thing = anaphor_sort(tree, index) in ("it", "they")
    own = set(tree.subtree(subject)) if thing else {subject}
    return (thing and by_name) or all(one.head in own for one in told)


def _subject_of(tree: Tree, verb: int) -> int | None:
    """The subject of a verb or of the one that it is joined to; for "who" the noun that it stands for."""
    while (subject := tree.dependent(verb, "nsubj")) is None:
        if not is_a(tree.tokens[verb].relation, "conj", "xcomp") or tree.tokens[verb].head < 0:
            return None
        verb = tree.tokens[verb].head
    if tree.tokens[subject].xpos in ("WP", "WDT") and is_a(tree.tokens[verb].relation, "acl"):
        return tree.tokens[verb].head
    return subject


def _by_the_clause_before(tree: Tree, index: int, shown: set[int]) -> bool:
    """Return whether a subject is that of the clause before its own: "When farmers lost money, they sold land"."""
    token = tree.tokens[index]
    if not is_a(token.relation, "nsubj") or token.head < 0 or anaphor_sort(tree, index) not in _PEOPLE:
        return False
    verb = tree.tokens[token.head]
    before = [each for each in tree.dependents(token.head, "advcl") if each < index]
    before += [verb.head] if is_a(verb.relation, "conj") and verb.head < index else []
    subjects = [tree.dependent(each, "nsubj") for each in before]
    return any(each in shown and any(one.head == each for one in _fitting_before(tree, index)) for each in subjects)


def _by_the_only_people(tree: Tree, index: int, shown: set[int]) -> bool:
    """True if "they" or "their" is of the only people before it, and no other plural: "workers use their skill".

    Not where people are told after it as well, nor in what is said as of others: "as they did the soldiers".
    """
    token = tree.tokens[index]
    if token.form.lower() not in _OF_PEOPLE or tree.tokens[max(0, index - 1)].form.lower() in ("as", "than"):
        return False
    around = noun_phrases(tree, [each for each in range(len(tree.tokens)) if each != index])
    plural = [one.head for one in around if _is_several(one, index)]
    if len(plural) != 1 or plural[0] not in shown or plural[0] > index:
        return False
    noun = tree.tokens[plural[0]]
    return noun.xpos == "NNS" and (is_person(noun.lemma.lower()) or noun.lemma.lower() in _PEOPLES)


def _by_anybody(tree: Tree, index: int, shown: set[int]) -> bool:
    """Return whether "they" or "their" is of "those who …" or "everybody" before it, with no plural between."""
    if tree.tokens[index].form.lower() not in _OF_PEOPLE:
        return False
    before = [each for each in shown if each < index and tree.tokens[each].form.lower() in _ANYBODY]
    anybody = [each for each in before if is_a(tree.tokens[each].relation, "nsubj") and _has_a_predicate(tree, each)]
    if len(anybody) != 1:
        return False
    return not any(one.plural for one in noun_phrases(tree, range(anybody[0], index)))


def _has_a_predicate(tree: Tree, index: int) -> bool:
    """Return whether a "those" or "some" stands for people: one that a clause tells of, or that only people can be."""
    alone = tree.tokens[index].form.lower() not in ("those", "some", "many", "all")
    who = any(tree.tokens[each].form.lower() == "who" for each in range(index + 1, min(index + 2, len(tree.tokens))))
    return tree.tokens[index].upos in ("PRON", "DET", "ADJ") and (alone or who)


def _by_the_only_person(tree: Tree, index: int, shown: set[int]) -> bool:
    """True if "he" or "her" is of the only one before it who can be meant, a subject with the name of a person."""
    if anaphor_sort(tree, index) not in ("he", "she"):
        return False
    told = _fitting_before(tree, index)
    if len(told) != 1 or told[0].head not in shown or not is_a(tree.tokens[told[0].head].relation, "nsubj"):
        return False
    name = name_at(tree.tokens[told[0].head].span)
    speaks = is_a(tree.tokens[index].relation, "nsubj") and stance_of(tree.tokens[tree.tokens[index].head].lemma)
    if speaks or is_in_quotation(tree, index) != is_in_quotation(tree, told[0].head):
        return False  # “Lee is late, he said”
    own_object = tree.tokens[index].head == tree.tokens[told[0].head].head and tree.tokens[index].xpos == "PRP"
    return name is not None and name.kind == "person" and not own_object


def _is_several(one: NounPhrase, index: int) -> bool:
    """Return whether a phrase before a pronoun, or around it, stands for several; what is joined around it does not."""
    around = index in one.tree.subtree(one.head)
    return one.plural and (one.head < index or around) and not (around and one.tree.tokens[one.head].xpos == "NN")


def _by_a_pronoun_before(tree: Tree, index: int, shown: set[int], named: Collection[int]) -> bool:
    """Return whether the same pronoun, which is told, is before it and no noun between: "He said he sold it"."""
    sort, token = anaphor_sort(tree, index), tree.tokens[index]
    owner, subject = token.xpos == "PRP$", is_a(token.relation, "nsubj")
    if not sort or sort == "the" or not (owner or (subject and sort in _PEOPLE)):
        return False
    before = next((each for each in range(index - 1, -1, -1) if anaphor_sort(tree, each) == sort), None)
    if before is None or before not in shown or not (subject or is_a(tree.tokens[before].relation, "nsubj")):
        return False
    if any(one.head > before for one in _fitting_before(tree, index)):
        return False
    return before in named or is_bound(tree, before, shown, named)


def _by_the_subject_behind(tree: Tree, index: int, shown: set[int]) -> bool:
    """True if a pronoun in a clause that opens the sentence is the name after it: "When she left, Moss sold it"."""
    token = tree.tokens[index]
    if not (is_a(token.relation, "nsubj") or token.xpos == "PRP$") or _fitting_before(tree, index):
        return False
    for lower in (index, *tree.ancestors(index)):
        upper = tree.tokens[lower].head
        if upper >= 0 and is_a(tree.tokens[lower].relation, "advcl"):
            subject = tree.dependent(upper, "nsubj")
            if subject is None or subject not in shown or subject < lower or tree.tokens[subject].upos != "PROPN":
                return False
            return bool(agreeing_phrases(noun_phrases(tree, [subject]), tree, index))
    return False


@cache_by_arguments
def _fitting_before(tree: Tree, index: int) -> tuple[NounPhrase, ...]:
    found = agreeing_phrases(noun_phrases(tree, range(index)), tree, index)
    return tuple(one for one in found if index not in tree.subtree(one.head))
