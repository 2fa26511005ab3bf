"""Lists whose items have a date each: "won the Orra Prize in 1983, the Senn Medal in 1990 and the Lind Award in 1999".

Next: `plain_years`, which asks for the year of one item.
"""

from collections.abc import Sequence

from quizengine.language import TENSED, Clause, Tree
from quizengine_numeric_recall.question_words import YEAR

_JOINS = frozenset({",", "and"})
_OPENS_AN_ITEM = frozenset({"DET", "PROPN", "ADJ", "NOUN"})
"""Parts of speech that an item begins with: behind the preposition of the first, "in Oslo", the others lack theirs."""
_NAMES_SOME = frozenset({"including", "such"})


def with_one_item(clause: Clause, shown: Sequence[int], year: int) -> list[int]:
    """Return the tokens of a clause with the item of that year alone; all that are shown where no list has a date each.

    Only the order of the words counts, for items of a list are often taken for parts of one another.
    """
    tree, last = clause.tree, max(clause.verb.tokens)
    items = _items(tree, [each for each in shown if each > last])
    own = next((item for item in items if year in item), None)
    if (
        own is None
        or len(items) < 2
        or clause.verb.copular
        or not all(_is_dated_at_its_end(tree, item) for item in items)
    ):
        return list(shown)
    return [each for each in shown if each <= last or each in own]


def _items(tree: Tree, tokens: Sequence[int]) -> list[list[int]]:
    """The tokens cut at each comma or "and" behind a year, without these."""
    items: list[list[int]] = [[]]
    for each in tokens:
        ends = bool(items[-1]) and YEAR.fullmatch(tree.tokens[items[-1][-1]].form) is not None
        joins = tree.tokens[each].form.lower() in _JOINS
        if joins and (ends or not items[-1]):
            items += [[]] if items[-1] else []
        elif tree.tokens[each].form != ".":
            items[-1].append(each)
    return [item for item in items if item]


def _is_dated_at_its_end(tree: Tree, item: Sequence[int]) -> bool:
    """Return whether words for a thing end with "in" and the only year among them."""
    tokens = [tree.tokens[each] for each in item]
    years = [at for at, token in enumerate(tokens) if YEAR.fullmatch(token.form)]
    return (
        years == [len(tokens) - 1]
        and len(tokens) > 2
        and tokens[-2].form == "in"
        and tokens[0].upos in _OPENS_AN_ITEM
        and not any(token.xpos in TENSED or token.form in _NAMES_SOME for token in tokens)
    )
