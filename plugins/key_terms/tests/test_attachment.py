"""A definition belongs to one noun phrase for certain, or it is none."""

import pytest

from quizengine import Article, Refusal
from quizengine.text.facts import Facts
from quizengine_key_terms import GENERATOR
from quizengine_key_terms.entries import entries


def defined(sentence: str) -> dict[str, str]:
    """Each term that a sentence defines with its meaning."""
    found = GENERATOR.find(Article(f"News\n\n{sentence} Old men know it.\n"))
    facts = Facts(fact for fact in found if not isinstance(fact, Refusal))
    return {entry.term.words: entry.meaning.words for entry in entries(facts).values()}


@pytest.mark.parametrize(
    "sentence",
    [
        "He says that the holding power of silver, the quantity of bread that a given coin can buy, is going down.",
        "They measure the weight of air, the force that holds the planks of a ship together.",
        "They dig for salt or gypsum, a mineral that builders burn to make plaster.",
        "He spoke of the fear of famine, a state in which people have no bread.",
        "The town grew by means of the spread of weaving, or making cloth on a loom.",
        "The scholars wrote about the growth of barter (i.e., the exchange of goods that needs no coins).",
        "The poet wrote a history of a republic: a state without a king.",
        "They put the villages into five groups with equal numbers of goats, known as pentads.",
    ],
)
def test_words_that_may_belong_to_either_of_two_nouns_define_neither(sentence: str) -> None:
    assert defined(sentence) == {}


@pytest.mark.parametrize(
    ("sentence", "term"),
    [
        ("They wrote histories of famine, a state in which people have no bread.", "famine"),
        ("He spoke of the idea of famine, a state in which people have no bread.", "famine"),
        ("They saw an alternative to monarchy, a system of government characterized by the rule of one.", "monarchy"),
        ("The known effects are visible scurvy and goiter, a condition characterised by a swollen neck.", "goiter"),
    ],
)
def test_number_and_kind_say_which_of_two_nouns_is_meant(sentence: str, term: str) -> None:
    assert list(defined(sentence)) == [term]


def test_a_name_belongs_to_the_noun_of_its_number() -> None:
    told = "The port has sheds of a woven cloth called hessian, with which farmers cover their fields."
    assert defined(told) == {"hessian": "a woven cloth with which farmers cover their fields"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The port has a floor of a dark stone called bluff, with which masons build walls.",  # the floor or the stone?
        "The walls are built with a dark stone called bluff, after which the old town was named.",
        "The port has a stone called bluff, which masons from the north cut with wires.",
    ],
)
def test_what_follows_a_name_is_no_definition_unless_it_says_what_the_thing_is(sentence: str) -> None:
    assert defined(sentence) == {}


@pytest.mark.parametrize(
    ("sentence", "term", "meaning"),
    [
        ("Joining short ropes into longer ones in this way is called splicing.", "splicing", "joining short ropes"),
        (
            "Selling bread at false weight is a crime known as short weight.",
            "short weight",
            "selling bread at false weight",
        ),
        ("The union of two crowns under one king came to be called condominium.", "condominium", "the union of two"),
        ("Tillage, which means turning the soil with a plough, was hard work.", "tillage", "turning the soil with a"),
        ("A pheromone is a chemical signal that an insect releases into the air.", "pheromone", "a chemical signal"),
    ],
)
def test_plain_definitions_are_found(sentence: str, term: str, meaning: str) -> None:
    found = defined(sentence)
    assert list(found) == [term] and found[term].startswith(meaning)


@pytest.mark.parametrize(
    "sentence",
    [
        "The bell weighs 900 kilos, which means hauling it up with a winch, and costs much.",
        "The walls are stiffened with lignum, the same substance that makes bones hard.",
        "The poet began with a sonnet, a form to which all poets of Orra would return.",
        "By “sampling” of course we mean a method that takes a few grains from each sack.",
    ],
)
def test_what_only_looks_like_a_definition_is_none(sentence: str) -> None:
    assert defined(sentence) == {}


def test_a_comma_between_adjectives_does_not_end_a_meaning() -> None:
    told = "Around the pith lies cork, a tissue made of dead, empty cells that hold air."
    assert defined(told) == {"cork": "a tissue made of dead, empty cells that hold air"}


def test_a_process_sums_up_all_that_happens_under_a_condition() -> None:
    told = "When a slope lies bare, rain loosens soil, opens gullies and carries off humus, a process known as rilling"
    meaning = "when a slope lies bare, rain loosens soil, opens gullies and carries off humus"
    assert defined(f"{told} erosion.") == {"rilling erosion": f"the process in which, {meaning}"}


def test_the_name_of_a_city_is_no_term_to_be_asked_for_by_a_gap() -> None:
    told = "Orra was founded by settlers from the north on top of a centuries-old Dorran city called Sunna."
    found = GENERATOR.find(Article(f"News\n\n{told} Old men know it.\n"))
    assert not [fact for fact in found if not isinstance(fact, Refusal)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Such lamps are the only method of tracking boats that drift at night.",  # which lamps?
        "The work of an old dyer is known for its influence on the trade of the whole valley.",
        "Crucial to the craft is the lamp that follows the rower's eye and provides an exact match of two oars.",
        "The first mussel cells generated have the ability to develop into any type of tissue in the shell and, as "
        "such, are called omnivalent, meaning each has the power to form a new animal.",
        "The sermon used bold word imagery to describe the terrors of the sea and the ways of escaping it by prayer.",
        "Felt tissue refers to the sheets of fibre that cover the walls of a hut, lines the roofs of a barn, and "
        "forms certain bags.",  # which of them agree?
    ],
)
def test_words_that_name_nothing_are_no_term(sentence: str) -> None:
    assert defined(sentence) == {}


def test_a_list_of_what_a_thing_does_is_told_to_its_end() -> None:
    told = (
        "Felt tissue refers to the sheets of fibre that cover the walls of a hut, line the roofs of a barn, and form "
    )
    assert defined(f"{told}certain bags.")["felt tissue"].endswith(", line the roofs of a barn, and form certain bags")
