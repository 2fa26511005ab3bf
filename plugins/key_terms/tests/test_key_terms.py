"""Terms are found with their meanings, and asked about with other terms of the article."""

from pathlib import Path
from random import Random

import pytest

from quizengine import Article, ChoiceQuestion, MatchingQuestion, Question, Refusal, ShortTextQuestion
from quizengine.testing import Case, check_generator, check_question, read_cases
from quizengine.text.facts import Facts
from quizengine_key_terms import GENERATOR, Definition
from quizengine_key_terms.entries import entries
from quizengine_key_terms.features import Feature

CASES = read_cases(Path(__file__).with_name("cases.md"))
MARKETS = """Markets and prices

A tariff is a tax that a government places on imported goods. A subsidy is a payment that a government makes to
producers in order to lower the price of a good. A monopoly is a market in which a single firm sells a product without
close substitutes. Opportunity cost is the value of the option that is given up when a choice is made. Fiscal policy is
the use of spending and taxes to influence the economy.

Creditors are people who lend money to others. Entrepreneurs are people who take risks to start new businesses.
"""


def facts(text: str) -> Facts:
    found = GENERATOR.find(Article(text))
    return Facts(fact for fact in found if not isinstance(fact, Refusal))


BOLD = "An **oligopoly** occurs when a few firms share one market. Prices hardly move there."


def test_a_term_in_bold_need_not_come_again() -> None:
    [marked] = [fact for fact in GENERATOR.find(Article.from_bytes(BOLD.encode())) if isinstance(fact, Definition)]
    assert marked.term.text == "oligopoly"
    plain = GENERATOR.find(Article.from_bytes(BOLD.replace("**", "").encode()))
    assert not [fact for fact in plain if isinstance(fact, Definition)]


def lines(article: Article) -> list[str]:
    """The definitions of an article, one line each."""
    found = entries(facts(article.text))
    return [
        f"{entry.definition.rule}: {entry.term.words} = {entry.meaning.words}"
        + (f" ({entry.definition.flaw})" if entry.definition.flaw else "")
        for entry in found.values()
    ] or ["nothing"]


def asked(text: str) -> list[Question]:
    found = facts(text)
    ways = (way for fact in found for way in GENERATOR.ask(fact, found, Random(1)))
    return [way for way in ways if not isinstance(way, Refusal)]


def about(text: str, term: str) -> list[Question]:
    found = facts(text)
    [fact] = [fact for fact in found if isinstance(fact, Definition) and fact.term.text.lower() == term]
    return [way for way in GENERATOR.ask(fact, found, Random(1)) if not isinstance(way, Refusal)]


def about_name(text: str, name: str) -> list[Question]:
    found = facts(text)
    [fact] = [fact for fact in found if isinstance(fact, Feature) and fact.term.text == name]
    return [way for way in GENERATOR.ask(fact, found, Random(1)) if not isinstance(way, Refusal)]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_case_gives_the_lines_that_it_expects(case: Case) -> None:
    assert tuple(lines(case.article)) == case.expected


def test_a_fact_points_at_term_and_meaning_as_they_stand() -> None:
    [fact] = facts("A moat is a ditch filled with water that surrounds a castle.")
    assert isinstance(fact, Definition) and fact.kind == "definition"
    assert (fact.term.text, fact.meaning.text) == ("moat", "a ditch filled with water that surrounds a castle")


def test_the_options_are_other_terms_of_the_same_number_and_kind() -> None:
    which = next(way for way in about(MARKETS, "tariff") if way.origin.rule == "which term")
    assert isinstance(which, ChoiceQuestion)
    assert which.stem == "Which term refers to a tax that a government places on imported goods?"
    assert which.answer == "Tariff" and len(which.distractors) == 3
    assert {*which.distractors} <= {"Subsidy", "Monopoly", "Opportunity cost", "Fiscal policy"}


def test_the_likest_terms_are_offered_first() -> None:
    text = MARKETS + "\n\nA toll is a tax that drivers pay for the use of a road.\n"
    which = next(way for way in about(text, "tariff") if way.origin.rule == "which term")
    assert isinstance(which, ChoiceQuestion) and which.distractors == ("Toll", "Subsidy", "Monopoly")


def test_people_are_not_offered_beside_concepts() -> None:
    [typed] = about(MARKETS, "creditors")
    assert isinstance(typed, ShortTextQuestion)
    assert typed.stem == "Which term does the article use for people who lend money to others?"
    assert (typed.answer, typed.accept) == ("creditors", ("creditor",))


def test_a_meaning_is_asked_for_among_the_other_meanings() -> None:
    meaning = next(way for way in about(MARKETS, "subsidy") if way.origin.rule == "what it means")
    assert isinstance(meaning, ChoiceQuestion)
    assert meaning.stem == "What does the term “subsidy” mean?"
    assert meaning.answer == "A payment that a government makes to producers in order to lower the price of a good"
    assert all(option[0].isupper() for option in meaning.distractors)


def test_four_terms_of_one_kind_are_matched() -> None:
    [match] = [way for way in asked(MARKETS) if isinstance(way, MatchingQuestion)]
    assert [pair.right for pair in match.pairs] == [
        "Tariff",
        "Subsidy",
        "Monopoly",
        "Opportunity cost",
        "Fiscal policy",
    ]


def test_no_choice_is_offered_when_the_meaning_gives_the_term_away() -> None:
    text = MARKETS + "\n\nMonetary expansion is the use of money to influence the economy.\n"
    assert [way.type for way in about(text, "monetary expansion")] == ["short_text"]


def test_nothing_is_asked_when_the_meaning_gives_the_noun_of_the_term_away() -> None:
    assert asked("Cognitive psychology is the field of psychology that examines how people think.") == []


def test_the_noun_alone_is_taken_where_the_rest_stands_in_the_stem() -> None:
    [typed] = asked("Technological diffusion is the spread of technology across borders.")
    assert isinstance(typed, ShortTextQuestion) and typed.accept == ("diffusion",)


def test_no_term_is_typed_whose_noun_another_one_has_where_its_meaning_tells_the_rest() -> None:
    two = "Technological diffusion is the spread of technology abroad. Cultural diffusion is the spread of customs."
    assert about(two, "technological diffusion") == []


def test_the_noun_of_a_term_stands_before_its_preposition() -> None:
    [typed] = asked("The replacement of appointed federal officials is called rotation in office.")
    assert isinstance(typed, ShortTextQuestion) and (typed.answer, typed.accept) == ("rotation in office", ())


def test_an_abbreviation_is_also_taken_written_out() -> None:
    text = "Look at gross national product (GNP). The GNP is the value of goods that a country’s citizens make."
    [typed] = asked(text)
    assert isinstance(typed, ShortTextQuestion)
    assert (typed.answer, typed.accept) == ("GNP", ("gross national product",))


def test_what_limits_a_definition_opens_the_question() -> None:
    [typed] = asked("In genetics, a gene is a stretch of DNA that carries the instructions for one trait.")
    assert typed.stem.startswith("In genetics, which term does the article use for a stretch of DNA")


def test_a_wider_term_is_no_distractor() -> None:
    text = MARKETS.replace("Opportunity cost", "A pure monopoly")
    which = [way for way in about(text, "monopoly") if way.origin.rule == "which term"]
    assert all(isinstance(way, ChoiceQuestion) and "Pure monopoly" not in way.distractors for way in which)


LAWS = """Laws of a colony

The Stamp Act required colonists to pay a tax on printed paper. The Tithe Act, which gave priests a share of every
harvest, angered farmers. The Quartering Act forced colonists to house British soldiers. The Corn Act placed duties on
imported grain. The so-called Petticoat affair divided Washington society. The Treaty of Ghent ended the conflict
between Britain and the United States.
"""
NERVES = """Nerves

The body has two systems. The autonomic nervous system controls our internal organs and glands.

The somatic nervous system is associated with movements. Doctors test the somatic nervous system first. They test the
autonomic nervous system later.
"""


def test_acts_of_which_something_is_told_stand_beside_each_other() -> None:
    [which] = about_name(LAWS, "Stamp Act")
    assert isinstance(which, ChoiceQuestion)
    assert which.stem == "Which act required colonists to pay a tax on printed paper?"
    assert (which.answer, which.distractors) == ("Stamp Act", ("Tithe Act", "Quartering Act", "Corn Act"))


def test_what_which_adds_to_a_name_is_asked_for() -> None:
    [which] = about_name(LAWS, "Tithe Act")
    assert which.stem == "Which act gave priests a share of every harvest?"


@pytest.mark.parametrize(
    ("name", "stem", "short"),
    [
        ("Petticoat affair", "Which affair divided Washington society?", "Petticoat"),
        ("Treaty of Ghent", "Which treaty ended the conflict between Britain and the United States?", "Ghent"),
    ],
)
def test_a_name_without_others_of_its_noun_is_typed(name: str, stem: str, short: str) -> None:
    [typed] = about_name(LAWS, name)
    assert isinstance(typed, ShortTextQuestion)
    assert (typed.stem, typed.answer, typed.accept) == (stem, name, (short,))


def test_a_term_with_a_twin_is_asked_for_by_their_noun() -> None:
    [typed] = about_name(NERVES, "autonomic nervous system")
    assert isinstance(typed, ShortTextQuestion) and typed.accept == ("autonomic",)
    assert typed.stem == "Which nervous system controls people’s internal organs and glands?"


@pytest.mark.parametrize(
    "sentence",
    [
        "The Tea Act raised the price of tea in every port of the colony.",  # gives its name away
        "The Dock Act raised it in every port of the colony.",  # points elsewhere
        "The Dock Act may have ruined merchants of every port.",  # no fact
        "Lee said that the Dock Act ruined merchants of every port.",
        "The Dock Act ruined 30 merchants in every port.",  # holds a figure
        "The Dock Act, which ruined merchants, ships, ports and towns.",  # where it ends is not certain
        "The Dock Board ruined merchants of every port.",  # of another kind
        "The old harbour ruined merchants of every port. The new harbour helped them.",  # terms used once only
    ],
)
def test_nothing_is_asked_where_a_feature_is_not_certain_or_gives_itself_away(sentence: str) -> None:
    assert asked(f"Harbours\n\n{sentence}\n") == []


def test_the_other_name_of_a_thing_is_asked_for() -> None:
    [typed] = asked("Glands release vasopressin, also known as antidiuretic hormone, when the body lacks water.")
    assert isinstance(typed, ShortTextQuestion)
    assert (typed.stem, typed.answer) == ("By what other name is vasopressin known?", "antidiuretic hormone")


@pytest.mark.parametrize(
    "sentence",
    [
        "Bob Lee, also known as Big Bob, sold his farm.",  # a person
        "Goose grass, also known as sticky grass, grows in hedges.",  # one gives the other away
        "The company, also called Orra Mills, sells bread.",  # which company?
        "The GÃ1⁄4len movement, also known as Hizmet, sells bread.",  # a word that was read in a wrong encoding
    ],
)
def test_no_other_name_is_asked_for_that_is_open_or_given_away(sentence: str) -> None:
    assert asked(f"News\n\n{sentence}\n") == []


def test_the_last_noun_of_a_term_is_enough_where_its_meaning_holds_the_others() -> None:
    [question] = asked("Media consolidation is a process in which few owners control the majority of media outlets.")
    assert question.answer == "media consolidation" and question.accept == ("consolidation",)


@pytest.mark.parametrize(
    "told",
    [
        "“Abel v. Orra is the law of the land, is a right of everybody.",  # a case, in somebody's words
        "Baking is the art of the land, is a right of everybody.",  # runs on
        "The owners keep 44 percent, a division of ownership that is made to avoid more taxes.",  # what a figure counts
        "Patience is one trait that supports the growth of trees, shrubs and mills.",
        "The city has a quarter called Jolfa (also called New Julfa) that merchants of Senn built.",
        "After a talk past midnight, the council of Senn on Monday gave approval to a bill that bans mobile phones.",
    ],
)
def test_the_tail_of_a_sentence_is_no_definition(told: str) -> None:
    assert asked(f"{told} They left.") == []


@pytest.mark.parametrize(
    ("told", "answer", "meaning"),
    [
        ("The strip of land between two fields is called its balk.", "balk", "the strip of land between two fields"),
        ("Walls have tiny holes called weepa, through which air enters.", "weepa", None),
        ("The joining of small parts into larger ones in this way is called carpentry.", "carpentry", None),
        ("The difference between high water and low water is known as the range.", "range", None),
    ],
)
def test_more_of_what_is_called_so_is_a_definition(told: str, answer: str, meaning: str | None) -> None:
    [question] = asked(f"{told} Old men know it.")
    assert question.answer == answer
    assert meaning is None or f"Which term does the article use for {meaning}?" == question.stem


def test_a_term_that_has_the_noun_of_its_definition_may_be_typed_without_it() -> None:
    [question] = asked("The price at which every baker sells a loaf is called the flour price. Old men know it.")
    assert question.answer == "flour price" and "flour" in question.accept


def test_a_term_that_is_introduced_but_not_defined_is_asked_for_by_a_gap() -> None:
    [question] = asked("Many settlers came with an illness, known as scurvy in the north. Old men know it.")
    assert question.stem == (
        "Which term is missing? “Many settlers came with an illness, known as _____ in the north.”"
    )
    assert question.answer == "scurvy"


def test_a_name_is_no_term_to_be_asked_for_by_a_gap() -> None:
    assert asked("The settlers of the coast soon built a small colony called Orra Bay in the north. They left.") == []


def test_an_adjective_that_only_hedges_may_be_left_out() -> None:
    [question] = asked("A potential outlier is a data point that lies far from the others.")
    assert question.answer == "potential outlier" and "outlier" in question.accept


def test_a_theory_is_asked_for_as_a_theory() -> None:
    told = "Conflict theory focuses on the struggles within a group. Conflict theory is old."
    [question] = asked(told)
    assert question.stem == "Which theory focuses on the struggles within a group?"
    assert "conflict" in question.accept


def test_what_a_thing_of_no_known_class_does_is_not_asked_for() -> None:
    told = "Global stratification compares the wealth of countries and peoples. Some doubt global stratification."
    assert "typed term" not in [each.origin.rule for each in asked(told)]


def test_what_consists_of_parts_is_asked_for_by_its_class() -> None:
    told = "The central nervous system (CNS) steers the body. The CNS consists of the brain and the spinal cord."
    assert "Which system consists of the brain and the spinal cord?" in [each.stem for each in asked(told)]


def test_another_word_between_commas_is_no_part_of_a_term() -> None:
    [question] = asked("Rigor, or strictness, is a state in which rules are kept without exception.")
    assert question.answer == "rigor"


def test_a_law_is_asked_for_by_what_it_states() -> None:
    [question] = asked("The law of demand states that people buy less of a product when its price rises.")
    assert question.stem == "Which law states that people buy less of a product when its price rises?"
    assert question.answer == "law of demand"


def test_a_thing_of_which_there_is_one_needs_no_more_words() -> None:
    told = "The mantle lies under the crust. The mantle is hot. Rock rises in the mantle. "
    [question] = asked(f"{told}A hot spot is a place where magma rises from deep inside the mantle.")
    assert question.answer == "hot spot"


@pytest.mark.parametrize(("title", "count"), [("Rivers and their banks", 1), ("Banks", 0)])
def test_what_the_title_is_about_needs_no_more_words(title: str, count: int) -> None:
    told = "A floodplain is the flat land that is covered with water when the river rises. Old men know it."
    assert len(asked(f"{title}\n\n{told}\n")) == count


def test_either_way_points_to_what_was_told_before() -> None:
    assert asked("Salts that can behave in either way are called turncoats. Old men know it.") == []


def test_a_set_phrase_with_a_preposition_names_no_term() -> None:
    told = "Where everything costs more, old men say there is a process at work, a loss of the value of money in hand."
    assert asked(f"Rising prices\n\n{told} It hurts those who save.\n") == []


def test_a_term_that_the_title_names_alone_is_not_typed() -> None:
    told = "Homeostasis is a state in which the conditions inside a body stay the same.\n"
    assert asked(f"Homeostasis\n\n{told}") == []
    assert asked(f"Homeostatic bodies\n\n{told}") == []
    assert asked(f"Bodies\n\n{told}") != []


def test_a_term_of_the_title_is_asked_for_beside_others_of_its_kind() -> None:
    ways = about(MARKETS.replace("Markets and prices", "What a tariff costs"), "tariff")
    assert [way.origin.rule for way in ways] == ["which term", "what it means"]


def test_a_term_of_the_title_is_typed_where_the_title_names_another_one_of_its_kind() -> None:
    ways = about(MARKETS.replace("Markets and prices", "Tariff or subsidy"), "tariff")
    assert "typed term" in [way.origin.rule for way in ways]


def test_the_noun_is_not_enough_where_the_meaning_tells_only_some_of_the_other_words() -> None:
    [question] = asked("The height of a river above the sea bed is called the river water level. Old men know it.")
    assert question.answer == "river water level" and "level" not in question.accept


@pytest.mark.parametrize(
    ("told", "others"),
    [
        (
            "The eel frequency (or glass frequency) is the rate at which eels are seen in a river.",
            ("glass frequency",),
        ),
        (
            "A mesh pressure (also known as net pressure) is the force that water exerts on a net.",
            ("net pressure", "mesh pressures"),
        ),
        (
            "The force that water exerts on a net is called mesh pressure, or net pressure, by sailors.",
            ("net pressure",),
        ),
        ("Many practised simony, or the buying and selling of church offices, in those days.", ()),
    ],
)
def test_the_other_name_beside_a_term_is_accepted_and_a_noun_that_many_things_have_is_not(
    told: str, others: tuple[str, ...]
) -> None:
    [question] = asked(told)
    assert isinstance(question, ShortTextQuestion) and question.accept == others


def test_adjectives_are_no_options_beside_nouns() -> None:
    text = MARKETS + "\n\nSome fibers are efferent (efferent means “moving away from”).\n"
    which = [way for way in asked(text) if isinstance(way, ChoiceQuestion)]
    assert which and not any("Efferent" in (way.answer, *way.distractors) for way in which)


@pytest.mark.parametrize(
    "end", ["", ")", "”", "refers to", "involves", "is a", "is called", "means (", "or a", ", a )"]
)
@pytest.mark.parametrize("start", ["", "(", "A moat", "“Moat”", "The moat ("])
def test_texts_without_end_or_beginning_are_no_trouble(start: str, end: str) -> None:
    assert asked(f"Moats\n\n{start} {end} x.\n\n{start} {end}\n\n{end} {start}\n") == []


def test_every_question_keeps_the_contract() -> None:
    check_generator(GENERATOR, Article(MARKETS))
    for question in asked(MARKETS):
        check_question(question)


GLOSSARY = """Reward

Rats press a lever for food. They press it more often if food comes at random.

Key terms

acquisition: period of learning in which an animal connects a signal with food
extinction: decrease in a response when the signal comes without food
habituation: loss of interest in a sound that is repeated without change
spontaneous recovery: process in which a lost reaction returns after a rest
"""


def test_a_line_of_a_list_of_terms_is_quoted_as_it_is() -> None:
    which = next(way for way in about(GLOSSARY, "extinction") if way.origin.rule == "which term")
    assert isinstance(which, ChoiceQuestion)
    assert which.stem == (
        "Which term does the article define as “decrease in a response when the signal comes without food”?"
    )
    assert which.distractors == ("Habituation", "Acquisition", "Spontaneous recovery")
    [match] = [way for way in asked(GLOSSARY) if isinstance(way, MatchingQuestion)]
    assert len(match.pairs) == 4


def test_a_revolution_may_open_with_its_century_and_with_nothing_else() -> None:
    told = "the Quiet Revolution created mills in every valley of Orra."
    [typed] = asked(f"Mills\n\nIn the nineteenth century, {told}\n")
    assert typed.stem == "In the nineteenth century, which revolution created mills in every valley of Orra?"
    assert asked(f"Mills\n\nIn his view, {told}\n") == []


FORMS = """Trials

Any experiment needs a board. A release form provides a written description of what guests can expect during the
experiment, including pain and costs. A release form is short.
"""


def test_a_form_is_asked_for_by_what_it_tells_of_any_experiment() -> None:
    [typed] = asked(FORMS)
    assert typed.stem == "Which form provides a written description of what guests can expect during the experiment?"
    assert (typed.answer, "release" in typed.accept) == ("release form", True)
    assert asked(FORMS.replace("Any experiment", "One experiment")) == []
    assert asked(FORMS.replace("Any experiment", "Any year").replace("the\nexperiment", "the year")) == []
    assert asked(FORMS.replace("what guests can expect", "visits that can end")) == []


def test_a_theory_to_which_a_view_belongs_may_be_typed_without_its_noun() -> None:
    told = "According to monopsony theory, a large employer pays low wages. Some use monopsony theory."
    [typed] = asked(told)
    assert typed.stem == "Which term does the article use for the view that a large employer pays low wages?"
    assert (typed.answer, typed.accept) == ("monopsony theory", ("monopsony",))
