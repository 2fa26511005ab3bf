"""Whether all that a clause is said to be may be relied on: its verb, its subject, and every part in its whole extent.

Each condition was measured (tools/evaluate_clauses.py): kept is what leaves more of the wrong clauses out than right.
Next: `clauses`, which ask.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quizengine.language.syntax.certainty import Certainty
from quizengine.language.syntax.constituents import Constituent, is_finite
from quizengine.language.syntax.sentence import FINITE, TENSED
from quizengine.language.syntax.tree import Tree, is_a
from quizengine.language.syntax.verb_groups import VerbGroup

_STOPS = (".", "!", "?")
_CLOSING = "”\"’')]"
_OPENING = "“\"‘'(["
_MARKS = ("PUNCT", "SYM")
_TWICE = 2
_IN_NAMES = ("for", "of", "without")
_JOINING_TAGS = ("WRB", "WP", "WDT", "IN")


@dataclass(frozen=True)
class _Parts:
    """A clause as its conditions see it."""

    tree: Tree
    verb: VerbGroup
    subject: Constituent | None
    parts: tuple[Constituent, ...]
    relation: str

    @property
    def phrases(self) -> tuple[Constituent, ...]:
        """The subject and the other parts."""
        return (self.subject, *self.parts) if self.subject else self.parts


def doubts(
    tree: Tree, verb: VerbGroup, subject: Constituent | None, parts: tuple[Constituent, ...], relation: str
) -> Iterator[str]:
    """What tells against a clause: the names of the conditions that it fails, none where it may be relied on."""
    clause = _Parts(tree, verb, subject, parts, relation)
    return (name for name, holds in _CONDITIONS.items() if not holds(clause))


def _is_certain(clause: _Parts) -> bool:
    return min(clause.tree.tokens[each].certainty for each in deciding(clause.tree, clause.verb)) >= Certainty.LIKELY


def deciding(tree: Tree, verb: VerbGroup) -> Iterator[int]:
    """The words of a clause that decide what its parts are, and how far each goes.

    They are those of the verb group, and those of each phrase that no arc inside the phrase spans: lines of a tree do
    not cross, so a word below an arc can hang on nothing outside of it. In "the mayor of Cork", "of" is below the arc
    from "mayor" to "Cork", and cannot be part of anything else if "Cork" is not.
    """
    yield from {verb.head, *verb.tokens}
    for child in tree.children[verb.head]:
        if child in verb.tokens:
            continue
        phrase = tree.subtree(child)
        arcs = [sorted((each, tree.tokens[each].head)) for each in phrase if each != child]
        for each in phrase:
            spanned = any(first < each < last for first, last in arcs)
            if not spanned and tree.tokens[each].upos != "PUNCT":
                yield each


def _is_a_sentence(clause: _Parts) -> bool:
    """Whether a main clause has a tense and a subject, and begins and ends as sentences do: no heading, no fragment."""
    if clause.relation != "root":
        return True
    text = clause.tree.sentence.span.text
    begins = text.lstrip(_OPENING)[:1]
    ends = text.rstrip(_CLOSING + " ")[-1:] in _STOPS
    return clause.verb.finite and clause.subject is not None and begins == begins.upper() and ends


def _is_no_subordinate(clause: _Parts) -> bool:
    """Whether a main clause begins with no word that would put it below another: "when she was small she sang"."""
    tree, head = clause.tree, clause.verb.head
    asks = tree.sentence.span.text.rstrip(_CLOSING + " ").endswith("?")
    asking = [each for each in tree.dependents(head, "advmod") if tree.tokens[each].xpos == "WRB" and each < head]
    marked = [each for each in tree.dependents(head, "mark") if each < clause.verb.first]
    return clause.relation != "root" or (not marked and (asks or not asking))


def _has_one_tense(clause: _Parts) -> bool:
    """Whether the verb group has no two verbs with a tense: no "is has landed"."""
    return sum(clause.tree.tokens[each].xpos in FINITE for each in clause.verb.tokens) < _TWICE


def _complements_are_whole(clause: _Parts) -> bool:
    """Whether each finite clause that is a complement has a subject other than "that": "cells grew that look alike"."""
    tree = clause.tree
    told = [part.head for part in clause.parts if part.role == "clausal complement"]
    for each in told:
        subject = tree.dependent(each, "nsubj", "csubj", "expl")
        if is_finite(tree, each) and (subject is None or tree.tokens[subject].xpos == "WDT"):
            return False
    return True


def _negates_once(clause: _Parts) -> bool:
    """Whether no "not" stands outside of the verb group as if it were an adjunct: "is just not honest"."""
    alone = [part.head for part in clause.parts if part.role == "adjunct" and len(part.tokens) == 1]
    return not any(clause.tree.tokens[each].form.lower() in ("not", "n't", "n’t") for each in alone)


def _sets_nothing_off(clause: _Parts) -> bool:
    """Whether no comma stands in a part before what may be about the whole clause: "…, with his brother paying".

    Behind a comma in the subject, every preposition but "of" may begin such a phrase.
    """
    tokens = clause.tree.tokens
    for part in clause.phrases:
        behind = [tokens[each + 1] for each in part.tokens[:-1] if tokens[each].form == "," and each + 1 in part.tokens]
        if part.role == "subject" and any(one.upos == "ADP" and one.lemma != "of" for one in behind):
            return False
        if part.role != "clausal complement" and any(one.form.lower() in ("with", "without") for one in behind):
            return False
    return True


def _has_a_phrase_for_its_subject(clause: _Parts) -> bool:
    """Whether the subject is no sentence of its own: not "it was May" in "it was May when she left"."""
    subject = clause.subject
    if subject is None or not is_finite(clause.tree, subject.head):
        return True
    return bool(subject.marker) or clause.tree.tokens[subject.tokens[0]].xpos in _JOINING_TAGS


def _begins_with_no_conjunction(clause: _Parts) -> bool:
    """Whether no part takes in the "but" before it: "But, tired of it, she left"."""
    return not any(clause.tree.tokens[part.tokens[0]].form.lower() in ("and", "but") for part in clause.phrases)


def _has_no_gap(clause: _Parts) -> bool:
    """Whether the words of each part stand together."""
    for part in clause.phrases:
        between = set(range(part.tokens[0], part.tokens[-1])).difference(part.tokens)
        if any(clause.tree.tokens[each].upos not in _MARKS for each in between):
            return False
    return True


def _accounts_for_all(clause: _Parts) -> bool:
    """Whether every word that hangs on the predicate is in the verb group, in a part or in a clause joined to it."""
    tree, head = clause.tree, clause.verb.head
    told = {head, *clause.verb.tokens, *(each for part in clause.phrases for each in part.tokens)}
    for child in tree.children[head]:
        if tree.tokens[child].upos in _MARKS or is_a(tree.tokens[child].relation, "cc", "conj", "mark"):
            continue
        if any(each not in told and tree.tokens[each].upos not in _MARKS for each in tree.subtree(child)):
            return False
    return True


def _postpones_nothing(clause: _Parts) -> bool:
    """Whether no clause behind an "it" may be the real subject: "it is clear that …", "it was here that …"."""
    subject, may_be_empty = clause.subject, clause.verb.copular or clause.verb.passive
    if subject is None or not may_be_empty or clause.tree.tokens[subject.head].form.lower() != "it":
        return True
    behind = [each for part in clause.parts for each in part.tokens if each > clause.verb.head]
    clauses = ("ccomp", "csubj", "acl", "xcomp", "advcl")
    return not any(is_a(clause.tree.tokens[each].relation, *clauses) for each in behind)


def _asks_for_no_predicate(clause: _Parts) -> bool:
    """Whether no question word is the subject of a copula, or an object beside a clause that it may be asked from.

    In "what is the key?" it is what is said of the key, and in "what do you think was lost?" it is what was lost.
    """
    tree, subject = clause.tree, clause.subject
    told = any(part.role == "clausal complement" for part in clause.parts)
    objects = [part.head for part in clause.parts if part.role == "object" and told]
    subjects = subject.tokens[:2] if subject and clause.verb.copular else ()
    return not any(tree.tokens[each].xpos in ("WP", "WDT", "WRB") for each in (*objects, *subjects))


def _joins_its_clauses(clause: _Parts) -> bool:
    """Whether each finite clause beside the predicate begins with a word that joins it; else it may be what is said."""
    tree = clause.tree
    loose = [part for part in clause.parts if part.role in ("adjunct", "aside") and is_finite(tree, part.head)]
    return all(part.marker or tree.tokens[part.tokens[0]].xpos in _JOINING_TAGS for part in loose)


def _says_nothing_twice(clause: _Parts) -> bool:
    """Whether what the predicate of a copula has below it is no part besides: "sure that …"."""
    attribute = {each for part in clause.parts if part.role == "attribute" for each in part.tokens}
    others = [part for part in clause.parts if part.role not in ("attribute", "adjunct")]
    return not any(attribute.intersection(part.tokens) for part in others)


def _shares_no_object(clause: _Parts) -> bool:
    """Whether no object stands behind a second verb that may be one of both: "they made and sold toys"."""
    tree, head = clause.tree, clause.verb.head
    if clause.verb.copular or clause.verb.passive or any(part.role == "object" for part in clause.parts):
        return True
    behind = [each for part in clause.parts for each in part.tokens if each > head]
    joined = [each for each in tree.dependents(head, "conj") if tree.dependent(each, "obj") is not None]
    return not any(all(each > verb for each in behind) for verb in joined)


def _joins_like_to_like(clause: _Parts) -> bool:
    """Whether what is joined to the predicate has a tense as it does, or its form: no "widening" beside "is acute"."""
    tree, head = clause.tree, clause.verb.head
    joined = tree.dependents(head, "conj")
    return not clause.verb.finite or all(
        is_finite(tree, each) or tree.tokens[each].xpos == tree.tokens[head].xpos for each in joined
    )


def _leaves_no_end_open(clause: _Parts) -> bool:
    """Whether no verb without a subject may go on with a clause in a part as well as with the main one.

    In "they say it is hard and takes time", "takes" goes on with "is", and might be taken to go on with "say".
    """
    tree, head = clause.tree, clause.verb.head
    behind = [part for part in clause.parts if part.head > head]
    finite = [each for part in behind for each in part.tokens if is_finite(tree, each)]
    told = [part.head for part in behind if part.role == "clausal complement"]
    after = [each for each in tree.dependents(head, "conj") if finite and each > finite[0]]
    within = [each for part in told for each in tree.dependents(part, "conj") if tree.tokens[each].xpos in TENSED]
    return all(tree.dependent(each, "nsubj", "expl", "csubj") is not None for each in (*after, *within))


def _coordinates_no_subordinate(clause: _Parts) -> bool:
    """Whether nothing joined to the predicate has a word that subordinates: "…, although it rained", "…, which won"."""
    tree = clause.tree
    for each in tree.dependents(clause.verb.head, "conj"):
        subject = tree.dependent(each, "nsubj")
        relative = subject is not None and tree.tokens[subject].xpos in ("WDT", "WP")
        if relative or tree.dependent(each, "mark") is not None:
            return False
    return True


def _begins_with_its_noun(clause: _Parts) -> bool:
    """Whether no comma stands before the head of the subject: "Tired of it, Moss" is more than a subject."""
    subject = clause.subject
    before = [each for each in subject.tokens if each < subject.head] if subject else []
    return not any(clause.tree.tokens[each].form == "," for each in before)


def _completes_its_prepositions(clause: _Parts) -> bool:
    """Whether no preposition stands before an "and": "look at and talk about the sea" has two verbs."""
    tokens = clause.tree.tokens
    ends = [part.marker[-1] for part in clause.parts if part.marker and part.role == "adjunct"]
    return not any(tokens[each + 1].upos == "CCONJ" for each in ends if each + 1 < len(tokens))


def _breaks_no_name(clause: _Parts) -> bool:
    """Whether no adjunct may be the end of a name before it: "Doctors for Cork", "the Award for Best Actress"."""
    tokens = clause.tree.tokens
    opening = [part.tokens[0] for part in clause.parts if part.marker_text in _IN_NAMES and part.tokens[0] > 0]
    return not any(tokens[each - 1].form.istitle() and tokens[each + 1].form.istitle() for each in opening)


_CONDITIONS: dict[str, Callable[[_Parts], bool]] = {
    "certain": _is_certain,
    "a sentence": _is_a_sentence,
    "no subordinate": _is_no_subordinate,
    "one tense": _has_one_tense,
    "complements whole": _complements_are_whole,
    "one negation": _negates_once,
    "nothing set off": _sets_nothing_off,
    "a phrase for its subject": _has_a_phrase_for_its_subject,
    "no conjunction in a part": _begins_with_no_conjunction,
    "without gaps": _has_no_gap,
    "all accounted for": _accounts_for_all,
    "nothing postponed": _postpones_nothing,
    "no question for the predicate": _asks_for_no_predicate,
    "clauses joined": _joins_its_clauses,
    "nothing twice": _says_nothing_twice,
    "no object shared": _shares_no_object,
    "like joined to like": _joins_like_to_like,
    "no end open": _leaves_no_end_open,
    "nothing subordinate joined": _coordinates_no_subordinate,
    "subject begins with its noun": _begins_with_its_noun,
    "prepositions complete": _completes_its_prepositions,
    "names whole": _breaks_no_name,
}
