"""The analysis of a sentence as a reader of the command line sees it."""

import pytest

from quizengine import Article
from quizengine.language import trees
from quizengine.language.syntax.outline import outline


def test_an_outline_lists_clauses_with_their_parts() -> None:
    [tree] = trees(Article("A title\n\nAda Moss sold the mill in 1912 because the river rose.\n"))
    lines = [line.removesuffix(" ?").removesuffix(" ~").strip() for line in outline(tree)]
    assert lines[0] == "Ada Moss sold the mill in 1912 because the river rose."
    assert "sell: root, past, fact" in lines
    assert {"subject: Ada Moss", "object: the mill", "adjunct of time: in 1912"} <= set(lines)


@pytest.mark.parametrize(("land", "farmers", "mark"), [("100", "100", ""), ("0", "100", " ~"), ("0", "0", " ?")])
def test_an_outline_marks_how_much_of_a_clause_is_in_doubt(build_tree, land: str, farmers: str, mark: str) -> None:
    """Where only a word at the end of a part is uncertain, the clause is likely but not sure."""
    tree = build_tree(
        *(f"Farmers/farmer/NOUN/NNS/2/nsubj/{farmers}", "sold/sell/VERB/VBD/0/root", "fields/field/NOUN/NNS/2/obj"),
        *("of/of/ADP/IN/5/case", f"land/land/NOUN/NN/3/nmod/{land}", "././PUNCT/./2/punct"),
    )
    assert list(outline(tree))[1] == f"  sell: root, past, fact{mark}"
