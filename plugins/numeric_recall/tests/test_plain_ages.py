"""An age becomes a plain question wherever it stands, if it can be nobody's but the subject's."""

import pytest

from quizengine import Article
from quizengine.language.numbers import quantities_in
from quizengine_numeric_recall.figure_stems import wording_of


def asked(text: str) -> str:
    age = next(each for each in quantities_in(Article(f"Ada Moss\n\nAda Moss sang. {text}")) if each.kind == "age")
    found = wording_of(age)
    return found.stem if found is not None and found.rule == "what-age" else ""


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        (
            "Ada Moss stopped giving concerts at the age of 31 to write operas in Senn.",
            "At what age did Ada Moss stop giving concerts to write operas in Senn?",
        ),
        (
            "By the age of 18, she earned her licence in physics from the University of Senn.",
            "By what age did Ada Moss earn her licence in physics from the University of Senn?",
        ),
        ("Ada Moss married Tom Reed at the age of 31.", "At what age did Ada Moss marry Tom Reed?"),
        ("She died in Senn on 3 January 1956, aged 74.", "At what age did Ada Moss die in Senn?"),
        (
            "In 1950, aged 16, Ada Moss began an apprenticeship at a mill in Senn.",
            "At what age did Ada Moss begin an apprenticeship at a mill in Senn?",
        ),
    ],
)
def test_it_is_the_age_of_whoever_acts(text: str, stem: str) -> None:
    assert asked(text) == stem


@pytest.mark.parametrize(
    "text",
    [
        "Her father brought Ada Moss back to Senn at the age of 19.",
        "Ada Moss taught him to read and write in Senn at the age of seven.",
        "The mill of Ada Moss burned down in Senn at the age of 90.",
    ],
)
def test_an_age_that_may_be_anothers_is_not_asked_plainly(text: str) -> None:
    assert not asked(text)
