"""A figure that is the value of a measure is asked for by the name of the measure."""

import pytest

from quizengine import Article
from quizengine.language.numbers import quantities_in
from quizengine_numeric_recall.figure_stems import wording_of


@pytest.mark.parametrize(
    ("sentence", "stem"),
    [
        ("The population of Tolmara was 181,000 in 2001.", "What was the population of Tolmara in 2001?"),
        (
            "Tolmara is a town in Spain with a metropolitan population of 3.7 million inhabitants.",
            "What is the metropolitan population of Tolmara?",
        ),
        ("Tolmara has a population of about 750,000.", "What is the approximate population of Tolmara?"),
        ("The value of Tolmara Mills is $30 billion.", "What is the value of Tolmara Mills?"),
        ("It has a population of 750,000.", ""),
        ("Tolmara has a total area of 86 square miles.", "What is the total area of Tolmara, in square miles?"),
        (
            "Tolmara has a total area of 86 square miles (223 km2).",
            "Which number is missing? “Tolmara has a total area of _____ square miles.”",
        ),
        (
            "Tolmara is a port of Spain, with a population of 184,300 at the 2016 census.",
            "What was the population of Tolmara at the 2016 census?",
        ),
        (
            "Tolmara has a population of 750,000 people. It rained. Its population had risen to 9,400 by 1801.",
            "",
        ),
    ],
)
def test_a_measure_is_asked_for(sentence: str, stem: str) -> None:
    text = f"Tolmara\n\nIt rained. {sentence}\n\nIt snowed."
    found = wording_of(quantities_in(Article(text))[0])
    assert (found.stem if found else "") == stem


@pytest.mark.parametrize("people", ["3,200 people", "3,200"])
def test_a_place_is_asked_for_those_who_live_there(people: str) -> None:
    text = f"Rain in Port Ellery\n\nPort Ellery, a town of {people}, has received rain.\n\nIt snowed."
    found = wording_of(quantities_in(Article(text))[0])
    assert found is not None
    assert found.stem == "How many people live in Port Ellery?"


def test_nobody_asks_how_large_a_place_is_that_the_article_only_mentions() -> None:
    text = "Rain\n\nPort Ellery, a town of 3,200 people, has received rain.\n\nIt snowed."
    assert wording_of(quantities_in(Article(text))[0]) is None
