"""Who is somebody in an article, and who is only played there."""

import pytest

from quizengine import Article
from quizengine.language import names_in
from quizengine_quote_attribution.persons import has_a_part, is_played

MILL = "Ruth Abel has made a film about a mill. {} Ida Finch rows, and Ida Finch sings."


@pytest.mark.parametrize(
    ("sentence", "played"),
    [
        ("In it Tomas Moss plays the young weaver Ida Finch.", True),
        ("Helen Moss stars as Ida Finch.", True),
        ("Helen Moss sings in the role of Ida Finch.", True),
        ("She wrote the film for Ida Finch.", False),
    ],
)
def test_somebody_in_a_film_is_nobody_of_the_article(sentence: str, played: bool) -> None:
    name = next(one for one in names_in(Article(MILL.format(sentence))) if one.full == "Ida Finch")
    assert is_played(name) is played
    assert has_a_part(name, {"Ida Finch"}) is not played


def test_a_noun_that_a_clause_tells_of_is_not_what_its_subject_is() -> None:
    text = "Ruth Abel never rows the way Ida Finch does. Ida Finch has two boats."
    name = next(one for one in names_in(Article(text)) if one.full == "Ida Finch")
    assert has_a_part(name, {"Ida Finch"})
