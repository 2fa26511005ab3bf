"""The time to check a bank and to grade a typed answer grows in proportion to its size, whatever stands in it.

Each case is measured at n, 2n and 4n in processor time, which other programs do not change much; the best of a few
tries counts, and a case is measured anew before it fails.
"""

import gc
import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from growth import frozen_memory
from nasty_banks import LONG, MANY, WIDE, article, questions_on_an_article
from nasty_typed import LOCALES, NASTY_TYPED

from quizengine.bank import dump_bank
from quizengine.checking import check_bank, check_bytes, repair_bank
from quizengine.engine import Engine, start
from quizengine.quiz.grading import grade_part, reading_problem
from quizengine.quiz.parts import Gap, NumberKey, TextKey

FIVE = Decimal(5)
MOST_PER_DOUBLING = 2.6
LEAST_SECONDS = 0.02
"""What takes less is made of start-up and chance, and is no measure of growth."""

CASES = [(name, make, 60) for name, make in MANY.items()]
CASES += [(name, make, 250) for name, make in WIDE.items()]
CASES += [(name, make, 1500) for name, make in LONG.items()]


@pytest.fixture(scope="module")
def engine() -> Engine:
    return start()


@pytest.fixture(scope="module", autouse=True)
def memory(engine: Engine) -> Iterator[None]:
    with frozen_memory():
        yield


@pytest.mark.parametrize(("name", "make", "size"), CASES, ids=[name for name, _, _ in CASES])
def test_checking_a_bank_grows_in_proportion(
    name: str, make: Callable[[int], bytes], size: int, engine: Engine
) -> None:
    banks = [make(n) for n in (size, 2 * size, 4 * size)]
    check_bytes(engine, make(3), name)  # what is loaded once is not growth
    assert_in_proportion(lambda n: check_bytes(engine, banks[n], name))


def test_checking_a_bank_beside_its_article_grows_in_proportion(engine: Engine, tmp_path: Path) -> None:
    sizes = (60, 120, 240)
    for n in sizes:
        (tmp_path / str(n)).mkdir()
        (tmp_path / str(n) / "article.txt").write_text(article(n), "utf-8")
        (tmp_path / str(n) / "bank.yaml").write_bytes(questions_on_an_article(n))
    places = [tmp_path / str(n) / "bank.yaml" for n in sizes]
    findings = check_bank(engine, places[0])[1]
    assert not {"article-missing", "article-changed", "evidence-matches"} & {finding.check for finding in findings}
    assert_in_proportion(lambda n: check_bank(engine, places[n]))


def test_repairing_a_bank_grows_in_proportion(engine: Engine) -> None:
    banks = [MANY["plain questions"](n).replace(b"\n", b"  \n") for n in (30, 60, 120)]
    assert repair_bank(engine, banks[0], "bank.yaml")[1] == ("white space at the ends of lines",)
    assert_in_proportion(lambda n: repair_bank(engine, banks[n], "bank.yaml"))


def test_writing_a_bank_grows_in_proportion(engine: Engine) -> None:
    quizzes = [check_bytes(engine, MANY["plain questions"](n), "x")[0] for n in (100, 200, 400)]
    assert_in_proportion(lambda n: dump_bank(quizzes[n]))


@pytest.mark.parametrize("name", NASTY_TYPED)
def test_grading_a_typed_answer_grows_in_proportion(name: str) -> None:
    texts = [NASTY_TYPED[name](n) for n in (2500, 5000, 10_000)]
    key, words = NumberKey(FIVE, FIVE, FIVE, "tons of rice"), TextKey((texts[0], "five eels"))

    def grade(n: int) -> None:
        for locale in LOCALES:
            grade_part(key, (texts[n],), locale)
            reading_problem(Gap("gap", "number", key.unit, locale=locale), (texts[n],))
        grade_part(words, (texts[n],))

    grade(0)
    assert_in_proportion(grade)


def assert_in_proportion(run: Callable[[int], object]) -> None:
    """Fail when one doubling of the input takes more than MOST_PER_DOUBLING times as long, in each of several tries."""
    best = [float("inf")] * 3
    for _ in range(10):
        best = [min(one, seconds(run, n)) for n, one in enumerate(best)]
        ratios = [large / max(small, LEAST_SECONDS) for small, large in pairwise(best)]
        if max(ratios) <= MOST_PER_DOUBLING:
            return
    pytest.fail(f"took {', '.join(f'{one:.3f} s' for one in best)}: {max(ratios):.1f} times as long for twice as much")


def seconds(run: Callable[[int], object], n: int) -> float:
    gc.collect()
    begun = time.process_time()
    run(n)
    return time.process_time() - begun
