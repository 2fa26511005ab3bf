"""Given names tell people from other things, and some of them "he" from "she"."""

import pytest

from quizengine.language.names.given_names import is_given_name, pronoun_for, same_given_name


@pytest.mark.parametrize(
    ("name", "pronoun"),
    [("Helen", "she"), ("Tomas", "he"), ("Hal", "he"), ("José", "he"), ("Robin", ""), ("Zorblax", "")],
)
def test_a_given_name_tells_the_pronoun_where_nearly_all_bearers_agree(name: str, pronoun: str) -> None:
    assert pronoun_for(name) == pronoun


def test_case_and_accents_do_not_matter() -> None:
    assert is_given_name("ANDRÉ") and is_given_name("andre")
    assert is_given_name("Jürgen") and is_given_name("Étienne")
    assert not is_given_name("Table")


@pytest.mark.parametrize(("one", "other"), [("Joe", "Joseph"), ("J.", "Joseph"), ("Bill", "William"), ("Ruth", "ruth")])
def test_short_forms_and_initials_are_the_same_name(one: str, other: str) -> None:
    assert same_given_name(one, other)


@pytest.mark.parametrize(("one", "other"), [("Joe", "John"), ("Bill", "Hillary"), ("K.", "Joseph")])
def test_different_names_are_not(one: str, other: str) -> None:
    assert not same_given_name(one, other)
