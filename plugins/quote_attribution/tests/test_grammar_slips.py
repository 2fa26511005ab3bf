"""A slip that a quotation has from its speaker or its printer, and what only looks like one."""

import pytest

from quizengine_quote_attribution.grammar_slips import has_a_slip


@pytest.mark.parametrize(
    ("words", "slips"),
    [
        ("These boats means that nobody rows", True),
        ("We all know that those new lamps is too dim", True),
        ("These boats mean that nobody rows", False),
        ("The colour of these lamps is green", False),
        ("All I do these days is row", False),
        ("Every ferry has cost pounds 9m so far", True),
        ("Every ferry has cost many pounds", False),
    ],
)
def test_a_verb_in_the_singular_and_a_currency_before_its_figure_are_slips(words: str, slips: bool) -> None:
    assert has_a_slip(words) is slips
