"""The analysis of a sentence as a reader of the command line sees it."""

from quizengine import Article
from quizengine.language import trees
from quizengine.language.syntax.outline import outline


def test_an_outline_lists_clauses_with_their_parts() -> None:
    [tree] = trees(Article("A title\n\nAda Moss sold the mill in 1912 because the river rose.\n"))
    lines = [line.removesuffix(" ?").strip() for line in outline(tree)]
    assert lines[0] == "Ada Moss sold the mill in 1912 because the river rose."
    assert "sell: root, past, fact" in lines
    assert {"subject: Ada Moss", "object: the mill", "adjunct of time: in 1912"} <= set(lines)
