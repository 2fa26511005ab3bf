"""A dispatch is told from other articles by the days that it counts from, or by how often it says who said so."""

import pytest

from quizengine import Article
from quizengine_numeric_recall.dispatches import is_dispatch


@pytest.mark.parametrize(
    "text",
    [
        "The mills of Orra closed on Monday.",
        "The mills of Orra closed this week.",
        "The mills of Orra were closed today.",
        "The mills are closed, Ada Moss said. The owner says that nobody works in them.",
    ],
)
def test_an_article_of_the_day_is_a_dispatch(text: str) -> None:
    assert is_dispatch(Article(text))


@pytest.mark.parametrize(
    "text",
    [
        "The mills of Orra closed on Monday, 3 May 1909.",
        "Prices fell on Black Monday.",
        "Today the mills are museums.",
    ],
)
def test_a_date_a_name_and_an_age_make_none(text: str) -> None:
    assert not is_dispatch(Article(text))
