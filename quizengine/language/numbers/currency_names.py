"""The name of a currency as a question writes it."""

from quizengine.language.numbers.currencies import BEFORE_A_FIGURE
from quizengine.language.numbers.quantities import Quantity

_PLAIN_DOLLARS = "dollars"


def currency_words(quantity: Quantity) -> str:
    """The currency of a quantity in the article's own words or, for a sign or a code, by its English name in CLDR.

    In the plural: "dollars" for a plain dollar sign, "US dollars", "Japanese yen", "cents". "Pounds" can be a weight
    beside a gap, so that they are "British pounds".
    """
    text = quantity.span.article.text
    behind = text[quantity.number.end : quantity.span.end].strip()
    if behind == "p":
        return "pence"
    if behind.isascii() and behind.replace(" ", "").isalpha() and behind.casefold() not in ("pounds", "pound"):
        return behind
    before = text[quantity.span.start : quantity.number.start].strip()
    if before.casefold() in BEFORE_A_FIGURE and before.casefold() != "pounds":
        return before.casefold()
    if quantity.unit == "USD" and before == "$":
        return _PLAIN_DOLLARS
    return "cents" if quantity.unit == "cent" else _name(quantity.unit)


def _name(code: str) -> str:
    from babel.numbers import get_currency_name  # 67 ms, and only where an article has foreign money

    return str(get_currency_name(code, 2, locale="en"))
