"""The year in brackets behind a work is asked for where the words around say whose work it is."""

import pytest

from quizengine import Article
from quizengine.language.numbers import quantities_in
from quizengine_numeric_recall.bracketed_works import year_beside_a_name


def asked(sentence: str, title: str = "Ada Moss") -> str | None:
    text = f"{title}\n\n{title} is well known. {title} was in all newspapers. {sentence}\n\nIt rained.\n"
    year = next(one for one in quantities_in(Article(text)) if one.kind == "year")
    found = year_beside_a_name(year)
    return found[0] if found else None


@pytest.mark.parametrize(
    "sentence",
    [
        "Late in her life she published The Long Night (1925), in which she says much.",
        "In The Long Night (1925) she challenged the usual views of bread.",
        "The Long Night (1925) is considered by many to be her masterpiece.",
    ],
)
def test_a_work_of_whom_the_article_is_about(sentence: str) -> None:
    assert asked(sentence) == "In which year did Ada Moss publish The Long Night?"


def test_the_kind_of_a_work_is_kept() -> None:
    stem = "In which year did Ada Moss publish the novel The Long Night?"
    assert asked("Her second novel, The Long Night (1925), was a success.") == stem
    assert asked("All knew her film The Long Night (1925).") == "In which year was the film The Long Night released?"


def test_a_year_before_a_work() -> None:
    assert asked("Her 1925 novel The Long Night, a success, made her rich.") == (
        "In which year did Ada Moss publish the novel The Long Night?"
    )
    assert asked("Her 1925 novel The Long Night is Young and all knew it.") is None  # where does the title end?
    text = "Bread\n\nTom Reed was a baker. Bread became known through Reed's 1925 book The Long Night.\n"
    assert year_beside_a_name(quantities_in(Article(text))[-1]) == (
        "In which year was Tom Reed’s book The Long Night published?",
        "work-in-brackets",
    )


def test_no_year_of_a_work_in_an_aside_by_somebody_of_whom_nothing_else_is_told() -> None:
    assert asked("The oven is named after one in Tom Reed's 1925 novel The Long Night.", "Bread") is None


def test_a_work_of_whoever_is_named_behind_it() -> None:
    sentence = "In his book The Long Night (1925), Tom Reed says that bread is good."
    assert asked(sentence, "Bread") == "In which year was Tom Reed’s book The Long Night published?"


@pytest.mark.parametrize(
    "sentence",
    [
        "In Paris (1924) she challenged the usual views.",
        "She had a part in the film The Long Night (1925).",
        "She read a translation of his novel The Long Night (1925).",
        "The Long Night (1925) is a street in Orra.",
        "In The Long Night (1925) she argued, and in The Long Night (1927) she argued again.",
    ],
)
def test_no_year_of_what_may_be_no_work_or_another_year(sentence: str) -> None:
    assert asked(sentence) is None


def test_a_work_printed_after_the_author_died_is_not_said_to_be_published_by_the_author() -> None:
    text = (
        "Ada Moss\n\nAda Moss (3 May 1860 – 5 June 1920) was a linguist. Ada Moss lived in Orra.\n\n"
        "The Long Night (1925) is considered by many to be her masterpiece.\n"
    )
    year = quantities_in(Article(text))[-1]
    assert year_beside_a_name(year) == ("In which year was The Long Night published?", "work-in-brackets")
