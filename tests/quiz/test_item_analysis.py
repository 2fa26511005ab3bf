"""Statistics of answers: against figures worked out elsewhere, and silent where answers are too few."""

from statistics import correlation as pearson

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizengine.quiz.item_analysis import (
    FEWEST_ANSWERS,
    correlation,
    correlation_interval,
    item_results,
    item_results_of_class,
    wilson_interval,
)


def test_the_interval_is_that_of_the_textbook() -> None:
    # Newcombe 1998, Two-sided confidence intervals for the single proportion, table I, method 3
    assert wilson_interval(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert wilson_interval(15, 148) == pytest.approx((0.0624, 0.1605), abs=5e-5)
    assert wilson_interval(0, 20) == pytest.approx((0.0, 0.1611), abs=5e-5)
    assert wilson_interval(1, 29) == pytest.approx((0.0061, 0.1718), abs=5e-5)


def test_nobody_says_nothing() -> None:
    assert wilson_interval(0, 0) == (0.0, 1.0)


@given(st.integers(1, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_interval_holds_the_share_and_stays_within_0_and_1(case: tuple[int, int]) -> None:
    low, high = wilson_interval(*case)
    assert 0 <= low <= case[0] / case[1] + 1e-12 and case[0] / case[1] - 1e-12 <= high <= 1


@given(st.lists(st.tuples(st.integers(0, 1), st.integers(0, 20)), min_size=3))
def test_the_correlation_is_pearsons(pairs: list[tuple[int, int]]) -> None:
    one, other = [float(a) for a, _ in pairs], [float(b) for _, b in pairs]
    if len(set(one)) == 1 or len(set(other)) == 1:
        assert correlation(one, other) is None
    else:
        assert correlation(one, other) == pytest.approx(pearson(one, other))


def test_what_everybody_got_right_is_easy() -> None:
    (item,) = item_results([{"q": 1.0}] * FEWEST_ANSWERS)
    assert (item.difficulty, item.facility, item.answered, item.full) == (0.0, 1.0, 10, 10)


def test_below_10_answers_no_difficulty_is_said() -> None:
    (item,) = item_results([{"q": 1.0}] * (FEWEST_ANSWERS - 1))
    assert (item.difficulty, item.facility) == (None, None)


def test_the_interval_of_a_correlation_is_fishers() -> None:
    low, high = correlation_interval(0.5, 28)  # artanh 0.5 = 0.5493, z/√25 = 0.3920
    assert (low, high) == pytest.approx((0.1560, 0.7358), abs=1e-4)
    assert correlation_interval(-1.0, 12) == (-1.0, -1.0)


def test_attempts_at_one_quiz_give_the_same_in_columns() -> None:
    rows = [[1.0, 0.5, None], [0.0, None, 1.0]] * 8
    named = [dict(zip("abc", row, strict=True)) for row in rows]
    assert item_results_of_class("abc", rows) == item_results(named)


def test_half_marks_are_not_full_marks() -> None:
    (item,) = item_results([{"q": 0.5}] * 10 + [{"q": 1.0}] * 10)
    assert (item.full, item.difficulty) == (10, 0.5)


def test_what_was_left_out_counts_as_asked_and_not_as_wrong() -> None:
    (item,) = item_results([{"q": None}] * 5 + [{"q": 1.0}] * 20)
    assert (item.asked, item.answered, item.difficulty) == (25, 20, 0.0)


def students(*groups: tuple[int, dict[str, float | None]]) -> list[dict[str, float | None]]:
    return [answers for count, answers in groups for _ in range(count)]


GOOD, WEAK = {"a": 1.0, "b": 1.0, "c": 1.0, "bad": 0.0}, {"a": 0.0, "b": 0.0, "c": 0.0, "bad": 1.0}


def test_a_question_that_the_better_get_wrong_discriminates_below_zero() -> None:
    known = {item.question: item for item in item_results(students((20, GOOD), (20, WEAK)))}
    assert known["bad"].discrimination == pytest.approx(-1)
    assert known["a"].discrimination == pytest.approx(1)


def test_a_question_is_held_against_the_rest_without_itself() -> None:
    alone = students((20, {"q": 1.0, "r": 0.0}), (20, {"q": 0.0, "r": 0.0}))
    known = {item.question: item for item in item_results(alone)}
    assert known["q"].discrimination is None  # the rest does not vary; with itself in it, q would stand at 1


def test_below_10_answers_no_discrimination_is_said() -> None:
    few = students((5, GOOD), (FEWEST_ANSWERS - 6, WEAK))
    assert {item.discrimination for item in item_results(few)} == {None}


def test_a_quiz_of_one_question_has_no_rest() -> None:
    (item,) = item_results([{"q": 1.0}] * 40)
    assert item.discrimination is None


@given(st.permutations(students((3, GOOD), (4, WEAK))))
def test_the_order_of_attempts_does_not_matter(attempts: list[dict[str, float | None]]) -> None:
    assert item_results(attempts) == item_results(students((3, GOOD), (4, WEAK)))


def test_what_is_marked_in_part_is_no_measure_for_the_other_questions() -> None:
    attempts = [(1.0, 1.0, None if number % 2 else 1.0) for number in range(10)]
    attempts += [(0.0, 0.0, 0.0 if number % 2 else None) for number in range(10)]
    a, b, part = item_results_of_class(("a", "b", "part"), attempts, {"part"})
    assert (a.discrimination, b.discrimination) == (pytest.approx(1), pytest.approx(1))
    assert (part.answered, part.discrimination) == (10, pytest.approx(1))
