"""The page about formats says what the formats do."""

from format_table import KINDS, PAGE, cell, formats, page


def test_the_page_is_as_the_formats_are() -> None:
    text = PAGE.read_text("utf-8")
    assert page(text) == text, "bring it up to date: python tools/format_table.py"


def test_a_cell_says_what_becomes_of_a_question() -> None:
    by_name = {form.name: form for form in formats()}
    assert [cell(by_name["yaml"], question) for question in KINDS.values()] == ["whole"] * len(KINDS)
    assert cell(by_name["aiken"], KINDS["number"]) == "left out"
    assert cell(by_name["gift"], KINDS["number"]) == "marked differently"
    assert cell(by_name["aiken"], KINDS["one of several"]) in ("whole", "simplified")
