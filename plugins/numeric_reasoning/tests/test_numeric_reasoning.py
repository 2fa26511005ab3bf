"""Two figures of an article give a key that follows for certain, and figures that do not add up are shown."""

import sys
from decimal import Decimal
from pathlib import Path
from random import Random
from types import FrameType

import pytest

from quizengine import Article, NumericQuestion, Refusal
from quizengine.testing import Case, check_generator, read_cases
from quizengine_numeric_reasoning import GENERATOR, Calculation

CASES = read_cases(Path(__file__).with_name("cases.md"))
SEEDS = Path(__file__).parents[3] / "seeds"


def lines(article: Article) -> list[str]:
    """What came of an article, one line each."""
    found = []
    for fact in GENERATOR.find(article):
        if isinstance(fact, Refusal):
            found.append(f"refused {fact.rule}: {fact.span.text}: {fact.reason}")
        else:
            assert isinstance(fact, Calculation)
            found.append(f"{fact.rule}: {fact.question} = {fact.result} {fact.unit}".strip() + f" | {fact.working}")
    return found or ["nothing"]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_case_gives_the_lines_that_it_expects(case: Case) -> None:
    assert lines(case.article) == list(case.expected)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_question_keeps_the_contract(case: Case) -> None:
    check_generator(GENERATOR, case.article)


def test_every_rule_has_a_case() -> None:
    rules = {line.partition(":")[0] for case in CASES for line in case.expected}
    assert {"difference", "ratio", "total", "share", "refused not-exact", "refused does-not-add-up"} <= rules


def test_the_question_shows_the_sentence_and_the_rationale_the_sum() -> None:
    article = Article("Exports of “fine” salt from Tarn rose from 12,000 to 36,500 tons a year.")
    question = check_generator(GENERATOR, article)[0]
    assert isinstance(question, NumericQuestion)
    assert (question.answer, question.unit, question.tolerance) == (Decimal(24_500), "tons", None)
    assert question.stem.endswith("36,500 tons a year.” How large is that rise, in tons a year?")
    assert "‘fine’" in question.stem
    assert question.rationale == f"The article says: “{article.text}” 36,500 − 12,000 = 24,500."


def test_the_users_article_does_not_add_up_and_is_not_computed_with() -> None:
    path = SEEDS / "north-korean-troops.txt"
    article = Article.from_bytes(path.read_bytes(), path.name)
    found = list(GENERATOR.find(article))
    shown = [one for one in found if isinstance(one, Refusal) and one.rule == "does-not-add-up"]
    assert [one.span.text for one in shown] == ["$200 million"]
    assert "10,000 × $2,000 × 12 = $240 million" in shown[0].reason
    assert f"at {article.text.index('approximately 10,000')}" in shown[0].reason
    assert f"at {article.text.index('$2,000')}" in shown[0].reason
    assert not [one for one in found if isinstance(one, Calculation)]


def test_it_is_offered_but_not_switched_on() -> None:
    assert not GENERATOR.by_default


@pytest.mark.parametrize("piece", ["40 tons,", "x9 ", "12 at $5 each, total $7. ", "Fares rose from $4 to $6. "])
def test_twice_the_text_is_twice_the_work(piece: str) -> None:
    assert calls_for(piece * 200) < 2.6 * calls_for(piece * 100)


def calls_for(text: str) -> int:
    """How many functions are called to find and to ask, whatever the machine."""
    counted = [0]

    def count(frame: FrameType, event: str, arg: object) -> None:
        counted[0] += event in ("call", "c_call")

    article = Article(text)
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        for fact in GENERATOR.find(article):
            if isinstance(fact, Calculation):
                list(GENERATOR.ask(fact, [fact], Random(1)))
    finally:
        sys.setprofile(before)
    return counted[0]
