"""Stretches of tokens in a tree: the rest of a clause, what continues to the next mark, the clause over some words.

Next: `causal_verbs` and `connectives`, which read causes with them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from quizengine.language import FINITE_TAGS, WH_PRONOUNS, WH_WORDS, Clause, Tree, is_a
from quizengine_cause_and_effect.signals import DOERS

Tokens = tuple[int, ...]
OF_A_CLAUSE = FINITE_TAGS | WH_WORDS | {"PRP"}
"""Tags of words that no bare phrase holds."""


@dataclass(frozen=True)
class Reading:
    """One relation that a sentence tells of, by its tokens."""

    rule: str
    cause: Tokens
    effect: Tokens
    signal: Tokens
    clause: Clause
    """The clause that tells of it: that of the causal verb, or that which a cause is added to."""


def stretch(tree: Tree, first: int, *, begun: bool = False) -> Tokens:
    """The tokens from one on to the next mark, conjunction or finite verb, except for that of a relative clause."""
    at, relative = first, False
    while at < len(tree.tokens):
        token = tree.tokens[at]
        relative = relative or (at > first and token.xpos in WH_PRONOUNS and token.form.lower() != "what")
        relative = relative or (token.form.lower() == "that" and token.upos == "SCONJ")
        if token.form == "," and at > first and _goes_on(tree, first, at):
            at += 1
            continue
        if _stops(tree, at, relative) and (begun or at > first or token.upos == "PUNCT"):
            break
        at += 1
    return tuple(range(first, at))


def _goes_on(tree: Tree, first: int, comma: int) -> bool:
    """Return whether a comma is in a number, or before another noun of a list that began at a token."""
    if tree.tokens[comma].span.end == tree.tokens[min(comma + 1, len(tree.tokens) - 1)].span.start:
        return True
    listed = (each for each in range(comma + 1, min(comma + 6, len(tree.tokens))))
    return any(
        tree.tokens[each].relation == "conj"
        and first <= tree.tokens[each].head < comma
        and tree.tokens[each].upos in ("NOUN", "PROPN", "ADJ")
        for each in listed
    )


def _stops(tree: Tree, index: int, relative: bool) -> bool:
    token = tree.tokens[index]
    behind = tree.tokens[index + 1 : index + 1 + _AHEAD]
    if token.upos == "PUNCT":
        opens = token.form in _QUOTES and behind[:1] and behind[0].upos != "PUNCT"
        return token.form not in ("-", "’", "'") and not opens
    if token.xpos in FINITE_TAGS and not relative:
        return not (token.xpos == "VBD" and behind[:1] and behind[0].form.lower() == "by")
    if token.upos == "CCONJ":
        if token.form.lower() != "and" or not behind:
            return True
        more = next((at for at, each in enumerate(behind) if each.upos == "PUNCT"), len(behind))
        told = any(each.xpos in FINITE_TAGS for each in behind[:more])
        return told or (
            behind[0].xpos not in ("VBG", "VBN")
            and behind[0].upos not in ("NOUN", "PROPN", "ADJ", "DET", "PART", "NUM", "PRON")
        )
    if token.form.lower() == "in" and [each.form.lower() for each in behind[:2]] in (
        ["the", "wake"],
        ["the", "aftermath"],
    ):
        return True
    if token.form.lower() == "as" and tree.tokens[min(index + 1, len(tree.tokens) - 1)].form.lower() == "to":
        return False
    return (token.xpos == "WRB" and not relative) or (token.upos in ("SCONJ", "ADP") and token.form.lower() in _OPENING)


_AHEAD = 7
"""Tokens after an "and" among which a finite verb makes a clause of what follows."""
_QUOTES = frozenset({'"', "“", "‘", "(", "``", "''"})
_OPENING = frozenset(
    {"demanding", "because", "after", "before", "following", "while", "although", "though", "as", "if", "since"}
)


def top(tree: Tree, tokens: Tokens) -> int:
    """The first of some tokens that depends on none of the others."""
    inside = set(tokens)
    return next(each for each in tokens if tree.tokens[each].head not in inside)


def governing(tree: Tree, tokens: Tokens, above: Mapping[int, Clause]) -> Clause | None:
    """The nearest finite clause with a subject over some tokens."""
    upper = (above[each] for each in tree.ancestors(top(tree, tokens)) if each in above)
    return next((each for each in upper if each.verb.finite and each.subject), None)


def parent_of(clause: Clause, above: Mapping[int, Clause]) -> Clause | None:
    """The clause that a clause depends on, among those `above` by their heads; None for the main clause."""
    return next((above[each] for each in clause.tree.ancestors(clause.head) if each in above), None)


def controlling(clause: Clause, above: Mapping[int, Clause]) -> Clause:
    """The finite clause whose verb an infinitive completes: "decided" of "decided to become a novelist"."""
    while not clause.verb.finite and clause.relation == "xcomp":
        upper = parent_of(clause, above)
        if upper is None:
            break
        clause = upper
    return clause


def antecedent(clause: Clause) -> Tokens | None:
    """Return what a relative pronoun stands for: the noun before it."""
    noun = clause.tree.tokens[clause.head].head
    if not is_a(clause.relation, "acl") or noun < 0:
        return None
    return clause.tree.trimmed(clause.tree.subtree(noun, [clause.head]))


def rest_of(clause: Clause, without: Tokens) -> Tokens | None:
    """The tokens around the predicate of a clause that are side by side once some are left out."""
    tree = clause.tree
    out = set(without)
    for said in clause.said:
        if said.verb is not None and said.verb in clause.tokens:
            out |= set(tree.subtree(said.verb))
    out |= {
        each
        for child in tree.dependents(clause.head, "mark", "cc")
        if child < clause.head
        for each in tree.subtree(child)
    }
    here = [each for each in clause.tokens if each not in out]
    if clause.head not in here:
        return None
    if clause.shares_subject and clause.relation == "conj" and clause.subject:
        return _with_subject(clause, here)
    first = last = here.index(clause.head)
    if clause.relation == "acl:relcl" and clause.subject and tree.tokens[clause.subject.head].xpos in WH_WORDS:
        while last + 1 < len(here) and not _parted(here[last], here[last + 1], out):
            last += 1
        noun = tree.subtree(tree.tokens[clause.head].head, [clause.head])
        return tree.trimmed(range(min(noun), here[last] + 1))
    while first and not _parted(here[first - 1], here[first], out):
        first -= 1
    while last + 1 < len(here) and not _parted(here[last], here[last + 1], out):
        last += 1
    return tree.trimmed(here[_opening(clause, here, first) : last + 1])


def _opening(clause: Clause, here: list[int], first: int) -> int:
    """Return where a clause begins, without a headline or another clause that a parser hung before its subject."""
    if clause.subject is None or clause.shares_subject or clause.subject.tokens[0] not in here:
        return first
    at = here.index(clause.subject.tokens[0])
    before = [clause.tree.tokens[each] for each in here[first:at]]
    alien = any(token.form in (":", "—", "|") or token.xpos in FINITE_TAGS for token in before)
    return at if alien or len(before) > _MOST_BEFORE else first


_MOST_BEFORE = 9
"""Tokens that may be before a subject and still belong to its clause."""


def _with_subject(clause: Clause, here: list[int]) -> Tokens:
    """A clause after "and" from the subject that it shares, over the clause before it."""
    assert clause.subject
    first = min(clause.subject.tokens)
    last = here.index(clause.head)
    while last + 1 < len(here) and here[last + 1] == here[last] + 1:
        last += 1
    return clause.tree.trimmed(range(first, here[last] + 1))


def _parted(left: int, right: int, out: set[int]) -> bool:
    return any(each in out for each in range(left + 1, right))


def is_a_doer(tree: Tree, index: int) -> bool:
    """Return whether a noun is a word for people, who may be the ones that demand something."""
    token = tree.tokens[index]
    return token.lemma.lower() in DOERS or bool(_DOER.match(token.form))


_DOER = re.compile(r"(?i)\w+(?:[eo]rs?|ists?|ians?|m[ae]n)\Z")


def added_to(clause: Clause) -> tuple[int, ...]:
    """Return what a participle adds after the last comma of a clause: ", allowing it to relieve its forces"."""
    tree = clause.tree
    last = max(clause.tokens)
    for index in reversed(clause.tokens):
        if tree.tokens[index].form != "," or index + 1 not in clause.tokens or index < clause.head:
            continue
        follows = tree.tokens[index + 1]
        if follows.xpos == "VBG" and follows.upos == "VERB" and follows.form.lower() != "including":
            return tuple(each for each in clause.tokens if index < each <= last)
    return ()


def bracketed(clause: Clause) -> set[int]:
    """Return what a clause says in brackets, which a sentence can do without."""
    tree, inside, found = clause.tree, False, set()
    for index in clause.tokens:
        inside = inside or tree.tokens[index].form in ("(", "[")
        if inside:
            found.add(index)
        inside = inside and tree.tokens[index].form not in (")", "]")
    return set() if inside or clause.head in found else found


def in_passing(clause: Clause) -> set[int]:
    """Adverbs of the predicate that only relate its time to what was told before: "later", "still"."""
    tree = clause.tree
    adverbs = (each for each in tree.dependents(clause.head, "advmod") if not tree.children[each])
    last = [each for each in clause.tokens if tree.tokens[each].upos != "PUNCT"][-2:]
    too = set(last) if [tree.tokens[each].form.lower() for each in last] == ["as", "well"] else set()
    return too | {each for each in adverbs if tree.tokens[each].form.lower() in _PASSING and each in clause.tokens}


_PASSING = frozenset({"later", "still", "already", "then", "soon", "eventually", "subsequently"})
