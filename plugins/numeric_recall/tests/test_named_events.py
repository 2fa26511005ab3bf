"""The year of a named event is asked for with the verb of its kind."""

import pytest

from quizengine import Article
from quizengine.language.numbers import quantities_in
from quizengine_numeric_recall.figure_stems import wording_of
from quizengine_numeric_recall.named_events import named_event_question


def asked(sentence: str) -> str | None:
    found = quantities_in(Article(f"Voting\n\n{sentence}\n\nIt rained.\n"))
    return named_event_question(next(one for one in found if one.kind == "year"))


@pytest.mark.parametrize(
    ("sentence", "stem"),
    [
        (
            "The court struck down a part of the Orra Voting Act of 1965.",
            "In which year was the Orra Voting Act passed?",
        ),
        ("The 1863 Orra Proclamation ended all doubts.", "In which year was the Orra Proclamation issued?"),
        (
            "In Moss v. Orra School Board (1954), the court ended it.",
            "In which year was Moss v. Orra School Board decided?",
        ),
        ("At the Battle of Orra in 1660, the Danes won.", "In which year was the Battle of Orra fought?"),
        ("The Treaty of Orra (1606) ended the war.", "In which year was the Treaty of Orra signed?"),
        (
            "The Nineteenth Amendment (1920) gave women the vote.",
            "In which year was the Nineteenth Amendment ratified?",
        ),
        ("They were beaten in the Orra Rebellion (1899).", "In which year did the Orra Rebellion begin?"),
    ],
)
def test_an_event_with_its_year(sentence: str, stem: str) -> None:
    assert asked(sentence) == stem


@pytest.mark.parametrize(
    "sentence",
    [
        "In the Compromise of 1850, Congress admitted Orra.",  # without the year it has no name
        "The Act of 1906 was harsh.",
        "The Constitutional Law of 1992 was harsh.",
        "Parliament changed the Orra Act in 1907.",
        "The Orra Act of 1906 was weaker than the Orra Act of 1908.",
        "Orra School (1954) is a big school.",
    ],
)
def test_no_year_without_which_nobody_knows_what_is_meant(sentence: str) -> None:
    assert asked(sentence) is None


def test_what_happened_at_an_event_is_asked_for_if_that_is_certain() -> None:
    text = "Ada Moss\n\nAda Moss was wounded at the Battle of Orra in 1660. Ada Moss lived in Orra.\n"
    wording = wording_of(quantities_in(Article(text))[0])
    assert wording is not None and wording.stem == "In which year was Ada Moss wounded at the Battle of Orra?"
