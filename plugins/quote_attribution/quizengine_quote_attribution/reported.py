"""What somebody is said to have said in the article's own words, in whole or in part: "said that the war was “lost”".

Next: `asking_reported`, which asks who said so.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from quizengine import Article, Fact, Span, per_article
from quizengine.language import Clause, Name, Tree, clauses_of, name_at, referent, trees
from quizengine.language.syntax.reporting import stance_of
from quizengine.language.word_lists import listed

_STANCES = frozenset({"asserts", "accuses", "doubts", "predicts"})
_CALLING = listed("call describe label dub brand denounce condemn criticize criticise dismiss praise")
"""Verbs that somebody's own words may follow without a clause: "called it “deeply troubling”"."""
_NOT_SPEECH = listed("write add see show point signal post expect hope plan read dispute question")
"""Verbs that report words only at times, or whose words only add to others'."""
_CERTAIN = 20
"""The least certainty of the verb, the speaker and what is said, as for `Clause.is_sure`."""


@dataclass(frozen=True, kw_only=True)
class Statement(Fact):
    """Who said something that is told in the article's own words."""

    kind: str = "statement"
    content: Span
    """What was said, as the article has it."""
    speaker: Span
    """The name or pronoun that the article has for who said it."""
    name: str
    """The fullest name of the speaker in the article."""
    cue: Span
    """The verb of saying."""


def statements(article: Article) -> Iterator[Statement]:
    """What people and organisations of known name are said to have said, in order."""
    for tree in trees(article):
        for clause in clauses_of(tree):
            made = _statement(tree, clause)
            if made is not None:
                yield made


def clause_of(statement: Statement) -> Clause:
    """The clause whose verb reports a statement."""
    return _by_verb(statement.cue.article)[statement.cue.start]


@per_article
def _by_verb(article: Article) -> dict[int, Clause]:
    return {tree.tokens[each.head].span.start: each for tree in trees(article) for each in clauses_of(tree)}


def _statement(tree: Tree, clause: Clause) -> Statement | None:
    said = _said_by(tree, clause)
    subject = clause.subject
    if said is None or subject is None or clause.shares_subject or clause.said or not clause.is_fact:
        return None
    name = _named(tree, subject.head)
    if name is None or subject.head > clause.head:
        return None
    content = tree.span(tree.trimmed(tree.subtree(said)))
    if min(tree.tokens[each].certainty for each in (clause.head, subject.head, said)) < _CERTAIN:
        return None
    return Statement(
        content=content, speaker=tree.tokens[subject.head].span, name=name.full, cue=tree.tokens[clause.head].span
    )


def _said_by(tree: Tree, clause: Clause) -> int | None:
    """The head of what a verb of saying reports; None where the verb is none, or reports nothing."""
    lemma = clause.verb.lemma.lower()
    if lemma in _NOT_SPEECH or clause.verb.passive:
        return None
    clauses = [part for part in clause.of_role("clausal complement") if part.head > clause.head]
    if len(clauses) == 1 and stance_of(lemma) in _STANCES:
        return clauses[0].head
    if lemma in _CALLING and clause.object and "“" in clause.span.text:
        return clause.object.head
    return None


def _named(tree: Tree, head: int) -> Name | None:
    """The person or organisation that a subject names by itself."""
    token = tree.tokens[head]
    name = referent(tree, head) if token.upos == "PRON" else name_at(token.span)
    joined = tree.dependent(head, "conj", "nmod:poss", "case") is not None
    fits = name is not None and name.certain and name.kind in ("person", "organisation")
    return name if fits and not joined else None
