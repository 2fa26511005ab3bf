"""A neighbour is asked for by the side on which it alone lies."""

import pytest

from quizengine import Article
from quizengine_fact_recall.borders import borders


def asked(text: str, title: str = "Peru") -> list[str]:
    return [f"{each.stem} {each.name.full}" for each in borders(Article(f"{title}\n\n{text}\n"))]


@pytest.mark.parametrize(
    "text",
    [
        "Peru is bordered by Ecuador to the north, Brazil to the east and south, and Chile to the south.",
        "It is bounded by the Pacific Ocean to the west, Ecuador to the north, and Chile to the south.",
    ],
)
def test_a_neighbour_is_asked_for_by_its_side(text: str) -> None:
    assert asked(text) == [
        "Which country borders Peru to the north? Ecuador",
        "Which country borders Peru to the south? Chile",
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Peru is bordered by Ecuador to the north and Colombia to the north.", "Peru"),
        ("Orra is bordered by Brin to the north.", "Orra"),
        ("The valley is bordered by Ecuador to the north.", "Peru"),
        ("Peru is bordered by Ecuador and Colombia.", "Peru"),
    ],
)
def test_no_neighbour_is_asked_for_that_is_not_certain(text: str, title: str) -> None:
    assert asked(text, title) == []
