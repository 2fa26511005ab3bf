"""The currency of an amount, in words that the number reader understands."""

import pytest

from quizengine.language.numbers import quantities_in
from quizengine.language.numbers.amounts import read_amount
from quizengine.language.numbers.currencies import CODES
from quizengine.language.numbers.currency_names import currency_words
from quizengine.text.article import Article


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("$5 million", "dollars"),
        ("US$5 million", "US dollars"),
        ("£300,000", "British pounds"),
        ("300,000 pounds", "British pounds"),
        ("¥500", "Japanese yen"),
        ("SEK 700", "Swedish kronor"),
        ("300 Swiss francs", "Swiss francs"),
        ("30¢", "cents"),
        ("30p", "pence"),
        ("Euros 40m", "euros"),
        ("pounds 40m", "British pounds"),
        ("Canadian dollars 40m", "Canadian dollars"),
    ],
)
def test_a_currency_is_named_as_the_article_or_else_as_the_world_names_it(amount: str, words: str) -> None:
    (quantity,) = quantities_in(Article(f"The berth in Oslo cost {amount}."))
    assert currency_words(quantity) == words


def test_every_currency_has_a_name_that_a_student_can_type() -> None:
    assert len(CODES) > 50
    for code in set(CODES.values()):
        (quantity,) = quantities_in(Article(f"The berth in Oslo cost {code} 700."))
        typed = read_amount(f"700 {currency_words(quantity)}")
        assert typed and typed.unit == quantity.unit, code
