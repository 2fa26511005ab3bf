"""Many short texts are analysed in one go, and each comes out as it does alone."""

from quizengine import Article
from quizengine.language import trees
from quizengine.language.syntax import analyse_together
from quizengine.language.syntax.tree import Tree, cache_by_arguments

TEXTS = ("Who built the Orra dam in 1952?", "", "She left. It rained in Cork, and the river rose.", "word " * 450)


def test_texts_that_are_analysed_together_have_the_trees_that_each_has_alone() -> None:
    together = [Article(text) for text in TEXTS]
    analyse_together(together)
    for text, article in zip(TEXTS, together, strict=True):
        assert [tree.tokens for tree in trees(article)] == [tree.tokens for tree in trees(Article(text))]


def test_equal_texts_are_analysed_once_and_remember_together() -> None:
    one, twin, other = (Article(text) for text in ("She left for Cork.", "She left for Cork.", "He left for Cork."))
    analyse_together([one, twin, other])
    assert trees(twin) is trees(one)
    assert trees(other) is not trees(one)


def test_what_a_tree_was_asked_is_worked_out_once_for_the_same_arguments() -> None:
    worked_out: list[int] = []

    @cache_by_arguments
    def form(tree: Tree, index: int) -> str:
        worked_out.append(index)
        return tree.tokens[index].form

    [tree] = trees(Article("She left for Cork."))
    [another] = trees(Article("He stayed."))
    assert [form(tree, 0), form(tree, 1), form(tree, 0), form(another, 0)] == ["She", "left", "She", "He"]
    assert worked_out == [0, 1, 0]
