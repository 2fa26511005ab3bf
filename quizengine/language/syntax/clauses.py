"""Clauses: a predicate with its subject, objects, complements and adjuncts, its parent clause, and its sources.

Next: `reporting`, the verbs of saying; `quizengine.language.realise`, which turns clauses into words.
"""

from dataclasses import dataclass, field

from quizengine.language.reporting import VOUCHED, Stance, stance_of
from quizengine.language.syntax.certainty import NOT_JUDGED, Certainty
from quizengine.language.syntax.constituents import (
    Constituent,
    constituents,
    goes_on,
    is_clausal,
    is_finite,
    marker_of,
    predicates_joined,
)
from quizengine.language.syntax.sentence import TENSED
from quizengine.language.syntax.tree import Tree, cache_per_tree, is_a, tree_at
from quizengine.language.syntax.verb_groups import VerbGroup, verb_group
from quizengine.language.syntax.wholeness import doubts
from quizengine.language.word_lists import word_set
from quizengine.text.article import Span

_UNREAL = frozenset({"may", "might", "could", "would", "should", "must", "can"})
_HEADS_A_CLAUSE = ("root", "conj", "ccomp", "csubj", "advcl", "acl", "parataxis", "xcomp", "appos", "dislocated")


_REFLEXIVES = word_set("myself yourself himself herself itself ourselves yourselves themselves")


@dataclass(frozen=True)
class Said:
    """The source of a clause: somebody who is said to say, think or want what it states."""

    stance: Stance
    source: Constituent | None
    """The phrase that names who says so; None if nobody is named ("it is said")."""
    verb: int | None
    """The token of the reporting verb; None for "according to"."""


@dataclass(frozen=True)
class Clause:
    """One predicate with what belongs to it."""

    tree: Tree
    verb: VerbGroup
    subject: Constituent | None
    """Its own subject, or the one that it shares with the clause before it; None if it has none."""
    shares_subject: bool
    parts: tuple[Constituent, ...]
    """Objects, complements, attribute, adjuncts and asides, in order, without the subject."""
    relation: str
    """The relation to the clause above: root, conj, ccomp, advcl, acl:relcl …"""
    marker: str
    """The conjunction it begins with, in lower case: "because", "that", "to"; or empty."""
    said: tuple[Said, ...] = ()
    """Those who say so, the nearest first: in "Lee said Kim denied it", the denial is Lee's to tell."""
    is_fact: bool = False
    """True if the article, or whoever it names in `said`, states it as having been, being or going to be so."""
    hangs_wrong: bool = False
    """True if its tree cannot be right: two phrases are its subject, a finite verb without one is beside it or is
    joined to a noun in it, a name is its verb, or one comma parts its verb from its subject."""
    tokens: tuple[int, ...] = field(default=(), repr=False)
    """All tokens of the clause, with those of the clauses that depend on it except for coordinated ones."""

    @property
    def head(self) -> int:
        """The token that carries the predicate's meaning."""
        return self.verb.head

    @property
    def span(self) -> Span:
        """The span from its first token to its last."""
        return self.tree.span(self.tokens)

    def of_role(self, *roles: str) -> tuple[Constituent, ...]:
        """The parts with one of these roles, in order."""
        return tuple(part for part in self.parts if part.role in roles)

    @property
    def object(self) -> Constituent | None:
        """The direct object, if there is exactly one."""
        found = self.of_role("object")
        return found[0] if len(found) == 1 else None

    def adjuncts(self, *circumstances: str) -> tuple[Constituent, ...]:
        """The adjuncts that tell one of these, all when none is named."""
        return tuple(
            part for part in self.of_role("adjunct") if not circumstances or part.circumstance in circumstances
        )

    @property
    def certainty(self) -> int:
        """The certainty of the predicate, the subject and every part: the least of their tokens' certainty."""
        if self.hangs_wrong:
            return NOT_JUDGED
        heads = [self.head, *self.verb.tokens, *(part.head for part in self.parts)]
        marks = [each for part in self.parts for each in part.marker]
        subject = [self.subject.head] if self.subject else []
        return min(self.tree.tokens[each].certainty for each in (*heads, *marks, *subject))

    @property
    def is_likely(self) -> bool:
        """True if predicate, subject and heads of its parts are likely right; how far each part goes may be open."""
        return self.certainty >= Certainty.LIKELY

    @property
    def is_sure(self) -> bool:
        """True if all that it says may be relied on: what its parts are, and from where to where each goes.

        This is the strictest question, for whoever takes a clause as it is: plugins, the outline, and the tool that
        measures it. The generators that ship need less than a whole clause, and look at the certainty of just that.
        """
        return not self.hangs_wrong and not any(doubts(self.tree, self.verb, self.subject, self.parts, self.relation))


@cache_per_tree
def clauses_of(tree: Tree) -> tuple[Clause, ...]:
    """Every clause of a sentence in the order of its predicates, those that are not finite included."""
    found: dict[int, Clause] = {}
    for head in _top_down(tree):
        if not is_a(tree.tokens[head].relation, *_HEADS_A_CLAUSE) and tree.tokens[head].head >= 0:
            continue
        group = verb_group(tree, head) if is_clausal(tree, head) else None
        if group is not None:
            found[head] = _clause(tree, group, found)
    return tuple(found[head] for head in sorted(found))


def clauses_at(span: Span) -> tuple[Clause, ...]:
    """The clauses of the sentence that a span begins in; none outside the body of the article."""
    tree = tree_at(span)
    return clauses_of(tree) if tree else ()


def main_clause(tree: Tree) -> Clause | None:
    """The clause that the sentence is about: that of its root; None if the root is not a predicate."""
    return next((each for each in clauses_of(tree) if each.head == tree.root), None)


def _top_down(tree: Tree) -> list[int]:
    """The tokens, every one after its head."""
    order, waiting = [], [tree.root] if tree.root >= 0 else []
    while waiting:
        at = waiting.pop(0)
        order.append(at)
        waiting += tree.children[at]
    return order


def _clause(tree: Tree, group: VerbGroup, above: dict[int, Clause]) -> Clause:
    head = group.head
    joined = tuple(child for child in tree.dependents(head, "conj") if is_clausal(tree, child))
    parts = constituents(tree, group, joined)
    own = next((part for part in parts if part.role == "subject"), None)
    relation = tree.tokens[head].relation if tree.tokens[head].head >= 0 else "root"
    parent = _parent(tree, head, above)
    subject = own
    if own is None and parent is not None and relation in ("conj", "xcomp"):
        subject = _controller(parent) if relation == "xcomp" else _shared(tree, head, parent)
    said = _said(tree, head, relation, parent)
    leaving = [child for child in tree.dependents(head, "cc") if joined and child > head]
    return Clause(
        tree=tree,
        verb=group,
        subject=subject,
        shares_subject=own is None and subject is not None,
        parts=tuple(part for part in parts if part.role != "subject"),
        relation=relation,
        marker=" ".join(
            tree.tokens[each].form.lower() for child in tree.dependents(head, "mark") for each in tree.subtree(child)
        ),
        said=said,
        hangs_wrong=_hangs_wrong(tree, group, parts),
        is_fact=_is_fact(tree, group, relation, parent, said),
        tokens=tree.subtree(head, (*joined, *leaving)),
    )


def _parent(tree: Tree, head: int, above: dict[int, Clause]) -> Clause | None:
    return next((above[each] for each in tree.ancestors(head) if each in above), None)


def _shared(tree: Tree, head: int, parent: Clause) -> Constituent | None:
    """The subject of the clause that a verb is joined to; None if a noun is joined to it, too.

    In "the court sat, and its clerk, Lee, was paid" a parser easily takes the clerk for something else that sat.
    """
    beside = [each for each in tree.dependents(tree.tokens[head].head, "conj") if each < head]
    nouns = any(tree.tokens[each].upos in ("NOUN", "PROPN") and not is_clausal(tree, each) for each in beside)
    return None if nouns and tree.tokens[tree.tokens[head].head].upos == "VERB" else parent.subject


def _controller(parent: Clause) -> Constituent | None:
    """Return who does what an infinitive tells: the object of "told him to go", else the subject."""
    return parent.object or parent.subject


def _said(tree: Tree, head: int, relation: str, parent: Clause | None) -> tuple[Said, ...]:
    """The sources of a clause: its own "according to" and "as X said", the verb above it, and the sources of that."""
    found = []
    for child in tree.dependents(head, "obl"):
        marker = marker_of(tree, child)
        if [tree.tokens[each].form.lower() for each in marker] == ["according", "to"]:
            found.append(
                Said("asserts", Constituent(tree, child, "adjunct", tree.trimmed(tree.subtree(child)), marker), None)
            )
    found += [_named_beside(tree, each) for each in tree.subtree(head) if _says_so_beside(tree, each, head)]
    if parent is not None:
        if relation in ("ccomp", "xcomp", "csubj"):
            stance = stance_of(parent.verb.lemma)
            if stance and not _acts_on_itself(tree, parent.head):
                found.append(Said(stance, parent.subject, parent.head))
        if relation.startswith(("ccomp", "xcomp", "conj", "csubj", "advcl", "acl")):
            found += parent.said
    return tuple(dict.fromkeys(found))


def _acts_on_itself(tree: Tree, verb: int) -> bool:
    """Return whether a verb has a reflexive object, so that it reports nothing: "found itself in court when …"."""
    return any(tree.tokens[each].form.lower() in _REFLEXIVES for each in tree.dependents(verb, "obj"))


def _says_so_beside(tree: Tree, index: int, head: int) -> bool:
    """Return whether a verb tells who says what is before it: "The bank lost 300 jobs, officials told reporters".

    A parser is easily led to hang such a verb on the last noun, so that how it hangs counts for nothing here.
    """
    token = tree.tokens[index]
    if index <= head or token.xpos not in TENSED or stance_of(token.lemma) not in VOUCHED:
        return False
    around = [tree.tokens[child] for child in tree.children[index]]
    if any(other.relation.startswith(("ccomp", "obj")) or other.xpos in ("WDT", "WP", "WRB") for other in around):
        return False
    first = min(tree.subtree(index))
    comma = tree.tokens[first].form == "," or (first > 0 and tree.tokens[first - 1].form == ",")
    return comma and tree.dependent(index, "nsubj") is not None and tree.dependent(index, "mark") is None


def _named_beside(tree: Tree, index: int) -> Said:
    speaker = tree.dependents(index, "nsubj")[0]
    source = Constituent(tree, speaker, "subject", tree.trimmed(tree.subtree(speaker)))
    return Said(stance_of(tree.tokens[index].lemma), source, index)


def _hangs_wrong(tree: Tree, group: VerbGroup, parts: tuple[Constituent, ...]) -> bool:
    return (
        sum(part.role == "subject" for part in parts) > 1
        or _is_a_name(tree, group.head)
        or _opens_an_aside(tree, group, parts)
        or any(map(_is_stray, parts))
        or any(not goes_on(tree, each) for part in parts for each in predicates_joined(tree, part.head))
    )


def _is_a_name(tree: Tree, verb: int) -> bool:
    """True if a verb inside a sentence begins with a capital, as in "Johannes Brønsted" read as what Johannes did."""
    token = tree.tokens[verb]
    return (
        verb > 0 and token.upos == "VERB" and token.form.istitle() and tree.tokens[verb - 1].form[-1:] not in "“‘\"':("
    )


def _opens_an_aside(tree: Tree, group: VerbGroup, parts: tuple[Constituent, ...]) -> bool:
    """True if one comma parts a verb from its subject, as it does a participle: "The mill, built in 1816, burnt"."""
    subject = next((part.head for part in parts if part.role == "subject"), group.first)
    commas = [each for each in range(subject, group.first) if tree.tokens[each].form == ","]
    return commas == [group.first - 1]


def _is_stray(part: Constituent) -> bool:
    """True if an aside is a finite verb with its subject elsewhere: "… and many thousands, perhaps more, died"."""
    if part.role != "aside" or not is_finite(part.tree, part.head):
        return False
    return part.tree.dependent(part.head, "nsubj", "csubj", "expl", "mark") is None


_SUPPOSING = frozenset({"maybe", "perhaps", "possibly", "presumably", "supposedly"})
"""Adverbs of a predicate that make it a guess of whoever tells it."""


def _is_fact(tree: Tree, group: VerbGroup, relation: str, parent: Clause | None, said: tuple[Said, ...]) -> bool:
    """True if a clause is stated: finite, real, not asked, not a condition, and below nothing that is not stated."""
    if not group.finite or group.modal in _UNREAL or tree.sentence.span.text.rstrip("”\"’')").endswith("?"):
        return False
    if any(each.stance not in VOUCHED for each in said):
        return False
    markers = {tree.tokens[each].form.lower() for each in tree.dependents(group.head, "mark")}
    adverbs = {tree.tokens[each].form.lower() for each in tree.dependents(group.head, "advmod")}
    if markers & {"if", "unless", "whether", "lest"} or adverbs & _SUPPOSING:
        return False
    if parent is None or relation == "root":
        return True
    if relation.startswith(("ccomp", "csubj", "advcl", "acl", "conj")):
        negated_report = relation.startswith("ccomp") and parent.verb.negated
        return parent.is_fact and not negated_report
    return relation == "parataxis"
