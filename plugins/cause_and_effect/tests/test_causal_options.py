"""Questions about causes with other events, aims and deeds of the article as options."""

import pytest
from small_articles import PEOPLE, asked, by_rule

from quizengine import ChoiceQuestion, ShortTextQuestion, TrueFalseQuestion
from quizengine_cause_and_effect.agent_questions import past_tense
from quizengine_cause_and_effect.deed_questions import gerund

EVENTS = (
    "The election of Peter Okoye surprised Cork. Rain fell. The resignation of Maria Lopes came late. Snow fell. "
    "The construction of Kinsale Bridge took years. Frost came. "
)


def test_what_led_to_something_has_other_events_as_options() -> None:
    question = by_rule(
        asked(EVENTS + "The invasion of Denmark led to heavy losses among the fishing fleet of Norway.")
    )["what led"]
    assert isinstance(question, ChoiceQuestion)
    assert question.stem == "What led to heavy losses among the fishing fleet of Norway?"
    assert question.answer == "The invasion of Denmark"
    assert set(question.distractors) == {
        "The election of Peter Okoye",
        "The resignation of Maria Lopes",
        "The construction of Kinsale Bridge",
    }


WORKS = (
    "The Battle of Wexford lasted two weeks. Rain fell. The Battle of Dublin ruined many bakers of Spain. "
    "Snow fell. The Siege of Galway lasted two years. Frost came. "
)


def test_what_did_something_has_other_things_as_options() -> None:
    question = by_rule(asked(WORKS + "The Treaty of Kinsale opened two large ports to Norwegian ships."))["what did it"]
    assert isinstance(question, ChoiceQuestion)
    assert question.stem == "What opened two large ports to Norwegian ships?"
    assert question.answer == "The Treaty of Kinsale"
    assert set(question.distractors) == {"The Battle of Wexford", "The Battle of Dublin", "The Siege of Galway"}


@pytest.mark.parametrize(
    "text",
    [
        "Peter Okoye opened two large ports to Norwegian ships.",  # somebody
        "The Treaty of Kinsale may open two large ports to Norwegian ships.",
        "Ada Moss said that the Treaty of Kinsale opened two large ports to Norwegian ships.",
        "The Treaty of Kinsale opened it.",
        "Global trade opened two large ports to Norwegian ships.",  # battles may have done it as well
        "The Battle of Kinsale opened two large ports to Norwegian ships.",  # the others are battles, which may be it
    ],
)
def test_what_did_something_is_not_asked(text: str) -> None:
    assert "what did it" not in by_rule(asked(WORKS + text))


def test_what_led_to_something_without_a_name_is_not_asked() -> None:
    assert "what led" not in by_rule(asked(EVENTS + "The invasion of Denmark led to heavy losses at sea."))


def test_who_did_something_for_an_aim_is_asked_with_others_of_the_same_kind() -> None:
    text = (
        PEOPLE + "Cork has an Orra Bakery. The Orra Bakery was founded by Paul Murray to feed the sailors of Ireland. "
    )
    question = by_rule(asked(text))["who"]
    assert isinstance(question, ChoiceQuestion)
    assert question.stem == "Who founded the Orra Bakery to feed the sailors of Ireland?"
    assert question.answer == "Paul Murray"
    assert set(question.distractors) < {"Ada Moss", "Peter Okoye", "Maria Lopes", "Julia Brandt"}


def test_who_is_not_asked_where_a_pronoun_tells() -> None:
    text = PEOPLE + "Paul Murray sold the Orra Bakery because of losses in Cork and the illness of his son."
    assert "who" not in by_rule(asked(text))


@pytest.mark.parametrize(("participle", "form"), [("caused", "caused"), ("driven", "drove"), ("swum", None)])
def test_the_past_of_a_participle(participle: str, form: str | None) -> None:
    assert past_tense(participle) == form


def test_whom_the_article_is_about_is_never_asked_for() -> None:
    about = "Paul Murray baked bread. Paul Murray had two ovens. Paul Murray liked cakes. "
    text = PEOPLE + about + "The Orra Bakery was sold by Paul Murray due to heavy losses in Cork."
    questions = asked(text)
    assert "who" not in by_rule(questions)
    assert all(question.answer is not False for question in questions if isinstance(question, TrueFalseQuestion))


AIMS = (
    "Ada Moss went to Cork to buy an old mill near Kinsale. Rain fell. She planned to sell bread on ships. "
    "It was cold. Ada Moss hoped to teach poor children in Dublin. Snow fell. Ada Moss tried to win a prize for cakes. "
)


def test_an_aim_has_other_aims_of_the_article_as_options() -> None:
    text = AIMS + "Frost came. Ada Moss founded the Orra Bakery in 1953 to feed the sailors of Ireland."
    question = by_rule(asked(text))["aim"]
    assert isinstance(question, ChoiceQuestion)
    assert question.stem == "Why did Ada Moss found the Orra Bakery in 1953?"
    assert question.answer == "To feed the sailors of Ireland"
    assert all(option.startswith("To ") for option in question.distractors)


def test_an_aim_without_three_others_is_not_asked_for() -> None:
    text = "Ada Moss founded the Orra Bakery in 1953 to feed the sailors of Ireland."
    (question,) = asked(text)
    assert isinstance(question, ShortTextQuestion)
    assert question.stem == "Who founded the Orra Bakery in 1953 to feed the sailors of Ireland? Type the name."
    assert (question.answer, question.accept) == ("Ada Moss", ("Moss",))


def test_an_act_of_the_same_one_can_stand_beside_an_aim() -> None:
    deeds = "Ada Moss painted a portrait of Maria Lopes. Rain fell. Ada Moss designed the badge of Kinsale. Snow fell. "
    deeds += "Ada Moss built a mill near Dublin. Frost came. "
    question = by_rule(asked(deeds + "Ada Moss founded the Orra Bakery in 1953 to feed the sailors of Ireland."))["aim"]
    assert isinstance(question, ChoiceQuestion)
    assert set(question.distractors) == {
        "To paint a portrait of Maria Lopes",
        "To design the badge of Kinsale",
        "To build a mill near Dublin",
    }


DEEDS = (
    "Ada Moss painted a portrait of Maria Lopes. Rain fell. Ada Moss designed the badge of Kinsale. Snow fell. "
    "Ada Moss built a mill near Dublin. Frost came. "
)


def test_a_deed_has_other_deeds_of_the_same_one_as_options() -> None:
    question = by_rule(asked(DEEDS + "Peter Okoye praised Ada Moss for selling the poor of Ireland bread."))["deed"]
    assert isinstance(question, ChoiceQuestion)
    assert question.stem == "Why did Peter Okoye praise Ada Moss?"
    assert question.answer == "For selling the poor of Ireland bread"
    assert set(question.distractors) == {
        "For painting a portrait of Maria Lopes",
        "For designing the badge of Kinsale",
        "For building a mill near Dublin",
    }


def test_how_somebody_did_something_has_other_deeds_as_options() -> None:
    question = by_rule(asked(DEEDS + "Ada Moss won fame in Ireland by selling the poor of Cork bread."))["deed"]
    assert question.stem == "How did Ada Moss win fame in Ireland?"


def test_what_something_was_meant_to_do_has_other_aims_as_options() -> None:
    text = "The Corn Act was intended to limit the power of the king. Frost came. "
    question = by_rule(asked(text + AIMS))["aim"]
    assert isinstance(question, ChoiceQuestion)
    assert question.stem == "What was the Corn Act intended to do?"
    assert question.answer == "Limit the power of the king"


@pytest.mark.parametrize(
    ("lemma", "form"),
    [("lead", "leading"), ("make", "making"), ("lie", "lying"), ("cut", "cutting"), ("see", "seeing")],
)
def test_the_form_of_a_deed(lemma: str, form: str) -> None:
    assert gerund(lemma) == form
