"""Cuts a clause out of its sentence, if this does not change what it says.

Next: `open_references`.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace

from quizengine.language import TENSED, Certainty, Clause, Realised, Tree, clauses_of, is_a, name_at
from quizengine_cause_and_effect.open_references import CONCEDING
from quizengine_cause_and_effect.token_spans import in_passing


def whom_it_adds_to(clause: Clause) -> tuple[int, ...]:
    """The name right before the comma and "which" or "who" that a clause begins with; empty if there is none."""
    tree = clause.tree
    subject = clause.subject.head if clause.subject and not clause.shares_subject else -1
    if subject < _FURTHEST or tree.tokens[subject].xpos not in ("WDT", "WP") or tree.tokens[subject - 1].form != ",":
        return ()
    at = tree.tokens[subject - 2]
    name = name_at(at.span)
    mention = next((each for each in name.mentions if each.contains(at.span)), None) if name else None
    tokens = tree.tokens_in(mention) if mention else ()
    head = next((each for each in tokens if tree.tokens[each].head not in tokens), -1)
    if name is None or head < 0 or _belongs_to_a_noun(tree, head):
        return ()
    if (tree.tokens[subject].xpos == "WP") != (name.kind == "person"):
        return ()
    the = tokens[0] > 0 and tree.tokens[tokens[0] - 1].form.lower() == "the"
    return (tokens[0] - 1, *tokens) if the else tokens


def _belongs_to_a_noun(tree: Tree, head: int) -> bool:
    """Return whether a name depends on a noun before it, which may be what is meant: "the mayor of Cork, who …"."""
    upper = tree.tokens[head].head
    noun = upper >= 0 and tree.tokens[upper].upos in ("NOUN", "PROPN", "NUM", "PRON")
    return noun and is_a(tree.tokens[head].relation, "nmod", "compound", "appos", "conj", "obl")


_FURTHEST = 2


def said_of_a_name(clause: Clause, named: tuple[int, ...], names: Mapping[int, str]) -> Realised:
    """Return what a relative clause says of a name, as a clause of its own."""
    said = tuple(each for each in clause.tree.trimmed(clause.tokens) if each > named[-1] + _FURTHEST)
    return Realised(clause, (), named, said, dict(names))


def is_certain(clause: Clause) -> bool:
    """True if predicate and subject are certain; where its other parts hang matters little, as they stay in place."""
    heads = (clause.head, *clause.verb.tokens, *([clause.subject.head] if clause.subject else []))
    return not clause.hangs_wrong and all(clause.tree.tokens[each].certainty >= Certainty.EVEN_ODDS for each in heads)


def opening_that_can_go(clause: Clause) -> tuple[int, ...]:
    """Return what is before the subject and only compares or concedes: "Unlike Cork, …", "While others left, …"."""
    if clause.subject is None or clause.shares_subject:
        return ()
    for part in clause.adjuncts():
        first = clause.tree.tokens[part.tokens[0]].form.lower()
        opens = part.tokens[-1] < min(clause.subject.tokens)
        if opens and first in CAN_GO | CONCEDING:
            return part.tokens
    return ()


CAN_GO = frozenset({"with", "despite", "like", "unlike", "after"})


def ends_the_sentence(clause: Clause) -> bool:
    """Return whether a clause continues to the end of its sentence without a gap, so that nothing can be cut wrong."""
    tokens = clause.tree.trimmed(clause.tokens)
    behind = clause.tree.tokens[tokens[-1] + 1 :]
    return tokens[-1] - tokens[0] + 1 == len(tokens) and all(token.upos == "PUNCT" for token in behind)


def is_whole(clause: Clause, said: Realised, without: Collection[int] = ()) -> bool:
    """Return whether a sentence is that of the article except for what can go, so that nothing can be cut wrong."""
    tokens = enumerate(clause.tree.tokens)
    words = [each for each, token in tokens if token.upos != "PUNCT" and each not in without]
    left = [each for each in words if each not in said.tokens and said.replaced.get(each) != ""]
    can_go = not left or _is_an_aside(clause, left) or _is_another_deed(clause, left)
    return said.tokens[:1] == tuple(words[:1]) and can_go


def _is_an_aside(clause: Clause, tokens: list[int]) -> bool:
    """Return whether some tokens are between two commas and begin with "which" or "who"."""
    tree = clause.tree
    around = [tree.tokens[each].form for each in (tokens[0] - 1, tokens[-1] + 1) if 0 <= each < len(tree.tokens)]
    together = all(tree.tokens[each].upos == "PUNCT" or each in tokens for each in range(tokens[0], tokens[-1] + 1))
    return together and around == [",", ","] and tree.tokens[tokens[0]].form in ("which", "who")


def _is_another_deed(clause: Clause, tokens: list[int]) -> bool:
    """True if some tokens are all that follows an "and" with a verb: "… and began to seek a return to old values"."""
    rest = clause.tree.tokens[tokens[0] :]
    verb = next((token for token in rest[1:3] if token.upos == "VERB"), None)
    return (
        len(rest) <= len(tokens) + _MARKS_BEHIND and rest[0].form == "and" and verb is not None and verb.xpos in TENSED
    )


_MARKS_BEHIND = 3


def clause_without(said: Realised, without: Collection[int]) -> Realised:
    """A clause without some tokens, and without the comma that parted them from the rest."""
    tree = said.clause.tree
    commas = (each - 1 for each in without if each and tree.tokens[each - 1].form == ",")
    passed = in_passing(said.clause)
    gone = {*without, *(each for each in commas if each + 1 not in passed)}
    opening, subject, rest = (
        tuple(each for each in part if each not in gone) for part in (said.opening, said.subject, said.said)
    )
    return replace(said, opening=opening, subject=subject, said=rest)


def is_cut_well(clause: Clause, said: Realised, without: Collection[int]) -> bool:
    """Return whether a sentence ends where its clause does in the article, and nothing that limits it was left out."""
    tree = clause.tree
    joined = (tree.tokens[each] for each in tree.dependents(clause.head, "conj") if each in said.tokens)
    if not clause.verb.copular and any(token.upos in ("NOUN", "PROPN") for token in joined):
        return False  # "led to a strike, and groups such as ours are growing": a noun is not a second deed
    tokens = [each for each in said.tokens if each not in said.subject or not clause.shares_subject]
    following = (each for each in range(tokens[-1] + 1, len(tree.tokens)) if each not in without)
    behind = next((tree.tokens[each] for each in following), None)
    if any(_goes_on_behind_a_dash(tree, each) for each in range(tokens[-1] + 1, len(tree.tokens) - 1)):
        return False  # "picks judges — three from each town — that will turn on Lee": what they will do is the point
    if goes_on_with_a_verb(tree, tokens[-1] + 1):
        return False  # "led to the closure, and new groups, such as ours, are growing": the groups are no effect
    if behind and behind.upos == "CCONJ" and tokens[-1] in clause.verb.tokens:
        return False  # "bought and rebuilt the mill": what follows belongs to both verbs
    if behind and not (behind.upos in ("PUNCT", "CCONJ") and behind.form not in ("-", "/", "(")):
        return False
    gone = [each for each in range(tokens[0], tokens[-1]) if each not in said.tokens]
    return not any(tree.tokens[each].form.lower() in _LIMITS for each in gone)


def _goes_on_behind_a_dash(tree: Tree, index: int) -> bool:
    """Return whether a relative clause is after a dash that closes, so that it belongs to what is before both."""
    if tree.tokens[index].form not in _DASHES or tree.tokens[index + 1].form.lower() not in ("that", "which", "who"):
        return False
    return any(token.form in _DASHES for token in tree.tokens[:index])


_DASHES = frozenset({"—", "–", "--", "-"})


def goes_on_with_a_verb(tree: Tree, first: int) -> bool:
    """True if a finite verb is after a comma, with no subject since a token: what is before is its subject."""
    for index in range(first, len(tree.tokens) - 1):
        if is_a(tree.tokens[index].relation, "nsubj") or tree.tokens[index].upos == "CCONJ":
            return False
        if tree.tokens[index].form == "," and tree.tokens[index + 1].xpos in TENSED:
            return True
    return False


_LIMITS = frozenset({"not", "n't", "but", "only", "if", "unless", "except", "perhaps", "or", "although", "though"})


def finite_clause_of(clause: Clause) -> Clause:
    """The clause that holds a participle which tells of a relation: "it struggled with losses caused by the storm"."""
    if (clause.verb.finite and clause.subject) or clause.marker or not is_a(clause.relation, "acl", "advcl"):
        return clause
    above = {each.head: each for each in clauses_of(clause.tree)}
    over = (above[each] for each in clause.tree.ancestors(clause.head) if each in above)
    return next((each for each in over if each.verb.finite), clause)
