"""Which articles are news, where fewer events are asked about."""

import pytest

from quizengine import Article
from quizengine_fact_recall.eligibility import is_news


@pytest.mark.parametrize(("said", "news"), [(2, False), (3, True)])
def test_an_article_is_news_if_more_than_two_words_in_a_thousand_are_said_or_says(said: int, news: bool) -> None:
    assert is_news(Article("They said. " * said + "It rained. " * (500 - said))) == news
