"""Terms are found with their meanings, and asked about with other terms of the article."""

from pathlib import Path
from random import Random

import pytest
from asked_terms import MARKETS, about, asked, facts

from quizengine import Article, ChoiceQuestion, MatchingQuestion, ShortTextQuestion
from quizengine.testing import Case, check_generator, check_question, read_cases
from quizengine_key_terms import GENERATOR, Definition
from quizengine_key_terms.entries import entries

CASES = read_cases(Path(__file__).with_name("cases.md"))

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


def test_things_are_offered_beside_things_of_their_class() -> None:
    tubes = "A flue is a tube that carries smoke. A spout is a tube that empties a gutter. A siphon is a tube that "
    tubes += (
        "lifts water over an edge. A stent is a tube that keeps a vein open. A weir is a wall that holds back a river."
    )
    which = {way.answer: way for way in asked(f"Roofs\n\n{tubes}") if isinstance(way, ChoiceQuestion)}
    assert "Flue" in which and "Weir" not in which
    assert all("Weir" not in way.distractors for way in which.values())


@pytest.mark.parametrize(
    ("told", "term", "meaning"),
    [
        (
            "Scales need accuracy, which refers to how well the scale weighs what it was built to weigh.",
            "accuracy",
            "how well a scale weighs what it was built to weigh",
        ),
        ("Ships are moved by a flow towards land, a flow called flood.", "flood", "a flow towards land"),
        (
            "A wave that crosses a harbor, which is not typical of a wave, is called a seiche.",
            "seiche",
            "a wave that crosses a harbor, which is not typical of a wave",
        ),
    ],
)
def test_a_definition_is_read_to_its_end_wherever_it_is(told: str, term: str, meaning: str) -> None:
    [typed] = asked(f"A short text\n\n{told}")
    assert (typed.stem, typed.answer) == (f"Which term does the article use for {meaning}?", term)


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


def test_a_meaning_that_two_terms_have_is_one_option() -> None:
    told = "Budding is the joining of two plants. Pruning is the removal of dead wood. Tilling is the turning of soil."
    found = facts(f"Gardens\n\nGrafting is the joining of two plants. {told} Mulching is the covering of bare soil.")
    ways = [way for fact in found for way in GENERATOR.ask(fact, found, Random(1))]
    options = {option for way in ways if isinstance(way, ChoiceQuestion) for option in way.distractors}
    assert "The joining of two plants" in options


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
    assert asked("Cognitive psychology is the use of psychology to explain how people think.") == []


def test_the_noun_that_says_of_what_field_or_kind_a_term_is_does_not_give_it_away() -> None:
    [typed] = asked("Cognitive psychology is the field of psychology that examines how people think.")
    assert isinstance(typed, ShortTextQuestion)
    assert (typed.answer, typed.accept) == ("cognitive psychology", ("cognitive",))


def test_what_limits_a_definition_opens_the_question() -> None:
    [typed] = asked("In genetics, a gene is a stretch of DNA that carries the instructions for one trait.")
    assert typed.stem.startswith("In genetics, which term does the article use for a stretch of DNA")


def test_the_word_of_a_term_for_its_kind_rules_out_no_meaning_and_no_option() -> None:
    text = MARKETS.replace("Opportunity cost", "The labor theory")
    assert "what it means" not in [way.origin.rule for way in about(text, "labor theory")]
    [which, *_] = about(text, "tariff")
    assert isinstance(which, ChoiceQuestion) and "Labor theory" not in which.distractors


def test_a_prefix_that_the_meaning_tells_is_no_choice() -> None:
    ways = about(
        MARKETS.replace("A monopoly", "An antisale").replace(
            "in which a single firm sells", "in which a firm sells against"
        ),
        "antisale",
    )
    assert [way.type for way in ways] == ["short_text"]


def test_a_wider_term_is_no_distractor() -> None:
    text = MARKETS.replace("Opportunity cost", "A pure monopoly")
    which = [way for way in about(text, "monopoly") if way.origin.rule == "which term"]
    assert all(isinstance(way, ChoiceQuestion) and "Pure monopoly" not in way.distractors for way in which)


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
        (
            "Cloth that keeps out the rain of a storm is known as oilskin.",
            "oilskin",
            "cloth that keeps out the rain of a storm",
        ),
    ],
)
def test_more_of_what_is_called_so_is_a_definition(told: str, answer: str, meaning: str | None) -> None:
    [question] = asked(f"{told} Old men know it.")
    assert question.answer == answer
    assert meaning is None or f"Which term does the article use for {meaning}?" == question.stem


def test_a_term_that_is_introduced_but_not_defined_is_asked_for_by_a_gap() -> None:
    [question] = asked("Many settlers came with an illness, known as scurvy in the north. Old men know it.")
    assert question.stem == (
        "Which term is missing? “Many settlers came with an illness, known as _____ in the north.”"
    )
    assert question.answer == "scurvy"


def test_a_name_is_no_term_to_be_asked_for_by_a_gap() -> None:
    assert asked("The settlers of the coast soon built a small colony called Orra Bay in the north. They left.") == []


def test_another_word_between_commas_is_no_part_of_a_term() -> None:
    [question] = asked("Rigor, or strictness, is a state in which rules are kept without exception.")
    assert question.answer == "rigor"


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
