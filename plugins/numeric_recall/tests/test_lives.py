"""The years of the life that an article tells are asked for, and nobody else's."""

import pytest

from quizengine import Article
from quizengine.language.numbers import quantities_in
from quizengine.text.facts import Facts
from quizengine_numeric_recall.figure_choice import choices
from quizengine_numeric_recall.known_figures import known_figures
from quizengine_numeric_recall.quantity_facts import QuantityFact, find


def asked(text: str) -> list[str]:
    """The questions that a text gives."""
    return [choice.wording.stem for choice in choices(quantities_in(Article(text))) if choice.wording]


@pytest.mark.parametrize(
    ("opening", "stems"),
    [
        (
            "Ada Mary Moss (French: [moss]; 8 September 1841 – 1 May 1904) was a painter.",
            ["In which year was Ada Moss born?", "In which year did Ada Moss die?"],
        ),
        ("Ada Moss OBE (born 3 April 1978) is a painter.", ["In which year was Ada Moss born?"]),
        ("Ada Moss (c. 1818 – January 8, 1880) was a painter.", ["In which year did Ada Moss die?"]),
        ("Ada Moss (reigned 1818 – 1880) was a queen.", []),
        ("Ada Moss has two daughters, Ida Ruth Moss (b. March 2009) and Eve Moss (b. May 2013).", []),
        ("Ada Moss was taught by Sven Dahl (8 May 1801 – 2 May 1874).", []),
    ],
)
def test_the_years_in_the_brackets_behind_the_name(opening: str, stems: list[str]) -> None:
    assert asked(f"Ada Moss\n\n{opening}\n\nIt rained.") == stems


@pytest.mark.parametrize(
    ("sentence", "stem"),
    [
        (
            "Ada Moss (full name: Ada Mary Moss), a cousin of Sven Dahl, was born in Orra on 14 July 1874.",
            "In which year was Ada Moss born?",
        ),
        (
            "Born Adeline Moss in the north on 18 July, 1918, Ada Moss was a painter.",
            "In which year was Ada Moss born?",
        ),
        ("Ada Moss died of a cold while on holiday in Senn, on 24 October 1957.", "In which year did Ada Moss die?"),
    ],
)
def test_a_life_is_told_in_sentences_too(sentence: str, stem: str) -> None:
    assert asked(f"Ada Moss\n\n{sentence}\n\nIt rained.") == [stem]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tom Moss, the father of Ada Moss, was born in Orra on 14 July 1844.",
        "Ada Moss was born in 1873 or 1874.",
        "Ada Moss was born in a town where Sven Dahl had built a mill in 1844.",
    ],
)
def test_a_year_that_may_be_of_another_life_or_deed_is_no_birth(sentence: str) -> None:
    assert "In which year was Ada Moss born?" not in asked(f"Ada Moss\n\n{sentence}\n\nIt rained.")


def test_a_death_told_of_a_pronoun_is_that_of_whom_the_title_names() -> None:
    text = "Ada Moss\n\nAda Moss was a painter. She worked in Cork. She died in Lisbon in 1904."
    assert asked(text) == ["In which year did Ada Moss die in Lisbon?"]


def test_a_deed_has_neither_the_year_of_the_birth_nor_of_the_death_among_its_wrong_years() -> None:
    told = "Ada Moss moved to Cork in 1900. It rained in 1845. It rained in 1904."
    text = f"Ada Moss\n\nAda Moss (8 May 1841 – 2 May 1904) was a painter.\n\n{told}"
    facts = Facts(find(Article(text)))
    deed = next(one for one in facts if isinstance(one, QuantityFact) and one.quantity.low == 1900)
    assert known_figures(facts).rivals(deed.quantity).limits == (1851, 1903)
