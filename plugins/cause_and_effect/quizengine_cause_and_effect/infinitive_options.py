"""Acts of somebody in the article as infinitives, for options beside an aim: "to design a badge".

Next: `purpose_questions`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from quizengine import Article, cache_per_article
from quizengine.language import (
    Clause,
    Tree,
    clauses_of,
    entity_at,
    full_names,
    is_a,
    pointers,
    realised,
    stance_of,
    surface_text,
    trees,
    word_set,
)
from quizengine_cause_and_effect.relation_sentences import CannotBe
from quizengine_cause_and_effect.signals import COMPLETED
from quizengine_cause_and_effect.token_spans import OF_A_CLAUSE

FEWEST, MOST = 4, 14
"""The number of words of an aim, with its "to"."""
STATES = word_set("be have seem become feel know get do help make go see live remain stay include contain consist")
"""Verbs that tell no aim by themselves."""
_PURSUED = word_set(
    """
    try attempt seek want wish hope plan intend aim decide promise pledge propose vow agree offer prepare struggle work
    attempt effort bid plan promise pledge campaign proposal decision desire hope wish mission permission move ambition
    """
)
"""Verbs and nouns whose infinitive is what somebody has in mind."""
_UNDERGONE = word_set(
    "lose suffer receive die fail face miss earn win graduate attend meet lie grow marry divorce fall"
)
"""Verbs of what nobody does for an aim."""
MARKS = frozenset('“”"‘();:—–[]…')


@dataclass(frozen=True)
class Aim:
    """An infinitive of an article that is understood without its sentence."""

    text: str
    """The text from "to" on."""
    sentence: int
    actor: str
    """The full name of whoever has the aim, or did so; empty if none is certain."""
    verb: str
    done: bool = False
    """True if it was done, so that it is an aim only for somebody who has not read the article."""


def infinitive_of(tree: Tree, lower: Clause) -> tuple[int, ...]:
    """The tokens of an infinitive from "to" on; raises CannotBe."""
    tokens = tree.trimmed(each for each in lower.tokens if each >= lower.head)
    to = lower.head - 1
    if to < 0 or tree.tokens[to].form.lower() != "to" or not tokens or tokens[-1] - tokens[0] + 1 != len(tokens):
        raise CannotBe("the infinitive is parted")
    return (to, *tokens)


def worded_aim(tree: Tree, tokens: tuple[int, ...], names: dict[int, str]) -> str:
    """An infinitive in words; raises CannotBe. The verb is at tokens[1]."""
    text = surface_text(tree, tokens, names)
    if not FEWEST <= len(text.split()) <= MOST or any(mark in text for mark in MARKS):
        raise CannotBe("the aim is too short, too long or has marks that need their sentence")
    if any(tree.tokens[each].xpos in OF_A_CLAUSE for each in tokens) or tree.tokens[tokens[1]].lemma.lower() in STATES:
        raise CannotBe("the aim tells of no deed")
    if tree.tokens[tokens[-1]].upos in ("ADP", "DET", "CCONJ", "PART"):
        raise CannotBe("the aim is cut off")
    return text


def subject_name(clause: Clause) -> str:
    """The full name of the subject of a clause; empty if none is certain."""
    entity = entity_at(clause.tree.tokens[clause.subject.head].span) if clause.subject else None
    return entity.full if entity else ""


def is_subject_s(tree: Tree, index: int, upper: Clause) -> bool:
    """Return whether a pronoun stands for the subject of a clause, so that it is clear after a question about it."""
    if tree.tokens[index].upos not in ("PRON", "DET") or upper.subject is None:
        return False
    one, other = entity_at(tree.tokens[index].span), entity_at(tree.tokens[upper.subject.head].span)
    return one is not None and one is other


@cache_per_article
def aims_and_acts(article: Article) -> tuple[Aim, ...]:
    """Return what somebody does, did or has in mind to do, in order."""
    found = []
    for at, tree in enumerate(trees(article)):
        found += [*_aims_in(tree, at), *_acts_in(tree, at)]
    return tuple(found)


def _aims_in(tree: Tree, at: int) -> Iterator[Aim]:
    clauses = clauses_of(tree)
    above = {each.head: each for each in clauses}
    for clause in clauses:
        token = tree.tokens[clause.head]
        if token.xpos != "VB" or clause.marker.split()[-1:] != ["to"] or token.head < 0 or clause.verb.negated:
            continue
        over = tree.tokens[token.head]
        pursued = over.lemma.lower() in _PURSUED
        aimed = clause.relation == "advcl" and over.lemma not in COMPLETED and over.upos == "VERB"
        parent = next((above[each] for each in tree.ancestors(clause.head) if each in above), None)
        if not (pursued or aimed) or parent is None or parent.verb.negated:
            continue
        try:
            tokens = infinitive_of(tree, clause)
            names = full_names(tree, tokens)
            if not pointers(tree, tokens, names):
                yield Aim(worded_aim(tree, tokens, names), at, subject_name(parent), token.lemma)
        except CannotBe:
            continue


def _acts_in(tree: Tree, at: int) -> Iterator[Aim]:
    for clause in clauses_of(tree):
        actor = subject_name(clause) if _is_an_act(clause) else ""
        said = realised(clause) if actor else None
        timed = {each for part in clause.adjuncts("time") for each in part.tokens}
        tokens = clause.tree.trimmed(each for each in said.said if each not in timed) if said else ()
        if said is None or not tokens or tokens[0] != clause.head or tokens[-1] - tokens[0] >= len(tokens) + _APART:
            continue
        names = full_names(tree, tokens)
        if pointers(tree, (*said.subject, *tokens), {**names, **dict.fromkeys(said.subject, "")}):
            continue
        given = {each: words for each, words in names.items() if not is_subject_s(tree, each, clause)}
        try:
            token = tree.tokens[clause.head]
            text = _from_the_verb(tree, tokens, {**given, clause.head: token.lemma})
            yield Aim(text, at, actor, token.lemma, done=True)
        except CannotBe:
            continue


def _from_the_verb(tree: Tree, tokens: tuple[int, ...], names: dict[int, str]) -> str:
    text = f"to {surface_text(tree, tokens, names)}"
    finite = any(tree.tokens[each].xpos in OF_A_CLAUSE for each in tokens[1:])
    whole = FEWEST <= len(text.split()) <= MOST and not any(mark in text or mark == "," for mark in MARKS & set(text))
    ends = tree.tokens[tokens[-1]].upos not in ("ADP", "DET", "CCONJ", "PART")
    if finite or not whole or not ends or any(character.isdigit() for character in text):
        raise CannotBe("the act is too short, too long, dated or has marks that need their sentence")
    return text


def _is_an_act(clause: Clause) -> bool:
    """Return whether a clause tells what somebody did once: a plain past tense with an object and nothing of when."""
    verb, token = clause.verb, clause.tree.tokens[clause.head]
    plain = token.xpos == "VBD" and not (verb.negated or verb.copular or verb.perfect or verb.progressive)
    lemma = token.lemma.lower()
    idle = lemma in STATES | _UNDERGONE | COMPLETED or stance_of(lemma) != ""
    stated = clause.is_fact and not clause.said and is_a(clause.relation, "root", "conj")
    return plain and not idle and stated and clause.object is not None


_APART = 6
"""Tokens that may be left out inside an act: a time, an aside."""
