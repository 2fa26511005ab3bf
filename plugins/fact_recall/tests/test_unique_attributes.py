"""The one thing of its kind that a place has is asked for by what it is."""

import pytest

from quizengine import Article
from quizengine_fact_recall.unique_attributes import unique_attributes


def asked(text: str, title: str = "Orra") -> list[str]:
    found = unique_attributes(Article(f"{title}\n\nOrra is a province of Peru. {text}\n"))
    return [f"{each.stem} {each.name.full}" for each in found]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("The capital of Orra is Senn.", "What is the capital of Orra? Senn"),
        (
            "The official language is Brinnish, although Lundish is spoken.",
            "What is the official language of Orra? Brinnish",
        ),
        ("Its longest river is the Brack.", "What is the longest river in Orra? Brack"),
        (
            "The largest city by population is Kirk, which has long been rich.",
            "What is the largest city in Orra by population? Kirk",
        ),
        ("The state tree is the longleaf pine.", "What is the state tree of Orra? longleaf pine"),
        ("The largest lake in the province is the Holm.", "What is the largest lake in Orra? Holm"),
        ("They met in Dern, the capital of Brack.", "What is the capital of Brack? Dern"),
        ("The province’s capital city, Senn, lies on a hill.", "What is the capital of Orra? Senn"),
        ("Moll is the oldest town in Orra.", "What is the oldest town in Orra? Moll"),
    ],
)
def test_what_a_place_has_one_of_is_asked_for(text: str, question: str) -> None:
    assert asked(text) == [question]


@pytest.mark.parametrize(
    "text",
    [
        "One of the largest towns is Penn.",
        "The official languages are Brinnish and Lundish.",
        "The largest island is Ommel, Ummel, and Emmel.",
        "The former capital of Orra is Senn.",
        "The capital of Orra is Senn. The capital of Orra is Brin.",
        "The capital of Orra is Orra Town.",
        "Across from Brack, the capital is Senn.",  # of one or the other
    ],
)
def test_nothing_is_asked_for_that_may_be_another(text: str) -> None:
    assert asked(text) == []


def test_whose_it_is_must_be_known() -> None:
    assert asked("The oldest town is Moll.", title="Bread and water") == []
    assert asked("The largest organ in the body is the skin.", title="Bread") == [
        "What is the largest organ in the body? skin"
    ]
