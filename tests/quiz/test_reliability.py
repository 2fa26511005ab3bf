"""The reliability of a quiz: against a published example, against numpy and scipy, and silent where it says nothing."""

from math import sqrt

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from quizengine.quiz.item_analysis import item_results_of_class
from quizengine.quiz.reliability import cronbach_alpha, reliability

WUENSCH = [
    [1, 1, 1, 1, 1, 1, 0, 1, 1, 0],
    [1, 0, 1, 1, 0, 1, 1, 1, 0, 1],
    [1, 1, 1, 1, 0, 1, 1, 0, 0, 1],
    [0, 0, 1, 0, 0, 0, 1, 0, 0, 0],
    [0, 0, 0, 0, 0, 1, 0, 0, 1, 0],
    [1, 1, 1, 0, 1, 1, 1, 1, 1, 1],
    [1, 1, 0, 1, 1, 1, 0, 1, 1, 1],
    [1, 1, 1, 1, 1, 1, 1, 1, 0, 1],
    [0, 1, 0, 1, 1, 1, 1, 1, 0, 1],
    [1, 1, 0, 1, 1, 0, 1, 1, 1, 0],
]
"""Wuensch, East Carolina University, KR20.txt: ten students, ten questions; Σpq = 2.18 and variance 5.84."""
tables = st.tuples(st.integers(2, 6), st.integers(10, 25)).flatmap(
    lambda size: st.lists(
        st.lists(st.sampled_from([0.0, 0.5, 1.0]), min_size=size[0], max_size=size[0]),
        min_size=size[1],
        max_size=size[1],
    )
)


def test_alpha_of_right_and_wrong_is_the_kr_20_of_the_published_example() -> None:
    assert cronbach_alpha(WUENSCH) == pytest.approx(10 / 9 * (1 - 2.18 / 5.84))


def test_the_standard_error_follows_from_alpha_and_the_spread() -> None:
    known = reliability(WUENSCH)
    assert (known.mean, known.students, known.questions) == (6.6, 10, 10)
    assert known.deviation == pytest.approx(sqrt(58.4 / 9))
    assert known.error == pytest.approx(sqrt(58.4 / 9) * sqrt(1 - 0.69635), abs=1e-4)


@given(tables)
def test_alpha_is_that_of_the_covariances(earned: list[list[float]]) -> None:
    table = numpy.array(earned)
    covariances, count = numpy.cov(table, rowvar=False), table.shape[1]
    if covariances.sum() < 1e-9:
        assert cronbach_alpha(earned) is None
    else:
        between = covariances.sum() - numpy.trace(covariances)
        assert cronbach_alpha(earned) == pytest.approx(count / (count - 1) * between / covariances.sum())


@given(tables)
def test_discrimination_and_its_interval_are_those_of_scipy(earned: list[list[float]]) -> None:
    table = numpy.array(earned)
    items = item_results_of_class([str(at) for at in range(table.shape[1])], earned)
    varied = [at for at in range(table.shape[1]) if table[:, at].std() and (table.sum(1) - table[:, at]).std()]
    found = {at: items[at] for at in range(table.shape[1]) if items[at].discrimination is not None}
    assert sorted(found) == varied
    expected = {at: stats.pearsonr(table[:, at], table.sum(1) - table[:, at]) for at in varied}
    assert [found[at].discrimination for at in varied] == pytest.approx([expected[at].statistic for at in varied])
    open_ended = [at for at in varied if abs(expected[at].statistic) < 1 - 1e-9]
    ends = [tuple(expected[at].confidence_interval(0.95)) for at in open_ended]
    assert [found[at].discrimination_interval for at in open_ended] == [pytest.approx(each, abs=1e-6) for each in ends]


@given(st.integers(10, 200).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_interval_of_a_share_is_that_of_scipy(case: tuple[int, int]) -> None:
    right, answers = case
    (item,) = item_results_of_class(["q"], [[1.0]] * right + [[0.0]] * (answers - right))
    expected = stats.binomtest(right, answers).proportion_ci(method="wilson")
    assert item.facility == pytest.approx(right / answers)
    assert item.facility_interval == pytest.approx((expected.low, expected.high), abs=1e-6)


@pytest.mark.parametrize(
    ("earned", "why"),
    [
        ([[1.0]] * 12, "one question has nothing to agree with"),
        ([[1.0, 0.0]] * 12, "equal sums have no variance"),
    ],
)
def test_alpha_is_not_defined_where_nothing_varies(earned: list[list[float]], why: str) -> None:
    known = reliability(earned)
    assert known.enough
    assert (known.alpha, known.error) == (None, None), why


def test_below_ten_students_only_mean_and_spread_are_told() -> None:
    known = reliability(WUENSCH[:9])
    assert (known.enough, known.alpha, known.error) == (False, None, None)
    assert known.deviation == pytest.approx(numpy.std([sum(row) for row in WUENSCH[:9]], ddof=1))
    assert reliability([]).mean is None
    assert reliability(WUENSCH[:1]).deviation is None


def test_a_quiz_whose_questions_disagree_has_a_negative_alpha_and_no_error() -> None:
    known = reliability([[1.0, 0.0], [0.0, 1.0]] * 5 + [[1.0, 1.0]])
    assert known.alpha is not None and known.alpha < 0
    assert known.error is None
