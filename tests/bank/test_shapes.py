"""Which fields a bank file may have at each place of a question."""

import pytest

from quizengine import NumericQuestion
from quizengine.bank.shapes import names_at


@pytest.mark.parametrize(
    ("path", "name"), [((), "stem"), (("tolerance",), "percent"), (("evidence",), "quote"), (("origin",), "rule")]
)
def test_the_fields_at_a_place_are_known(path: tuple[str, ...], name: str) -> None:
    assert name in names_at(NumericQuestion, path)


@pytest.mark.parametrize("path", [("stem",), ("tags", 0), ("nothing",)])
def test_a_text_has_no_fields(path: tuple[str | int, ...]) -> None:
    assert names_at(NumericQuestion, path) == ()
