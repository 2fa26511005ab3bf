"""Finds the aims and targets of actions: "to clear the square", "against the closure".

Next: `causal_facts`, which refuses what is not certain.
"""

from collections.abc import Iterator, Mapping

from quizengine.language import Clause, is_a
from quizengine_cause_and_effect.signals import (
    AIMS,
    CAMPAIGN,
    COMPLETED,
    DOERS,
    PROTEST,
    PURPOSEFUL,
    SEEKING,
    WANT_AN_INFINITIVE,
)
from quizengine_cause_and_effect.token_spans import (
    Reading,
    controlling,
    governing,
    is_a_doer,
    parent_of,
    rest_of,
    stretch,
)

_AIMS_BEGIN = ("to", "in", "so", ",")


def by_aim(clause: Clause, above: Mapping[int, Clause]) -> Iterator[Reading]:
    """An infinitive that tells what a clause is done for: "to clear the square"."""
    tree = clause.tree
    parent = parent_of(clause, above)
    if parent and tree.tokens[clause.head].xpos == "VBG":
        parent = governing(tree, clause.tokens, above)
    head = tree.tokens[clause.head]
    if parent is None or clause.verb.finite or not is_a(clause.relation, "advcl", "xcomp", "acl"):
        return
    seeking = head.xpos == "VBG" and not clause.marker and _seeks(clause, parent)
    to = head.xpos == "VB" and clause.marker.split()[-1:] == ["to"]
    explicit = clause.marker in ("in order to", "so as to")
    aim = head.lemma in AIMS
    if not seeking and not (to and (explicit or _is_purposeful(clause, parent, aim))):
        return
    if to and not head.form.islower():
        return  # "travelled from his home to Burns": a place
    if to and parent.verb.passive and parent.verb.lemma in _DESIGNED:
        return  # what it is designed to do is asked, not why it is designed
    if head.lemma == "know" or (seeking and is_a(clause.relation, "acl") and is_a_doer(tree, head.head)):
        return
    own = tree.trimmed(clause.tokens)
    if tree.tokens[own[0]].form.lower() not in (*_AIMS_BEGIN, head.form.lower()):
        return
    if tree.tokens[own[0]].form.lower() == "to" and own[0] not in _marks(clause):
        return  # "turned to the bank to help them": "to the bank" is no aim
    cause = stretch(tree, own[0], begun=True) if own[0] > parent.head else own
    upper = controlling(parent, above)
    if upper is not parent and upper.verb.finite:
        whole = rest_of(upper, clause.tokens)
        if whole and clause.head in cause:
            yield Reading("aim of a plan", cause, whole, clause.verb.tokens, upper)
        return
    effect = rest_of(parent, clause.tokens)
    if effect and clause.head in cause:
        name = "demanding" if seeking else "in order to" if explicit else "to do"
        yield Reading(name, cause, effect, clause.verb.tokens, parent)


def _marks(clause: Clause) -> set[int]:
    """The tokens of the "to" or "in order to" of an infinitive."""
    tree = clause.tree
    return {each for mark in tree.dependents(clause.head, "mark") for each in tree.subtree(mark)}


def by_design(clause: Clause, above: Mapping[int, Clause]) -> Iterator[Reading]:
    """Yield what something is for: "The law was intended to limit the power of the king"."""
    parent = parent_of(clause, above)
    head = clause.tree.tokens[clause.head]
    if parent is None or head.xpos != "VB" or clause.marker.split()[-1:] != ["to"] or parent.verb.negated:
        return
    designed = parent.verb.lemma in _DESIGNED and parent.verb.passive and parent.verb.finite
    own = clause.tree.trimmed(clause.tokens)
    if designed and own[0] > parent.head and clause.tree.tokens[own[0]].form.lower() in ("to", "in"):
        effect = rest_of(parent, clause.tokens)
        if effect:
            yield Reading("meant to", stretch(clause.tree, own[0], begun=True), effect, parent.verb.tokens, parent)


_DESIGNED = frozenset({"intend", "design", "mean"})


def _seeks(clause: Clause, parent: Clause) -> bool:
    """Return whether a participle tells what a protest is for."""
    lemma = clause.tree.tokens[clause.head].lemma
    certain = lemma in ("demand", "protest") and is_a(clause.relation, "advcl", "acl")
    against = any(part.marker_text in ("against", "over", "for") for part in clause.adjuncts())
    if not (clause.object or against or clause.of_role("clausal complement", "open complement")):
        return False
    if parent.verb.lemma in COMPLETED:
        return False
    return lemma in SEEKING and (certain or parent.verb.lemma in CAMPAIGN)


def _is_purposeful(clause: Clause, parent: Clause, aim: bool) -> bool:
    """True if an infinitive after a verb tells an aim, rather than completing the verb or the noun before it."""
    tree = clause.tree
    first = min(clause.tokens)
    before = tree.tokens[first - 1] if first else None
    called_on = parent.verb.lemma == "call" and any(part.marker_text in ("on", "upon", "for") for part in parent.parts)
    if (
        called_on
        or parent.verb.copular
        or parent.verb.lemma in COMPLETED
        or (clause.relation == "xcomp" and parent.object)
    ):
        return False
    if before and first > parent.head and (before.upos in ("ADJ", "ADP") or before.lemma.lower() in WANT_AN_INFINITIVE):
        return False
    if before and (before.form.lower() == "on" or before.lemma.lower() == "come"):
        return False  # "called on him to preach"; "came to acknowledge" tells no aim
    somebody = parent.object and tree.tokens[parent.object.head].upos in ("PROPN", "PRON")
    asked = parent.object and (somebody or is_a_doer(tree, parent.object.head))
    if asked and parent.verb.lemma not in PURPOSEFUL:
        return False
    if aim and before and before.upos != "PRON":
        return True
    return parent.verb.lemma in PURPOSEFUL and is_a(clause.relation, "advcl", "xcomp")


def by_protest(clause: Clause, above: Mapping[int, Clause]) -> Iterator[Reading]:
    """Yield what people are up in arms against: "marched against the closure", "held a protest over the closure"."""
    tree = clause.tree
    verb = clause.verb.lemma in PROTEST
    inside = [part for part in clause.parts if part.role in ("object", "adjunct")]
    nouns = [each for part in inside for each in part.tokens if tree.tokens[each].upos in ("NOUN", "PROPN")]
    if (not verb and clause.verb.lemma not in CAMPAIGN) or clause.relation.startswith("acl"):
        return
    risen = [clause.head] * verb + [each for each in nouns if tree.tokens[each].lemma.lower() in PROTEST]
    for index, token in enumerate(tree.tokens):
        against = token.form.lower() in ("against", "over") and token.head > index and token.relation == "case"
        if not against or index not in clause.tokens or not any(each < index for each in risen):
            continue
        head = tree.tokens[index].head
        about = tree.tokens[head]
        if tree.tokens[index - 1].form.lower() in ("hand", "handing", "take", "for") or about.upos != "NOUN":
            continue
        if about.lemma.lower() in DOERS or tree.dependent(head, "nummod") is not None:
            continue
        cause = tuple(each for each in tree.trimmed(tree.subtree(head)) if each >= index)
        effect = rest_of(clause, cause)
        if effect and clause.head not in cause:
            yield Reading("protest against", cause, effect, (index,), clause)
