"""No cell of a table is ever run as a formula."""

import csv
import io

import pytest

from quizengine.desk.tables import as_csv, safe_cell


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1+cmd", "@sum", "\tx", "\rx", "  =1+1", "＝1", '=HYPERLINK("x")'])
def test_a_text_that_begins_a_formula_is_made_text(text: str) -> None:
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("value", ["eel", "a = b", "", -5, -0.5, None, "5 - 3", "'=1"])
def test_any_other_value_is_as_it_was(value: object) -> None:
    assert safe_cell(value) == value


def test_names_of_fields_and_cells_are_both_safe_and_can_be_read_back() -> None:
    written = as_csv(["=stem", "asked"], [{"=stem": '=a"b,c', "asked": -3}])
    assert list(csv.reader(io.StringIO(written))) == [["'=stem", "asked"], ["'=a\"b,c", "-3"]]
