"""A biography's person is asked for the birthplace, if it is surely a town or a city."""

from random import Random

import pytest

from quizengine import Article, Question
from quizengine.text.facts import Facts
from quizengine_fact_recall import GENERATOR
from quizengine_fact_recall.birthplaces import birthplaces

REST = "Ada Moss painted in Lisbon. In 1930 Moss sold a painting. Later Ada Moss met Jan Lund."


def asked(text: str, title: str = "Ada Moss") -> list[str]:
    return [f"{each.stem} {each.name.full}" for each in birthplaces(Article(f"{title}\n\n{text} {REST}\n"))]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Moss was born in the village of Orra in the Brin district.", "In which village was Ada Moss born? Orra"),
        ("Ada Moss was born on 22 February 1788, in the city of Senn.", "In which city was Ada Moss born? Senn"),
        ("Born Ada Mary Moss in Toronto, Canada, Moss sailed to Peru.", "In which city was Ada Moss born? Toronto"),
    ],
)
def test_a_birthplace_is_asked_for_by_its_sort(text: str, question: str) -> None:
    assert asked(text) == [question]


@pytest.mark.parametrize(
    "text",
    [
        "Moss was born in Orra.",  # a town, a region or a house
        "Jan Lund was born in the village of Orra.",
        "Moss was born to a baker in the village of Orra.",
        "She was born in the village of Orra.",  # perhaps somebody else
    ],
)
def test_no_birthplace_is_asked_for_that_is_open(text: str) -> None:
    assert asked(text) == []


def test_a_birthplace_is_asked_for_once() -> None:
    facts = Facts(GENERATOR.find(Article(f"Ada Moss\n\nAda Moss was born in Paris in 1920. {REST}\n")))
    made = [one for fact in facts for one in GENERATOR.ask(fact, facts, Random(0))]
    stems = [one.stem for one in made if isinstance(one, Question)]
    assert sum("born" in stem for stem in stems) == 1


def test_a_text_on_something_else_gives_no_birthplace() -> None:
    assert asked("Moss was born in the village of Orra.", title="Bread") == []
