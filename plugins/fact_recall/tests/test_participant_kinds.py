"""A name is asked for as what it names, and not as what its last word means elsewhere."""

import pytest

from quizengine import Article
from quizengine.language import names_in
from quizengine_fact_recall.class_nouns import named_things
from quizengine_fact_recall.participant_kinds import askable_kind, noun_of


def kinds(text: str) -> dict[str, str]:
    return {name.full: askable_kind(name) for name in names_in(Article(text))}


@pytest.mark.parametrize(
    ("text", "full", "kind"),
    [
        ("The town feared the Orra Revolution in May.", "Orra Revolution", "revolution"),
        ("The town feared the 1920 Orra Revolution in May.", "Orra Revolution", "revolution"),
        ("In 2004, New Orra Revolution chose the baker.", "New Orra Revolution", ""),  # a club
        ("Mr. Pascua Florida was a target.", "Pascua Florida", ""),  # a region
        ("Mr. Jack London was a target.", "Jack London", "person"),
    ],
)
def test_the_kind_of_a_name_is_what_a_question_can_state(text: str, full: str, kind: str) -> None:
    assert kinds(text)[full] == kind


def test_a_surname_is_no_noun() -> None:
    assert (noun_of("Senn Dam"), noun_of("Tom van Dam")) == ("dam", "")


@pytest.mark.parametrize(
    ("thing", "named"),
    [("a solar method", True), ("a Spanish method", False), ("the city council", False)],
)
def test_a_thing_is_told_by_a_word_that_says_which_it_is(thing: str, named: bool) -> None:
    found = named_things(Article(f"They praised {thing}. They used {thing}. They left {thing}."))
    assert bool(found) is named
