"""Responses, keys and points in words."""

from decimal import Decimal
from fractions import Fraction

import pytest

from quizengine.quiz.grading import Score
from quizengine.quiz.parts import Choice, ChoiceKey, Gap, NumberKey, Option, Text, TextKey
from quizengine.web.render import formatting

A, B, C = (Option(each, f"option {each}") for each in "abc")


@pytest.mark.parametrize(
    ("value", "said"), [(Fraction(3), "3"), (Fraction(1, 2), "0.5"), (Fraction(2, 3), "0.67"), (Fraction(100), "100")]
)
def test_points_have_two_decimals_at_most(value, said):
    assert formatting.points(value) == said


def test_a_score_is_told_with_the_points_there_were():
    assert formatting.out_of(Score(Fraction(3), Fraction(11))) == "3 of 11 points"
    assert formatting.out_of(Score(Fraction(1, 2), Fraction(1))) == "0.5 of 1 point"
    assert formatting.out_of(Score(Fraction(0), Fraction(1, 2))) == "0 of 0.5 points"


def test_numbers_are_listed_as_a_person_does():
    assert [formatting.listed(each) for each in ([3], [3, 5], [3, 5, 8])] == ["3", "3 and 5", "3, 5 and 8"]
    assert formatting.quoted(["one", "another"]) == "“one” and “another”"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("900", "900 sheets"),
        ("9 hundred", "9 hundred sheets (read as 900)"),
        ("$2k", "$2k (read as 2,000)"),
        ("800-900", "800-900 sheets (read as 800 to 900)"),
        ("many", "many sheets"),
        (" ", None),
    ],
)
def test_a_number_is_echoed_as_it_was_read(typed, said):
    (given,) = formatting.given_answers((Text("?"), Gap("g", "number", "sheets")), {"g": (typed,)})
    assert given.lines == ((said,) if said else ())


def test_millions_are_not_told_twice():
    gap = Gap("g", "number", "million tons")
    lines = [formatting.given_answers((gap,), {"g": (typed,)})[0].lines for typed in ("4", "4 million")]
    assert lines == [("4 million tons",), ("4 million tons (read as 4,000,000)",)]


def test_a_number_is_echoed_as_the_locale_of_the_quiz_writes_it():
    gap = Gap("g", "number", "sheets", locale="de")
    (marked,) = formatting.marked_answers(
        (gap,), {"g": ("10.800",)}, {"g": NumberKey(Decimal(10800), Decimal(10750), Decimal("10800.5"))}
    )
    assert marked.given.lines == ("10.800 sheets (read as 10.800)",)
    assert marked.right.lines == ("10.800",)
    assert (marked.share, marked.also) == (1, "Accepted: from 10.750 to 10.800,5.")


def test_a_response_is_told_by_the_words_of_its_options():
    (given,) = formatting.given_answers((Text("?"), Choice("c", (A, B, C), multiple=True)), {"c": ("c", "a")})
    assert given.lines == ("option c", "option a")


def test_what_else_is_accepted_is_said():
    assert formatting.also_accepted(TextKey(("Rome",))) == ""
    assert formatting.also_accepted(TextKey(("Rome", "Roma"))) == "Also accepted: Roma."
    assert formatting.also_accepted(NumberKey(Decimal(5), Decimal(5), Decimal(5))) == ""
    assert formatting.also_accepted(NumberKey(Decimal(5), Decimal("4.5"), Decimal(6))) == "Accepted: from 4.5 to 6."


def test_each_option_is_told_apart_by_what_became_of_it():
    (marked,) = formatting.marked_answers(
        (Text("?"), Choice("c", (A, B, C))), {"c": ("b",)}, {"c": ChoiceKey(frozenset("a"))}
    )
    assert [(o.text[-1], o.chosen, o.right) for o in marked.options] == [
        ("a", False, True),
        ("b", True, False),
        ("c", False, False),
    ]
    assert marked.share == 0


def test_a_year_is_shown_as_people_write_years():
    gap, year = Gap("g", "number"), NumberKey(Decimal(1989), Decimal(1988), Decimal(1990))
    (marked,) = formatting.marked_answers((gap,), {}, {"g": year})
    assert marked.right.lines == ("1989",)
    assert marked.also == "Accepted: from 1988 to 1990."
