"""The questions about causes, on small articles."""

from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from quizengine import Article, ChoiceQuestion, Fact, Question, Refusal, ShortTextQuestion, TrueFalseQuestion
from quizengine.testing import check_generator
from quizengine.text.facts import Facts
from quizengine_cause_and_effect import quizengine_generators
from quizengine_cause_and_effect.agent_questions import past_tense
from quizengine_cause_and_effect.causal_facts import find
from quizengine_cause_and_effect.causal_questions import ask
from quizengine_cause_and_effect.deed_questions import gerund
from quizengine_cause_and_effect.relation_sentences import CannotBe
from quizengine_cause_and_effect.relations import relations_of
from quizengine_cause_and_effect.statements import Statement, judged, stated, statements

PEOPLE = "Ada Moss met Peter Okoye, Maria Lopes and Julia Brandt in Cork. "
PLACES = "Ireland, Portugal, Spain and Norway buy bread. "


def asked(text: str, seed: int = 0) -> list[Question]:
    facts = Facts(fact for fact in find(Article(text)) if isinstance(fact, Fact))
    results = [each for fact in facts for each in ask(fact, facts, Random(seed))]
    return [each for each in results if isinstance(each, Question)]


def refused(text: str) -> list[str]:
    facts = Facts(fact for fact in find(Article(text)) if isinstance(fact, Fact))
    results = [each for fact in facts for each in ask(fact, facts, Random(0))]
    return [each.reason for each in results if isinstance(each, Refusal)]


def told_of(text: str) -> list[str]:
    """What is stated of each relation, whether or not a false statement stands beside it."""
    relations = relations_of([fact for fact in find(Article(text)) if isinstance(fact, Fact)])
    return [judged(each, Statement(stated(each))).stem for each in relations]


def statements_in(text: str) -> list[TrueFalseQuestion]:
    """What is to be judged true or false where nothing else asks about it."""
    relations = relations_of([fact for fact in find(Article(text)) if isinstance(fact, Fact)])
    told = []
    for relation in relations:
        with suppress(CannotBe):
            told.append((relation, stated(relation)))
    chosen = statements(told)
    questions = [judged(relation, chosen[relation.place]) for relation in relations if relation.place in chosen]
    return [question for question in questions if isinstance(question, TrueFalseQuestion)]


def by_rule(questions: list[Question]) -> dict[str, Question]:
    return {question.origin.rule: question for question in questions if question.origin}


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


@pytest.mark.parametrize("aim", ["to improve", "in order to improve"])
def test_that_somebody_took_steps_is_not_stated(aim: str) -> None:
    assert asked(f"Ada Moss lives in Cork. Ada Moss took steps {aim} the safety of Irish ships.") == []


def test_that_somebody_took_steps_is_refused_by_its_reason() -> None:
    text = "Ada Moss lives in Cork. Ada Moss took steps in order to improve the safety of Irish ships."
    assert "what is done for it is told by too few words" in refused(text)


def test_whom_the_article_is_about_is_never_asked_for() -> None:
    about = "Paul Murray baked bread. Paul Murray had two ovens. Paul Murray liked cakes. "
    text = PEOPLE + about + "The Orra Bakery was sold by Paul Murray due to heavy losses in Cork."
    questions = asked(text)
    assert "who" not in by_rule(questions)
    assert all(question.answer is not False for question in questions if isinstance(question, TrueFalseQuestion))


def test_a_statement_is_false_by_a_name_of_the_same_kind() -> None:
    text = PLACES + "Denmark is flat. Irish farmers moved to Denmark because of heavy losses at home."
    (question,) = statements_in(text)
    assert question.answer is False
    assert question.stem.startswith("According to the article, Irish farmers moved to ")
    assert "Denmark" not in question.stem


def test_a_statement_is_never_false_by_what_only_describes_a_name() -> None:
    text = "Spanish ships and French ships came. Ada Moss was inspired by the work of Danish painter Peter Okoye. "
    questions = asked(text + "Ada Moss met Peter Okoye.")
    assert not any("Spanish painter" in question.stem or "French painter" in question.stem for question in questions)


def test_a_statement_without_a_name_to_swap_is_true_where_another_one_is_false() -> None:
    text = "The Orra Bakery moved. The Orra Bakery profited from its size because of low wages in Cork. "
    false = PLACES + "Denmark is flat. Irish farmers moved to Denmark because of heavy losses at home."
    assert sorted(question.answer for question in statements_in(text + false)) == [False, True]
    assert statements_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A tide is a rise of the sea caused by the pull of the Moon on the waters of Cork.",
        "Though in most years Ada Moss has lost because of the size of Cork, Kinsale is another matter.",
        "Ada Moss met Peter Okoye. In most years he's lost because of the size of Cork.",
    ],
)
def test_a_definition_and_half_of_a_sentence_are_not_stated(text: str) -> None:
    with pytest.raises(CannotBe):
        told_of("Ada Moss lives in Cork. " + text)


def test_a_sentence_cut_in_two_by_dashes_is_not_stated() -> None:
    text = (
        "Mayors of Cork are working to engineer slates of judges — three from each town — that will turn on Ada Moss."
    )
    assert told_of(f"Ada Moss lives in Cork. {text}") == []


def test_what_common_sense_tells_is_not_stated() -> None:
    assert asked("Specialization allows businesses to profit from their size.") == []


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


def test_what_stands_in_brackets_is_left_out() -> None:
    text = "Paul Murray met the Orra Bakery. The Orra Bakery (a mill) was sold by Paul Murray due to losses in Cork."
    assert any("Orra Bakery was sold" in stem for stem in told_of(text))


def test_a_claim_keeps_who_makes_it() -> None:
    text = PEOPLE + "Ada Moss said that the long strike in Cork was triggered by a cut in wages."
    stems = told_of(text)
    assert stems
    assert all("According to Ada Moss" in stem or "Ada Moss" not in stem for stem in stems)
    assert not any(stem.startswith("According to the article") for stem in stems)


@pytest.mark.parametrize(
    "text",
    [
        "This reluctance has spurred debate over the defence of Ireland.",
        "The company closed the mill because it had lost money.",
        "He was fined because he had sold the mill.",
        "Several bridges closed because of the storm of 1953.",
        "Ada Moss made a more controversial decision in response to the storm of 1953.",
        "The accord of 1953 may have caused heavy losses in Ireland.",
        "Not only men but also women left Ireland because of the storm of 1953, a few perhaps.",
    ],
)
def test_what_does_not_stand_alone_or_is_not_stated_is_not_asked(text: str) -> None:
    assert asked(text) == []


def test_what_a_participle_adds_is_left_out_where_it_points_elsewhere() -> None:
    text = "Ireland has an advantage in trade with Norway because of the storm of 1953, allowing it to help them."
    assert any("the storm of 1953." in stem for stem in told_of(text))


def test_a_refusal_says_why() -> None:
    assert "it points to what is told elsewhere" in refused("The alliance strengthens the ability of the fleet.")


def test_students_read_what_the_article_says() -> None:
    questions = asked("Orra grew rich by exporting wool to the mills of Cork.")
    assert questions
    assert all(question.rationale.startswith("The article says: “Orra grew") for question in questions)


def test_the_generator_keeps_the_contract() -> None:
    (generator,) = quizengine_generators()
    text = PEOPLE + PLACES + "The storm of 1953 caused heavy losses among the fishing fleet of Cork. " * 2
    assert check_generator(generator, Article(text + "Paul Murray moved to Denmark because of the storm of 1953."))


def test_what_names_nothing_that_matters_is_refused_with_the_reason() -> None:
    text = "Specialization allows businesses to profit from their size."
    assert refused(text) == ["it names nothing that the article keeps coming back to"]


def test_what_a_relative_clause_adds_to_a_name_is_stated_by_itself() -> None:
    text = "The pact helps Ireland, which has struggled with food shortages worsened by tariffs and restricted trade. "
    (stem,) = told_of(text + "Ireland signed it.")
    assert stem.endswith("Ireland has struggled with food shortages worsened by tariffs and restricted trade.")


@pytest.mark.parametrize(
    "text",
    [
        "Ada Moss refused because of the storm of 1953.",
        "The Cork attention led to heavy losses among Irish farmers.",
        "Ada Moss of the Society left Ireland because of the storm of 1953.",
        "Ada Moss, 62 Moss left Ireland because of the storm of 1953.",
        "Ada Moss was leaving Ireland because of the storm of 1953.",
        "The storm of 1953 led Ada Moss of Ireland to a view that goes against the belief that bread matters.",
        "He met the mayor of Ireland, who was arrested for setting fire to the mill of Ada Moss in Cork.",
        "There are many mills in Ireland because of the storm of 1953 in Cork.",
        "The same floods that caused losses in Ireland caused heavy losses of Ada Moss in Cork.",
    ],
)
def test_what_leaves_something_open_is_not_stated(text: str) -> None:
    assert asked("Ada Moss lives in Ireland. " + text) == []


def test_the_day_of_a_report_is_left_out() -> None:
    (stem,) = told_of("Ada Moss lives in Ireland. Ada Moss left Ireland on Wednesday because of the storm of 1953.")
    assert stem == "According to the article, Ada Moss left Ireland because of the storm of 1953."


def test_no_more_than_four_statements_are_made_and_about_half_are_false() -> None:
    deeds = ("moved to Norway because of wars", "sailed to Spain because of debts", "fled to Denmark because of fires")
    deeds += ("drove to Portugal because of plagues", "went to Ireland because of floods")
    text = PLACES + "Denmark is flat. " + " ".join(f"Ada Moss {deed} at home." for deed in deeds)
    assert sorted(question.answer for question in statements_in(text)) == [False, False, True, True]


def test_a_statement_is_not_false_by_a_name_of_which_the_article_tells_the_same() -> None:
    text = "Ada Moss lost the election in Cork. Paul Murray lost the election in Cork because of the storm of 1953."
    questions = asked(text + " Ada Moss and Paul Murray live in Cork.")
    assert all(question.answer is True for question in questions if isinstance(question, TrueFalseQuestion))


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


def test_another_deed_behind_is_left_out() -> None:
    text = "Ada Moss lives in Cork. A growing group known as the Moral Majority faulted Ada Moss for betraying her"
    (stem,) = told_of(text + " southern roots and began to seek a return to traditional values.")
    assert stem.endswith("the Moral Majority faulted Ada Moss for betraying her southern roots.")


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


def test_the_article_to_start_from_has_four_causes_with_both_keys() -> None:
    path = Path(__file__).parents[3] / "seeds" / "north-korean-troops.txt"
    questions = asked(path.read_text("utf-8"))
    keys = [question.answer for question in questions if isinstance(question, TrueFalseQuestion)]
    assert len(questions) >= 4
    assert set(keys) == {True, False}


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        (  # a name behind a comma, and a clause about it
            "One example of a cheap oven is Orra, a stove that helps the bakers of Cork by burning peat.",
            "one example of a cheap oven is Orra, a stove that helps the bakers of Cork by burning peat.",
        ),
        (  # brackets, a link and what is added behind the last comma
            "First, the size of Cork allows bakers (and millers) to raise prices, which makes Cork poor.",
            "the size of Cork allows bakers to raise prices.",
        ),
        (  # "their" stands ahead of whom it means
            "Belief in their own luck inspired some bakers of Cork to sell bread in Spain.",
            "belief in their own luck inspired some bakers of Cork to sell bread in Spain.",
        ),
    ],
)
def test_a_sentence_that_cannot_be_cut_is_stated_as_it_stands(text: str, stem: str) -> None:
    assert told_of("Ada Moss bakes in Cork. " + text) == [f"According to the article, {stem}"]


def test_a_sentence_of_more_than_thirty_words_is_not_stated_as_it_stands() -> None:
    short = "Belief in their own luck inspired some bakers of Cork to sell bread in Spain"
    longer = f"{short} and in the old towns by the sea and on the roads to the south in May."
    assert told_of(f"Ada Moss bakes in Cork. {short}.")
    with pytest.raises(CannotBe, match="too long"):
        told_of(f"Ada Moss bakes in Cork. {longer}")


def test_why_a_source_has_no_name_is_not_asked() -> None:
    text = (
        "Officials of Ireland who met Ada Moss spoke on condition of anonymity because they feared the mayor of Cork."
    )
    assert not asked(text) or "anonymity" not in " ".join(question.stem for question in asked(text))


def test_a_source_that_tells_of_itself_is_named_once() -> None:
    text = PEOPLE + "Ada Moss said that she was fined because of the debts of Cork. Ada Moss left. "
    assert any(stem.startswith("According to Ada Moss, she was fined") for stem in told_of(text))


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        (  # an opening that concedes
            "Although the city was poor, Ada Moss was praised for selling bread in Ireland.",
            "Ada Moss was praised for selling bread in Ireland.",
        ),
        (  # an end that adds something, with commas of its own
            "The growth of Cork allows bakers to take advantage of low prices, which means that for many shops, as the "
            "amount of bread increases, the cost of a cake declines.",
            "the growth of Cork allows bakers to take advantage of low prices.",
        ),
        (  # what stands in commas behind the subject
            "Peter Okoye, who paints boats and houses on the first and on the last of the month, was moved to a large "
            "house near Dublin because of its size.",
            "Peter Okoye was moved to a large house near Dublin because of its size.",
        ),
    ],
)
def test_what_can_go_is_left_out(text: str, stem: str) -> None:
    assert told_of("Ada Moss lives in Cork. " + text) == [f"According to the article, {stem}"]


def test_another_name_leaves_what_is_told_of_the_first_in_place() -> None:
    text = "Ada Moss lives in Cork. Peter Okoye, who sells bread, was moved to a house in Dublin because of its size."
    assert [question.stem for question in statements_in(text)] == [
        "According to the article, Ada Moss, who sells bread, was moved to a house in Dublin because of its size."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The storms of 1953 led to the recent closure of the mills in Ireland.",  # when?
        "Only when Ireland sold mills because of the storm of 1953 did Cork grow rich.",  # another order of words
        "Because each hair is long, the roots of Ireland have a large surface.",  # of what?
    ],
)
def test_what_a_whole_sentence_leaves_open_is_not_stated(text: str) -> None:
    assert asked("Ada Moss lives in Ireland. " + text) == []


def test_a_party_is_false_by_the_other() -> None:
    text = "Ada Moss lives in Cork. Republicans met Ada Moss. Many Democrats left Cork because of the storm of 1953."
    (question,) = asked(text)
    assert isinstance(question, TrueFalseQuestion)
    assert question.stem == "According to the article, many Republicans left Cork because of the storm of 1953."
    assert question.answer is False


def test_a_noun_that_the_title_names_is_clear_with_the_title() -> None:
    text = "The Safety Lamp\n\nAda Moss lives in Cork. Glass was used because the lamp gave little light.\n"
    assert told_of(text) == [
        "According to the article “The Safety Lamp”, glass was used because the lamp gave little light."
    ]


def test_whoever_says_so_is_not_swapped_as_others_may_have_said_it() -> None:
    text = "Ada Moss and Peter Okoye met. Ada Moss was fined because of the storm of 1953, Peter Okoye said."
    assert all(question.answer is not False for question in asked(text) if isinstance(question, TrueFalseQuestion))


def test_two_reasons_in_one_sentence_make_one_question() -> None:
    text = "Ada Moss sold the mill of Cork to pay the bakers of Kinsale because the storms of 1953 had caused losses."
    assert len(asked("Ada Moss lives in Cork. " + text)) <= 1


def test_he_in_front_of_a_sentence_is_not_who_its_opening_names() -> None:
    text = "Placed under the care of Peter Okoye, he was told to run in an attempt to strengthen his foot in Cork."
    assert not any("he was told" in question.stem for question in asked("Paul Moss lives in Cork. It is old. " + text))


def test_what_somebody_is_quoted_as_saying_is_stated_with_who_says_it() -> None:
    text = 'Ada Moss lives in Cork. "The mills of Cork closed because Ireland had no flour," Peter Okoye said.'
    assert told_of(text) == ["According to Peter Okoye, the mills of Cork closed because Ireland had no flour."]


def test_a_quotation_that_points_elsewhere_is_not_stated() -> None:
    text = 'Ada Moss lives in Cork. "We closed the mills of Cork because Ireland had no flour," Peter Okoye said.'
    assert asked(text) == []


def test_the_subject_of_a_second_deed_is_never_told_as_an_effect() -> None:
    text = (
        "Ada Moss lives in Ireland. Fights over bread led to the closure of the mill of Cork, and new groups, such as "
    )
    found = asked(text + "the Whigs of Kinsale, are gaining a large following.")
    assert found
    for question in found:
        assert "groups" not in question.stem or "are gaining" in question.stem


def test_the_mark_of_a_note_behind_a_sentence_does_not_stop_the_reading() -> None:
    text = (
        "Ada Moss lives in Cork. Compulsory sewing lessons in village schools, for example, are intended to raise "
        "wages in Cork by increasing the skill of weavers regarding the looms of Ada Moss. [12]"
    )
    assert not any("[" in question.stem for question in asked(text))
