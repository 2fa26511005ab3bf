"""Chains: what led to what, and that to what; found, and put in order."""

from random import Random

import pytest

from quizengine import Article, Fact, OrderingQuestion, Refusal
from quizengine_cause_and_effect.asking import ask
from quizengine_cause_and_effect.finding import find
from quizengine_cause_and_effect.relations import CausalChain

HAY = (
    "The long drought caused a shortage of hay. The shortage led to a sharp rise in milk prices. "
    "The rise sparked angry protests outside the town hall."
)


def linked(text: str) -> list[tuple[str, ...]]:
    found = [fact for fact in find(Article(text)) if isinstance(fact, CausalChain)]
    return [tuple(link.text for link in chain.links) for chain in found]


def ordered(text: str) -> list[object]:
    facts = [fact for fact in find(Article(text)) if isinstance(fact, Fact)]
    return [one for fact in facts if isinstance(fact, CausalChain) for one in ask(fact, facts, Random(0))]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            HAY,
            (
                "The long drought",
                "a shortage of hay",
                "a sharp rise in milk prices",
                "angry protests outside the town hall",
            ),
        ),
        (
            "Cheap imports caused a strike. As a result, the mill closed.",
            ("Cheap imports", "a strike", "the mill closed"),
        ),
        (
            "Cheap imports caused heavy losses, leading to a long strike.",
            ("Cheap imports", "heavy losses", "a long strike"),
        ),
    ],
)
def test_a_chain_that_the_text_states_is_found(text: str, chain: tuple[str, ...]) -> None:
    assert linked(text) == [chain]


@pytest.mark.parametrize(
    "text",
    [
        "The drought caused a shortage of hay. Cheap imports led to a strike.",
        "The drought caused a shortage of hay. The price led to a strike.",
        "The drought caused a shortage of hay. Farmers met. The shortage led to a strike.",
        "The drought reduced demand for hay. The demand led to a strike.",
        "The drought may have caused a shortage of hay. The shortage led to a strike.",
    ],
)
def test_what_does_not_hang_together_for_certain_is_no_chain(text: str) -> None:
    assert linked(text) == []


def test_a_chain_is_asked_for_its_order() -> None:
    (question,) = ordered(HAY)
    assert isinstance(question, OrderingQuestion)
    assert question.stem.startswith("In what order did one thing lead to another")
    assert question.answer[0] == "The long drought"
    assert question.answer[-1] == "Angry protests outside the town hall"
    assert question.evidence is not None
    assert question.evidence.quote == HAY


def test_links_that_share_a_word_are_not_put_in_order() -> None:
    (refusal,) = ordered("Old pipes caused a leak. The leak led to a shortage of pipes.")
    assert isinstance(refusal, Refusal)
    assert refusal.reason == "two of the links share “pipe”"


def test_a_link_that_points_elsewhere_is_not_put_in_order() -> None:
    (refusal,) = ordered("This delay caused heavy losses. The losses led to a strike.")
    assert isinstance(refusal, Refusal)
    assert "points to what is named elsewhere" in refusal.reason
