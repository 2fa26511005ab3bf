"""A question for a country names no place that lies in it."""

import pytest

from quizengine import Article
from quizengine.language import clauses_of, trees
from quizengine_fact_recall.participants import participants
from quizengine_fact_recall.place_faults import tells_the_region


@pytest.mark.parametrize(
    ("text", "stem", "told"),
    [
        (
            "Moss taught law in Peru in 1924, at Vienna.",
            "In which country did Moss teach law in 1924, at Vienna?",
            True,
        ),
        ("Moss taught law in Peru in 1924, at Vienna.", "In which country did Moss teach law in 1924?", False),
        ("Moss sold bread in Peru after the war with Chile.", "In which country did Moss sell bread to Chile?", False),
    ],
)
def test_a_place_in_a_country_tells_the_country(text: str, stem: str, told: bool) -> None:
    [tree] = trees(Article(text))
    found = [(clause, each) for clause in clauses_of(tree) for each in participants(clause) if each.kind == "country"]
    [(clause, asked)] = [(clause, each) for clause, each in found if each.name.full == "Peru"]
    assert tells_the_region(clause, asked, stem) is told
