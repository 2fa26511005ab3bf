"""Words that somebody coined: "Moss coined the term sour loaf in 1950".

Next: `makers`.
"""

import re
from collections.abc import Iterator

from quizengine import Span
from quizengine.language import Tree, is_a

_COINED = re.compile(
    r"\b(?P<verb>coin(?:ed|ing)) (?P<said>the (?P<sort>term|phrase|word|expression|name) "
    r"(?:[“\"‘](?P<quoted>[^“”\"‘’]{3,60}?)[,.]?[”\"’]|(?P<plain>[a-z-]+(?: [a-z-]+)?)(?= (?:to|in|for|as) |[,.;])))"
)
_CITED = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)+ \(\d{4}\) [a-z]+ed\b(?!.*\b(?:that|who|and) .*\bcoin)")
"""Begins a sentence with a name and the year of a work, which makes its tree wrong: "Ada Moss (1956) studied …"."""
_BESIDE = ("advcl", "conj")


def coinages(tree: Tree) -> Iterator[tuple[int, Span, str]]:
    """Yield the subject of whoever coined a word, the words that say so, and the deed: "coined the term “loaf”"."""
    span = tree.sentence.span
    for found in _COINED.finditer(span.text):
        at = tree.tokens_in(span.article.span(span.start + found.start("verb"), span.start + found.end("verb")))
        subject = _cited(tree) or (_subject_of(tree, at[0]) if len(at) == 1 else None)
        if subject is not None:
            said = span.article.span(span.start + found.start("said"), span.start + found.end("said"))
            yield subject, said, f"coined the {found['sort']} “{found['quoted'] or found['plain']}”"


def _cited(tree: Tree) -> int | None:
    """The last word of a name before the year of a work that begins a sentence; None if it begins otherwise."""
    year = next((at for at, token in enumerate(tree.tokens) if token.form == "("), 0)
    return year - 1 if year and _CITED.match(tree.sentence.span.text) else None


def _subject_of(tree: Tree, verb: int) -> int | None:
    """The subject of a verb or of the one that it is beside; None if it has no certain one, or a passive has."""
    while True:
        if tree.dependents(verb, "aux", "mark", "advmod"):
            return None
        if subjects := tree.dependents(verb, "nsubj"):
            return subjects[0] if len(subjects) == 1 and not tree.dependents(subjects[0], "conj") else None
        token = tree.tokens[verb]
        if not is_a(token.relation, *_BESIDE) or token.head < 0:
            return None
        verb = token.head
