"""The analysis of a sentence as lines of text, for authors of generators."""

from collections.abc import Iterator

from quizengine.language.syntax.clauses import Clause, clauses_of
from quizengine.language.syntax.tree import Tree

_INDENT = "  "


def outline(tree: Tree) -> Iterator[str]:
    """The lines: the sentence, then its clauses with their parts.

    A "?" marks what is not even likely, a "~" a clause that is likely right, but of which a part may go too far.
    """
    yield " ".join(tree.sentence.span.text.split())
    for clause in clauses_of(tree):
        yield from _of_clause(clause)


def _of_clause(clause: Clause) -> Iterator[str]:
    told = [clause.verb.tense or "no tense", *_traits(clause)]
    said = [f"{said.stance} by {said.source.text if said.source else 'nobody named'}" for said in clause.said]
    yield f"{_INDENT}{clause.verb.lemma}: {', '.join([clause.relation, *told, *said])}{_doubt_about(clause)}"
    if clause.subject:
        shared = " (shared)" if clause.shares_subject else ""
        yield f"{_INDENT * 2}subject: {clause.subject.text}{shared}{_doubt(clause.subject.is_sure)}"
    for part in clause.parts:
        kind = f"{part.role} of {part.circumstance}" if part.circumstance else part.role
        yield f"{_INDENT * 2}{kind}: {part.text}{_doubt(part.is_sure)}"


def _traits(clause: Clause) -> Iterator[str]:
    if clause.verb.passive:
        yield "passive"
    if clause.verb.modal:
        yield clause.verb.modal
    if clause.verb.negated:
        yield "negated"
    yield "fact" if clause.is_fact else "no fact"


def _doubt_about(clause: Clause) -> str:
    return "" if clause.is_sure else " ~" if clause.is_likely else " ?"


def _doubt(is_sure: bool) -> str:
    return "" if is_sure else " ?"
