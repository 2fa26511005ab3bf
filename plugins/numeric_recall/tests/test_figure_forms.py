"""Options are written as the article writes the key, and wrong ones are clear of every true one."""

from decimal import Decimal
from random import Random

import pytest

from quizengine import Article
from quizengine.language.numbers.quantities import Quantity, quantities_in, read_amount
from quizengine_numeric_recall.distractors import Rivals, wrong_options
from quizengine_numeric_recall.error_distractors import is_as_round
from quizengine_numeric_recall.figure_forms import figure_form, with_unit, write_figure


def figures(text: str) -> tuple[Quantity, ...]:
    return quantities_in(Article(text))


def options(text: str, seed: int = 0) -> tuple[str, ...]:
    """Wrong figures for the first figure of a text, its others being of the same kind."""
    key, *others = figures(text)
    form = figure_form(key)
    assert form
    return wrong_options(key, with_unit(form, key), "", Rivals(tuple(others)), Random(seed))


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("They ship 10,000 eggs.", "2500", "2,500"),
        ("They ship 2.4 million eggs.", "1300000", "1.3 million"),
        ("They ship 2.4 million eggs.", "1350000", None),
        ("They ship four million eggs.", "7000000", "seven million"),
        ("They ship twelve eggs.", "31", "thirty-one"),
        ("It closed in 1915.", "1923", "1923"),
        ("It costs $2,000.", "400", "$400"),
        ("It costs 300 Swiss francs.", "1200", "1,200 Swiss francs"),
        ("It grew by 12.5 percent.", "4", "4.0 percent"),
    ],
)
def test_a_value_is_written_like_the_key(text: str, value: str, expected: str | None) -> None:
    key = figures(text)[0]
    form = figure_form(key)
    assert form
    assert with_unit(form, key).write(Decimal(value)) == expected


def test_a_range_is_written_with_both_ends() -> None:
    key = figures("They moved between 5,000 and 7,000 tons.")[0]
    form = figure_form(key)
    assert form
    assert write_figure(form, Decimal(300), Decimal(900)) == "300 to 900"


def test_a_form_that_is_not_understood_is_none() -> None:
    assert figure_form(figures("It weighs half a ton.")[0]) is None


def test_other_figures_of_the_article_come_first() -> None:
    for seed in range(20):
        found = options("They sold 400 hens, 700 ducks, 900 geese, 200 doves, 300 owls, 100 swans and 800 crows.", seed)
        assert set(found) <= {"700", "900", "200", "300", "100", "800"}


@pytest.mark.parametrize(
    "text",
    [
        "They sold 3,412 hens.",
        "They sold 80 hens.",
        "They sold 11 million hens.",
        "It grew by 1.2 %.",
        "It fell 5 feet 7 inches.",
    ],
)
def test_wrong_figures_are_as_round_as_the_key(text: str) -> None:
    key = figures(text)[0]
    for seed in range(50):
        found = options(text, seed) if figure_form(key) else ()
        values = [read_amount(one) for one in found]
        assert len(set(found)) in (0, 3)
        assert all(value and value.low != key.low and is_as_round(value.low, key.low) for value in values)


def test_a_percentage_stays_below_a_hundred() -> None:
    for seed in range(50):
        assert all(float(one.rstrip("%")) < 100 for one in options("Some 91% of them left.", seed))


def test_what_the_stem_shows_is_no_option() -> None:
    key, *others = figures("They sold 400 hens and 700 ducks.")
    form = figure_form(key)
    assert form
    assert "700" not in wrong_options(key, form, "… and 700 ducks", Rivals(tuple(others)), Random(1))
