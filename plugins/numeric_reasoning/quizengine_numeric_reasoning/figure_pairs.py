"""Pairs of related figures as facts; refuses pairs that are not exact enough, and totals that do not add up.

Next: `sums`, the calculations for a pair; `adding_up`, the calculations of the article.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from quizengine import Article, Refusal, Span
from quizengine.language import (
    Quantity,
    has_balanced_quotes,
    mentions_between,
    pointers,
    quantities_in,
    sentence_of,
    tree_at,
)
from quizengine_numeric_reasoning.adding_up import misfits
from quizengine_numeric_reasoning.sums import SUMS, Calculation, Pair

_LONGEST = 600
"""A longer sentence is never part of a question; skipping it bounds the work."""


def find(article: Article) -> Iterator[Calculation | Refusal]:
    """Yield each calculation that two figures of one sentence allow, and a refusal for each that stays open."""
    found = quantities_in(article)
    for sentence, figures in groupby(found, key=lambda one: sentence_of(one.span)):
        if sentence.end - sentence.start <= _LONGEST:
            yield from _within(sentence, list(figures))
    yield from misfits(found)


def _within(sentence: Span, figures: Sequence[Quantity]) -> Iterator[Calculation | Refusal]:
    """Yield what follows from the pairs of one sentence; at most one figure may be between the two (a year)."""
    for at, first in enumerate(figures):
        for second in figures[at + 1 : at + 3]:
            pair = Pair(sentence, first, second, tuple(figures))
            for rule in SUMS:
                if calculation := rule(pair):
                    yield _sound(pair, calculation)


def _sound(pair: Pair, calculation: Calculation) -> Calculation | Refusal:
    """The calculation, or why nothing is computed here."""
    both = pair.first.span.to(pair.second.span)
    if not (_is_exact(pair.first) and _is_exact(pair.second)):
        return Refusal(both, "not-exact", "nothing is computed from a figure that is hedged, bounded or a range")
    if not _stands_alone(pair.sentence):
        return Refusal(both, "no-context", "the sentence does not stand alone")
    return calculation


def _is_exact(quantity: Quantity) -> bool:
    return not (quantity.approximate or quantity.bound or quantity.ranged)


def _stands_alone(sentence: Span) -> bool:
    """Return whether the sentence is whole and no word in it points to something told elsewhere."""
    text = sentence.text
    whole = text[:1].isupper() and text[-1:] in ".!" and has_balanced_quotes(text)
    tree = tree_at(sentence)
    clear = tree is not None and not [
        each for each in pointers(tree, range(len(tree.tokens))) if not tree.dependents(each.token, "nummod")
    ]
    named = bool(mentions_between(sentence.article, sentence.start, sentence.end))
    return whole and clear and (named or not text.startswith("The "))
