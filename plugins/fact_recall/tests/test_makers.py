"""Whoever made something with a name is asked for by a plain question."""

import pytest

from quizengine import Article
from quizengine_fact_recall.makers import makers

TITLE = "Bread in the valley"


def asked(text: str) -> list[str]:
    found = makers(Article(f"{TITLE}\n\n{text}\n"), frozenset())
    return [f"{each.stem} {each.name.full}" for each in found]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("The Orra Mill was designed by Ada Moss in 1921.", "Who designed the Orra Mill? Ada Moss"),
        (
            "The novel Bread and Water, written by Tom Brack in 1950, tells of the town.",
            "Who wrote the novel Bread and Water? Tom Brack",
        ),
        ("The term “sour loaf” was first coined by Eve Sarn.", "Who first coined the term “sour loaf”? Eve Sarn"),
        ("Ada Moss left Peru in 1950, founding the Orra Mill in Senn.", "Who founded the Orra Mill? Ada Moss"),
        ("Ada Moss coined the term sour loaf in her letters.", "Who coined the term “sour loaf”? Ada Moss"),
        (
            "Tom Kirk (1956) elaborated on some of these ideas, coining the phrase slow loaf to describe them.",
            "Who coined the phrase “slow loaf”? Tom Kirk",
        ),
        ("The film Bread, directed by Eve Holm, tells of the town.", "Who directed the film Bread? Eve Holm"),
        (
            "Olga Penn, who founded the Brack Foundation, was born in Senn.",
            "Who founded the Brack Foundation? Olga Penn",
        ),
    ],
)
def test_a_maker_is_asked_for_by_the_work(text: str, question: str) -> None:
    assert asked(text) == [question]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Jan Lund, the inventor of the Orton oven, came too.", "Who invented the Orton oven? Jan Lund"),
        (
            "Tom Kirk, founder and director of the Senn Museum, told the council so.",
            "Who founded the Senn Museum? Tom Kirk",
        ),
        ("The council met Orra Mill founder Ada Moss in 1950.", "Who founded Orra Mill? Ada Moss"),
        ("Mary Orr, winner of the 1994 Senn Prize, left the town.", "Who won the 1994 Senn Prize? Mary Orr"),
        (
            "The town heard Mary Brack, author of the book “Failure to Bake: A History.”",
            "Who wrote the book “Failure to Bake: A History”? Mary Brack",
        ),
    ],
)
def test_a_noun_for_who_did_it_becomes_a_verb(text: str, question: str) -> None:
    assert asked(text) == [question]


@pytest.mark.parametrize(
    "text",
    [
        "A small oven was built by Olga Penn.",  # many are
        "The Orra Mill was probably designed by Ada Moss.",
        "The Orra Mill was designed by Ada Moss, Jan Lund and Eve Holm.",
        "The Orra Mill was later designed by Ada Moss.",
        "The Moss Mill was designed by Ada Moss.",
        "Ben Sarn, an author of Senn novels, stayed in the town.",
        "The co-founder of Brin Bank, Eve Holm, wept in the town.",
        "The Senn Laboratory, directed by Eve Holm, tells of the town.",  # it is led, and perhaps still
        "The Kingdom of Orra was established by Charles of Anjou in 1272.",  # half a name
        "His oven was designed by Ada Moss.",
    ],
)
def test_nobody_is_asked_for_whose_work_is_left_open(text: str) -> None:
    assert asked(text) == []
