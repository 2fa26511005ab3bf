"""No model answer is a part of what the article says, somebody's claim, or a pointer to a picture."""

import pytest
from asked_terms import asked_openly


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(
            "The lockpool is a basin between two gates. It is a chamber in which boats rise. Boats use the lockpool.",
            id="the next sentence says what it is, too",
        ),
        pytest.param(
            "A lockpool is a basin that is shaped by walls described in the preceding section. Boats use it.",
            id="a part of the text",
        ),
        pytest.param(
            "A hull consists of oak ribs, iron nails and tar. It is made of forty boards.",
            id="the next sentence says what it is made of, too",
        ),
        pytest.param(
            "Ann Brenn proposed that there are three kinds of stall: tents, carts, and booths.", id="somebody's claim"
        ),
        pytest.param("The effect of a flood is a fall of the price of land, as shown in the graph.", id="a picture"),
    ],
)
def test_a_model_answer_is_whole_and_the_articles_own(told: str) -> None:
    assert asked_openly(f"A short text\n\n{told}") == []


@pytest.mark.parametrize(
    "told",
    [
        "The lockpool is a basin between two gates. Boats wait at the lockpool.",
        "A hull consists of oak ribs, iron nails and tar.",
        "There are three kinds of stall: tents, carts, and booths.",
        "The effect of a flood is a fall of the price of land.",
    ],
)
def test_what_one_sentence_tells_as_a_fact_is_a_model_answer(told: str) -> None:
    assert len(asked_openly(f"A short text\n\n{told}")) == 1
