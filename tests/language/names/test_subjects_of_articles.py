"""Short names in an article about one person: whose they are."""

import pytest

from quizengine import Article
from quizengine.language import names_in


def forms(title: str, text: str) -> dict[str, list[str]]:
    return {name.full: [span.text for span in name.mentions] for name in names_in(Article(f"{title}\n\n{text}\n"))}


@pytest.mark.parametrize(
    "born",
    ["(born June 11, 1988)", "(25 October 1811 – 31 May 1832)", "(French: Galwa; 25 October 1811 – 31 May 1832)"],
)
def test_a_date_of_birth_behind_a_name_tells_a_person_with_a_surname(born: str) -> None:
    found = forms("Brunt Holt", f"Brunt Wyatt Holt {born} is a player. Holt played in Ohio. In 2010, Holt left Ohio.")
    assert found["Brunt Holt"] == ["Brunt Wyatt Holt", "Holt", "Holt"]


def test_letters_of_honour_are_no_part_of_a_name() -> None:
    found = forms("Zaha Moss", "Dame Zaha Moss DBE RA was an architect. Moss built houses in Orra.")
    assert found["Zaha Moss"] == ["Zaha Moss", "Moss"]


RELATIVES = "Jeanne Moreau was an actress. Her father Anatole Moreau had a restaurant."
LATER = "She played in many films in France and in Italy, and she was admired in all of Europe. " * 4


def test_a_surname_is_that_of_the_person_whom_the_article_is_about() -> None:
    found = forms("Jeanne Moreau", f"{RELATIVES}\n\n{LATER}In 1952, Moreau left Paris.")
    assert found["Jeanne Moreau"] == ["Jeanne Moreau", "Moreau"]


def test_beside_a_relative_a_surname_may_be_either_of_them() -> None:
    found = forms("Jeanne Moreau", f"{RELATIVES} In 1952, Moreau left Paris.")
    assert "Moreau" not in found["Jeanne Moreau"] + found["Anatole Moreau"]


def test_a_surname_of_the_title_is_no_relatives_whom_alone_the_article_has_with_it() -> None:
    text = "Orvin Lee Miller built boats. He was born to Adam Miller and his wife Ruth. Miller went to Cork in 1850."
    assert forms("Orvin Miller", text)["Adam Miller"] == ["Adam Miller"]
    office = "Brunt Lee Miller (born June 11, 1888) was Emperor Miller of Orra. In 1890, Miller left."
    assert forms("Emperor Miller", office)["Brunt Lee Miller"] == ["Brunt Lee Miller", "Miller", "Miller"]


def test_the_title_is_no_short_form_of_a_name_that_comes_later() -> None:
    text = "Orra is a port in Peru. Many visit Orra. Ask Turismo Orra for maps of Orra."
    assert forms("Orra", text)["Orra"] == ["Orra", "Orra", "Orra"]
    assert forms("Moss", "Ada Moss was a poet. Moss lived in Rome.")["Ada Moss"] == ["Ada Moss", "Moss"]


def test_a_title_that_is_no_name_stays_a_word() -> None:
    assert "Housing" not in forms("Housing", "Housing is scarce in Peru. Many towns lack housing.")


def test_a_father_who_has_the_given_name_too_is_another_person() -> None:
    text = "Tom Orr was a surgeon. He was the son of the miller Tom Ruben Orr. "
    found = forms("Tom Orr", f"{text}\n\n{LATER}In 1848, Orr left Rome.")
    assert found == {"Tom Orr": ["Tom Orr", "Orr"], "Tom Ruben Orr": ["Tom Ruben Orr"], "Rome": ["Rome"]} | {
        place: found[place] for place in ("France", "Italy", "Europe")
    }
    assert "Tom Ruben Orr" in forms("A surgeon", "Tom Orr was a surgeon, and the son of the miller Tom Ruben Orr.")


def test_the_longer_form_of_a_name_is_one_persons_where_no_relative_is_told() -> None:
    found = forms("Tom Orr", "Tom Orr was a surgeon. In 1848, Tom Ruben Orr left Rome.")
    assert found["Tom Ruben Orr"] == ["Tom Orr", "Tom Ruben Orr"]


def test_a_middle_name_that_is_the_fathers_makes_no_father_of_the_son() -> None:
    text = "Quell Niels Holt (19 June 1922 – 9 September 2009) was a player, as was his father, Niels Holt."
    found = forms("Quell Holt", f"{text}\n\n{LATER}In 1948, Holt left Ohio.")
    assert found["Quell Holt"] == ["Quell Niels Holt", "Holt"]
    assert found["Niels Holt"] == ["Niels Holt"]


def test_a_surname_is_not_the_fathers_who_alone_is_named_in_full() -> None:
    text = f"Her father, Anatole Moreau, had a restaurant.\n\n{LATER}In 1952, Moreau left Paris."
    found = forms("Jeanne Moreau", text)
    assert found["Jeanne Moreau"] == ["Moreau"]


@pytest.mark.parametrize("told", ["his older brother, Otto", "two brothers, Hugo and Otto", "a son named Otto"])
def test_a_given_name_behind_a_noun_of_kinship_is_a_relatives(told: str) -> None:
    found = forms("Tom Orr", f"Tom Orr wrote to Otto Hale. Hale knew {told}.")
    assert found["Otto Hale"] == ["Otto Hale", "Hale"]
    assert found["Otto"] == ["Otto"]


@pytest.mark.parametrize("full", ["his wife, Ada Hale", "Ada Orr"])
def test_a_relative_who_is_named_in_full_is_called_by_the_given_name(full: str) -> None:
    found = forms("A House in Rome", f"Tom Orr sold a house. There was {full}. Then Orr and his wife, Ada, left Rome.")
    assert "Ada" in found[full.split(", ")[-1]]


def test_a_relative_has_no_surname_of_a_family_told_of_long_before() -> None:
    text = f"Her mother was Julia Hale, the niece of the poet Otto Hale.\n\n{LATER}In 1937, Orr left with her son Otto."
    found = forms("Ada Orr", f"Ada Orr sang. {text}")
    assert found["Otto Hale"] == ["Otto Hale"]


def test_a_grandfather_and_namesake_is_not_whom_the_article_is_about() -> None:
    text = "Tom Orr sang. His grandfather and namesake, Captain Tom Orr, sold a house."
    people = [name for name in names_in(Article(f"Tom Orr\n\n{text}")) if name.full == "Tom Orr"]
    assert [name.certain for name in people] == [True, False]


def test_a_given_name_among_relatives_is_not_certainly_a_later_guests() -> None:
    text = "Tom Orr had two brothers. Of these, Otto was a lawyer. The house was full of guests, such as Otto Hale."
    assert [name.certain for name in names_in(Article(f"Tom Orr\n\n{text}")) if name.full == "Otto"] == [False]


def test_the_title_with_a_note_is_no_short_form_of_a_thing_with_that_word() -> None:
    text = "Hugo is a group of stars. Many know Hugo. A giant, CW Hugo, a red star, is far off. Look for Hugo at night."
    assert forms("Hugo (stars)", text) == {"Hugo": ["Hugo", "Hugo"], "CW Hugo": ["CW Hugo"]}


def test_relatives_of_two_kinds_with_one_given_name_are_nobody_for_certain() -> None:
    text = "Tom Orr wrote to Otto Hale. Hale knew his brother, Otto. Later he met an uncle named Otto."
    assert [name.certain for name in names_in(Article(text)) if name.full == "Otto"] == [False]


@pytest.mark.parametrize(
    ("title", "opening", "others"),
    [
        ("Quillo Mora", "Quillo Mora Ruiz (born 11 May 1984) is a footballer. Mora played in Orra.", ["Mora"]),
        ("Brunt Holt", "Tobrunt Lee “Brunt” Holt (9 March 1943 – 1 May 2008) was a chess player. Holt won.", ["Holt"]),
        ("Christian Orr", "Christian Orr was a designer. In 1946, Christian Orr sold hats.", ["Christian Orr"]),
        ("Orin II of Mora", "Orin II Halim (born 1 May 1874) was the last king of Mora. Orin II lost.", ["Orin II"]),
        (
            "Ada Orr",
            "Ada Hale Orr (1 May 1867 – 4 July 1934; born Adela Hale) was a chemist. Adela Hale ran.",
            2 * ["Adela Hale"],
        ),
        (
            "Tomo Hara",
            "Tomo Hara (Hara Tomo, May 2, 1872 – May 3, 1896) was a poet. Hara wrote.",
            ["Hara Tomo", "Hara"],
        ),
        (
            "A. B. Orr",
            "Sir Abel Ben Orr, 1st Baron Orr, OM (1 May 1867 – 4 July 1934), was a poet. Orr wrote.",
            ["Orr", "Orr"],
        ),
    ],
)
def test_a_life_begins_with_the_name_of_its_title(title: str, opening: str, others: list[str]) -> None:
    [person] = [name for name in names_in(Article(f"{title}\n\n{opening}\n")) if name.introduced]
    assert (person.kind, person.sure_kind) == ("person", True)
    assert person.full == title.partition(" of ")[0]
    assert [mention.text for mention in person.mentions][1:] == others


@pytest.mark.parametrize(
    "opening",
    [
        "Ada Orr SE is a luxury company.",
        "Ada Orr (1914–1918) was the longest campaign of the war.",
        "Ada Orr was the pen name of the author Ida Hale (born 1 May 1867).",
        "Tom Hale (born 1 May 1867) was a poet. Ada Orr was a poet.",
        "Ada Orr grew up in Mora.",
        "Tom Hale (born 1 May 1867 in Ada Orr) was a poet.",
    ],
)
def test_what_begins_otherwise_is_no_life_of_whom_the_title_names(opening: str) -> None:
    assert not any(name.introduced for name in names_in(Article(f"Ada Orr\n\n{opening}\n")))
