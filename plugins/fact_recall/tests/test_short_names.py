"""Bodies and people that a question names by half have their full names, or there is no question."""

import pytest

from quizengine import Article
from quizengine_fact_recall.short_names import is_born_as_somebody_else, with_full_names

SOCIETY = "Ada Moss founded the Society of Orra Bakers in 1920. Peru sent the Society flour."
PEOPLE = "The mills of Orra\n\nIn 1850 Oswald III bought flour. Ada Moss baked it. Bela Moss told Moss to rest."


@pytest.mark.parametrize(
    ("text", "article", "shown"),
    [
        ("Who led the Society in 1921?", SOCIETY, "Who led the Society of Orra Bakers in 1921?"),
        ("Who led the Society of Senn in 1921?", SOCIETY, "Who led the Society of Senn in 1921?"),  # another one
        ("Oswald’s flour came from _____.", PEOPLE, "Oswald III’s flour came from _____."),
        ("Oswald III had flour from _____.", PEOPLE, "Oswald III had flour from _____."),
        ("Ada Moss had flour from _____.", PEOPLE, "Ada Moss had flour from _____."),
        ("Who sold the Moss company?", PEOPLE, "Who sold the Moss company?"),
    ],
)
def test_a_short_name_becomes_the_full_one(text: str, article: str, shown: str) -> None:
    assert with_full_names(text, Article(article), "Peru") == shown


@pytest.mark.parametrize(
    ("text", "article"),
    [
        ("Who led the Company in 1921?", SOCIETY),  # which company?
        ("Who led the Society in 1921?", f"{SOCIETY} Tom Reed led the Senn Society."),  # which of two?
        ("At night Moss had flour from _____.", PEOPLE),  # which of them?
    ],
)
def test_without_one_full_name_there_is_no_question(text: str, article: str) -> None:
    assert with_full_names(text, Article(article), "Peru") is None


def test_a_full_name_does_not_tell_the_answer() -> None:
    article = Article("Ada Moss founded the Senn Society in 1920. The Society met in Senn.")
    assert with_full_names("Where did the Society meet?", article, "Senn") is None


def test_whom_the_title_names_may_have_one_name() -> None:
    article = Article("Reed and his mill\n\nReed sold flour. In 1850 Ada Moss left. Reed baked bread with Peter Reed.")
    assert with_full_names("Reed had flour from _____.", article, "Peru") == "Reed had flour from _____."


def test_a_surname_of_the_title_that_a_relative_has_too_is_nobodys_without_the_given_name() -> None:
    article = Article("Tom Orr\n\nTom Orr was a surgeon. His father was Jan Orr. Orr’s mother was Ada, from Rome.")
    assert with_full_names("Who was Orr’s mother?", article, "Ada") is None
    alone = Article("Tom Orr\n\nTom Orr was a surgeon. Orr’s mother was Ada, from Rome.")
    assert with_full_names("Who was Orr’s mother?", alone, "Ada") == "Who was Orr’s mother?"


@pytest.mark.parametrize(
    ("stem", "other"),
    [
        ("In which city was Ada Jane Reed born?", True),
        ("In which city was Ada Jane Moss born?", False),
        ("In which city was Tom Reed born?", False),
    ],
)
def test_a_birth_by_another_surname_is_nobodys_to_who_knows_the_title(stem: str, other: bool) -> None:
    article = Article("Ada Moss\n\nAda Jane Reed was born in Lisbon. Tom Reed was born in Senn.")
    assert is_born_as_somebody_else(stem, article) is other
