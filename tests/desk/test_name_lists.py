"""Names as teachers paste them: lines, tables of a spreadsheet, and CSV of a school's program."""

import pytest

from quizengine.desk.name_lists import read_names

TWO = ("Ada Quill", "Ben Okafor")


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill\nBen Okafor",
        "  Ada   Quill \r\n\r\nBen Okafor\n",
        "1. Ada Quill\n2) Ben Okafor",
        "• Ada Quill\n- Ben Okafor",
        "Quill, Ada\nOkafor, Ben",
        "Ada\tQuill\nBen\tOkafor",
        "Ada;Quill;8b\nBen;Okafor;8b",
        "17;Ada;Quill\n18;Ben;Okafor",
        "\ufeffName;Klasse\nAda Quill;8b\nBen Okafor;8b",
        "Nachname;Vorname\nQuill;Ada\nOkafor;Ben",
        "Last name,First name,Email\nQuill,Ada,ada@example.org\nOkafor,Ben,ben@example.org",
        'Prénom,Nom\n"Ada","Quill"\n"Ben","Okafor"',
        "Ada;Quill;ada@example.org\nBen;Okafor;ben@example.org",
    ],
)
def test_names_are_found_however_they_are_written(text: str) -> None:
    assert read_names(text) == TWO


def test_what_holds_no_name_gives_none() -> None:
    assert [read_names(text) for text in ("", " \n\t\n", "1;2\n3;4", "Name\n")] == [()] * 4


def test_a_name_with_a_hyphen_or_an_apostrophe_stays_whole() -> None:
    assert read_names("Anne-Marie O’Hara\n  Jean-Luc d'Arc") == ("Anne-Marie O’Hara", "Jean-Luc d'Arc")


def test_equal_names_are_all_kept() -> None:
    assert read_names("Ada\nAda") == ("Ada", "Ada")
