"""Statements to judge: what the article says, or the same with another cause."""

from random import Random

import pytest

from quizengine import Article, TrueFalseQuestion
from quizengine_cause_and_effect.asking import ask
from quizengine_cause_and_effect.finding import find
from quizengine_cause_and_effect.relations import CausalRelation


def judged(text: str, seed: int = 0) -> list[tuple[str, bool]]:
    relations = [found for found in find(Article(text)) if isinstance(found, CausalRelation)]
    asked = [one for relation in relations for one in ask(relation, relations, Random(seed))]
    return [(one.stem, one.answer) for one in asked if isinstance(one, TrueFalseQuestion)]


def either(text: str) -> dict[str, bool]:
    return dict(pair for seed in range(12) for pair in judged(text, seed))


def test_without_enough_options_the_relation_is_a_statement_true_or_turned_round() -> None:
    assert either("Cheap imports triggered many protests.") == {
        "According to the article, cheap imports triggered many protests.": True,
        "According to the article, many protests triggered cheap imports.": False,
    }


def test_another_act_of_the_article_makes_a_means_false() -> None:
    text = "The council saved money by closing the old bridge. In May, a captain painted the lighthouse."
    assert either(text) == {
        "According to the article, the council saved money by closing the old bridge.": True,
        "According to the article, the council saved money by painting the lighthouse.": False,
    }


def test_with_nothing_wrong_in_its_place_a_means_is_only_stated_as_it_is() -> None:
    assert set(either("The council saved money by closing the old bridge.").values()) == {True}


def test_who_says_so_is_named() -> None:
    text = "The harbour board said that the storm of 1953 caused heavy losses."
    stems = list(either(text))
    assert stems
    assert all(stem.startswith("According to the harbour board, ") for stem in stems)


UNFIT = [
    "It triggered many protests.",
    "Its closure triggered many protests.",
    "The crash triggered many protests.",
    "The storm triggered “many protests” in Tarn.",
    "Momentum builds to close the bridge.",
    "Twelve farmers arrested for theft while fishing appeared in court.",
    "The lorry owners’ association saved money by closing its office.",
    "The board saved money by closing the office of a (former) school.",
    "The board saved money by closing the office at a cost of Rs .1 million.",
    "The board saved money by asking for a price of R16,000.",
    "The board saved money by closing the office of a country - made lamp.",
    "About 300 farmers marched, demanding higher milk prices.",
    "Beijing responded by sidestepping Moscow.",
    "An electronic system designed to save money.",
    "Many voters would leave Tarn because prices rose.",
    "For an hour, the nominee sat face to face with the mayor.",
    "The mayor used it most by closing the bridge.",
    "A lot of it is just because people have lost hope.",
]


@pytest.mark.parametrize("text", UNFIT)
def test_what_needs_more_than_its_words_is_no_statement(text: str) -> None:
    assert either(text) == {}


def test_a_relation_that_is_asked_about_with_options_is_not_judged_too() -> None:
    text = """The storm of 1953 caused heavy losses among the fishing fleet.

    Cheap imports sparked a long dispute over milk. A gift from a steel magnate enabled the museum to buy lorries."""
    assert not any("fishing fleet" in stem for stem in either(text))


def test_attention_attracts_nobody_when_a_statement_is_turned_round() -> None:
    assert set(either("The old show attracted wide attention.").values()) == {True}


def test_with_in_the_wake_of_a_statement_stands_as_it_is() -> None:
    text = "Traders talked about new fears in the wake of the storm in Tarn. A strike of dockers annoyed the mayor."
    assert set(either(text).values()) == {True}


def test_he_is_named_and_then_the_statement_is_only_true() -> None:
    text = "Samuel Okoye joined the board in 1953. Later, his plan triggered many protests."
    assert either(text) == {"According to the article, Samuel Okoye’s plan triggered many protests.": True}
