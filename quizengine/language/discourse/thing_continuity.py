"""Resolves "it" and "they" by grammar: the subject of the clause before, in the same sentence or the one before.

Tested on the coreference of the training and dev documents of GUM, written texts only: a subject of a joined clause
("The bridge is old, but it is safe") referred to the subject of the sentence in 13 of 14 cases; one that opens a
sentence, or has no candidate before it there, referred to the subject of the sentence before in 38 of 40. Next:
`references`, which puts the words in its place.
"""

from quizengine.language.discourse.antecedents import Anaphor, DiscourseModel, anaphor_sort, is_in_quotation, is_person
from quizengine.language.discourse.noun_phrases import agreeing_phrases, noun_phrases
from quizengine.language.discourse.subject_continuity import in_one_paragraph, main_subject
from quizengine.language.reporting import stance_of
from quizengine.language.syntax.constituents import takes_in_an_opening
from quizengine.language.syntax.tree import Tree, is_a

_FURTHEST = 3
"""Sentences back over which the same pronoun may be the subject."""
_OF_NOTHING = frozenset({"seem", "appear", "take", "rain", "snow", "turn", "get"})
"""Verbs whose "it" may stand for nothing: "It takes weeks"."""
_ANNOUNCED = ("ccomp", "csubj", "advcl", "xcomp", "acl:relcl")


def thing_meant(where: DiscourseModel, anaphor: Anaphor) -> tuple[Tree, int] | None:
    """The sentence and the head of the noun phrase that an "it" or "they" means; None if grammar does not tell."""
    tree, index = where.trees[anaphor.sentence], anaphor.token
    if not is_a(tree.tokens[index].relation, "nsubj") or _announces(tree, index):
        return None
    told = noun_phrases(tree, [each for each in range(index) if index not in tree.subtree(each)])
    fit = {one.head for one in agreeing_phrases(told, tree, index)}
    subject = main_subject(tree)
    if subject is not None and subject in fit and _is_joined(tree, index, subject):
        return tree, subject
    opens = not fit and not any(anaphor_sort(tree, each) == anaphor.sort for each in range(index))
    return _subject_before(where, anaphor) if opens else None


def _announces(tree: Tree, index: int) -> bool:
    """Return whether a clause follows that "it" may stand for: "It is clear that …", "It would take weeks to …"."""
    token = tree.tokens[index]
    if token.form.lower() != "it":
        return False
    verb = tree.tokens[token.head]
    after = [tree.tokens[each].relation for each in tree.children[token.head] if each > index]
    copular = tree.dependent(token.head, "cop") is not None
    bare = verb.upos in ("ADJ", "ADV", "NUM") and not _is_one_of_several(tree, token.head)
    if copular and (bare or any(is_a(each, *_ANNOUNCED) for each in after)):
        return True
    if copular and any(tree.dependent(each, "mark") is not None for each in tree.dependents(token.head, "acl")):
        return True  # "it is a day's trip to visit Orra"
    said = stance_of(verb.lemma) == "asserts"
    return verb.lemma in _OF_NOTHING or (not said and any(is_a(each, "ccomp", "csubj") for each in after))


def _is_one_of_several(tree: Tree, index: int) -> bool:
    """Return whether a predicate picks something out: "It is the third longest", "It was one of the last"."""
    parts = tree.dependents(index, "nmod", "obl")
    if any(tree.dependent(each, "acl") is not None for each in (index, *parts)):
        return False  # "It was one of the few times that they won"
    cases = [tree.tokens[case].form for each in parts if (case := tree.dependent(each, "case")) is not None]
    return tree.dependent(index, "det") is not None or (tree.tokens[index].upos == "NUM" and "of" in cases)


def _is_joined(tree: Tree, index: int, subject: int) -> bool:
    """True if the verb of a pronoun is joined to that of the main subject: "The bridge is old, but it is safe"."""
    verb = tree.tokens[index].head
    return is_a(tree.tokens[verb].relation, "conj") and tree.tokens[verb].head == tree.tokens[subject].head


def _subject_before(where: DiscourseModel, anaphor: Anaphor) -> tuple[Tree, int] | None:
    tree = where.trees[anaphor.sentence]
    for number in range(anaphor.sentence - 1, max(-1, anaphor.sentence - 1 - _FURTHEST), -1):
        earlier = where.trees[number]
        subject = main_subject(earlier, rows=True)
        if subject is None or not in_one_paragraph(earlier, tree) or is_in_quotation(earlier, subject):
            return None
        if takes_in_an_opening(earlier, subject):
            return None
        if anaphor_sort(earlier, subject) == anaphor.sort and not _announces(earlier, subject):
            continue
        fit = agreeing_phrases(noun_phrases(earlier, [subject], subject), tree, anaphor.token)
        can_be = bool(fit) and _can_act(tree, anaphor.token, earlier, subject)
        return (earlier, subject) if can_be and not _has_later_subject(earlier, subject, tree, anaphor.token) else None
    return None


def _has_later_subject(earlier: Tree, subject: int, tree: Tree, pronoun: int) -> bool:
    """Return whether a clause after the main one has a subject that a pronoun may mean as well.

    "The tower was left out because it was dear, so that the church looks bare. It was painted white": the church.
    """
    later = [
        index
        for index in range(subject + 1, len(earlier.tokens))
        if is_a(earlier.tokens[index].relation, "nsubj") and not _is_relative(earlier, index)
    ]
    return bool(agreeing_phrases(noun_phrases(earlier, later), tree, pronoun))


def _is_relative(tree: Tree, subject: int) -> bool:
    return is_a(tree.tokens[tree.tokens[subject].head].relation, "acl")


def _can_act(tree: Tree, index: int, earlier: Tree, subject: int) -> bool:
    """Return whether a noun may do what its verb says: "scenarios" do not estimate anything, farmers do."""
    verb = tree.tokens[index].head
    noun = earlier.tokens[subject]
    passive = is_a(tree.tokens[index].relation, "nsubj:pass") or tree.dependent(verb, "aux:pass") is not None
    still = passive or tree.dependent(verb, "cop") is not None
    if noun.upos == "PROPN" or is_person(noun.lemma.lower()):
        return True
    return still or (anaphor_sort(tree, index) == "it" and not stance_of(tree.tokens[verb].lemma))
