"""Quantities are found in running text with their values, units, bounds and rates; what is none is left alone."""

from decimal import Decimal
from pathlib import Path

import pytest

from quizengine.language.numbers import Quantity, quantities_in
from quizengine.text.article import Article


def only(text: str) -> Quantity:
    """The one quantity of a text."""
    found = quantities_in(Article(text))
    assert len(found) == 1, [quantity.span.text for quantity in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("They sold 1,250 tickets.", "1,250", "1250"),
        ("They sold 1 250 tickets.", "1 250", "1250"),
        ("They sold 12,34,567 tickets.", "12,34,567", "1234567"),
        ("They sold four million tickets.", "four million", "4000000"),
        ("They sold 2.4 billion tickets.", "2.4 billion", "2400000000"),
        ("They sold two and a half million tickets.", "two and a half million", "2500000"),
        ("They sold half a million tickets.", "half a million", "500000"),
        ("They sold a dozen tickets.", "a dozen", "12"),
        ("They sold a couple of hundred tickets.", "couple of hundred", "200"),
        ("They sold a couple thousand tickets.", "couple thousand", "2000"),
        ("They sold three hundred and twelve tickets.", "three hundred and twelve", "312"),
        ("They sold twenty-one tickets.", "twenty-one", "21"),
        ("They sold 3 million and a half tickets.", "3 million and a half", "3500000"),
        ("They sold two lakh tickets.", "two lakh", "200000"),
        ("It fell to -4.5 overnight.", "-4.5", "-4.5"),
        ("It fell to minus six overnight.", "minus six", "-6"),
        ("The mean was 0.75 in each test.", "0.75", "0.75"),
        ("It takes 2½ eggs.", "2½", "2.5"),
        ("It takes 2-1/4 eggs.", "2-1/4", "2.25"),
        ("It has 1.2 m users.", "1.2 m", "1200000"),
        ("Norway has 1.2m homes.", "1.2m", "1200000"),
        ("It takes 2 1/4 eggs.", "2 1/4", "2.25"),
    ],
)
def test_a_number_has_its_span_and_its_value(text: str, span: str, value: str) -> None:
    quantity = only(text)
    assert (quantity.span.text, quantity.low, quantity.kind) == (span, Decimal(value), "count")


@pytest.mark.parametrize(
    ("text", "span", "value", "unit", "kind"),
    [
        ("It costs $2,000.", "$2,000", "2000", "USD", "money"),
        ("It costs US$2.5m.", "US$2.5m", "2500000", "USD", "money"),
        ("It costs A$7.", "A$7", "7", "AUD", "money"),
        ("It costs Mex$ 10 million.", "Mex$ 10 million", "10000000", "MXN", "money"),
        ("It costs a $5 fee.", "$5", "5", "USD", "money"),
        ("It costs 300 Swiss francs.", "300 Swiss francs", "300", "CHF", "money"),
        ("It costs 12 euros.", "12 euros", "12", "EUR", "money"),
        ("It costs 40 million pounds.", "40 million pounds", "40000000", "GBP", "money"),
        ("It costs 99 cents.", "99 cents", "99", "cent", "money"),
        ("It costs 3 dollars 50 cents.", "3 dollars 50 cents", "3.5", "USD", "money"),
        ("It grew by 12.5 percent.", "12.5 percent", "12.5", "percent", "percent"),
        ("It grew by 7 %.", "7 %", "7", "percent", "percent"),
        ("It grew by two percentage points.", "two percentage points", "2", "percentage point", "points"),
        ("It is 40 kilometres long.", "40 kilometres", "40", "kilometre", "length"),
        ("It is a six-mile walk.", "six-mile", "6", "mile", "length"),
        ("It is 5 feet 6 inches long.", "5 feet 6 inches", "5.5", "foot", "length"),
        ("It covers 190 square miles.", "190 square miles", "190", "square mile", "area"),
        ("It weighs 75kg.", "75kg", "75", "kilogram", "mass"),
        ("It weighs three pounds.", "three pounds", "3", "pound", "mass"),
        ("It holds 1.5 million gallons.", "1.5 million gallons", "1500000", "gallon", "volume"),
        ("It was 31 °C outside.", "31 °C", "31", "degree Celsius", "temperature"),
        ("It holds 16 GB of music.", "16 GB", "16", "gigabyte", "data"),
        ("It lasted eight months.", "eight months", "8", "month", "duration"),
        ("It lasted an hour and a half.", "an hour and a half", "1.5", "hour", "duration"),
        ("It is 12 sq. ft. large.", "12 sq. ft", "12", "square foot", "area"),
        ("It went at 65 m.p.h. downhill.", "65 m.p.h.", "65", "mile per hour", "speed"),
        ("He is 6-foot-3 now.", "6-foot-3", "6.25", "foot", "length"),
        ("It was -5 C.", "-5 C", "-5", "degree Celsius", "temperature"),
        ("It is a three-quarter mile walk.", "three-quarter mile", "0.75", "mile", "length"),
        ("It costs Rs 500.", "Rs 500", "500", "INR", "money"),
        ("It lost minus $20.", "minus $20", "-20", "USD", "money"),
        ("It lasted half an hour.", "half an hour", "0.5", "hour", "duration"),
        ("It is ten years old.", "ten years old", "10", "year", "age"),
        ("A 45-year-old man won.", "45-year-old", "45", "year", "age"),
        ("It failed three times.", "three times", "3", "time", "times"),
        ("A third of the town left.", "A third", "0.3333333333333333333333333333", "", "share"),
        ("Over half of the town left.", "half", "0.5", "", "share"),
        ("Two in three voters left.", "Two in three", "0.6666666666666666666666666667", "", "share"),
        ("One in five voters left.", "One in five", "0.2", "", "share"),
    ],
)
def test_a_measure_has_its_unit_and_its_kind(text: str, span: str, value: str, unit: str, kind: str) -> None:
    quantity = only(text)
    found = (quantity.span.text, quantity.low, quantity.unit, quantity.kind)
    assert found == (span, Decimal(value), unit, kind)


@pytest.mark.parametrize(
    ("text", "span", "low", "high"),
    [
        ("They moved between 50,000 and 100,000 tons of rice.", "50,000 and 100,000 tons", 50_000, 100_000),
        ("They moved 600,000 to 700,000 tons of rice.", "600,000 to 700,000 tons", 600_000, 700_000),
        ("They moved 15–20 % of it.", "15–20 %", 15, 20),
        ("They need from 8 to 10 wagons.", "8 to 10", 8, 10),
        ("They moved $2 to $3 million.", "$2 to $3 million", 2_000_000, 3_000_000),
        ("They moved 5 to 10 million eggs.", "5 to 10 million", 5_000_000, 10_000_000),
        ("They moved two or three wagons.", "two or three", 2, 3),
        ("They moved between two and three hundred wagons.", "two and three hundred", 200, 300),
        ("They moved 5 million-10 million eggs.", "5 million-10 million", 5_000_000, 10_000_000),
        ("They moved it in 1990-95.", "1990-95", 1990, 1995),
    ],
)
def test_a_range_has_two_ends(text: str, span: str, low: int, high: int) -> None:
    quantity = only(text)
    assert (quantity.span.text, quantity.low, quantity.high) == (span, low, high)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Sales rose from 12,000 to 58,000 tons.", [12_000, 58_000]),
        ("It was cut from 30 to 20 seats.", [30, 20]),
        ("They bought 5 apples and 6 pears.", [5, 6]),
        ("See pages 22,24,26.", [22, 24, 26]),
    ],
)
def test_a_change_or_a_list_is_no_range(text: str, values: list[int]) -> None:
    found = quantities_in(Article(text))
    assert [(quantity.low, quantity.high) for quantity in found] == [(value, value) for value in values]


def test_a_change_gives_both_figures_the_unit() -> None:
    first, second = quantities_in(Article("Exports rose from 12,000 to 58,000 tons."))
    assert (first.unit, second.unit) == ("ton", "ton")


@pytest.mark.parametrize(
    ("text", "approximate", "bound", "hedged"),
    [
        ("Around 900 people came.", True, "", "Around 900"),
        ("Nearly 900 people came.", True, "below", "Nearly 900"),
        ("Just over 900 people came.", True, "above", "Just over 900"),
        ("More than 900 people came.", False, "above", "More than 900"),
        ("At least 900 people came.", False, "at least", "At least 900"),
        ("Up to 900 people came.", False, "at most", "Up to 900"),
        ("Up to about 900 people came.", True, "at most", "Up to about 900"),
        ("It is built around roughly 900 photographs.", True, "", "roughly 900"),
        ("A couple of hundred people came.", True, "", "couple of hundred"),
        ("Some 900 or so people came.", True, "", "Some 900 or so"),
        ("Exactly 900 people came.", False, "", "900"),
        ("The fee is 900 dollars or more.", False, "at least", "900 dollars or more"),
    ],
)
def test_hedges_and_bounds_are_read(text: str, approximate: bool, bound: str, hedged: str) -> None:
    quantity = only(text)
    assert (quantity.approximate, quantity.bound, quantity.hedged.text) == (approximate, bound, hedged)


def test_over_before_a_duration_is_no_bound() -> None:
    assert only("It changed over three years.").bound == ""


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("They pay $2,000 each monthly.", "month"),
        ("They pay $200 million annually.", "year"),
        ("They ship 700,000 tons of grain per year.", "year"),
        ("They ship 40 tons a day.", "day"),
        ("They pay 5 cents per kilometre.", "kilometre"),
        ("They ship 40 tons and stay a day.", ""),
        ("They ship 40 tons.", ""),
    ],
)
def test_a_rate_is_read(text: str, rate: str) -> None:
    assert quantities_in(Article(text))[0].rate == rate


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It opened in 1874.", "year"),
        ("It opened on May 19, 2003.", "year"),
        ("It was popular in the 1980s.", "decade"),
        ("She lives in Apartment 12 now.", "label"),
        ("An F-16 landed.", "label"),
        ("Harry Lowe, 52, sang.", "age"),
    ],
)
def test_figures_that_count_nothing_have_kinds_of_their_own(text: str, kind: str) -> None:
    assert only(text).kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "The train left at 8:30 a.m. on 9 October.",
        "They met on the 21st, for the third time.",
        "This one is better, and no one knew.",
        "They built a fourth wall for a third time.",
        "The twenty-first guest sat beside the thirty-third.",
        "On the forty-second day, the two hundred and fiftieth boat left.",
        "The one hundred and twenty-fifth tree fell a couple of years later.",
        "Write to info2@example.org or see https://example.org/2024/05.",
        "Thousands of people came, and several stayed.",
        "Key 12345678901234567890123456789012345 opens it.",
    ],
)
def test_what_is_no_amount_is_left_alone(text: str) -> None:
    assert quantities_in(Article(text)) == ()


def test_the_step_is_the_worth_of_the_last_digit_that_says_something() -> None:
    assert only("They ship 700,000 tons.").step == 100_000
    assert only("They sold 2.4 billion eggs.").step == 100_000_000
    assert only("They sold 3,412 eggs.").step == 1
    assert only("It grew by 1.25 percent.").step == Decimal("0.01")


def sentences_with_their_amounts() -> list[list[str]]:
    """The rows of tests/cases/sentences.txt: a sentence, and the amounts that it states."""
    table = (Path(__file__).parents[2] / "cases" / "sentences.txt").read_text("utf-8")
    return [line.rsplit(" = ", 1) for line in table.splitlines() if " = " in line]


@pytest.mark.parametrize(("sentence", "stated"), sentences_with_their_amounts())
def test_a_sentence_states_its_amounts_and_no_others(sentence: str, stated: str) -> None:
    found = [
        f"{one.low:f}{f'..{one.high:f}' if one.ranged else ''} {one.unit}".strip()
        for one in quantities_in(Article(sentence))
    ]
    assert ("; ".join(found) or "-") == stated


def test_a_title_holds_no_quantities() -> None:
    article = Article("Ten Facts About Eels\n\nThe river has 14 ramps, and more are planned.\n")
    assert [quantity.span.text for quantity in quantities_in(article)] == ["14"]


def test_over_before_a_duration_is_a_bound_behind_for() -> None:
    assert only("It hung there for over 250 years.").bound == "above"
