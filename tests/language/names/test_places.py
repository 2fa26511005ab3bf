"""Places that everybody knows, of one sort each, with the article that they take."""

import pytest

from quizengine.language.names.places import is_place, place_type, takes_definite_article


def test_places_that_everybody_knows_are_known() -> None:
    assert all(map(is_place, ["Kenya", "U.S.", "the Middle East", "Pyongyang", "Bosnia and Herzegovina"]))
    assert not any(map(is_place, ["Tromsund", "Austin", ""]))


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("Norway", "country"),
        ("North Korea", "country"),
        ("U.S.", "country"),
        ("New Hampshire", "state"),
        ("Nova Scotia", "province"),
        ("New Orleans", "city"),
        ("Africa", "continent"),
        ("Georgia", ""),
        ("Canary Islands", ""),
        ("Washington", ""),
        ("Middle East", ""),
        ("Tromsund", ""),
    ],
)
def test_a_place_is_of_one_sort_or_of_none_for_certain(name: str, sort: str) -> None:
    assert place_type(name) == sort


def test_some_places_take_an_article() -> None:
    assert all(map(takes_definite_article, ["U.S.", "Netherlands", "United Kingdom"]))
    assert not any(map(takes_definite_article, ["Norway", "Ukraine", "Chicago"]))
