"""Trees written by hand, so that the grammar is tested apart from the model."""

from collections.abc import Callable

import pytest

from quizengine import Article
from quizengine.language.syntax import Sentence, Token, Tree

BuildTree = Callable[..., Tree]
"""From words, each as "form/lemma/UPOS/XPOS/head/relation" with heads counted from 1, and 0 for the root.

A seventh field tells the certainty, which else is 100.
"""


@pytest.fixture
def build_tree() -> BuildTree:
    return tree_of


def tree_of(*words: str) -> Tree:
    rows = [word.split("/") for word in words]
    text = " ".join(row[0] for row in rows)
    article = Article(text)
    tokens, at = [], 0
    for form, lemma, upos, xpos, head, relation, *certainty in rows:
        span = article.span(at, at + len(form))
        score = int(certainty[0]) if certainty else 100
        tokens.append(Token(span, form, lemma, upos, xpos, int(head) - 1, relation, sure=True, certainty=score))
        at += len(form) + 1
    return Tree(Sentence(article.span(0, len(text)), tuple(tokens)))
