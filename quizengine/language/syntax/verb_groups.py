"""Verb groups: a verb with its auxiliaries, negation and particle, and what they say of time, voice and certainty.

Next: `constituents`, the phrases around a verb.
"""

from dataclasses import dataclass
from typing import Literal

from quizengine.language.syntax.tree import Tree, cache_by_arguments, is_a

Tense = Literal["past", "present", "future", ""]

_FINITE_TAGS = {"VBD": "past", "VBZ": "present", "VBP": "present", "MD": "present"}
_MISTAGGED: dict[str, Tense] = {"VB": "present", "VBN": "past"}
"""Forms that a tagger takes for others: "the exercises enable them to win", "the council saved money"."""
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no longer"})
_FUTURE = frozenset({"will", "shall", "'ll", "’ll"})

_BEFORE_BARE_INFINITIVES = frozenset({"have", "hear", "help", "let", "make", "see", "watch"})
"""Verbs whose object does what an infinitive without "to" tells: "helped the crew find 20 boats"."""


@dataclass(frozen=True)
class VerbGroup:
    """The predicate of a clause: "has not been taken over", or the "was" of "was a painter"."""

    head: int
    """The word that carries the meaning: the verb, or the noun or adjective after a copula."""
    tokens: tuple[int, ...]
    """Auxiliaries, copula, negation, verb and particle, in order; the head of a copular clause is not among them."""
    lemma: str
    """The dictionary form with its particle: "take over"; "be" for a copula."""
    tense: Tense
    """Empty if the group is not finite."""
    passive: bool = False
    modal: str = ""
    """The lemma of a modal verb other than the future "will": "may"; else empty."""
    negated: bool = False
    copular: bool = False
    perfect: bool = False
    progressive: bool = False
    first: int = 0
    """The finite token, which a question puts before the subject if it is an auxiliary or a copula."""

    @property
    def finite(self) -> bool:
        """True if the group has a tense, so that a clause with it can stand alone."""
        return bool(self.tense)


@cache_by_arguments
def verb_group(tree: Tree, head: int) -> VerbGroup | None:
    """The verb group whose meaning this token carries; None if the token is not a predicate."""
    copula = tree.dependent(head, "cop")
    auxiliaries = tree.dependents(head, "aux")
    if tree.tokens[head].upos not in ("VERB", "AUX") and copula is None:
        return None
    verbs = sorted([*auxiliaries, copula if copula is not None else head])
    negations = [each for each in tree.dependents(head, "advmod", "advcl") if _negates(tree, each, verbs)]
    particles = tree.dependents(head, "compound") if copula is None else ()
    particles = tuple(each for each in particles if tree.tokens[each].relation == "compound:prt")
    first, main = tree.tokens[verbs[0]], tree.tokens[verbs[-1]]
    modals = [tree.tokens[each].lemma.lower() for each in auxiliaries if tree.tokens[each].xpos == "MD"]
    tense = _FINITE_TAGS.get(first.xpos, "")
    if modals and tree.tokens[verbs[0]].form.lower() in _FUTURE | {"will"}:
        tense, modals = "future", []
    if not tense and _stands_as_a_predicate(tree, head, verbs):
        tense = _MISTAGGED.get(first.xpos, "")
    if tense and _is_bare_infinitive(tree, head, verbs):
        tense = ""
    lemmas = [tree.tokens[each].lemma.lower() for each in auxiliaries]
    return VerbGroup(
        head=head,
        tokens=tuple(sorted([*verbs, *negations, *particles])),
        lemma=" ".join([main.lemma, *(tree.tokens[each].form.lower() for each in particles)]),
        tense=tense,  # type: ignore[arg-type] # the values of a table
        passive=_is_passive(tree, head, auxiliaries),
        modal=modals[0] if modals else "",
        negated=bool(negations),
        copular=copula is not None,
        perfect="have" in lemmas,
        progressive="be" in lemmas and main.xpos == "VBG",
        first=verbs[0],
    )


def _stands_as_a_predicate(tree: Tree, head: int, verbs: list[int]) -> bool:
    """Return whether a verb without an auxiliary has a subject of its own before it, and no conjunction or "to"."""
    subject = tree.dependent(head, "nsubj")
    if subject is None or subject > verbs[0] or len(verbs) > 1 or tree.tokens[subject].relation == "nsubj:pass":
        return False
    main = tree.tokens[head].head < 0 or is_a(tree.tokens[head].relation, "conj", "parataxis")
    told = main or (is_a(tree.tokens[head].relation, "ccomp") and tree.tokens[head].xpos == "VBN")
    return told and tree.dependent(head, "mark") is None


def _is_bare_infinitive(tree: Tree, head: int, verbs: list[int]) -> bool:
    """Return whether a form that may be a present tells what somebody was helped, let or seen to do."""
    token = tree.tokens[head]
    above = tree.tokens[token.head] if token.head >= 0 else None
    if above is None or len(verbs) > 1 or not is_a(token.relation, "ccomp", "xcomp"):
        return False
    told = above.lemma.lower() in _BEFORE_BARE_INFINITIVES and token.head < head
    plain = token.form.lower() == token.lemma.lower()
    return told and plain and not tree.dependents(head, "mark")


def _is_passive(tree: Tree, head: int, auxiliaries: tuple[int, ...]) -> bool:
    """True if a verb is passive: by its auxiliary, or by its subject where it has none ("the bridge built in 1900")."""
    if any(tree.tokens[each].relation == "aux:pass" for each in auxiliaries):
        return True
    marked = any(tree.tokens[each].relation == "nsubj:pass" for each in tree.children[head])
    helping = {tree.tokens[each].lemma.lower() for each in auxiliaries}
    return marked and (not helping or bool(helping & {"be", "get"}))


def _negates(tree: Tree, index: int, verbs: list[int]) -> bool:
    """Return whether a dependent is the "not" of a verb, and not of a phrase after it: "not because", "not a lake"."""
    return tree.tokens[index].form.lower() in _NEGATIONS and not tree.children[index] and index <= verbs[-1] + 1
