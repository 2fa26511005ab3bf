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


def test_a_bare_noun_that_is_new_is_asked_about_with_the_sentence_before() -> None:
    text = ISLAND.replace("The storm of 1953 caused", "Two ferries ran into each other in 1953. The crash caused")
    stems = [question.stem for question in asked(text)]
    assert "The article says: “Two ferries ran into each other in 1953.” What did the crash cause?" in stems


def test_a_bare_noun_that_the_article_knows_is_asked_about_with_the_sentence_that_spoke_of_it_last() -> None:
    text = f'The "Lark," a ferry, was built in Tarn. {ISLAND} The ferry caused a rush of building in the harbour.'
    stems = [one.stem for one in asked(text)]
    assert "The article says: “A new ferry line runs to the mainland.” What did the ferry cause?" in stems


def test_a_quotation_inside_that_sentence_gets_marks_of_its_own() -> None:
    text = (
        f'{ISLAND} The new show is named "The Lark," after a ship. The show caused a rush of building in the harbour.'
    )
    stems = [one.stem for one in asked(text)]
    assert "The article says: “The new show is named ‘The Lark,’ after a ship.” What did the show cause?" in stems


def test_a_bare_noun_that_nothing_introduces_is_refused() -> None:
    reasons = [one.reason for one in refused(ISLAND.replace("The storm of 1953", "The crash"))]
    assert "which one “The crash” is, is not told by a plain sentence before" in reasons


def test_a_moreover_is_left_out_of_what_a_stem_quotes() -> None:
    text = ISLAND.replace("The storm of 1953", "Moreover, a storm hit the coast in 1953. This disaster")
    stems = [question.stem for question in asked(text)]
    assert "The article says that “a storm hit the coast in 1953.” What did that disaster cause?" in stems


MINDS = """Owners of old ferries have said that while they know the needs of the harbour, they fear the cost of engines.
This has led Tarn to borrow two ferries.

"""


def test_what_people_say_they_fear_is_told_with_their_name() -> None:
    text = MINDS + "A new mill works day and night. The village school has won a national prize. Milk has grown cheap."
    (question,) = [one for one in asked(text) if one.stem.startswith("What has led Tarn to borrow")]
    assert question.answer == "Owners of old ferries fear the cost of engines"


def test_they_are_not_named_when_others_may_be_meant() -> None:
    text = MINDS.replace("the needs of the harbour", "workers")
    text += "A new mill works day and night. The village school has won a national prize. Milk has grown cheap."
    assert not any("fear the cost" in question.answer for question in asked(text))


def test_a_cause_that_no_plain_question_fits_is_asked_for_as_the_end_of_its_sentence() -> None:
    text = ISLAND.replace(
        "The annual regatta",
        "Jon Hale, a retired captain, said he will not sail because the piers are old. The annual regatta",
    )
    (question,) = [one for one in asked(text) if one.stem.startswith("Which words end")]
    assert question.stem == (
        "Which words end this sentence of the article? “Jon Hale, a retired captain, said he will not sail because …”"
    )
    assert question.answer == "the piers are old"


def test_a_motive_told_by_a_participle_is_asked_for_as_an_infinitive() -> None:
    text = ISLAND.replace(
        "A new ferry line", "In May, farmers blocked the road, demanding a new bridge. A new ferry line"
    )
    (question,) = [one for one in asked(text) if "farmers" in one.stem]
    assert question.stem == "Why did farmers block the road, according to the article?"
    assert question.answer == "To demand a new bridge"
    assert all(option.startswith("To ") for option in question.distractors)


TWO_THINGS = [
    "Because of the storm, dockers left the quay and burned boats.",
    "The lorry owners’ association was angry because of the storm.",
    "Dockers left the quay, with traders and farmers, because of the storm.",
    "Jon Hale left for the north coast Jon Hale was angry because of the storm.",
    "In 2009 authorities closed the quay because of the storm.",
]


@pytest.mark.parametrize("text", TWO_THINGS)
def test_why_is_not_asked_where_subject_or_verb_is_not_certain(text: str) -> None:
    stems = [one.stem for one in asked(ISLAND.replace("A new ferry line", f"{text} A new ferry line"))]
    assert not any(stem.startswith("Why did") and "bridge" not in stem for stem in stems)


def test_a_clause_with_something_added_keeps_its_verb() -> None:
    text = ISLAND.replace(
        "The storm of 1953 caused heavy", "Hundreds of boats, mostly old ones, broke loose, causing heavy"
    )
    assert not any("“hundreds of boats”" in question.stem for question in asked(text))


def test_what_somebody_is_quoted_as_saying_is_asked_with_who_says_so() -> None:
    text = ISLAND.replace(
        "Cheap imports sparked a long dispute over milk.",
        "“Cheap imports sparked a long dispute over milk,” said Mara Quill.",
    )
    (question,) = [one for one in asked(text) if one.stem.startswith("What sparked")]
    assert question.stem == "What sparked a long dispute over milk, according to Mara Quill?"
    assert question.answer == "Cheap imports"


UNPLAIN = [
    "Beijing responded by selling old boats.",
    "The centrist league used to help change the party.",
    "Many traders would leave Tarn because cheap cloth arrived.",
    "The bridge was “a danger” because cheap cloth arrived.",
    "The league does it most by selling old boats.",
    "The mill closed in part because cheap cloth arrived.",
    "The league opened a line that led to a rush of building.",
]


@pytest.mark.parametrize("text", UNPLAIN)
def test_what_needs_its_sentence_is_not_asked_about_plainly(text: str) -> None:
    stems = [one.stem for one in asked(ISLAND.replace("A new ferry line", f"{text} A new ferry line"))]
    words = (
        "Why did traders",
        "Why would",
        "Why was",
        "How ",
        "Why did the centrist",
        "Why did the mill",
        "What did the",
    )
    ours = [stem for stem in stems if stem.startswith(words) and "storm" not in stem]
    assert ours == []


def test_what_is_determined_by_something_is_asked_about_in_the_present() -> None:
    text = ISLAND.replace(
        "A new ferry line", "The direction of the regatta is determined by the winds of May. A new ferry"
    )
    stems = [one.stem for one in asked(text)]
    assert "What determines the direction of the regatta, according to the article?" in stems


def test_what_is_blamed_on_something_is_asked_with_who_blames_it() -> None:
    text = ISLAND.replace(
        "A new ferry line", "Mara Quill blamed the long delay on a lack of trained drivers. A new ferry"
    )
    (question,) = [one for one in asked(text) if "blame" in one.stem]
    assert question.stem == "What did Mara Quill blame the long delay on, according to the article?"
    assert question.answer == "A lack of trained drivers"


def test_he_is_named_in_what_is_asked_for() -> None:
    text = ISLAND.replace("The storm of 1953 caused", "Samuel Okoye joined the board in 1953. Later, his plan caused")
    answers = [one.answer for one in asked(text) if one.stem.startswith("What caused heavy losses")]
    assert answers == ["Samuel Okoye’s plan"]
