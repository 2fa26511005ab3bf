"""Conditions on the verb of a clause and the clauses around it: reasons why it is uncertain which verb has what."""

from quizengine.language.syntax.constituents import is_finite
from quizengine.language.syntax.sentence import FINITE_TAGS, TENSED
from quizengine.language.syntax.tree import is_a
from quizengine.language.syntax.wholeness.clause_parts import JOINING_TAGS, MARKS, TWICE, ClauseParts, Condition

_STOPS = (".", "!", "?")
_CLOSING = "”\"’')]"
_OPENING = "“\"‘'(["


def _is_a_sentence(clause: ClauseParts) -> bool:
    """True if a main clause has a tense and a subject, and begins and ends as sentences do: no heading, no fragment."""
    if clause.relation != "root":
        return True
    text = clause.tree.sentence.span.text
    begins = text.lstrip(_OPENING)[:1]
    ends = text.rstrip(_CLOSING + " ")[-1:] in _STOPS
    return clause.verb.finite and clause.subject is not None and begins == begins.upper() and ends


def _is_no_subordinate(clause: ClauseParts) -> bool:
    """True if a main clause begins with no word that would put it below another: "when she was small she sang"."""
    tree, head = clause.tree, clause.verb.head
    asks = tree.sentence.span.text.rstrip(_CLOSING + " ").endswith("?")
    asking = [each for each in tree.dependents(head, "advmod") if tree.tokens[each].xpos == "WRB" and each < head]
    marked = [each for each in tree.dependents(head, "mark") if each < clause.verb.first]
    return clause.relation != "root" or (not marked and (asks or not asking))


def _has_one_tense(clause: ClauseParts) -> bool:
    """Return whether the verb group has no two verbs with a tense: no "is has landed"."""
    return sum(clause.tree.tokens[each].xpos in FINITE_TAGS for each in clause.verb.tokens) < TWICE


def _complements_are_whole(clause: ClauseParts) -> bool:
    """True if each finite clause that is a complement has a subject other than "that": "cells grew that look alike"."""
    tree = clause.tree
    told = [part.head for part in clause.parts if part.role == "clausal complement"]
    for each in told:
        subject = tree.dependent(each, "nsubj", "csubj", "expl")
        if is_finite(tree, each) and (subject is None or tree.tokens[subject].xpos == "WDT"):
            return False
    return True


def _says_something(clause: ClauseParts) -> bool:
    """Return whether "say" has what is said, and a copula is "be"."""
    said = any(part.role in ("object", "clausal complement", "open complement") for part in clause.parts)
    says = clause.verb.lemma == "say" and not clause.verb.passive
    copula = not clause.verb.copular or clause.verb.lemma == "be"
    return copula and (said or not says or clause.relation != "root")


def _negates_once(clause: ClauseParts) -> bool:
    """Return whether no "not" is outside of the verb group as if it were an adjunct: "is just not honest"."""
    alone = [part.head for part in clause.parts if part.role == "adjunct" and len(part.tokens) == 1]
    return not any(clause.tree.tokens[each].form.lower() in ("not", "n't", "n’t") for each in alone)


def _accounts_for_all(clause: ClauseParts) -> bool:
    """True if every word that depends on the predicate is in the verb group, in a part or in a clause joined to it."""
    tree, head = clause.tree, clause.verb.head
    told = {head, *clause.verb.tokens, *(each for part in clause.phrases for each in part.tokens)}
    for child in tree.children[head]:
        if tree.tokens[child].upos in MARKS or is_a(tree.tokens[child].relation, "cc", "conj", "mark"):
            continue
        if any(each not in told and tree.tokens[each].upos not in MARKS for each in tree.subtree(child)):
            return False
    return True


def _postpones_nothing(clause: ClauseParts) -> bool:
    """Return whether no clause after an "it" may be the real subject: "it is clear that …", "it was here that …"."""
    subject, may_be_empty = clause.subject, clause.verb.copular or clause.verb.passive
    if subject is None or not may_be_empty or clause.tree.tokens[subject.head].form.lower() != "it":
        return True
    behind = [each for part in clause.parts for each in part.tokens if each > clause.verb.head]
    clauses = ("ccomp", "csubj", "acl", "xcomp", "advcl")
    return not any(is_a(clause.tree.tokens[each].relation, *clauses) for each in behind)


def _asks_for_no_predicate(clause: ClauseParts) -> bool:
    """True if no question word is the subject of a copula, or an object beside a clause that it may be asked from.

    In "what is the key?" it is what is said of the key, and in "what do you think was lost?" it is what was lost.
    """
    tree, subject = clause.tree, clause.subject
    told = any(part.role == "clausal complement" for part in clause.parts)
    objects = [part.head for part in clause.parts if part.role == "object" and told]
    subjects = subject.tokens[:2] if subject and clause.verb.copular else ()
    return not any(tree.tokens[each].xpos in ("WP", "WDT", "WRB") for each in (*objects, *subjects))


def _joins_its_clauses(clause: ClauseParts) -> bool:
    """True if each finite clause beside the predicate begins with a word that joins it; else it may be what is said."""
    tree = clause.tree
    loose = [part for part in clause.parts if part.role in ("adjunct", "aside") and is_finite(tree, part.head)]
    return all(part.marker or tree.tokens[part.tokens[0]].xpos in JOINING_TAGS for part in loose)


def _completes_once(clause: ClauseParts) -> bool:
    """Return whether at most one clause is what is said, and no "as" begins it."""
    told = [part for part in clause.parts if part.role == "clausal complement"]
    return len(told) < TWICE and all(part.marker_text != "as" for part in told)


def _leaves_no_end_open(clause: ClauseParts) -> bool:
    """Return whether no verb without a subject may continue with a clause in a part as well as with the main one.

    In "they say it is hard and takes time", "takes" continues with "is", and might be taken to continue with "say".
    """
    tree, head = clause.tree, clause.verb.head
    behind = [part for part in clause.parts if part.head > head]
    finite = [each for part in behind for each in part.tokens if is_finite(tree, each)]
    told = [part.head for part in behind if part.role == "clausal complement"]
    after = [each for each in tree.dependents(head, "conj") if finite and each > finite[0]]
    within = [each for part in told for each in tree.dependents(part, "conj") if tree.tokens[each].xpos in TENSED]
    return all(tree.dependent(each, "nsubj", "expl", "csubj") is not None for each in (*after, *within))


def _coordinates_no_subordinate(clause: ClauseParts) -> bool:
    """True if nothing joined to the predicate has a word that subordinates: "…, although it rained", "…, which won"."""
    tree = clause.tree
    for each in tree.dependents(clause.verb.head, "conj"):
        subject = tree.dependent(each, "nsubj")
        relative = subject is not None and tree.tokens[subject].xpos in ("WDT", "WP")
        if relative or tree.dependent(each, "mark") is not None:
            return False
    return True


def _joins_like_to_like(clause: ClauseParts) -> bool:
    """Return whether what is joined to the predicate has an "and" at last, and a tense or its form.

    No "widening" is joined to "is acute", and in "snow and rain, and many, perhaps all, died" no "died" to "it rained".
    """
    tree, head = clause.tree, clause.verb.head
    joined = tree.dependents(head, "conj")
    if joined and tree.dependent(joined[-1], "cc") is None:
        return False
    return not clause.verb.finite or all(
        is_finite(tree, each) or tree.tokens[each].xpos == tree.tokens[head].xpos for each in joined
    )


def _shares_no_object(clause: ClauseParts) -> bool:
    """Return whether no object is after a second verb that may be one of both: "they made and sold toys"."""
    tree, head = clause.tree, clause.verb.head
    if clause.verb.copular or clause.verb.passive or any(part.role == "object" for part in clause.parts):
        return True
    behind = [each for part in clause.parts for each in part.tokens if each > head]
    joined = [each for each in tree.dependents(head, "conj") if tree.dependent(each, "obj") is not None]
    return not any(all(each > verb for each in behind) for verb in joined)


def _leaves_no_infinitive_open(clause: ClauseParts) -> bool:
    """Return whether no infinitive among the adjuncts completes what is before it: an adjective, a gerund, "ask"."""
    tree = clause.tree
    for part in clause.parts:
        infinitive = part.role == "adjunct" and part.marker_text == "to" and part.head > clause.verb.head
        if infinitive and is_a(tree.tokens[part.head].relation, "advcl"):
            before = tree.tokens[part.tokens[0] - 1]
            if not part.circumstance or before.xpos == "VBN" or before.form.endswith("ing"):
                return False
    return True


def _says_nothing_twice(clause: ClauseParts) -> bool:
    """Return whether what the predicate of a copula has below it is no part besides: "sure that …"."""
    attribute = {each for part in clause.parts if part.role == "attribute" for each in part.tokens}
    others = [part for part in clause.parts if part.role not in ("attribute", "adjunct")]
    return not any(attribute.intersection(part.tokens) for part in others)


PREDICATES: dict[str, Condition] = {
    "a sentence": _is_a_sentence,
    "no subordinate": _is_no_subordinate,
    "one tense": _has_one_tense,
    "complements whole": _complements_are_whole,
    "something said": _says_something,
    "one negation": _negates_once,
    "all accounted for": _accounts_for_all,
    "nothing postponed": _postpones_nothing,
    "no question for the predicate": _asks_for_no_predicate,
    "clauses joined": _joins_its_clauses,
    "nothing twice": _says_nothing_twice,
    "no object shared": _shares_no_object,
    "like joined to like": _joins_like_to_like,
    "no end open": _leaves_no_end_open,
    "nothing subordinate joined": _coordinates_no_subordinate,
    "no infinitive open": _leaves_no_infinitive_open,
    "one complement": _completes_once,
}
