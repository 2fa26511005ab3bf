"""Terms that bear two names, or that the title names, and what is said of them."""

import pytest
from asked_terms import about, asked, asked_openly

from quizengine import ChoiceQuestion, ShortTextQuestion

_SEA_TRADES = """
A caulker is a worker who seals the seams of boats. A rigger is a worker who sets up the ropes of boats. A sculler is a
worker who rows people across a river.
"""


def test_either_of_two_names_that_an_or_joins_is_accepted() -> None:
    [typed] = asked("Boats\n\nA skipper or boatswain is a person trained by a guild to lead the crew of a barge.\n")
    assert isinstance(typed, ShortTextQuestion)
    assert typed.answer == "skipper" and "boatswain" in typed.accept


def test_the_first_of_two_words_before_one_noun_is_no_name() -> None:
    told = "A wage or price limit is a rule that forbids a town to raise what it pays.\n"
    assert all(way.answer != "wage" for way in asked(f"Towns\n\n{told}"))


def test_either_of_two_names_opens_a_title() -> None:
    told = "A skipper or boatswain is a person trained by a guild to lead the crew of a barge.\n"
    assert asked(f"Skipper\n\n{told}") == [] == asked(f"Boatswain\n\n{told}")


def test_a_term_that_is_the_title_is_not_typed_beside_others_with_its_noun() -> None:
    told = "Ropery is the study of the structure of cords. Fine ropery is the study of the structure of thin threads."
    assert about(f"Ropery\n\n{told}\n", "ropery") == []


def test_a_term_that_is_the_title_is_no_answer_among_options() -> None:
    ways = about(f"Dredger\n\nA dredger is a worker who clears mud from a port.{_SEA_TRADES}", "dredger")
    assert "which term" not in [way.origin.rule for way in ways]
    elsewhere = about(f"Work\n\nA dredger is a worker who clears mud from a port.{_SEA_TRADES}", "dredger")
    assert "which term" in [way.origin.rule for way in elsewhere]


_TWO_NAMES = f"""Work at sea

A trimmer, or coal heaver, is a worker who shovels fuel in a ship. A coal heaver is a worker who brings rocks to a
fire.{_SEA_TRADES}"""


def test_another_name_of_a_term_is_no_option_beside_it() -> None:
    ways = [*about(_TWO_NAMES, "trimmer"), *about(_TWO_NAMES, "coal heaver")]
    options = [each for way in ways if isinstance(way, ChoiceQuestion) for each in way.distractors]
    wrong = ("Coal heaver", "Trimmer", "A worker who brings rocks to a fire", "A worker who shovels fuel in a ship")
    assert options and not set(options) & set(wrong)


def test_a_term_is_accepted_for_the_other_name_that_another_sentence_gives_it() -> None:
    typed = [way for way in about(_TWO_NAMES, "coal heaver") if isinstance(way, ShortTextQuestion)]
    assert [("trimmer" in way.accept) for way in typed] == [True]


@pytest.mark.parametrize(
    "told",
    [
        "A prop, brace, or raking strut is a device that replaces a missing beam.",  # three names
        "He lived alone except for a succession of brown dogs named Rex and Bello.",  # names of two
        "A common aim is the transfer of goods between towns.",
        "Weaving science is the study of weaving.",
    ],
)
def test_no_term_is_asked_for_that_is_one_of_several_names_or_told(told: str) -> None:
    assert asked(f"Crafts\n\n{told}\n") == []


def test_a_title_with_its_abbreviation_behind_it_is_the_term() -> None:
    told = "Washing by lots (WABL) is old. WABL is a method that cleans wool in tubs. Dyers know WABL.\n"
    assert asked(f"Washing by lots\n\n{told}") == []
    assert asked(f"Dyers\n\n{told}") != []


def test_a_list_of_aims_is_not_cut_before_its_last_verb() -> None:
    told = "A dock hand is a worker trained by a port to mend, paint, or serve as a guard of boats.\n"
    [typed] = asked(f"Ports\n\n{told}")
    assert typed.stem.endswith("to mend, paint, or serve as a guard of boats?")


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ("Alms are the fruits of a moral notion of pity and of a sense of luck.", 0),
        ("Alms are the coins that a passer-by gives to a beggar.", 1),
    ],
)
def test_where_a_thing_comes_from_is_not_what_it_is(told: str, count: int) -> None:
    assert len(asked_openly(f"Gifts\n\n{told} Alms are old.\n")) == count


def test_a_line_that_counts_what_it_holds_explains_no_term() -> None:
    lines = [
        "Kastian: 3 languages of eastern Norland and Bangladesh",
        "Erosion: the wearing away of rock by water",
        "Deflation: the removal of sand by wind",
        "Abrasion: the scraping of rock by ice",
    ]
    told = [stem for stem, _ in asked_openly("\n\n".join(["Rocks", *lines, ""]))]
    assert told == ["What is erosion?", "What is deflation?", "What is abrasion?"]


def test_what_one_thing_consists_of_does_not_ask_for_its_name() -> None:
    skin = (
        "Skin consists of an outer layer of scaled cells that covers the exterior of the body. Smiths have hard skin."
    )
    assert asked(f"Crafts\n\n{skin}\n") == []
    crowd = (
        "Horses\n\nA herd consists of horses that graze in one place and move about at night. Nobody owns the herd.\n"
    )
    assert asked(crowd) != []


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ("Ferrymen are the exception that the law of the river knows.", 0),
        ("Ferrymen are people who row others across a river.", 1),
        ("A boat show provides an example. A boat show is rare.", 0),
    ],
)
def test_an_exception_and_what_gives_an_example_are_not_explained(told: str, count: int) -> None:
    assert len(asked_openly(f"Rivers\n\n{told} Ferrymen are old.\n")) == count
