"""Every figure of a class of forty, worked out a second time by numpy and scipy from the table of what was given."""

from collections import Counter
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction

import numpy
import pytest
from scipy import stats

from quizengine.desk.class_results import ClassResults, class_results
from quizengine.quiz.mending import AS_ASKED, Marking, Override
from quizengine.quiz.parts import Option
from quizengine.quiz.quiz import Quiz
from quizengine.quiz.types.choice import ChoiceQuestion
from quizengine.store import HandedIn
from quizengine.store.stored import Ending
from quizengine.web.render.result_pictures import distribution, facility_and_discrimination, shares_right

NOW = datetime(2026, 11, 30, 8, tzinfo=UTC)
STUDENTS, OPTIONS = 40, ("right", "b", "c", "d")
WORTH = numpy.array([1.0, 1.0, 2.0, 0.5, 1.0, 3.0])
BY_HAND = (7, 2, 1.5)
"""The student, the question, and the points that the teacher gave instead of those of the key."""
chance = numpy.random.default_rng(11)
CHOSEN = chance.choice(5, size=(STUDENTS, len(WORTH)), p=[0.5, 0.2, 0.15, 0.05, 0.1])
"""For each student and question the option that was chosen; 4 for no answer."""
CHOSEN[(numpy.arange(STUDENTS) % 2 == 0)[:, None] & (chance.random(CHOSEN.shape) < 0.6)] = 0  # half of them know more
CHOSEN[BY_HAND[:2]] = 1
SECONDS = chance.integers(2, 90, size=CHOSEN.shape).astype(float)
ANSWERED = CHOSEN != 4
EARNED = (CHOSEN == 0) * WORTH
EARNED[BY_HAND[:2]] = BY_HAND[2]
SHARES = EARNED / WORTH
OF_ALL = EARNED.sum(1) / WORTH.sum()


@pytest.fixture(scope="module")
def found() -> ClassResults:
    """The results as the page has them."""
    questions = tuple(
        ChoiceQuestion(id=f"q{at}", stem=f"{at}?", answer="right", distractors=OPTIONS[1:], points=Decimal(str(worth)))
        for at, worth in enumerate(WORTH)
    )
    handed_in = []
    for at in range(STUDENTS):
        given = {
            f"q{of}": {"answer": (Option.of(OPTIONS[CHOSEN[at, of]]).id,)} for of in numpy.flatnonzero(ANSWERED[at])
        }
        seconds = {f"q{of}": SECONDS[at, of] for of in numpy.flatnonzero(ANSWERED[at])}
        handed_in.append(HandedIn(str(at), f"S{at}", NOW, NOW, Ending.STUDENT, given, seconds))
    by_hand = Marking(overrides={f"q{BY_HAND[1]}": Override(Fraction(BY_HAND[2]))})
    return class_results(Quiz("Q", questions), handed_in, lambda attempt: by_hand if attempt == "7" else AS_ASKED)


def test_points_mean_deviation_reliability_and_its_error(found: ClassResults) -> None:
    totals = EARNED.sum(1)
    assert [float(each.score.earned) for each in found.students] == totals.tolist()
    assert [each.share for each in found.students] == pytest.approx(OF_ALL.tolist())
    covariances = numpy.cov(EARNED, rowvar=False)
    alpha = len(WORTH) / (len(WORTH) - 1) * (1 - numpy.trace(covariances) / covariances.sum())
    known = found.reliability
    assert (known.mean, known.deviation) == pytest.approx((totals.mean(), totals.std(ddof=1)))
    assert (known.alpha, known.error) == pytest.approx((alpha, totals.std(ddof=1) * (1 - alpha) ** 0.5))


def test_shares_discriminations_and_times_of_each_question(found: ClassResults) -> None:
    assert found.questions
    for at, each in enumerate(found.questions):
        who = ANSWERED[:, at]
        right = int((SHARES[who, at] == 1).sum())
        assert (each.item.asked, each.item.answered, each.item.full) == (STUDENTS, who.sum(), right)
        assert each.item.facility == pytest.approx(right / who.sum())
        interval = stats.binomtest(right, int(who.sum())).proportion_ci(method="wilson")
        assert each.item.facility_interval == pytest.approx((interval.low, interval.high), abs=1e-6)
        rest = numpy.delete(SHARES, at, 1).mean(1)
        expected = stats.pearsonr(SHARES[who, at], rest[who])
        assert each.item.discrimination == pytest.approx(expected.statistic)
        assert each.item.discrimination_interval == pytest.approx(tuple(expected.confidence_interval()), abs=1e-6)
        assert each.seconds == numpy.median(SECONDS[who, at])


def test_the_answers_to_each_question_and_the_wrong_one_that_most_chose(found: ClassResults) -> None:
    assert found.questions
    for at, each in enumerate(found.questions):
        (counts,) = each.parts
        for one in counts.answers:
            who = CHOSEN[:, at] == [Option.of(name).id for name in OPTIONS].index(one.given[0])
            assert (one.students, one.mean) == (who.sum(), pytest.approx(OF_ALL[who].mean()) if who.any() else None)
        assert counts.empty == (~ANSWERED[:, at]).sum()
        (first, most), (_, next_most) = Counter(CHOSEN[(CHOSEN[:, at] % 4) != 0, at].tolist()).most_common(2)
        worst = counts.most_chosen_wrong.given if counts.most_chosen_wrong else None
        assert worst == ((Option.of(OPTIONS[first]).id,) if most > next_most else None)


def test_the_pictures_show_the_same_figures(found: ClassResults) -> None:
    tenths, _ = numpy.histogram(OF_ALL, bins=numpy.linspace(0, 1, 11))
    assert [bar.count for bar in distribution(found).bars] == tenths.tolist()
    facilities = [each.item.facility for each in found.questions]
    widths = [bar.width for bar in shares_right(found.questions).bars]
    assert stats.linregress(facilities, widths).rvalue == pytest.approx(1)
    dots = facility_and_discrimination(found.questions).dots
    heights = [each.item.discrimination for each in found.questions]
    assert stats.linregress(heights, [dot.y for dot in dots]).rvalue == pytest.approx(-1)
    assert stats.linregress(facilities, [dot.x for dot in dots]).rvalue == pytest.approx(1)
