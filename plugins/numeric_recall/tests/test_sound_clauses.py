"""The words that stand in place of others in a clause that is cut out of its sentence."""

import pytest

from quizengine import Article
from quizengine.language import trees
from quizengine_numeric_recall.sound_clauses import owners


@pytest.mark.parametrize(
    ("owner", "shown"),
    [
        ("Ada Moss", ["Ada Moss’s"]),
        ("Ada Moss of Orra", []),  # as far as grammar tells, the play may be the town's
        ("Sven Dahl and Ada Moss", []),
    ],
)
def test_a_whose_becomes_the_name_right_before_it_where_that_alone_can_be_meant(owner: str, shown: list[str]) -> None:
    [tree] = trees(Article(f"The miller {owner}, whose long play was printed in 1902, praised Oslo.\n"))
    whose = next(at for at, token in enumerate(tree.tokens) if token.form == "whose")
    assert list(owners(tree, range(whose, whose + 7)).values()) == shown
    assert owners(tree, range(len(tree.tokens))) == {}
