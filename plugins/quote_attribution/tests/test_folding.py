"""Names are compared as grading compares them."""

import pytest

from quizengine import grading
from quizengine_quote_attribution.folding import folded


@pytest.mark.parametrize(
    "name",
    [
        "Wi Sung-lac",
        "Seán O’Brien",
        "Zoë Müller",
        "George H.W. Bush",
        "the FBI",
        "Lloyd J. Austin III",
        "A",
        "de la Cruz",
    ],
)
def test_a_name_folds_as_grading_folds_it(name: str) -> None:
    assert folded(name) == grading.folded(name)
