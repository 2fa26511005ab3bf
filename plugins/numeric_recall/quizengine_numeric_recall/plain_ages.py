"""A plain question for an age anywhere in a sentence: "At what age did Ada Moss stop giving concerts?".

Next: `figure_stems`, which shows the sentence with a gap where no plain question can be made of it.
"""

from collections.abc import Sequence
from dataclasses import replace

from quizengine.language import Realised, Tree
from quizengine_numeric_recall.figure_contexts import Context, holding
from quizengine_numeric_recall.question_words import MONTHS
from quizengine_numeric_recall.whole_statements import (
    aside_behind_the_subject,
    asked_of_the_past,
    is_a_comma,
    is_one_statement,
    is_the_subject,
)
from quizengine_numeric_recall.year_faults import YEAR_FAULTS

_AGES = (("at", "the", "age", "of"), ("by", "the", "age", "of"), ("at", "age"), ("by", "age"), ("aged",))
_OF_A_DATE = frozenset({"in", "on", ","})
_BORNE = frozenset({"two-times"})
"""Faults that do no harm: a date beside an age is left out."""


def plain_age(context: Context, said: Realised) -> str | None:
    """The question at what age somebody did what a whole sentence tells; None if somebody else may be meant."""
    if context.quantity.kind != "age" or context.quantity.bound or context.quantity.ranged:
        return None
    tree = context.tree
    clause = next((each for each in holding(context.quantity) if each.verb.finite), None)
    aged = _age(tree, context.figure, said.tokens)
    if clause is None or not aged:
        return None
    gone = {*aged, *_date_beside(tree, aged, said.tokens), *aside_behind_the_subject(clause)}
    rest = [each for each in said.tokens if each not in gone]
    while rest and is_a_comma(tree, rest[-1]):
        rest.pop()
    first = clause.verb.first
    before = [each for each in rest if each < first]
    before = before[sum(is_a_comma(tree, each) for each in before[:1]) :]
    behind = [each for each in rest if each > first]
    asking, own = replace(said, opening=(), subject=(), said=tuple(rest)), replace(context, clause=clause)
    if any(holds(own, asking) for name, holds in YEAR_FAULTS if name not in _BORNE):
        return None
    if first not in rest or not is_the_subject(clause, before) or not is_one_statement(clause, rest):
        return None
    asked = asked_of_the_past(said, clause, before, behind)
    by = tree.tokens[aged[0]].form.lower() == "by" or tree.tokens[aged[1]].form.lower() == "by"
    return f"{'By' if by else 'At'} what age {asked}?" if asked else None


def _age(tree: Tree, figure: Sequence[int], shown: Sequence[int]) -> list[int]:
    """The tokens of an age and the words and commas around it that go with it, or none."""
    first, last = min(figure), max(figure)
    forms = [token.form.lower() for token in tree.tokens[:first]]
    size = next((len(words) for words in _AGES if tuple(forms[-len(words) :]) == words), 0)
    start = first - size
    if not size or start not in shown or last not in shown:
        return []
    opens = start - 1 in shown and is_a_comma(tree, start - 1)
    closes = opens and last + 1 in shown and is_a_comma(tree, last + 1)
    return list(range(start - opens, last + 1 + closes))


def _date_beside(tree: Tree, aged: Sequence[int], shown: Sequence[int]) -> list[int]:
    """The tokens of a date right before an age: "in May 1956, aged 74"."""
    at = aged[0]
    while at - 1 in shown and _may_be_of_a_date(tree, at - 1):
        at -= 1
    dated = any(tree.tokens[each].form.isdecimal() for each in range(at, aged[0]))
    marked = tree.tokens[at].form.lower() in ("in", "on")
    return list(range(at, aged[0])) if dated and marked else []


def _may_be_of_a_date(tree: Tree, index: int) -> bool:
    form = tree.tokens[index].form.lower()
    return form in MONTHS or form in _OF_A_DATE or form.isdecimal()
