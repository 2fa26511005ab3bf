"""A sentence as a tree: who depends on whom, and which tokens a phrase covers.

Relations and tags are those of Universal Dependencies: https://universaldependencies.org/u/dep/.
Next: `verb_groups`, which reads tense, voice and polarity off a verb and its auxiliaries.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from quizengine.language.syntax.analysis import analyse
from quizengine.language.syntax.sentence import Sentence, Token
from quizengine.text.article import Article, Span, cache_per_article

Result = TypeVar("Result")
Given = ParamSpec("Given")

_OUTER_MARKS = frozenset({",", ":", ";", ".", "—", "–", "-", "--"})


class Tree:
    """The tokens of one sentence with their dependents; tokens are named by their index in the sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tokens: tuple[Token, ...] = sentence.tokens
        self._subtrees: dict[int, tuple[int, ...]] = {}
        self._derived: dict[Any, Any] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        """Only the sentence goes to another process, as with the facts of a plugin: the rest is derived again."""
        return Tree, (self.sentence,)

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """The dependents of each token, in order."""
        found: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head >= 0:
                found[token.head].append(index)
        return tuple(map(tuple, found))

    @cached_property
    def root(self) -> int:
        """The token that depends on no other; -1 in a sentence without tokens."""
        return next((index for index, token in enumerate(self.tokens) if token.head < 0), -1)

    def dependents(self, index: int, *relations: str) -> tuple[int, ...]:
        """The dependents with one of these relations, subtypes included: "nsubj" finds "nsubj:pass", too."""
        kinds = self._kinds
        return tuple([child for child in self.children[index] if not kinds[child].isdisjoint(relations)])

    def dependent(self, index: int, *relations: str) -> int | None:
        """The first dependent with one of these relations, if there is one."""
        kinds = self._kinds
        for child in self.children[index]:
            if not kinds[child].isdisjoint(relations):
                return child
        return None

    @cached_property
    def _kinds(self) -> tuple[frozenset[str], ...]:
        """The relation of each token, and the one that this is a subtype of."""
        return tuple([_kinds_of(token.relation) for token in self.tokens])

    def subtree(self, index: int, without: Iterable[int] = ()) -> tuple[int, ...]:
        """The token and all that depends on it, in order, except for the subtrees of the tokens in `without`."""
        excluded = frozenset(without)
        if excluded:
            return self._subtree(index, excluded)
        if index not in self._subtrees:
            self._subtrees[index] = self._subtree(index, excluded)
        return self._subtrees[index]

    def _subtree(self, index: int, excluded: frozenset[int]) -> tuple[int, ...]:
        children = self.children
        found = [index]
        for at in found:
            if children[at]:
                found += [child for child in children[at] if child not in excluded] if excluded else children[at]
        return tuple(sorted(found))

    def ancestors(self, index: int) -> tuple[int, ...]:
        """The tokens above one, nearest first."""
        found = []
        while (index := self.tokens[index].head) >= 0:
            found.append(index)
        return tuple(found)

    def span(self, tokens: Iterable[int]) -> Span:
        """The span from the first to the last of these tokens."""
        ordered = sorted(tokens)
        return self.tokens[ordered[0]].span.to(self.tokens[ordered[-1]].span)

    def trimmed(self, tokens: Iterable[int]) -> tuple[int, ...]:
        """The tokens in order, without commas, dashes and full stops at either end."""
        found = sorted(tokens)
        while len(found) > 1 and self.tokens[found[0]].form in _OUTER_MARKS:
            found.pop(0)
        while len(found) > 1 and self.tokens[found[-1]].form in _OUTER_MARKS:
            found.pop()
        return tuple(found)

    def tokens_in(self, span: Span) -> tuple[int, ...]:
        """The tokens that share a character with a span, in order."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        after = bisect_left(self._starts, span.end)
        if first < after and self.tokens[first].span.end <= span.start:
            first += 1
        return tuple(range(first, after))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple([token.span.start for token in self.tokens])


def cache_per_tree(function: Callable[[Tree], Result]) -> Callable[[Tree], Result]:
    """Make a function of one tree remember its result on that tree, for as long as the tree lives."""

    @wraps(function)
    def remembered(tree: Tree) -> Result:
        if function not in tree._derived:
            tree._derived[function] = function(tree)
        result: Result = tree._derived[function]
        return result

    return remembered


def is_a(relation: str, *kinds: str) -> bool:
    """Return whether a relation is one of these kinds or a subtype of one."""
    return relation in kinds or (":" in relation and relation.partition(":")[0] in kinds)


def cache_by_arguments(
    function: Callable[Concatenate[Tree, Given], Result],
) -> Callable[Concatenate[Tree, Given], Result]:
    """Make a function of one tree and hashable values remember its results on that tree, as `cache_per_tree` does."""

    @wraps(function)
    def remembered(tree: Tree, /, *args: Given.args, **kwargs: Given.kwargs) -> Result:
        known = (function, args, tuple(kwargs.items()))
        if known not in tree._derived:
            tree._derived[known] = function(tree, *args, **kwargs)
        result: Result = tree._derived[known]
        return result

    return remembered


@lru_cache(maxsize=256)
def _kinds_of(relation: str) -> frozenset[str]:
    return frozenset((relation, relation.partition(":")[0]))


@cache_per_article
def trees(article: Article) -> tuple[Tree, ...]:
    """The trees of all sentences of the body, in order."""
    return tuple(map(Tree, analyse(article)))


@cache_per_article
def _starts(article: Article) -> tuple[int, ...]:
    return tuple([tree.sentence.span.start for tree in trees(article)])


def tree_at(span: Span) -> Tree | None:
    """The tree of the sentence that a span begins in; None outside the body of the article."""
    at = _last_begun(span)
    if at < 0:
        return None
    tree = trees(span.article)[at]
    return tree if span.start < tree.sentence.span.end else None


def tree_index(tree: Tree) -> int:
    """Return which of the trees of its article a tree is, counted from 0."""
    return _last_begun(tree.sentence.span)


def _last_begun(span: Span) -> int:
    return bisect_right(_starts(span.article), span.start) - 1
