"""How much a sentence matters."""

from quizengine import Article
from quizengine.language import trees, weight


def test_a_byline_is_an_aside_and_a_means_is_none() -> None:
    byline, means = trees(Article("A title\n\nBy Ada Moss, Cork\n\nBy selling ships, Ireland paid its debts.\n"))
    assert weight(byline) == 0
    assert weight(means) > 0
