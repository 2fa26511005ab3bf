"""The phrases around a verb: the role of each and, for adjuncts, the circumstance.

Next: `clauses`, which joins them with their verb.
"""

from dataclasses import dataclass
from typing import Literal

from quizengine.language.syntax.adjuncts import Circumstance, circumstance
from quizengine.language.syntax.sentence import FINITE_TAGS
from quizengine.language.syntax.tree import Tree, cache_per_tree, is_a
from quizengine.language.syntax.verb_groups import VerbGroup
from quizengine.text.article import Span

Role = Literal[
    "subject",
    "object",
    "indirect object",
    "attribute",
    "existent",
    "clausal complement",
    "open complement",
    "adjunct",
    "aside",
]
"""The role of a phrase in its clause; the existent is what "there is"."""

_ROLES: dict[str, Role] = {
    "nsubj": "subject",
    "csubj": "subject",
    "expl": "subject",
    "obj": "object",
    "iobj": "indirect object",
    "ccomp": "clausal complement",
    "xcomp": "open complement",
    "obl": "adjunct",
    "advmod": "adjunct",
    "advcl": "adjunct",
    "nmod": "adjunct",
    "acl": "adjunct",
    "amod": "adjunct",
    "det": "adjunct",
    "nummod": "adjunct",
    "appos": "aside",
    "parataxis": "aside",
    "vocative": "aside",
    "discourse": "aside",
    "dislocated": "aside",
    "dep": "aside",
    "list": "aside",
    "orphan": "aside",
}
"""Roles by relation: https://universaldependencies.org/u/dep/all.html."""


@dataclass(frozen=True)
class Constituent:
    """A phrase that depends on a predicate, whole: with its preposition or conjunction, and all that depends on it."""

    tree: Tree
    head: int
    role: Role
    tokens: tuple[int, ...]
    marker: tuple[int, ...] = ()
    """The prepositions or the conjunction that it begins with."""
    circumstance: Circumstance = ""
    """The kind of adjunct: time, place, manner, cause …; empty for everything else and where it is not known."""

    @property
    def span(self) -> Span:
        """The span from its first token to its last."""
        return self.tree.span(self.tokens)

    @property
    def text(self) -> str:
        """Its words as they stand in the article, on one line."""
        return " ".join(self.span.text.split())

    @property
    def marker_text(self) -> str:
        """The words that it begins with, in lower case: "because of", "in"; or empty."""
        return " ".join(self.tree.tokens[each].form.lower() for each in self.marker)

    @property
    def core(self) -> tuple[int, ...]:
        """Its tokens without the marker."""
        return tuple(each for each in self.tokens if each not in self.marker)

    @property
    def is_sure(self) -> bool:
        """True if the parsers agree on where it hangs, and on how its head is marked."""
        return all(self.tree.tokens[each].sure for each in (self.head, *self.marker))


def constituents(tree: Tree, group: VerbGroup, excluded: tuple[int, ...]) -> tuple[Constituent, ...]:
    """The phrases around a verb group, in order; `excluded` are dependents that belong to other clauses."""
    found = []
    empty = tree.dependent(group.head, "expl") is not None  # "there are", "it is said that"
    for child in tree.children[group.head]:
        role = _ROLES.get(tree.tokens[child].relation.partition(":")[0])
        if role is None or child in group.tokens or child in excluded:
            continue
        if group.copular and role == "adjunct" and not is_a(tree.tokens[child].relation, "obl", "advmod", "advcl"):
            continue  # it belongs to the noun that is the predicate
        apposed = group.copular and is_a(tree.tokens[child].relation, "appos")
        if apposed or _in_a_clause_that_is_the_predicate(tree, child, group):
            continue
        if empty and role == "subject" and not is_a(tree.tokens[child].relation, "expl"):
            role = "existent" if is_a(tree.tokens[child].relation, "nsubj") else "clausal complement"
        tokens = tree.trimmed(
            tree.subtree(child, [each for each in predicates_joined(tree, child) if goes_on(tree, each)])
        )
        marker = marker_of(tree, child)
        kind = _circumstance(tree, group, child, marker) if role == "adjunct" else ""
        found.append(Constituent(tree, child, role, tokens, marker, kind))
    if group.copular:
        found.append(_attribute(tree, group))
    return tuple(sorted(found, key=lambda each: each.tokens[0]))


def _circumstance(tree: Tree, group: VerbGroup, child: int, marker: tuple[int, ...]) -> Circumstance:
    return circumstance(tree, child, marker, passive=group.passive, finite=group.finite)


def predicates_joined(tree: Tree, head: int) -> list[int]:
    """The finite predicates that the parser joined to a noun inside a phrase: they cannot belong to it."""
    joined = _predicates_joined(tree)
    return sorted(joined.intersection(tree.subtree(head))) if joined else []


@cache_per_tree
def _predicates_joined(tree: Tree) -> frozenset[int]:
    """Those of a whole sentence, which hardly any has."""
    return frozenset(
        index
        for index, token in enumerate(tree.tokens)
        if is_a(token.relation, "conj")
        and is_finite(tree, index)
        and not is_finite(tree, token.head)
        and not any(tree.tokens[each].xpos in ("WDT", "WP") for each in tree.dependents(index, "nsubj")[:1])
    )


def goes_on(tree: Tree, predicate: int) -> bool:
    """Return whether a joined predicate continues with the clause: "it had 900 inhabitants and was a port"."""
    return tree.dependent(predicate, "cop", "aux") is not None and tree.dependent(predicate, "nsubj") is None


def is_finite(tree: Tree, index: int) -> bool:
    """True if a token heads a clause with a tense of its own: it, its auxiliary or its copula is a finite verb."""
    return any(
        tree.tokens[each].xpos in FINITE_TAGS
        for each in (index, *tree.dependents(index, "cop"), *tree.dependents(index, "aux"))
    )


def _attribute(tree: Tree, group: VerbGroup) -> Constituent:
    """Return what a copula says of its subject: the predicate with its own modifiers, without those of the clause."""
    outside = [
        child
        for child in tree.children[group.head]
        if is_a(
            tree.tokens[child].relation,
            *("nsubj", "csubj", "cop", "aux", "mark", "advcl", "punct", "expl", "parataxis", "discourse", "vocative"),
        )
        or (is_a(tree.tokens[child].relation, "advmod", "obl", "cc") and not _within(tree, child, group))
        or (is_a(tree.tokens[child].relation, "conj") and is_clausal(tree, child))
        or child in group.tokens
        or _is_floated(tree, child, group)
    ]
    outside = [each for each in outside if not _in_a_clause_that_is_the_predicate(tree, each, group)]
    tokens = tree.trimmed(tree.subtree(group.head, outside))
    return Constituent(tree, group.head, "attribute", tokens, tuple(tree.dependents(group.head, "case")))


def _in_a_clause_that_is_the_predicate(tree: Tree, child: int, group: VerbGroup) -> bool:
    """True if a dependent belongs to the infinitive or gerund that a copula has: "to assess them" in "it was to …"."""
    if not group.copular or tree.tokens[group.head].xpos not in ("VB", "VBG") or child in group.tokens:
        return False
    own = ("mark", "obj", "iobj", "xcomp", "ccomp", "obl", "advmod", "advcl", "compound")
    return child > max(group.tokens) and is_a(tree.tokens[child].relation, *own)


def _is_floated(tree: Tree, child: int, group: VerbGroup) -> bool:
    """Return whether a dependent is a word of the subject's that is after the copula: "the men were all tired"."""
    quantifies = tree.tokens[child].form.lower() in ("all", "both", "each")
    determined = tree.dependent(group.head, "det", "nmod:poss", "nummod") not in (None, child)
    return quantifies and not tree.children[child] and max(group.tokens) < child < group.head and not determined


def _within(tree: Tree, child: int, group: VerbGroup) -> bool:
    """True if a dependent is inside the predicate phrase: after the copula, before the head or right on it."""
    last = max(group.tokens)
    return last < child < group.head or (is_a(tree.tokens[child].relation, "cc") and child > group.head)


def is_clausal(tree: Tree, index: int) -> bool:
    """Return whether a token heads a clause: a verb or a predicate with a copula."""
    token = tree.tokens[index]
    if tree.dependent(index, "cop") is not None:
        return True
    return token.upos in ("VERB", "AUX")


def marker_of(tree: Tree, head: int) -> tuple[int, ...]:
    """The prepositions or the conjunction that a phrase begins with, with the words fixed to them: "because of".

    They may depend on another word of the phrase than its head, as where a name has two parts.
    """
    found: list[int] = []
    for index in tree.trimmed(tree.subtree(head)):
        if index >= head or not is_a(tree.tokens[index].relation, "case", "mark", "fixed"):
            break
        found.append(index)
    return tuple(found)


def takes_in_an_opening(tree: Tree, subject: int) -> bool:
    """True if a subject may hold the phrase before it: "the Civil War Leeds", in "During the Civil War Leeds grew".

    The preposition then depends on the verb, as if it were a conjunction that begins the clause.
    """
    marks = tree.dependents(tree.tokens[subject].head, "mark")
    return any(each < subject and tree.tokens[each].xpos == "IN" for each in marks)
