"""Words that tell which one is meant: the parties of "the arrangement", the title of "his film", and "there"."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from quizengine import Article, cache_per_article
from quizengine.language import Tree, mentions_between, names_in, surface_text, tree_index, trees, word_set

_Parties = tuple[int, int, str]
"""The place where two parties are named, from and to, and their names."""

_LONGEST_NAME = 6
_OF_TWO = word_set(
    """
    arrangement deal agreement accord treaty pact alliance partnership barter exchange talks negotiations negotiation
    conflict war dispute border ceasefire truce merger rivalry trade
    """
)
"""Nouns for what two parties have together."""
_WORD = r"(?:(?:[A-Z]\.){2,}|[A-Z][\w’'-]+)"
_PARTY = rf"(?:the )?{_WORD}(?: {_WORD})*"
_BETWEEN = re.compile(rf"\b(?P<noun>\w+) between (?P<parties>{_PARTY} and {_PARTY})")


def with_parties(tree: Tree, tokens: Sequence[int]) -> dict[int, str]:
    """The nouns with "the" among some tokens, each with the two parties that its paragraph has named; by token."""
    found: dict[int, str] = {}
    for index in tokens:
        token = tree.tokens[index]
        article = [tree.tokens[each].form.lower() for each in tree.dependents(index, "det")]
        bare = tree.dependent(index, "nmod") is None and tree.dependent(index, "acl") is None
        if token.upos == "NOUN" and token.lemma.lower() in _OF_TWO and article == ["the"] and bare:
            parties = _parties_before(tree, index)
            if parties:
                found[index] = f"{token.form} between {parties}"
    return found


def _parties_before(tree: Tree, index: int) -> str:
    """The two parties that the paragraph has named so far, if they are the only ones."""
    span = tree.tokens[index].span
    every = _parties(span.article)
    first = bisect_left(every, span.paragraph.start, key=_start)
    told = {named for _, end, named in every[first : bisect_left(every, span.start, key=_start)] if end <= span.start}
    return told.pop() if len(told) == 1 else ""


@cache_per_article
def _parties(article: Article) -> tuple[_Parties, ...]:
    """The two parties of each deal or war that an article names, with where it does, in order."""
    found = (one for one in _BETWEEN.finditer(article.text) if one["noun"].lower() in _OF_TWO)
    return tuple((one.start(), one.end(), " ".join(one["parties"].split())) for one in found)


def _start(one: _Parties) -> int:
    return one[0]


def apposed_names(tree: Tree, tokens: Sequence[int]) -> dict[int, str]:
    """The nouns among some tokens with the name that is after them and a comma and is left out; by token."""
    shown, found = set(tokens), {}
    for index in tokens:
        token = tree.tokens[index]
        owned = any(tree.tokens[each].form.lower() != "a" for each in tree.dependents(index, "det", "nmod:poss"))
        for child in tree.dependents(index, "appos"):
            inside = [each for each in tree.subtree(child) if tree.tokens[each].upos != "PUNCT"]
            name = child not in shown and len(inside) <= _LONGEST_NAME and tree.tokens[child].upos == "PROPN"
            plain = all(tree.tokens[each].upos in ("PROPN", "ADP", "DET", "NUM", "PART") for each in inside)
            if token.xpos == "NN" and owned and name and plain and inside[0] == index + 2:
                found[index] = f"{token.form} {surface_text(tree, inside)}"
    return found


def place_of_there(tree: Tree, tokens: Sequence[int]) -> dict[int, str]:
    """A "there" among some tokens that can only be the place that is the title of the article; by token."""
    title = _place_in_the_title(tree.sentence.span.article)
    if not title:
        return {}
    found = [each for each in tokens if tree.tokens[each].form == "there" and tree.tokens[each].upos == "ADV"]
    return {each: f"in {title}" for each in found if not _another_place(tree, each, title)}


@cache_per_article
def _place_in_the_title(article: Article) -> str:
    """The title, where it is the name of a place and nothing else; else empty."""
    title = article.title.text.strip() if article.title else ""
    return title if any(name.full == title and name.kind == "place" for name in names_in(article)) else ""


def _another_place(tree: Tree, index: int, title: str) -> bool:
    """Return whether another place is named before a token in its sentence, or in the sentence before."""
    span = tree.sentence.span
    at = tree_index(tree)
    start = trees(span.article)[at - 1].sentence.span.start if at else span.start
    before = mentions_between(span.article, start, tree.tokens[index].span.start)
    return any(name.kind == "place" and name.full != title for _, name in before)
