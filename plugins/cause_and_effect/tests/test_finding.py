"""What is found, and what is refused."""

from pathlib import Path

import pytest

from quizengine import Article, Refusal
from quizengine.testing import Case, read_cases
from quizengine_cause_and_effect.finding import find
from quizengine_cause_and_effect.readings import Signal
from quizengine_cause_and_effect.relations import CausalRelation
from quizengine_cause_and_effect.signals import SIGNALS

CASES = read_cases(Path(__file__).with_name("cases.md"))


def told(found: CausalRelation | Refusal) -> str:
    if isinstance(found, Refusal):
        return f"-- {found.reason}"
    claimant = f" ({found.claimant.text})" if found.claimant else ""
    return f"{found.cause.text} => {found.effect.text}{claimant}"


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_relations_of_a_case(case: Case) -> None:
    lines = [told(found) for found in find(case.article)]
    assert tuple(dict.fromkeys(lines)) == case.expected


def rules(text: str) -> list[str]:
    return [found.rule for found in find(Article(text)) if isinstance(found, CausalRelation)]


@pytest.mark.parametrize("signal", SIGNALS, ids=lambda signal: signal.name)
def test_every_signal_hits_what_it_should(signal: Signal) -> None:
    assert signal.name in rules(signal.hit)


@pytest.mark.parametrize("signal", SIGNALS, ids=lambda signal: signal.name)
def test_every_signal_misses_what_only_looks_alike(signal: Signal) -> None:
    assert signal.name not in rules(signal.miss)


def test_signals_have_names_of_their_own_and_an_authority() -> None:
    assert len({signal.name for signal in SIGNALS}) == len(SIGNALS)
    assert all(signal.authority for signal in SIGNALS)


def test_the_spans_point_into_the_article() -> None:
    article = Article("Snow fell.  The frost\ncaused heavy losses among farmers.")
    (found,) = find(article)
    assert isinstance(found, CausalRelation)
    assert article.text[found.cause.start : found.cause.end] == "The frost"
    assert found.signal is not None
    assert found.signal.text == "caused"


def test_a_sentence_too_long_to_read_is_refused() -> None:
    (found,) = find(Article("the storm caused floods because of rain and " * 900))
    assert isinstance(found, Refusal)
    assert found.reason == "the sentence is longer than 1,500 characters"
