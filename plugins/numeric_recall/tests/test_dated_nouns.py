"""The year of what a noun tells is asked for with its verb, where the date is the noun's own."""

import pytest

from quizengine import Article
from quizengine.language.numbers import quantities_in
from quizengine_numeric_recall.dated_nouns import dated_noun


def asked(title: str, sentence: str) -> str | None:
    text = f"{title}\n\n{title} is well known. {title} was in all newspapers. {sentence}\n\nIt rained.\n"
    year = next(one for one in quantities_in(Article(text)) if one.kind == "year")
    found = dated_noun(year)
    return found[1] if found else None


@pytest.mark.parametrize(
    ("sentence", "stem"),
    [
        (
            "The talks led to the signing of the Orra Accords in May 1978.",
            "In which year were the Orra Accords signed?",
        ),
        (
            "Orra grew rich after the completion of the Orra Canal in 1902.",
            "In which year was the Orra Canal completed?",
        ),
        ("The discovery of Orra in 1606 changed the world.", "In which year was Orra discovered?"),
        ("The outbreak of the Orra War in 1806 ruined the town.", "In which year did the Orra War break out?"),
        ("Riots followed the collapse of the Orra Bank in 1906.", "In which year did the Orra Bank collapse?"),
    ],
)
def test_a_date_behind_its_noun(sentence: str, stem: str) -> None:
    assert asked("Orra", sentence) == stem


@pytest.mark.parametrize(
    ("sentence", "stem"),
    [
        (
            "The country changed little until the Soviet Union's 1979 invasion of Orra.",
            "In which year did the Soviet Union invade Orra?",
        ),
        (
            "Their main complaint was the Mexican government's 1829 abolition of slavery.",
            "In which year did the Mexican government abolish slavery?",
        ),
        ("Since its 2008 launch, Orra has sold many boats.", "In which year was Orra launched?"),
        ("Since its launch in 2008, Orra has sold many boats.", "In which year was Orra launched?"),
    ],
)
def test_who_did_it_or_what_it_was_done_to(sentence: str, stem: str) -> None:
    assert asked("Orra", sentence) == stem


def test_of_a_life_only_that_of_whom_the_article_is_about() -> None:
    assert asked("Ada Moss", "Ada Moss's retirement in 1902 was a loss.") == "In which year did Ada Moss retire?"
    assert asked("Ada Moss", "Ada Moss fell ill after the death of Tom Reed in 1902.") is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Tom Reed celebrated the founding of Orra in 1906.",  # which of the two was in 1906?
        "Nobody foresaw the planned 1944 invasion of Orra.",
        "All went well until the opening of a mill in 1906.",
        "After the release of Tom Reed in 1906, Orra was calm.",
        "If the 1944 invasion of Orra had failed, all would be well.",
    ],
)
def test_no_year_of_what_is_not_certain_or_has_no_name(sentence: str) -> None:
    assert asked("Orra", sentence) is None
