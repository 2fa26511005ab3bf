"""What is asked about a relation, and with which options."""

from pathlib import Path
from random import Random

import pytest

import quizengine
from quizengine import Article, ChoiceQuestion, Fact, Refusal
from quizengine.testing import check_generator
from quizengine_cause_and_effect import quizengine_generators
from quizengine_cause_and_effect.asking import ask
from quizengine_cause_and_effect.finding import find

SEED = Path(quizengine.__file__).parents[1] / "seeds" / "north-korean-troops.txt"
(GENERATOR,) = quizengine_generators()

ISLAND = """The storm of 1953 caused heavy losses among the fishing fleet.

High bread prices have forced many bakers to close their shops. A new ferry line runs to the mainland.

The council closed the old bridge because two of its piers had cracked. The museum shows paintings by local women.

Cheap imports sparked a long dispute over milk. The annual regatta attracts 4,000 visitors from abroad.

The village school has won a national prize. Three teachers plan to build a solar boat. They hope to cross the bay.
The harbour master wants to paint the lighthouse. A retired captain offered to teach sailing to children."""


def asked(text: str) -> list[ChoiceQuestion]:
    facts = [fact for fact in find(Article(text)) if isinstance(fact, Fact)]
    found = [one for number, fact in enumerate(facts) for one in ask(fact, facts, Random(number))]
    return [one for one in found if isinstance(one, ChoiceQuestion)]


def refused(text: str) -> list[Refusal]:
    facts = [fact for fact in find(Article(text)) if isinstance(fact, Fact)]
    return [one for fact in facts for one in ask(fact, facts, Random(0)) if isinstance(one, Refusal)]


def test_both_directions_are_asked() -> None:
    questions = {question.stem: question.answer for question in asked(ISLAND)}
    assert questions["What caused heavy losses among the fishing fleet, according to the article?"] == (
        "The storm of 1953"
    )
    assert questions["What did the storm of 1953 cause, according to the article?"] == (
        "Heavy losses among the fishing fleet"
    )


def test_someone_who_is_made_to_do_something_is_asked_about_with_deeds() -> None:
    (question,) = [one for one in asked(ISLAND) if one.stem.startswith("What have high bread prices forced")]
    assert question.stem == "What have high bread prices forced many bakers to do, according to the article?"
    assert question.answer == "Close their shops"
    assert set(question.distractors) <= {
        "Build a solar boat", "Cross the bay", "Paint the lighthouse", "Teach sailing to children"
    }  # fmt: skip


def test_a_clause_is_asked_for_with_why() -> None:
    text = ISLAND.replace("two of its piers had cracked", "the piers had cracked")
    assert [one.answer for one in asked(text) if one.stem.startswith("Why did the council close the old bridge")] == [
        "The piers had cracked"
    ]


def test_a_demonstrative_is_asked_about_with_the_sentence_before() -> None:
    text = ISLAND.replace("The storm of 1953", "A storm hit the coast in 1953. This disaster")
    stems = [question.stem for question in asked(text)]
    assert "The article says: “A storm hit the coast in 1953.” What did that disaster cause?" in stems
    assert not any("This disaster" in question.stem or "This disaster" in question.answer for question in asked(text))


def test_a_pronoun_is_refused() -> None:
    reasons = [one.reason for one in refused(ISLAND.replace("The storm of 1953", "It"))]
    assert any("points to what is named elsewhere" in reason for reason in reasons)


def test_without_enough_wrong_options_nothing_is_asked() -> None:
    text = "The storm of 1953 caused heavy losses among the fishing fleet."
    assert asked(text) == []
    assert any("options that are wrong for certain" in one.reason for one in refused(text))


def test_no_distractor_is_an_effect_of_the_same_cause() -> None:
    text = ISLAND.replace("A new ferry line", "The storm of 1953 triggered a fall in ticket sales. A new ferry line")
    for question in asked(text):
        if "the storm of 1953" in question.stem:
            assert not {"A fall in ticket sales", "Heavy losses among the fishing fleet"} & set(question.distractors)


def test_a_report_is_asked_about_with_its_source() -> None:
    text = ISLAND.replace("The storm of 1953 caused", "The harbour board said the storm of 1953 caused")
    stems = [question.stem for question in asked(text)]
    assert "What did the storm of 1953 cause, according to the harbour board?" in stems


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_the_generator_keeps_its_contract(seed: int) -> None:
    check_generator(GENERATOR, Article(ISLAND), seed)
    check_generator(GENERATOR, Article.from_bytes(SEED.read_bytes()), seed)


def test_the_article_on_troops_is_asked_about_in_both_directions() -> None:
    article = Article.from_bytes(SEED.read_bytes())
    questions = check_generator(GENERATOR, article)
    answers = {question.answer for question in questions if isinstance(question, ChoiceQuestion)}
    assert len(questions) >= 6
    assert {
        "Economic sanctions and restricted trade",
        "Food shortages",
        "Rely more heavily on long-range drones",
        "Debate over NATO’s commitment to Ukraine’s defense",
    } <= answers
    assert {tag for question in questions for tag in question.tags} == {
        "cause and effect", "what led to it", "what came of it"
    }  # fmt: skip


def test_a_clause_as_cause_is_quoted_and_then_called_that() -> None:
    text = ISLAND.replace("The storm of 1953 caused heavy", "A tree fell on the quay, causing heavy")
    stems = [question.stem for question in asked(text)]
    assert "The article says that “a tree fell on the quay”. What did that cause?" in stems


def test_a_means_is_asked_about_with_how() -> None:
    text = ISLAND.replace(
        "The annual regatta", "By selling old boats, the museum earned 300 pounds. The annual regatta"
    )
    text += " The club sends letters about saving the village pond. It wins prizes by sewing new sails."
    (question,) = [one for one in asked(text) if one.stem.startswith("How did")]
    assert question.stem == "How did the museum earn 300 pounds, according to the article?"
    assert question.answer == "By selling old boats"
    assert all(option.startswith("By ") for option in question.distractors)


def test_a_motive_is_asked_about_with_why_and_infinitives() -> None:
    text = ISLAND.replace("A new ferry line", "Farmers blocked the road to stop the lorries. A new ferry line")
    (question,) = [one for one in asked(text) if "farmers" in one.stem]
    assert question.stem == "Why did farmers block the road, according to the article?"
    assert question.answer == "To stop the lorries"
    assert all(option.startswith("To ") for option in question.distractors)


def test_the_options_of_a_because_of_begin_with_it() -> None:
    text = ISLAND.replace("because two of its piers had cracked", "because of two cracks in its piers")
    (question,) = [one for one in asked(text) if one.stem.startswith("Why did the council")]
    assert all(option.startswith("Because of ") for option in (question.answer, *question.distractors))


def test_what_breaks_off_is_not_asked_about() -> None:
    text = ISLAND.replace("heavy losses among the fishing fleet.", "heavy losses: three ships went down.")
    assert "What did the storm of 1953 cause, according to the article?" in [one.stem for one in asked(text)]
    text = ISLAND.replace("heavy losses among the fishing fleet.", "heavy losses “of many kinds” on the island.")
    assert not any("the storm of 1953 cause" in one.stem for one in asked(text))
