"""Reads a part of a sentence on its own: a short sentence is analysed right more often than a long one.

The words are those of the article with names in full, so that what is said of them holds for the article. Next:
`split_sentences`.
"""

from functools import lru_cache

from quizengine import Article
from quizengine.language import Clause, Realised, Token, Tree, capitalised, has_balanced_marks, is_a, main_clause, trees
from quizengine_cause_and_effect.relation_sentences import CannotBe
from quizengine_cause_and_effect.source_sentences import in_order

_DID = "did this"
_SAID_OF = ("This", "It")
"""Subjects with which a predicate is read: “This results” may be read as a noun, “It results” is not."""
_HAPPENED = "This happened because of"


def one_clause(text: str, *, several: bool = False) -> Realised:
    """A text as one clause with a subject and a tense, in the order of a statement; raises CannotBe.

    With `several`, its subject may do several things: "they sailed up the bay and burned the town".
    """
    tree = _sentence(text)
    main = _only_clause(tree, several)
    if main.subject is None or main.shares_subject:
        raise CannotBe("how the sentence is built is not certain")
    return in_order(main, tree.trimmed(range(len(tree.tokens))), {})


def subject_and_opening(text: str) -> tuple[Token, str, str]:
    """The head and the words of the noun phrase that a text is, and what opens it; raises CannotBe."""
    said = one_clause(f"{text.rstrip(' ,')} {_DID}")
    if [said.clause.tree.tokens[each].form for each in said.said] != _DID.split():
        raise CannotBe("how the sentence is built is not certain")
    tree, subject = said.clause.tree, said.clause.subject
    assert subject
    own = tree.trimmed(subject.tokens)
    before = [each for each in said.tokens if each < own[0]]
    return tree.tokens[subject.head], said.words(own), said.words(before).rstrip(" ,")


def must_be_a_phrase(text: str) -> None:
    """Raise CannotBe unless a text is one noun phrase."""
    said = one_clause(f"{_HAPPENED} {text}")
    tree = said.clause.tree
    behind = set(tree.trimmed(range(len(_HAPPENED.split()), len(tree.tokens))))
    heads = [each for each in behind if tree.tokens[each].head == said.clause.head]
    if said.words(said.subject).lower() != "this" or len(heads) != 1 or not behind <= set(tree.subtree(heads[0])):
        raise CannotBe("how the sentence is built is not certain")


def predicate(text: str) -> Realised:
    """A text as the predicate of a subject that it does not name: "led to a strike"; raises CannotBe."""
    for subject in _SAID_OF:
        try:
            said = one_clause(f"{subject} {text}")
        except CannotBe:
            continue
        if said.words(said.subject).lower() == subject.lower() and not said.opening:
            return said
    raise CannotBe("how the sentence is built is not certain")


@lru_cache(maxsize=256)  # a part is read where a relation is found, and again where it is asked about
def _sentence(text: str) -> Tree:
    """The tree of a text that is one sentence; raises CannotBe."""
    found = trees(Article(capitalised(text.strip(" ,;:")) + ".")) if has_balanced_marks(text) else ()
    if len(found) != 1:
        raise CannotBe("how the sentence is built is not certain")
    return found[0]


def _only_clause(tree: Tree, several: bool) -> Clause:
    """The clause of a sentence beside which there is none; raises CannotBe."""
    main = main_clause(tree)
    if main is None or not main.verb.finite or main.hangs_wrong or tree.tokens[0].upos == "CCONJ":
        raise CannotBe("how the sentence is built is not certain")
    beside = tree.dependents(main.head, "conj", "parataxis")
    if several:
        beside = tuple(each for each in beside if tree.dependent(each, "nsubj") is not None)
    if any(tree.tokens[each].upos in ("VERB", "AUX") or tree.dependent(each, "cop") is not None for each in beside):
        raise CannotBe("it has a clause beside it")
    if any(is_a(token.relation, "parataxis", "dep", "list") for token in tree.tokens):
        raise CannotBe("how the sentence is built is not certain")
    return main
