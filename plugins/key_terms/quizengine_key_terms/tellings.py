"""Decides whether what is told of a name is enough to ask for it: a whole statement that gives nothing away.

Next: `under_laws`.
"""

import re

from quizengine.language import Tree, content_words, word_set
from quizengine_key_terms.shared_words import shared_words

_HEDGES = word_set(
    """
    may might could often sometimes perhaps probably usually only also still even just too first then another other same
    such
    """
)
"""Words that weaken what is said, or compare it with something else."""
_POINTS = re.compile(r"\b(?:[A-Z]|[Pp]oints?) (?:(?:and|to) )?[A-Z]\b(?![’'.]\w)")
"""Letters of a figure: "between points A and B", "from B to C"."""
_LIST_ENDS = re.compile(r"\b(?:and|or)\b[^,]*\Z")
"""The end of a whole list: "bread, fish and salt"."""
_FEWEST, _MOST = 3, 20
"""Content words of what is said, and all its words."""


def telling_fault(tree: Tree, words: str, told: str) -> str:
    """Return why a name is not asked for by what is told of it, both in words; empty if it can be."""
    if len(told.split()) > _MOST or len(content_words(told)) < _FEWEST:
        return f"fewer than {_FEWEST} words of it tell something, or it has more than {_MOST} words"
    if re.search(r"\d|[“”\"():;–—]", told) or _HEDGES & set(told.lower().split()):
        return "what is said of it holds a figure, a mark or a hedge"
    if _POINTS.search(told):
        return "what is said of it names a point of a figure by its letter"
    if told.count(",") > 1 and not _LIST_ENDS.search(told):
        return "a list in what is said of it breaks off"
    if shared_words(words, told):
        return "what is said of it gives its name away"
    title = tree.sentence.span.article.title
    in_title = title is not None and words.casefold() in title.text.casefold()
    return "it is what the article is about" if in_title else ""
