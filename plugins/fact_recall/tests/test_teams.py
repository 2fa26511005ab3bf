"""The team that somebody plays for is asked for as one, in an article on sport."""

import pytest

from quizengine import Article
from quizengine.language import main_clause, trees
from quizengine_fact_recall.participants import participants

SPORT = " It was a good season for the league. The game was a match of baseball. The team won the game."


def asked(text: str) -> list[str]:
    clause = main_clause(trees(Article(text))[0])
    assert clause is not None
    return [each.word for each in participants(clause) if each.kind == "team"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("In 1950 Moss first played for the Pittsburgh Owls.", "for which team"),
        ("Ada Moss ended her career with the Pittsburgh Owls in 1950.", "with which team"),
        ("Moss was traded to the Pittsburgh Owls in 1950.", "to which team"),
    ],
)
def test_a_team_is_asked_for(text: str, word: str) -> None:
    assert asked(text + SPORT) == [word]
    assert asked(text) == []  # perhaps a band, or a bank


@pytest.mark.parametrize(
    "text",
    [
        "Ada Moss ended her song with the Pittsburgh Owls in 1950.",
        "Moss thanked the town for the Pittsburgh Owls in 1950.",
    ],
)
def test_what_need_not_be_a_team_is_not_asked_for_as_one(text: str) -> None:
    assert asked(text + SPORT) == []
