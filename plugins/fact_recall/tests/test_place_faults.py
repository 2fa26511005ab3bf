"""A question for a country names no place that lies in it."""

import pytest

from quizengine import Article
from quizengine.language import clauses_of, trees
from quizengine_fact_recall.participants import participants
from quizengine_fact_recall.place_faults import (
    asks_for_a_place_wrongly,
    belongs_to_a_superlative,
    may_be_a_team,
    tells_of_what_country_it_is,
    tells_the_region,
)


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


@pytest.mark.parametrize(
    ("text", "stem", "wrong"),
    [
        ("The team lost to Lisbon in 1924.", "To which city did the team lose in 1924?", True),
        ("The team played in Lisbon in 1924.", "In which city did the team play in 1924?", False),
        ("Moss was born at Orra Street in Lisbon.", "Where was Moss born at Orra Street?", True),
        ("Moss was born in Lisbon, in the County of Senn.", "Where was Moss born, in the County of Senn?", True),
    ],
)
def test_neither_a_team_nor_the_place_of_a_house_is_asked_for(text: str, stem: str, wrong: bool) -> None:
    [tree] = trees(Article(text))
    found = [(clause, each) for clause in clauses_of(tree) for each in participants(clause)]
    [(clause, asked)] = [(clause, each) for clause, each in found if each.name.full == "Lisbon"]
    assert asks_for_a_place_wrongly(clause, asked, stem) is wrong


@pytest.mark.parametrize(
    ("shown", "team"), [("Orra reached the final, losing to _____.", True), ("Orra sold bread to _____.", False)]
)
def test_who_is_lost_to_may_be_a_team(shown: str, team: bool) -> None:
    assert may_be_a_team(shown) is team


@pytest.mark.parametrize(
    ("text", "belongs"),
    [
        ("Moss built the first bread laboratory in Peru in her kitchen.", True),
        ("Moss built the largest mill in Peru.", True),
        ("Moss built a bread laboratory in Peru in 1924.", False),
        ("Moss sold the first loaf of 1924 in Peru.", False),
    ],
)
def test_a_place_may_tell_where_something_is_the_first(text: str, belongs: bool) -> None:
    [tree] = trees(Article(text))
    found = [(clause, each) for clause in clauses_of(tree) for each in participants(clause)]
    [(clause, asked)] = [(clause, each) for clause, each in found if each.name.full == "Peru"]
    assert belongs_to_a_superlative(clause, asked) is belongs


@pytest.mark.parametrize(
    ("opening", "told"),
    [
        ("Orra is a town in Peru.", True),
        ("Orra is a town on the Senn.", False),
    ],
)
def test_an_article_may_open_with_the_country_of_its_subject(opening: str, told: bool) -> None:
    article = Article(f"{opening} Orra sold bread in Peru. Orra grew.")
    assert tells_of_what_country_it_is(article, "Peru") is told
