"""Statements that lean on what was told before them are recognised."""

import pytest

from quizengine import Article
from quizengine.language import trees
from quizengine_quote_attribution.leaning_statements import adds_to_the_untold, takes_up_a_noun


@pytest.mark.parametrize(
    ("said", "adds"),
    [
        ("the fishermen of Norway were also in the harbour and had no bread", True),
        ("the council also wants to sell forty boats", True),
        ("the fishermen of Norway wanted bread too", True),
        ("the boats of Norway were too small for the winter", False),
        ("the boats of Norway were dear and also very small", False),
        ("the boat carries salt, and it also carries bread", False),
        ("the boats of Norway were not only dear but also small", False),
    ],
)
def test_what_comes_on_top_of_something_untold_leans_on_it(said: str, adds: bool) -> None:
    (tree,) = trees(Article(f"Ruth Abel said that {said}."))
    assert adds_to_the_untold(tree, range(4, len(tree.tokens) - 1)) is adds


@pytest.mark.parametrize(
    ("before", "said", "points"),
    [
        ("The council made an estimate.", "estimate did not count the boats", True),
        ("The council made two estimates.", "estimate did not count the boats", True),
        ("The council met.", "estimate did not count the boats", True),
        ("The council met.", "rain had sunk the boats of Norway", False),
        ("The council made an estimate.", "the estimate did not count the boats", False),
    ],
)
def test_a_that_before_a_bare_noun_points_to_one_that_is_told(before: str, said: str, points: bool) -> None:
    tree = trees(Article(f"{before} Ruth Abel says that {said}."))[-1]
    assert takes_up_a_noun(tree, range(4, len(tree.tokens) - 1)) is points
