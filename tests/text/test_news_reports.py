"""Reports of the news are told from other articles."""

from quizengine import Article, is_news_report


def test_an_article_that_tells_again_and_again_what_people_said_is_a_report() -> None:
    assert is_news_report(Article("Flood\n\nIt rained, said Ann Abel. Nobody was hurt, she told us."))


def test_one_saying_and_what_scholars_hold_make_no_report() -> None:
    assert not is_news_report(Article("Flood\n\nIt rained, said Ann Abel. Nobody was hurt."))
    assert not is_news_report(Article("Rain\n\nAccording to Abel (1990), it rains. According to Brenn, it does not."))
