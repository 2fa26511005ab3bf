"""Whom a short form means is looked up, and of very many namesakes it means none."""

import pytest

from quizengine.language.names import names_in
from quizengine.language.names.bearer_index import MOST_NAMESAKES
from quizengine.language.names.mentions import mentions
from quizengine.text.article import Article

GIVEN = (
    "Ruth",
    "John",
    "Mary",
    "Peter",
    "Anna",
    "David",
    "Laura",
    "James",
    "Helen",
    "Martin",
    "Susan",
    "Paul",
    "Karen",
    "Mark",
    "Linda",
    "Brian",
    "Carol",
    "Kevin",
)


def short_forms(people: int) -> list[bool]:
    """Whether each mention of "Abel" alone is certain, in an article with so many people of that name."""
    full = [f"{GIVEN[n % len(GIVEN)]} {'ABCDEFGH'[n // len(GIVEN)]}. Abel" for n in range(people)]
    text = " ".join(f"The town met {name} on the bridge." for name in full) + " Then the town met Abel again."
    return [name.certain for name in names_in(Article(text)) for span in name.mentions if span.text == "Abel"]


def test_a_surname_means_the_one_person_who_bears_it() -> None:
    assert short_forms(1) == [True]


def test_a_surname_that_very_many_bear_means_nobody_for_certain() -> None:
    assert short_forms(MOST_NAMESAKES + 10) == [False]


@pytest.mark.parametrize(
    ("full", "alone", "same"),
    [("Joseph Abel", "Joe", True), ("Joseph Abel", "John", False), ("J. Abel", "John", False)],
)
def test_a_given_name_means_who_has_it_or_its_long_form_and_nobody_known_by_an_initial(
    full: str, alone: str, same: bool
) -> None:
    found = names_in(Article(f"The town met {full} on the bridge. Then the town met {alone} again."))
    assert [name.full for name in found] == ([full] if same else [full, alone])


def test_a_line_in_capitals_is_no_name() -> None:
    assert not mentions(Article("THE OLD TOWN " + "BRIDGE " * 30 + "closed."))
    assert [one.span.text for one in mentions(Article("It met the Salem Bridge Board in town."))] == [
        "Salem Bridge Board"
    ]
