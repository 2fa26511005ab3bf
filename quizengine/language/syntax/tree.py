"""A sentence as a tree: who hangs on whom, and which tokens a phrase covers.

Relations and tags are those of Universal Dependencies: https://universaldependencies.org/u/dep/.
Next: `verb_groups`, which reads tense, voice and polarity off a verb and its auxiliaries.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property

from quizengine.article import Article, Span, per_article
from quizengine.language.syntax.analysis import analyse
from quizengine.language.syntax.sentence import Sentence, Token

_OUTER_MARKS = frozenset({",", ":", ";", ".", "—", "–", "-", "--"})


class Tree:
    """The tokens of one sentence with their dependents; tokens are named by their index in the sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tokens: tuple[Token, ...] = sentence.tokens
        self._subtrees: dict[int, tuple[int, ...]] = {}

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
        """The token that hangs on no other; -1 in a sentence without tokens."""
        return next((index for index, token in enumerate(self.tokens) if token.head < 0), -1)

    def dependents(self, index: int, *relations: str) -> tuple[int, ...]:
        """The dependents with one of these relations, subtypes included: "nsubj" finds "nsubj:pass", too."""
        return tuple(child for child in self.children[index] if is_a(self.tokens[child].relation, *relations))

    def dependent(self, index: int, *relations: str) -> int | None:
        """The first dependent with one of these relations, if there is one."""
        return next(iter(self.dependents(index, *relations)), None)

    def subtree(self, index: int, without: Iterable[int] = ()) -> tuple[int, ...]:
        """The token and all that hangs on it, in order, but for the subtrees of the tokens in `without`."""
        excluded = set(without)
        if not excluded and index in self._subtrees:
            return self._subtrees[index]
        found, waiting = [], [index]
        while waiting:
            at = waiting.pop()
            found.append(at)
            waiting += [child for child in self.children[at] if child not in excluded]
        whole = tuple(sorted(found))
        if not excluded:
            self._subtrees[index] = whole
        return whole

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
        first = max(0, bisect_right(self.tokens, span.start, key=_start) - 1)
        after = bisect_left(self.tokens, span.end, key=_start)
        return tuple(index for index in range(first, after) if self.tokens[index].span.overlaps(span))


def _start(token: "Token") -> int:
    return token.span.start


def is_a(relation: str, *kinds: str) -> bool:
    """Whether a relation is one of these kinds or a subtype of one."""
    return relation in kinds or relation.partition(":")[0] in kinds


@per_article
def trees(article: Article) -> tuple[Tree, ...]:
    """The trees of all sentences of the body, in order."""
    return tuple(map(Tree, analyse(article)))


def tree_at(span: Span) -> Tree | None:
    """The tree of the sentence that a span begins in; None outside the body of the article."""
    found = trees(span.article)
    at = _last_begun(found, span)
    return found[at] if at >= 0 and span.start < found[at].sentence.span.end else None


def number_of(tree: Tree) -> int:
    """Which of the trees of its article a tree is, counted from 0."""
    return _last_begun(trees(tree.sentence.span.article), tree.sentence.span)


def _last_begun(found: tuple[Tree, ...], span: Span) -> int:
    return bisect_right(found, span.start, key=lambda tree: tree.sentence.span.start) - 1
