"""Matching: what goes with what, where an article tells several relations apart."""

from random import Random

from quizengine import Article, Fact, MatchingQuestion, Refusal
from quizengine_cause_and_effect.asking import ask
from quizengine_cause_and_effect.finding import find
from quizengine_cause_and_effect.relations import CausalPairs

VALLEY = """A frost in May destroyed blossom, leading to empty orchards.

Cheap imports triggered a long dispute over wages. The harbour master wants to paint the lighthouse.

A worn cable caused the collapse of the old crane. The annual regatta sparked interest in wooden boats."""


def matched(text: str) -> list[MatchingQuestion | Refusal]:
    facts = [fact for fact in find(Article(text)) if isinstance(fact, Fact)]
    found = [one for fact in facts if isinstance(fact, CausalPairs) for one in ask(fact, facts, Random(1))]
    return [one for one in found if isinstance(one, MatchingQuestion | Refusal)]


def test_causes_are_matched_with_what_they_led_to() -> None:
    (question,) = matched(VALLEY)
    assert isinstance(question, MatchingQuestion)
    assert question.stem == "Match each cause with what the article says it led to."
    sides = {pair.left: pair.right for pair in question.pairs}
    assert sides["A worn cable"] == "The collapse of the old crane"
    assert sides["A frost in May destroyed blossom"] == "Empty orchards"


def test_one_partner_more_is_offered_than_is_needed() -> None:
    text = (
        VALLEY + " The late opening of the bridge gave rise to complaints from the ferry company. Noise spurred debate."
    )
    (question,) = matched(text + " Old pipes led to an outbreak of fever. Dry grass caused fires along the coast.")
    assert isinstance(question, MatchingQuestion)
    (extra,) = question.distractors
    assert extra not in {pair.right for pair in question.pairs}


def test_two_relations_are_too_few_to_match() -> None:
    assert matched("A worn cable caused the collapse of the old crane. Cheap imports triggered a dispute.") == []


def test_effects_of_related_causes_are_not_matched() -> None:
    (refusal,) = matched(
        "Heavy rain caused floods in the valley. Heavy rain triggered a slide of mud. Heavy rain sparked fear."
    )
    assert isinstance(refusal, Refusal)
    assert refusal.reason == "fewer than 3 pairs are told apart for certain"


def test_what_was_done_is_matched_with_its_means() -> None:
    (question,) = matched(
        "The baker saved fuel by closing two ovens. The mayor has won friends by opening a library.\n\n"
        "The ferry company kept its crew by raising wages. The school wants to build a solar boat.\n\n"
        "Painters found a market by selling prints. Neighbours repaired the fence."
    )
    assert isinstance(question, MatchingQuestion)
    assert question.stem.startswith("Match each thing that was done with the way")
    assert {"By closing two ovens", "By raising wages"} < {pair.right for pair in question.pairs}


def test_a_verb_that_only_changes_things_is_not_said_to_lead_to_them() -> None:
    (question,) = matched(VALLEY.replace("caused the collapse of", "exacerbated the noise of"))
    assert isinstance(question, MatchingQuestion)
    assert question.stem == "Match each cause with what the article says it brought about or changed."
