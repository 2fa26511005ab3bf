"""The analysis of a sentence as a reader of the command line sees it."""

from quizengine import Article
from quizengine.language import trees
from quizengine.language.syntax.outline import outline


def test_an_outline_lists_clauses_with_their_parts() -> None:
    [tree] = trees(Article("A title\n\nAda Moss sold the mill in 1912 because the river rose.\n"))
    lines = [line.removesuffix(" ?").removesuffix(" ~").strip() for line in outline(tree)]
    assert lines[0] == "Ada Moss sold the mill in 1912 because the river rose."
    assert "sell: root, past, fact" in lines
    assert {"subject: Ada Moss", "object: the mill", "adjunct of time: in 1912"} <= set(lines)


def test_an_outline_marks_how_much_of_a_clause_is_in_doubt() -> None:
    text = (
        "The council sold the mill in May.\n\n"
        "Lopes won the Orra Award for Best Baker for Bread and Roses ...\n\n"
        "Buffalo the mill council sold if river run because.\n"
    )
    clauses = [next(line for line in outline(tree) if "root," in line) for tree in trees(Article(f"A title\n\n{text}"))]
    assert [line[-2:] if line[-1] in "~?" else "" for line in clauses] == ["", " ~", " ?"]
