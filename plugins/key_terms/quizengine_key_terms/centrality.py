"""Decides whether a term is central to its article, so that a teacher would ask what it is.

Next: `named_terms`.
"""

import re
from collections.abc import Sequence

from quizengine import Fact
from quizengine_key_terms.definition import Explanation, definitions_of
from quizengine_key_terms.entries import Entry
from quizengine_key_terms.in_bold import is_in_bold
from quizengine_key_terms.patterns.candidate import LISTED

_DEFINED_OUTRIGHT = frozenset(
    {"means", "is defined as", "is called", "coined", "states that", "occurs when", "entry", LISTED}
)
"""Patterns of sentences that are there to define their term, which may then be named once."""
_GLOSSES = frozenset({"or", "i.e.", "is", "in which", "in a state", "apposition"})
"""Patterns that say what a word means."""
_SEVERAL = 3
_OFTEN_ENOUGH = 2
"""Times that an article names a term which another sentence explains by the way."""


def is_central(entry: Entry, facts: Sequence[Fact]) -> bool:
    """Return whether a term is in bold or in the title, is defined by a sentence of its own, or is named repeatedly.

    A term that is named once is central to an article that defines several: such an article is there to teach terms.
    """
    tree, article = entry.candidate.tree, entry.definition.term.article
    if is_in_bold(tree, entry.term.tokens) or entry.definition.rule in _DEFINED_OUTRIGHT:
        return True
    if entry.definition.rule == "is" and not isinstance(entry.definition, Explanation):
        return True
    if entry.definition.rule in _GLOSSES and len(definitions_of(facts)) >= _SEVERAL:
        return True
    title = article.title.text if article.title else ""
    names = (entry.term.words, *entry.term.accepted)
    in_title = any(times_named(title, name) for name in names)
    return in_title or sum(times_named(article.text, name) for name in names) >= _OFTEN_ENOUGH


def times_named(text: str, words: str) -> int:
    """Return how often a text has a term, as a singular or as a plural."""
    *first, last = map(re.escape, re.split(r"[\s-]+", words))
    singular = re.sub(r"ies\Z", "y", last) if last.endswith("ies") else re.sub(r"(?<=\w\w)s\Z", "", last)
    stem = rf"(?:{last}|{singular}|{singular[:-1]}ies)" if singular.endswith("y") else singular
    spaced = r"[\s-]+".join([*first, f"{stem}(?:e?s)?"])
    return len(re.findall(rf"(?<![\w-]){spaced}(?!\w)", text, re.IGNORECASE))
