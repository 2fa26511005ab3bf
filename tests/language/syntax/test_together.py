"""Many short texts are analysed in one go, and each comes out as it does alone."""

from quizengine import Article
from quizengine.language import trees
from quizengine.language.syntax import analyse_together

TEXTS = ("Who built the Orra dam in 1952?", "", "She left. It rained in Cork, and the river rose.", "word " * 450)


def test_texts_that_are_analysed_together_have_the_trees_that_each_has_alone() -> None:
    together = [Article(text) for text in TEXTS]
    analyse_together(together)
    for text, article in zip(TEXTS, together, strict=True):
        assert [tree.tokens for tree in trees(article)] == [tree.tokens for tree in trees(Article(text))]
