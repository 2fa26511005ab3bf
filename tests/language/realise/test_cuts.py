"""What an asked part leaves behind: no comma of its own, and no "which" without its noun."""

import pytest

from quizengine import Article
from quizengine.language import main_clause, question, realised, statement, trees


def asked(text: str, adjunct: str, word: str) -> str | None:
    clause = main_clause(trees(Article(f"{text}\n"))[0])
    assert clause is not None
    said = realised(clause)
    part = next(each for each in clause.adjuncts() if each.text == adjunct)
    return question(said, part, word) if said else None


def test_the_comma_behind_an_adjunct_goes_with_it() -> None:
    said = asked("Ada Moss lost her mill in Cork, in 1902.", "in Cork", "in which city")
    assert said == "In which city did Ada Moss lose her mill in 1902?"


def test_a_comma_that_opens_an_aside_stays() -> None:
    said = asked("Ada Moss opened a mill in Cork, a town, in 1902.", "in 1902", "in which year")
    assert said is None or "Cork, a town" in said


@pytest.mark.parametrize(
    ("text", "small"),
    [
        ("Widespread adoption of mills began in Peru in 1902.", "did widespread adoption"),
        ("German farmers of Orra left in 1902.", "did German farmers"),
    ],
)
def test_an_adjective_keeps_its_capital_only_where_it_has_one_of_its_own(text: str, small: str) -> None:
    said = asked(text, "in 1902", "in which year")
    assert said is not None
    assert small in said


def test_no_name_is_cut_in_two_before_the_subject() -> None:
    text = "The Great Barrier Reef lies off the coast of Queensland in Australia."
    clause = main_clause(trees(Article(f"{text}\n"))[0])
    assert clause is not None
    said = realised(clause)
    assert said is None or statement(said) == text
