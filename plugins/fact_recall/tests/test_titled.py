"""A name after the noun of a work is its title, unless it is very long."""

import pytest

from quizengine import Article
from quizengine.language import main_clause, trees
from quizengine_fact_recall.titled import titled_in


@pytest.mark.parametrize(
    ("film", "title"),
    [
        ("The Old Boat of the River Orra", "The Old Boat of the River Orra"),
        ("The Old Boat of the Long River Orra", ""),
    ],
)
def test_a_title_has_seven_words_at_most(film: str, title: str) -> None:
    clause = main_clause(trees(Article(f"A title\n\nAda Moss sang in the film {film}.\n"))[0])
    assert clause is not None
    found = titled_in(clause.parts[0])
    assert (found[0].full if found else "") == title
