"""States a relation in one sentence that stands alone, or says why that is impossible.

Next: `name_slots`, which makes false statements of it.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from quizengine import Span
from quizengine.language import (
    Clause,
    Realised,
    Tree,
    clauses_at,
    full_names,
    is_a,
    lead_in,
    realised,
    salience,
    stands_alone,
    statement,
    uncapitalised,
    with_source,
    word_set,
)
from quizengine_cause_and_effect.clause_extraction import (
    CAN_GO,
    clause_without,
    ends_the_sentence,
    finite_clause_of,
    is_certain,
    is_cut_well,
    is_whole,
    opening_that_can_go,
    said_of_a_name,
    whom_it_adds_to,
)
from quizengine_cause_and_effect.clear_pronouns import clear_pronouns
from quizengine_cause_and_effect.open_references import what_is_open, when_only_its_readers_know
from quizengine_cause_and_effect.relation_cache import cache_per_relation
from quizengine_cause_and_effect.relations import CausalRelation
from quizengine_cause_and_effect.token_spans import added_to, bracketed, in_passing

MOST_WORDS = 25
LONGEST = 35
"""Words of a sentence that is told as it stands."""
_FEWEST_WORDS = 6
_NOT_PLAIN = re.compile(r"[‘()\[\]:;—–…|*#/]|--|\.\.|''|\b(?:I|[Ww]e|[Yy]ou|[Oo]ur|[Yy]our|[Mm]y|[Mm]e|[Uu]s)\b")
_NUMBERED = frozenset({"some", "several", "many", "few", "most", "all", "both", "each", "every", "no", "any"})


class CannotBe(Exception):  # noqa: N818 - not a fault: the reason in words why something is not asked
    """A relation cannot be asked about in some way; the message is the reason."""


@dataclass(frozen=True)
class Told:
    """A relation as one sentence."""

    clause: Clause
    said: Realised
    text: str
    """The sentence, beginning with who says so if somebody does."""
    lead: str = ""
    """The sentence that names what a pronoun or "the school" in it means, where it does not stand alone."""
    by_title: bool = False
    """True if it is clear only to who is told the title of the article."""
    whole: bool = False
    """True if it is the sentence of the article, except for what can go."""


def clause_of(relation: CausalRelation) -> Clause:
    """The clause that tells of a relation."""
    at = relation.place
    return next(each for each in clauses_at(at) if each.tree.tokens[each.head].span == at)


@cache_per_relation(CannotBe)
def relation_sentence(relation: CausalRelation) -> Told:
    """The sentence; raises CannotBe."""
    clause = finite_clause_of(clause_of(relation))
    tree = clause.tree
    said, lead = _without_what_can_go(clause, tops_of(relation, tree))
    must_tell_of(relation, tree, said.tokens)
    must_tell_enough(relation, clause, said)
    return Told(clause, said, _in_few_words(clause, said, tops_of(relation, tree)), lead)


def _without_what_can_go(clause: Clause, needed: set[int]) -> tuple[Realised, str]:
    """The clause with its lead, without its end or its opening where only these keep it from standing alone."""
    reason: CannotBe | None = None
    for without in ((), added_to(clause), opening_that_can_go(clause)):
        if needed & set(without) or (reason and not without):
            continue
        try:
            said = standalone_clause(clause, None, without, led=True)
            return said, lead_for(clause.tree, said.tokens, said.replaced)
        except CannotBe as why:
            reason = reason or why
    raise reason or CannotBe("it points to what is told elsewhere")


def tops_of(relation: CausalRelation, tree: Tree) -> set[int]:
    """The tokens that whatever tells of a relation has to hold."""
    return {_top(tree, span) for span in (relation.signal, *_parts(relation))}


def must_tell_of(relation: CausalRelation, tree: Tree, tokens: Collection[int]) -> None:
    """Raise CannotBe unless some tokens hold what tells of a relation."""
    if not tops_of(relation, tree) <= set(tokens):
        raise CannotBe("what is left of the sentence does not tell of it")


def must_tell_enough(relation: CausalRelation, clause: Clause, said: Realised) -> None:
    """Raise CannotBe if an aim is nobody's, or that of a mere step."""
    tree = clause.tree
    if relation.rule not in ("to do", "in order to"):
        return
    if clause.object and tree.tokens[clause.object.head].lemma.lower() in _MERE_DEEDS:
        raise CannotBe("what is done for it is told by too few words")
    if not any(tree.tokens[each].upos == "PROPN" for each in said.tokens):
        raise CannotBe("nobody is named who has that aim")


def _in_few_words(clause: Clause, said: Realised, needed: set[int]) -> str:
    """The sentence, without a long opening that it stays true without; raises CannotBe."""
    try:
        return clause_sentence(clause, said)
    except CannotBe:
        first = clause.tree.tokens[said.opening[0]].form.lower() if said.opening else ""
        if first not in CAN_GO or needed & set(said.opening):
            raise
        return clause_sentence(clause, replace(said, opening=()))


_MERE_DEEDS = word_set("step action measure effort move care occasion opportunity time chance part place")
"""Objects that say at most that something is done: "took steps to improve trade"."""


def _parts(relation: CausalRelation) -> tuple[Span, Span]:
    """Cause and effect, each by the predicate that tells of it where that is inside."""
    at = relation.place
    return tuple(at if span.contains(at) else span for span in (relation.cause, relation.effect))  # type: ignore[return-value] # of two spans


def _top(tree: Tree, span: Span) -> int:
    here = tree.tokens_in(span)
    return next((each for each in here if tree.tokens[each].head not in here), -1)


def standalone_clause(
    clause: Clause, given: Mapping[int, str] | None = None, without: Collection[int] = (), *, led: bool = False
) -> Realised:
    """Return what a clause says, where that is certain, stated and understood without its article; raises CannotBe.

    `given` says what is in place of pronouns; `without` are tokens of another clause that is told by itself. With
    `led`, what it points to may be named by a sentence before it, see `lead_for`.
    """
    tree = clause.tree
    named = whom_it_adds_to(clause)
    plain = clause.is_fact or (named and not (clause.verb.negated or clause.verb.modal))
    if not plain or is_claimed(clause):
        raise CannotBe("it is not stated as a fact")
    whole = bool(named) or clause.relation in ("root", "conj", "ccomp", "parataxis", "acl:relcl")
    if not whole and clause.marker != "because":
        raise CannotBe("the clause is part of another")
    if salience(tree) == 0:
        raise CannotBe("the sentence is an aside, a caption or a citation")
    shown = sorted({*clause.tokens, *named} - set(without))
    names = clear_pronouns(tree, shown, {**full_names(tree, shown), **(given or {})})
    said = said_of_a_name(clause, named, names) if named else realised(clause, names)
    without = {*without, *bracketed(clause), *in_passing(clause), *when_only_its_readers_know(clause)}
    said = clause_without(said, without) if said else None
    if said is None or not is_cut_well(clause, said, without):
        raise CannotBe("it cannot be cut out of its sentence")
    if opens_with_lone_adjective(tree, said.opening):
        raise CannotBe("how the sentence is built is not certain")
    to_the_end = bool(named) and ends_the_sentence(clause)
    if not (is_certain(clause) or is_whole(clause, said, without) or to_the_end):
        raise CannotBe("how the sentence is built is not certain")
    if not led and not stands_alone(tree, said.tokens, said.replaced):
        raise CannotBe("it points to what is told elsewhere")
    if reason := what_is_open(clause, said):
        raise CannotBe(reason)
    if not has_known_subject(tree, clause):
        raise CannotBe("who or what it is about has no name of its own")
    return said


def opens_with_lone_adjective(tree: Tree, opening: Sequence[int]) -> bool:
    """Return whether an opening is a lone adjective that a parser cut off: "Long exposure" is no "Long, exposure"."""
    return len(opening) == 1 and tree.tokens[opening[0]].upos in ("ADJ", "DET", "NUM")


def lead_for(tree: Tree, tokens: Sequence[int], named: Mapping[int, str], answer: Sequence[str] = ()) -> str:
    """The sentence to put before a question that shows these tokens; empty if none is needed; raises CannotBe."""
    if stands_alone(tree, tokens, named):
        return ""
    lead = lead_in(tree, tokens, named, answer)
    if lead is None or _NOT_PLAIN.search(lead):
        raise CannotBe("it points to what is told elsewhere")
    return f"{lead} "


def clause_sentence(clause: Clause, said: Realised, fewest: int = _FEWEST_WORDS, *, sourced: bool = True) -> str:
    """A clause as a sentence, with who says so before it unless that is told elsewhere; raises CannotBe."""
    text = with_source(clause, statement(said)) if sourced else statement(said)
    if text is not None and text.startswith("According to"):
        text = _NAMED_TWICE.sub(_by_pronoun(said), _SAID_AGAIN.sub(".", text))
    if text is None:
        raise CannotBe("who says so cannot be named in a few words")
    _must_be_plain(text)
    if _ADDED.search(text) or text.split().count("that") > 1:
        raise CannotBe("it has a clause in a clause")
    if not fewest <= len(text.split()) <= MOST_WORDS:
        raise CannotBe("it is too short or too long")
    return text


def _by_pronoun(said: Realised) -> str:
    """Return what stands for "Lee, Lee" where Lee tells of Lee: "Lee, he"."""
    forms = {said.clause.tree.tokens[each].form.lower() for each in said.subject}
    pronoun = next((form for form in forms if form in ("he", "she", "they")), "")
    return rf"According to \1, {pronoun}" if pronoun else r"\g<0>"


_NAMED_TWICE = re.compile(r"\AAccording to ([^,]+), \1(?![’'\w])")


def plain_sentence(said: Realised) -> str:
    """A sentence of the article as it stands; raises CannotBe."""
    text = statement(said)
    if text is None:
        raise CannotBe("it has marks or words that need their context")
    _must_be_plain(text)
    tokens = said.clause.tree.tokens
    for before, behind in pairwise(said.tokens):
        if tokens[before].form in _OPEN_QUOTES:  # what is quoted keeps its capital
            form, mark = tokens[behind].form, tokens[before].form
            text = text.replace(f"{mark}{uncapitalised(form)}", f"{mark}{form}")
    return text


_OPEN_QUOTES = frozenset({"“", '"'})


def _must_be_plain(text: str) -> None:
    if _NOT_PLAIN.search(text) or "$ " in text or text.lower().count("according to") > 1:
        raise CannotBe("it has marks or words that need their context")


def is_claimed(clause: Clause) -> bool:
    """Return whether a clause only tells what an accusation, a fear or a theory is about."""
    tree = clause.tree
    upper = tree.tokens[clause.head].head
    if clause.relation not in ("ccomp", "acl", "conj") or upper < 0:
        return False
    subject = tree.dependent(upper, "nsubj")
    nouns = [upper, *([subject] if subject is not None and clause.relation == "ccomp" else [])]
    return any(tree.tokens[each].lemma.lower() in _CLAIMS for each in nouns)


_CLAIMS = word_set(
    """
    allegation claim fear belief theory suggestion concern idea notion argument rumour rumor speculation accusation
    assertion hope view charge suspicion warning prediction possibility chance risk doubt hypothesis myth perception
    """
)


_ADDED = re.compile(r", (?:the \w+ of |\w+ of )?(?:which|who|whom|whose|where)\b")
"""Additions by a relative clause that only its sentence needs."""
_SAID_AGAIN = re.compile(r", according to [^,]+\.\Z")
"""A second source after a statement whose source is named before it."""


def has_known_subject(tree: Tree, clause: Clause) -> bool:
    """Return whether the subject is a name, a generic plural, or a noun that says which one it is."""
    if clause.subject is None:
        return False
    head = clause.subject.head
    token = tree.tokens[head]
    if token.upos == "PROPN" or token.upos == "PRON":
        return True
    if any(tree.tokens[each].upos == "PROPN" for each in clause.subject.tokens):
        return True
    determiner = tree.dependent(head, "det")
    counted = tree.dependent(head, "nummod")
    first = tree.tokens[clause.subject.tokens[0]].form.lower()
    if counted is not None or first in _NUMBERED:
        return any(tree.tokens[each].upos == "PROPN" for each in clause.tokens)
    if determiner is None:
        return token.upos == "NOUN" or token.xpos == "VBG"
    word = tree.tokens[determiner].form.lower()
    if word in ("a", "an") or word in _NUMBERED:
        return clause.verb.tense == "present" and not clause.verb.perfect and not clause.verb.progressive
    return is_a(token.relation, "nsubj", "csubj", "expl")
