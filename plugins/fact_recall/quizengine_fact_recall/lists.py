"""Lists: three or more parallel things about which an article states the same.

Next: `event_facts`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from quizengine import Article, Fact, Span
from quizengine.language import Certainty, Clause, Constituent, Tree, clauses_of, trees
from quizengine_fact_recall.certainty import is_sure_of

FEWEST_ITEMS = 3


@dataclass(frozen=True, kw_only=True)
class Listing(Fact):
    """Parallel things that are one part of a statement."""

    kind: str = "list"
    items: tuple[Span, ...]
    clause: Clause = field(compare=False, repr=False)
    part: Constituent = field(compare=False, repr=False)
    """The part of the clause that the list is."""
    whole: bool = field(compare=False, default=True, repr=False)
    """True if the list is a part of its own, and not inside another: "teams from Sudan, Iran and Libya"."""

    def values(self) -> dict[str, Any]:
        """The items, and the predicate that holds for each of them."""
        return {"items": self.items, "predicate": self.clause.tree.span(self.clause.verb.tokens)}


def listings(article: Article) -> Iterator[Listing]:
    """Yield the lists of an article in order: what is stated for certain of each of three things and more."""
    for tree in trees(article):
        seen: set[int] = set()
        for clause in clauses_of(tree):
            if clause.is_fact and is_sure_of(clause):
                subject = (clause.subject,) if clause.subject and not clause.shares_subject else ()
                for part in (*subject, *clause.parts):
                    yield from _in_part(clause, part, seen)


def _in_part(clause: Clause, part: Constituent, seen: set[int]) -> Iterator[Listing]:
    """The list that a part is, or those that are inside it; `seen` are the heads of those found before."""
    tree = clause.tree
    for head in sorted(set(part.tokens)):
        joined = tree.dependents(head, "conj")
        if head in seen or len(joined) < FEWEST_ITEMS - 1 or tree.tokens[head].upos not in ("NOUN", "PROPN"):
            continue
        inner = part if head == part.head else replace(part, head=head, tokens=tree.subtree(head), marker=())
        items = items_of(inner)
        if len(items) >= FEWEST_ITEMS and all(
            tree.tokens[each].certainty >= Certainty.LIKELY for each in heads_of(inner)
        ):
            seen.add(head)
            whole = head == part.head
            yield Listing(items=tuple(map(tree.span, items)), clause=clause, part=part if whole else inner, whole=whole)


def heads_of(part: Constituent) -> tuple[int, ...]:
    """The first word that carries each item of a phrase."""
    tokens = set(part.tokens)
    return (part.head, *(each for each in part.tree.dependents(part.head, "conj") if each in tokens))


def items_of(part: Constituent) -> list[tuple[int, ...]]:
    """The tokens of each item of a phrase, without the words between the items; one item where it is not a list."""
    tree, heads = part.tree, heads_of(part)
    if tree.tokens[part.head].upos not in ("NOUN", "PROPN"):
        return []
    between = {each for one in heads for each in tree.dependents(one, "cc", "punct")} if len(heads) > 1 else set()
    core = set(part.core) - between - _said_of_all(tree, heads)
    return [_unbroken(one, [each for each in tree.subtree(one) if each in core], heads) for one in heads]


def _said_of_all(tree: Tree, heads: tuple[int, ...]) -> set[int]:
    """Words that may depend on the last item or on all: the "in Orra" of "grew apples, pears and plums in Orra"."""
    behind = tree.dependents(heads[-1], "nmod") if len(heads) > 1 else ()
    unsure = [each for each in behind if each > heads[-1] and tree.tokens[each].certainty < Certainty.EVEN_ODDS]
    return {one for each in unsure if not _has_an_of(tree, each) for one in tree.subtree(each)}


def _has_an_of(tree: Tree, noun: int) -> bool:
    return any(tree.tokens[each].form.lower() == "of" for each in tree.dependents(noun, "case"))


def _unbroken(head: int, tokens: list[int], heads: tuple[int, ...]) -> tuple[int, ...]:
    """The tokens around a head that are side by side: what comes after the last item may belong to all of them."""
    first = last = head
    own = set(tokens) - (set(heads) - {head})
    while first - 1 in own:
        first -= 1
    while last + 1 in own:
        last += 1
    return tuple(range(first, last + 1))
