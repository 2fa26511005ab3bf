"""No question asks for what its own words tell, or for somebody whom an article knows by two names."""

import pytest

from quizengine import Article
from quizengine.language import Name, names_in
from quizengine_fact_recall.answer_faults import has_another_surname, tells_its_abbreviation


def named(text: str, full: str) -> Name:
    [name] = [each for each in names_in(Article(text)) if each.full == full]
    return name


@pytest.mark.parametrize(
    ("stem", "told"),
    [
        ("By which agency was the ORBANET funded?", True),
        ("By which agency was the ORBA mill funded?", True),
        ("By which agency was the mill of Orra funded?", False),
    ],
)
def test_a_word_may_begin_with_an_abbreviation_of_the_answer(stem: str, told: bool) -> None:
    text = "The mill was funded by the Orra Research Bread Agency (ORBA). The Orra Research Bread Agency is old."
    assert tells_its_abbreviation(stem, named(text, "Orra Research Bread Agency")) is told


@pytest.mark.parametrize(
    ("wife", "other"),
    [("Marie Moss", True), ("Ruth Moss", False), ("Marie Lund", False)],
)
def test_a_wife_may_have_a_maiden_name_and_her_husbands(wife: str, other: bool) -> None:
    text = f"Peter Moss was a baker. Peter Moss met Maria Reed in Orra. Peter Moss left. In 1920, {wife} painted."
    assert has_another_surname(named(text, "Maria Reed")) is other
