"""People who lead another country, as an article tells beside the name."""

import pytest

from quizengine import Article
from quizengine.language import Name, names_in
from quizengine_quote_attribution.foreign_offices import is_of_another_country

HOME = (
    "The toll on the bridge\n\nPresident Ada Moss opened the bridge. Senator Sven Dahl and {} were there. It rained.\n"
)
ELSEWHERE = HOME.replace("President Ada Moss", "The mayor, Ada Moss,")


def named(text: str, full: str) -> Name:
    return next(name for name in names_in(Article(text)) if name.full == full)


@pytest.mark.parametrize(
    ("told", "foreign"),
    [
        ("the Peruvian president, Ben Reed,", True),
        ("Peru’s new president, Ben Reed,", True),
        ("friends from Peru under its new president, Ben Reed,", True),
        ("President Ben Reed of Peru", True),
        ("Ben Reed, the prime minister of Peru,", True),
        ("Ben Reed, the Peruvian king,", True),
        ("Ben Reed of Peru", False),
        ("the Conservative prime minister, Ben Reed,", False),
        ("President Ben Reed", False),
        ("the president of the bank, Ben Reed,", False),
    ],
)
def test_a_national_office_with_a_country_beside_it_is_another_countrys(told: str, foreign: bool) -> None:
    text = HOME.format(told)
    assert is_of_another_country(named(text, "Ben Reed"), named(text, "Sven Dahl"), "The toll works.") is foreign


def test_where_no_office_is_taken_for_granted_only_the_words_tell_that_it_is_another_country() -> None:
    text = ELSEWHERE.format("the Peruvian president, Ben Reed,")
    found = [
        is_of_another_country(named(text, "Ben Reed"), named(text, "Sven Dahl"), said)
        for said in ("The toll works.", "The toll works in Peru.", "The toll works in Chile.")
    ]
    assert found == [False, True, False]


def test_beside_somebody_of_the_same_country_nobody_is_foreign() -> None:
    text = HOME.format("the Peruvian general Tom Harrow and the Peruvian president, Ben Reed,")
    assert not is_of_another_country(named(text, "Ben Reed"), named(text, "Tom Harrow"), "The toll works.")
