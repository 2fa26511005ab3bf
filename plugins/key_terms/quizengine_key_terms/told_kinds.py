"""Kinds that a sentence lists and tells apart: "two kinds of tax: tithes, which go to the church, and tolls, which …".

Next: `told_of_called`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from quizengine.language import Tree, surface_text, uncapitalised, word_set
from quizengine_key_terms.patterns.noun_phrases import NAMING, noun_phrase_from

_KINDS = {"types": "type", "kinds": "kind", "forms": "form", "classes": "class", "categories": "category"}
_OPENS = frozenset({":", "—", "–", ","})
_NUMBERS = word_set("two three four five six several")
_FEWEST = 2


@dataclass(frozen=True)
class ToldKind:
    """One of several kinds of a thing, with what is told of it."""

    tree: Tree
    of: str
    """The words for the whole that it is a kind of: "type of cell division"."""
    name: tuple[int, ...]
    said: tuple[int, ...]
    """The tokens from its verb on."""


def told_kinds(tree: Tree) -> Iterator[ToldKind]:
    """Yield the kinds of a list, if something is told of each."""
    tokens = tree.tokens
    for index, token in enumerate(tokens):
        if token.form not in _KINDS or index + 4 >= len(tokens) or tokens[index + 1].form != "of":
            continue
        start = max(0, index - 2)
        if not any(each.form.lower() in _NUMBERS for each in tokens[start:index]):
            continue
        colon = next((each for each in range(index + 2, len(tokens)) if tokens[each].upos not in NAMING), 0)
        if colon == index + 2 or not colon or tokens[colon].form not in _OPENS:
            continue
        of = f"{_KINDS[token.form]} of {uncapitalised(surface_text(tree, range(index + 2, colon)))}"
        found = list(_items(tree, colon + 1, of))
        if len(found) >= _FEWEST and found[-1].said[-1] >= len(tokens) - 2:
            yield from found
        return


def _items(tree: Tree, at: int, of: str) -> Iterator[ToldKind]:
    """Yield each item of a list with a ", which" from a token on, as long as one follows another."""
    tokens = tree.tokens
    while at < len(tokens):
        name = tuple(each for each in noun_phrase_from(tree, at) if tokens[each].upos != "DET")
        if not name or [token.form for token in tokens[name[-1] + 1 : name[-1] + 3]] != [",", "which"]:
            return
        verb = name[-1] + 3
        end = next((each for each in range(verb, len(tokens)) if tokens[each].form in (",", ";", ".")), len(tokens))
        if verb >= end or tokens[verb].xpos != "VBZ" or tokens[name[-1]].form[:1].isupper():
            return
        yield ToldKind(tree, of, name, tuple(range(verb, end)))
        at = end + 1
        while at < len(tokens) and tokens[at].form in ("and", "or"):
            at += 1
