"""A question names what the article is about, or it is not asked."""

import pytest

from quizengine import Article
from quizengine_numeric_recall.topic_names import names_somebody, names_the_title

ADA = Article("Ada Moss\n\nAda Moss was a painter. Ada Moss knew Sven Dahl.\n\nOslo is far from Peru.")
BARE = Article("The Rise of the Mills\n\nOslo and Bergen grew. Oslo and Bergen sold cloth.\n\nIt rained.")


@pytest.mark.parametrize(
    ("article", "stem", "names"),
    [
        (ADA, "In which year did Ada Moss move to Lisbon?", True),
        (ADA, "In which year did Sven Dahl move?", False),
        (ADA, "According to Dahl, how many boats were sold?", False),
        (BARE, "How many mills did Oslo sell to Bergen?", True),
        (BARE, "How many looms did Oslo have?", False),
        (BARE, "How many mills were built?", True),
        (Article("Some 700 nurses walked out in Leeds."), "How many nurses walked out in Leeds?", True),
    ],
)
def test_a_question_names_the_topic(article: Article, stem: str, *, names: bool) -> None:
    assert names_the_title(article, stem) == names


@pytest.mark.parametrize(
    ("stem", "names"),
    [("How many days do Canadians get on arrival?", False), ("How many days does Ada Moss get on arrival?", True)],
)
def test_a_people_does_not_tell_what_a_question_is_about(stem: str, *, names: bool) -> None:
    assert names_somebody(stem) == names
