"""What is found, and what is refused."""

from pathlib import Path

import pytest

from quizengine import Article, Fact, Refusal
from quizengine.testing import Case, read_cases
from quizengine_cause_and_effect.causal_facts import find
from quizengine_cause_and_effect.relations import CausalRelation
from quizengine_cause_and_effect.signals import PREPOSITIONS, STIRRING, VERBS

CASES = read_cases(Path(__file__).with_name("cases.md"))


def told(found: Fact | Refusal) -> str:
    if isinstance(found, Refusal):
        return f"-- {found.reason}"
    assert isinstance(found, CausalRelation)
    claimant = f" ({found.claimant.text})" if found.claimant else ""
    return f"{found.cause.text} => {found.effect.text}{claimant}"


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_relations_of_a_case(case: Case) -> None:
    certain = [each for each in find(case.article) if not (isinstance(each, CausalRelation) and each.open_only)]
    assert tuple(dict.fromkeys(map(told, certain))) == case.expected


def test_verbs_are_listed_once_with_an_authority() -> None:
    verbs = [(verb.lemma, verb.kind, verb.preposition, verb.noun) for verb in (*VERBS, *STIRRING)]
    assert len(set(verbs)) == len(verbs)
    assert all(verb.authority for verb in (*VERBS, *STIRRING))
    assert all(PREPOSITIONS.values())


def test_the_spans_point_into_the_article() -> None:
    article = Article("Snow fell.  The frost\ncaused heavy losses among farmers.")
    (found,) = find(article)
    assert isinstance(found, CausalRelation)
    assert article.text[found.cause.start : found.cause.end] == "The frost"
    assert found.signal.text == "caused"
    assert found.place.text == "caused"


def test_the_dateline_of_a_report_is_no_part_of_what_happened() -> None:
    (found,) = find(Article("CORK: Drivers stayed at home because wages were cut."))
    assert isinstance(found, CausalRelation)
    assert found.effect.text == "Drivers stayed at home"


def test_a_headline_tells_nothing() -> None:
    assert not list(find(Article("Heavy Storm Caused Great Losses Among Fishing Fleets")))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Miners marched over the row.", "what is protested against is not told"),
        ("The mob targeted journalists, who had gathered to cover the trial.", "who did it is told elsewhere"),
        ("The strike of the bakers caused losses due to rain.", "it holds a cause of its own"),
    ],
)
def test_what_reaches_too_far_is_refused(text: str, reason: str) -> None:
    assert reason in [each.reason for each in find(Article(text)) if isinstance(each, Refusal)]


@pytest.mark.parametrize(
    ("text", "kind", "intended"),
    [
        ("The new law was meant to protect the eels of the river.", "purpose", True),
        ("The frost caused heavy losses among farmers.", "causal", False),
    ],
)
def test_a_purpose_is_marked_as_intended(text: str, kind: str, intended: bool) -> None:
    (found,) = find(Article(text))
    assert isinstance(found, CausalRelation)
    assert (found.kind, found.intended) == (kind, intended)
