"""How far off a typed figure may be follows from the text, and is said."""

from decimal import Decimal

import pytest

from quizengine import Article
from quizengine.language.numbers import quantities_in
from quizengine_numeric_recall.tolerance import hedge_of, tolerance_of


@pytest.mark.parametrize(
    ("text", "low", "high", "why"),
    [
        ("They sold 900 hens.", 900, 900, ""),
        ("They sold around 900 hens.", 855, 945, "“around”"),
        ("They sold nearly 900 hens.", 855, 945, "“nearly”"),
        ("They sold up to 900 hens.", 900, 900, "“up to”"),
        ("They sold 2.4 million hens.", 2_400_000, 2_400_000, ""),
    ],
)
def test_a_hedge_gives_room_and_a_plain_figure_none(text: str, low: int, high: int, why: str) -> None:
    quantity = quantities_in(Article(text))[0]
    room = tolerance_of(quantity)
    ends = room.tolerance.around(quantity.low) if room.tolerance else (quantity.low, quantity.low)
    assert ends == (low, high)
    assert why in room.why
    assert bool(why) == bool(room.why)


@pytest.mark.parametrize(("near", "low", "high"), [("910", 895, 905), ("945", 877.5, 922.5), ("946", 855, 945)])
def test_the_room_ends_halfway_to_another_figure_within_five_percent(near: str, low: float, high: float) -> None:
    first, second = quantities_in(Article(f"They sold about 900 hens in May and {near} hens in June."))
    room = tolerance_of(first, (first, second)).tolerance
    assert room
    assert room.around(first.low) == (Decimal(str(low)), Decimal(str(high)))


def test_a_hedge_is_told_in_the_words_of_the_text() -> None:
    assert hedge_of(quantities_in(Article("Some 900 or so hens were sold."))[0]) == "Some … or so"
    assert hedge_of(quantities_in(Article("Exactly 900 hens were sold."))[0]) == ""


def test_the_room_around_a_hedged_figure_is_five_percent() -> None:
    room = tolerance_of(quantities_in(Article("They sold about 2,000 hens."))[0]).tolerance
    assert room
    assert room.percent == Decimal(5)
