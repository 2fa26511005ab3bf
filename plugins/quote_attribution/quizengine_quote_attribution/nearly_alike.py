"""Finds others who are quoted with nearly the same words: then both are right.

Next: `speech_turns`, which leaves such quotations out.
"""

from collections import defaultdict
from collections.abc import Sequence

from quizengine import Fact, cache_per_facts
from quizengine.language import content_words
from quizengine_quote_attribution.excerpts import excerpt_words
from quizengine_quote_attribution.quotation import Quotation

_ALIKE = 0.7
"""The share of the words of the shorter of two quotations that both have, when they are nearly the same."""
_RAREST = 4
_MOST_LOOKED_AT = 50


def another_with(fact: Quotation, others: Sequence[Fact]) -> str:
    """The name of somebody else who is quoted with nearly the same words."""
    own = frozenset(content_words(excerpt_words(fact)))
    said = _by_word(others)
    rare = sorted(own, key=lambda word: len(said.get(word, ())))[:_RAREST]
    alike = {pair for word in rare for pair in said.get(word, [])[:_MOST_LOOKED_AT]}
    for name, words in sorted(alike, key=lambda pair: pair[0]):
        if name != fact.name and len(own & words) > _ALIKE * min(len(own), len(words)):
            return name
    return ""


@cache_per_facts
def _by_word(facts: Sequence[Fact]) -> dict[str, list[tuple[str, frozenset[str]]]]:
    """Return who said what, as the words that carry sense, by each of these words."""
    found: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for fact in facts:
        if isinstance(fact, Quotation):
            words = frozenset(content_words(excerpt_words(fact)))
            for word in sorted(words):
                found[word].append((fact.name, words))
    return found
