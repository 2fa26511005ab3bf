"""Says what a relation tells as one sentence that stands alone, or why that cannot be done.

Next: `swapping`, which makes gaps and false statements of it.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from quizengine import Article, Span, per_article
from quizengine.language import (
    Clause,
    Realised,
    Tree,
    attributed,
    clauses_at,
    full_names,
    lead_in,
    name_at,
    realised,
    sentence_of,
    stands_alone,
    statement,
    trees,
    weight,
)
from quizengine.language.syntax import is_a
from quizengine.language.word_lists import listed
from quizengine_cause_and_effect.binding import clear
from quizengine_cause_and_effect.relations import CausalRelation
from quizengine_cause_and_effect.signals import NATIONS
from quizengine_cause_and_effect.stretches import added_to, bracketed, in_passing

MOST_WORDS = 25
_FEWEST_WORDS = 6
_NOT_PLAIN = re.compile(r"[\"“”‘()\[\]:;—–…|*#/]|--|\.\.|\b(?:I|[Ww]e|[Yy]ou|[Oo]ur|[Mm]y|[Mm]e|[Uu]s)\b")
_NUMBERED = frozenset({"some", "several", "many", "few", "most", "all", "both", "each", "every", "no", "any"})


class CannotBe(Exception):  # noqa: N818 - not a fault: the reason in words why something is not asked
    """A relation cannot be asked about in some way; the message is the reason."""


@dataclass(frozen=True)
class Told:
    """A relation as one sentence."""

    clause: Clause
    said: Realised
    text: str
    """With who says so before it, where somebody does."""
    lead: str = ""
    """The sentence that names what a pronoun or "the school" in it means, where it does not stand alone."""


def evidence(relation: CausalRelation) -> Span:
    """The sentence that tells of a relation."""
    return sentence_of(relation.signal)


def rationale(relation: CausalRelation) -> str:
    """What a student reads who wants to know why."""
    return f"The article says: “{' '.join(evidence(relation).text.split())}”"


def tags() -> tuple[str, ...]:
    """Of every question of this plugin."""
    return ("cause and effect",)


def clause_of(relation: CausalRelation) -> Clause:
    """The clause that tells of a relation."""
    at = relation.place
    return next(each for each in clauses_at(at) if each.tree.tokens[each.head].span == at)


def told(relation: CausalRelation) -> Told:
    """The sentence; raises CannotBe."""
    clause = clause_of(relation)
    tree = clause.tree
    try:
        said = alone(clause, led=True)
        lead = lead_for(tree, said.tokens, said.replaced)
    except CannotBe:
        added = added_to(clause)
        if not added or relation.signal.start >= tree.tokens[added[0]].span.start:
            raise
        said = alone(clause, None, added, led=True)
        lead = lead_for(tree, said.tokens, said.replaced)
    if any(_top(tree, span) not in said.tokens for span in (relation.signal, *_parts(relation))):
        raise CannotBe("what is left of the sentence does not tell of it")
    if (
        clause.object
        and tree.tokens[clause.object.head].lemma.lower() in _MERE_DEEDS
        and relation.rule in ("to do", "in order to")
    ):
        raise CannotBe("what is done for it is told by too few words")
    if relation.rule in ("to do", "in order to") and not any(tree.tokens[each].upos == "PROPN" for each in said.tokens):
        raise CannotBe("nobody is named who has that aim")
    return Told(clause, said, worded(clause, said), lead)


_MERE_DEEDS = frozenset({"step", "action", "measure", "effort", "move", "care"})
"""Objects that say no more than that something is done: "took steps to improve trade"."""


def _parts(relation: CausalRelation) -> tuple[Span, Span]:
    """Cause and effect, each by the predicate that tells of it where that stands inside."""
    at = relation.place
    return tuple(at if span.contains(at) else span for span in (relation.cause, relation.effect))  # type: ignore[return-value] # of two spans


def _top(tree: Tree, span: Span) -> int:
    here = tree.tokens_in(span)
    return next((each for each in here if tree.tokens[each].head not in here), -1)


def alone(
    clause: Clause, given: Mapping[int, str] | None = None, without: Collection[int] = (), *, led: bool = False
) -> Realised:
    """What a clause says, where that is certain, stated and understood without its article; raises CannotBe.

    `given` says what stands in place of pronouns; `without` are tokens of another clause that is told by itself.
    With `led`, what it points to may be named by a sentence before it, see `lead_for`.
    """
    tree = clause.tree
    if not clause.is_fact or is_claimed(clause):
        raise CannotBe("it is not stated as a fact")
    if clause.relation not in ("root", "conj", "ccomp", "parataxis") and clause.marker != "because":
        raise CannotBe("the clause is part of another")
    if weight(tree) == 0:
        raise CannotBe("the sentence is an aside, a caption or a citation")
    said = realised(clause, clear(tree, clause.tokens, {**full_names(tree, clause.tokens), **(given or {})}))
    without = {*without, *bracketed(clause), *in_passing(clause)}
    said = _less(said, without) if said else None
    if said is None or not _is_cut_well(clause, said, without):
        raise CannotBe("it cannot be cut out of its sentence")
    if not (_is_certain(clause) or _is_whole(clause, said)):
        raise CannotBe("how the sentence is built is not certain")
    if not led and not stands_alone(tree, said.tokens, said.replaced):
        raise CannotBe("it points to what is told elsewhere")
    if any(_is_open(tree, each, said) for each in said.tokens):
        raise CannotBe("it compares with what is told elsewhere")
    if not _is_known(tree, clause):
        raise CannotBe("who or what it is about has no name of its own")
    return said


def lead_for(tree: Tree, tokens: Sequence[int], named: Mapping[int, str], answer: Sequence[str] = ()) -> str:
    """The sentence to put before a question that shows these tokens; empty where none is needed; raises CannotBe."""
    if stands_alone(tree, tokens, named):
        return ""
    lead = lead_in(tree, tokens, named, answer)
    if lead is None or _NOT_PLAIN.search(lead):
        raise CannotBe("it points to what is told elsewhere")
    return f"{lead} "


def inside(said: Realised, text: str) -> str:
    """A text that begins with the subject, as it stands inside a sentence: in small letters unless a name begins it."""
    tree = said.clause.tree
    first = tree.tokens[min(said.subject)]
    own = first.form == text.split()[0]
    plain = first.upos != "PROPN" and not first.form[1:2].isupper() and name_at(first.span) is None
    return text[0].lower() + text[1:] if own and plain and first.form not in _capitalised(first.span.article) else text


@per_article
def _capitalised(article: Article) -> frozenset[str]:
    """The words with a capital inside a sentence of an article, with those of nations."""
    found = {token.form for tree in trees(article) for token in tree.tokens[1:] if token.form[:1].isupper()}
    return frozenset(found | {word.capitalize() for word in NATIONS})


def _is_open(tree: Tree, index: int, said: Realised) -> bool:
    """Whether a word needs what went before: a "more" without "than", a "recent" report, a bare "the north"."""
    token = tree.tokens[index]
    form = token.form.lower()
    if token.xpos in ("JJR", "RBR"):
        return not any(tree.tokens[each].form.lower() == "than" for each in said.tokens)
    bare = form in _DIRECTIONS and index > 0 and tree.tokens[index - 1].form.lower() == "the"
    behind = tree.tokens[index + 1].upos if index + 1 < len(tree.tokens) else ""
    return (form in _RECENT and index in said.subject) or (bare and behind not in ("NOUN", "PROPN", "ADP"))


_DIRECTIONS = frozenset({"north", "south", "east", "west"})
_RECENT = frozenset({"recent", "current", "upcoming", "outgoing", "incoming"})


def _is_certain(clause: Clause) -> bool:
    """Whether predicate and subject are certain; where its other parts hang matters little, as they stay in place."""
    heads = (clause.head, *clause.verb.tokens, *([clause.subject.head] if clause.subject else []))
    return not clause.has_two_subjects and all(clause.tree.tokens[each].certainty >= _SURE for each in heads)


def _is_whole(clause: Clause, said: Realised) -> bool:
    """Whether a sentence is that of the article from its first word to its last, so that nothing can be cut wrong."""
    words = [each for each, token in enumerate(clause.tree.tokens) if token.upos != "PUNCT"]
    return said.tokens[:1] == tuple(words[:1]) and set(words) <= {*said.tokens, *said.replaced}


_SURE = 5
"""Of the score by which the model judges its own work."""


def _less(said: Realised, without: Collection[int]) -> Realised:
    """A clause without some tokens, and without the comma that parted them from the rest."""
    tree = said.clause.tree
    commas = (each - 1 for each in without if each and tree.tokens[each - 1].form == ",")
    passed = in_passing(said.clause)
    gone = {*without, *(each for each in commas if each + 1 not in passed)}
    opening, subject, rest = (
        tuple(each for each in part if each not in gone) for part in (said.opening, said.subject, said.said)
    )
    return replace(said, opening=opening, subject=subject, said=rest)


def _is_cut_well(clause: Clause, said: Realised, without: Collection[int]) -> bool:
    """Whether a sentence ends where its clause does in the article, and nothing that limits it was left out."""
    tree = clause.tree
    tokens = [each for each in said.tokens if each not in said.subject or not clause.shares_subject]
    following = (each for each in range(tokens[-1] + 1, len(tree.tokens)) if each not in without)
    behind = next((tree.tokens[each] for each in following), None)
    if behind and behind.upos == "CCONJ" and tokens[-1] in clause.verb.tokens:
        return False  # "bought and rebuilt the mill": what follows belongs to both verbs
    if behind and not (behind.upos in ("PUNCT", "CCONJ") and behind.form not in ("-", "/", "(")):
        return False
    gone = [each for each in range(tokens[0], tokens[-1]) if each not in said.tokens]
    return not any(tree.tokens[each].form.lower() in _LIMITS for each in gone)


_LIMITS = frozenset({"not", "n't", "but", "only", "if", "unless", "except", "perhaps", "or", "although", "though"})


def worded(clause: Clause, said: Realised, fewest: int = _FEWEST_WORDS) -> str:
    """A clause as a sentence, with who says so before it; raises CannotBe."""
    text = attributed(clause, statement(said))
    if text is not None and text.startswith("According to"):
        text = _SAID_AGAIN.sub(".", text)
    if text is None:
        raise CannotBe("who says so cannot be named in a few words")
    if _NOT_PLAIN.search(text) or text.lower().count("according to") > 1:
        raise CannotBe("it has marks or words that need their context")
    if not fewest <= len(text.split()) <= MOST_WORDS:
        raise CannotBe("it is too short or too long")
    return text


def is_claimed(clause: Clause) -> bool:
    """Whether a clause only tells what an accusation, a fear or a theory is about."""
    tree = clause.tree
    upper = tree.tokens[clause.head].head
    if clause.relation not in ("ccomp", "acl", "conj") or upper < 0:
        return False
    subject = tree.dependent(upper, "nsubj")
    nouns = [upper, *([subject] if subject is not None and clause.relation == "ccomp" else [])]
    return any(tree.tokens[each].lemma.lower() in _CLAIMS for each in nouns)


_CLAIMS = listed(
    """
    allegation claim fear belief theory suggestion concern idea notion argument rumour rumor speculation accusation
    assertion hope view charge suspicion warning prediction possibility chance risk doubt hypothesis myth perception
    """
)


_SAID_AGAIN = re.compile(r", according to [^,]+\.\Z")
"""A second source behind a statement whose source is named before it."""


def _is_known(tree: Tree, clause: Clause) -> bool:
    """Whether the subject is a name, a generic plural, or a noun that says which one it is."""
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
        return False
    if determiner is None:
        return token.upos == "NOUN" or token.xpos == "VBG"
    word = tree.tokens[determiner].form.lower()
    if word in ("a", "an") or word in _NUMBERED:
        return clause.verb.tense == "present" and not clause.verb.perfect and not clause.verb.progressive
    return is_a(token.relation, "nsubj", "csubj", "expl")
