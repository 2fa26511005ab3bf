"""Asides of a sentence: an apposition, a participle or a relative clause of one of its nouns.

"Senn, a town of 900 people, has lost its mill" is about the mill. The number of people would be as true in any other
sentence.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from quizengine.language.discourse.salience import central_names
from quizengine.language.names import name_at
from quizengine.language.syntax.adjunct_words import TIME_NOUNS
from quizengine.language.syntax.tree import Tree, is_a

_NOUNS = frozenset({"NOUN", "PROPN"})
_PARTICIPLES = frozenset({"VBN", "VBG", "VBD"})
_SAYS_IT = ("xcomp", "ccomp", "parataxis", "advcl")
"""Relations of a noun that is the predicate of a clause: "He became a poet who sold 900 books"."""
_STATES = frozenset({"be", "have"})
_TWO = 2


@dataclass(frozen=True)
class Aside:
    """Words that describe a noun of a sentence and could be left out."""

    tree: Tree
    host: int
    """The noun that they describe."""
    head: int
    """The word that the others depend on."""

    @property
    def is_a_clause(self) -> bool:
        """True if it tells what somebody did or what happened, and not only what something is or has."""
        token = self.tree.tokens[self.head]
        return is_a(token.relation, "acl") and token.upos == "VERB" and token.lemma not in _STATES

    @property
    def describes_a_name(self) -> bool:
        """True if the noun is a name, or a word of the title."""
        token, title = self.tree.tokens[self.host], self.tree.sentence.span.article.title
        named = token.upos == "PROPN" or name_at(token.span) is not None
        return named or (title is not None and token.lemma.lower() in title.text.lower())

    @property
    def names(self) -> frozenset[str]:
        """The full names that are in it."""
        found = (name_at(self.tree.tokens[each].span) for each in self.tree.subtree(self.head))
        return frozenset(name.full for name in found if name is not None)


def aside_around(tree: Tree, index: int) -> Aside | None:
    """The outermost aside that a token is in, other than at its head; None if the sentence itself tells it."""
    path = (index, *tree.ancestors(index))
    for head, host in reversed(list(pairwise(path))):
        if _describes(tree, head, host) and (head != index or not is_a(tree.tokens[head].relation, "appos")):
            return Aside(tree, host, head)
    return None


def is_beside_the_point(tree: Tree, tokens: Iterable[int]) -> bool:
    """Return whether some words are in an aside that no reader keeps in mind.

    What somebody does whom the article is about is no such thing, nor is what joins two names: "the treaty that parted
    Peru from Chile in 1929".
    """
    inside = tuple(tokens)
    top = next((each for each in inside if tree.tokens[each].head not in inside), None)
    aside = aside_around(tree, top) if top is not None else None
    if aside is None:
        return False
    own = {name.full for each in inside if (name := name_at(tree.tokens[each].span)) is not None}
    host = name_at(tree.tokens[aside.host].span)
    leads = host is not None and host.full in central_names(tree.sentence.span.article)
    return not (leads and aside.is_a_clause) and len(aside.names - own) < _TWO


def _says_what_is_told(tree: Tree, noun: int) -> bool:
    """True if a noun is a predicate, or there only to be described: "there is a bird that weighs two kilograms"."""
    token = tree.tokens[noun]
    if tree.dependent(noun, "cop") is not None or is_a(token.relation, *_SAYS_IT):
        return True
    verb = tree.tokens[token.head] if token.head >= 0 else None
    return verb is not None and (verb.lemma in _STATES or tree.dependent(token.head, "expl") is not None)


def _describes(tree: Tree, head: int, host: int) -> bool:
    """Return whether a word depends on a noun of which it is an apposition, a participle or a relative clause."""
    token, noun = tree.tokens[head], tree.tokens[host]
    if noun.upos not in _NOUNS or noun.lemma.lower() in TIME_NOUNS or _says_what_is_told(tree, host):
        return False
    if token.relation == "acl:relcl" or is_a(token.relation, "appos"):
        return True
    set_off = min(tree.subtree(head)) > 0 and tree.tokens[min(tree.subtree(head)) - 1].form == ","
    set_off = set_off or tree.tokens[min(tree.subtree(head))].form == ","  # not "a murder committed in 1994"
    return token.relation == "acl" and token.xpos in _PARTICIPLES and set_off
