"""Numeric: a number, right within its tolerance."""

from decimal import Decimal
from random import Random

import pytest

from quizengine.errors import QuestionError
from quizengine.quiz.parts import Gap, NumberKey, Text
from quizengine.quiz.types.numeric import NumericQuestion, Tolerance


def asked(answer: str, tolerance: Tolerance | None = None, unit: str = "") -> NumericQuestion:
    return NumericQuestion(stem="How many came?", answer=Decimal(answer), tolerance=tolerance, unit=unit)


def earns(question: NumericQuestion, typed: str) -> bool:
    return question.grade({"answer": (typed,)}).full


def test_the_unit_stands_beside_the_gap() -> None:
    assert asked("10", unit="tons").parts(Random(0)) == (Text("How many came?"), Gap("answer", "number", "tons"))


@pytest.mark.parametrize(
    ("tolerance", "low", "high"),
    [
        (None, "10000", "10000"),
        (Tolerance(percent=Decimal(5)), "9500", "10500"),
        (Tolerance(absolute=Decimal("0.5")), "9999.5", "10000.5"),
        (Tolerance(range=(Decimal(9000), Decimal(12000))), "9000", "12000"),
        (Tolerance(percent=Decimal(0)), "10000", "10000"),
    ],
)
def test_the_ends_of_the_tolerance_are_right_and_what_lies_beyond_is_wrong(
    tolerance: Tolerance | None, low: str, high: str
) -> None:
    question = asked("10000", tolerance)
    assert question.key() == {"answer": NumberKey(Decimal(10000), Decimal(low), Decimal(high))}
    assert earns(question, low) and earns(question, high)
    assert not earns(question, str(Decimal(low) - Decimal("0.01")))
    assert not earns(question, str(Decimal(high) + Decimal("0.01")))


def test_a_percentage_of_a_negative_number_reaches_both_ways() -> None:
    assert asked("-200", Tolerance(percent=Decimal(10))).accepted == (Decimal(-220), Decimal(-180))


@pytest.mark.parametrize("typed", ["10,000", "10000", "10 000", "10000.0", "ten thousand", "10,000 soldiers"])
def test_a_number_may_be_written_in_many_ways(typed: str) -> None:
    assert earns(asked("10000", unit="soldiers"), typed)


@pytest.mark.parametrize("typed", ["", "10", "1,000", "100,000", "10,0000", "10.000.0", "ten", "x", "1" * 10_000])
def test_another_number_or_none_earns_nothing(typed: str) -> None:
    assert not earns(asked("10000", unit="soldiers"), typed)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Decimal("NaN"), "found Decimal('NaN'), expected a Decimal number"),
        (Decimal("Infinity"), "found Decimal('Infinity'), expected a Decimal number"),
        (10, "found 10, expected a Decimal number"),
        ("10", "found '10', expected a Decimal number"),
        (Decimal("1e999999999"), "found the number 1e+999999999, expected at most 24 digits"),
        (Decimal("1e-999999"), "found the number 1e-999999, expected at most 24 digits"),
    ],
)
def test_what_is_no_number_is_refused(answer: Decimal, words: str) -> None:
    with pytest.raises(QuestionError) as refusal:
        NumericQuestion(stem="How many came?", answer=answer)
    assert str(refusal.value) == words


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "found 0 kinds of tolerance, expected one of: percent, absolute, range"),
        (
            {"percent": Decimal(5), "absolute": Decimal(1)},
            "found 2 kinds of tolerance, expected one of: percent, absolute, range",
        ),
        ({"range": (Decimal(9), Decimal(5))}, "found a range from 9 down to 5, expected low before high"),
        ({"percent": Decimal(-5)}, "found a tolerance of -5, expected 0 or more"),
        ({"absolute": Decimal("NaN")}, "found Decimal('NaN'), expected a Decimal number"),
        ({"percent": Decimal("Infinity")}, "found Decimal('Infinity'), expected a Decimal number"),
        ({"range": (Decimal(1), Decimal("NaN"))}, "found Decimal('NaN'), expected a Decimal number"),
    ],
)
def test_a_tolerance_that_makes_no_sense_is_refused(fields: dict[str, Decimal], words: str) -> None:
    with pytest.raises(QuestionError) as refusal:
        Tolerance(**fields)
    assert str(refusal.value) == words


def test_a_range_may_be_one_number_and_a_number_may_have_24_digits() -> None:
    assert asked("10", Tolerance(range=(Decimal(10), Decimal(10)))).accepted == (10, 10)
    assert asked("123456789012345678901234").answer == Decimal(123456789012345678901234)
    with pytest.raises(QuestionError, match="expected at most 24 digits"):
        asked("1234567890123456789012345")


def test_an_answer_outside_its_own_range_is_refused() -> None:
    with pytest.raises(QuestionError, match="found the answer 10 outside its own range 11 to 12"):
        asked("10", Tolerance(range=(Decimal(11), Decimal(12))))


def test_equal_numbers_make_one_question_however_they_are_written() -> None:
    assert asked("5").id == asked("5.0").id == asked("5e0").id != asked("50").id
