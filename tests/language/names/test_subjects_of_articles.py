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
    assert found["Brunt Wyatt Holt"] == ["Brunt Wyatt Holt", "Holt", "Holt"]


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


def test_the_title_is_no_short_form_of_a_name_that_comes_later() -> None:
    text = "Orra is a port in Peru. Many visit Orra. Ask Turismo Orra for maps of Orra."
    assert forms("Orra", text)["Orra"] == ["Orra", "Orra", "Orra"]
    assert forms("Moss", "Ada Moss was a poet. Moss lived in Rome.")["Ada Moss"] == ["Ada Moss", "Moss"]


def test_a_title_that_is_no_name_stays_a_word() -> None:
    assert "Housing" not in forms("Housing", "Housing is scarce in Peru. Many towns lack housing.")
