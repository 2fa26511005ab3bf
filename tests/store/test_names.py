"""Names that look the same are one name."""

import pytest

from quizengine.store import name_key, nearest_student

NAMES = ("Ada Quill", "José Ñuñez", "John Smith", "Zoë O'Brien")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("José", "Jose\N{COMBINING ACUTE ACCENT}"),
        ("José", "JOSE\N{COMBINING ACUTE ACCENT}"),
        ("José", "Jose\N{ZERO WIDTH JOINER}\N{COMBINING ACUTE ACCENT}"),
        ("Ada Quill", "  ada   QUILL "),
        ("Ada Quill", "Ada\N{NO-BREAK SPACE}Quill"),
        ("Ada", "A\N{SOFT HYPHEN}da"),
        ("Ada", "A\N{ZERO WIDTH SPACE}d\N{ZERO WIDTH NON-JOINER}a\N{ZERO WIDTH NO-BREAK SPACE}"),
        ("Ada", "A\N{WORD JOINER}d\N{COMBINING GRAPHEME JOINER}a\N{VARIATION SELECTOR-16}"),
        ("Ada", "\N{RIGHT-TO-LEFT MARK}Ada\N{LEFT-TO-RIGHT ISOLATE}"),
        ("Ada", "\N{FULLWIDTH LATIN CAPITAL LETTER A}da"),
        ("Strauß", "STRAUSS"),
        ("Grifﬁn", "Griffin"),
        ("O'Brien", "O\N{RIGHT SINGLE QUOTATION MARK}Brien"),
        ("Anne-Marie", "Anne\N{NON-BREAKING HYPHEN}Marie"),
        ("İpek", "ipek"),
        ("علی\N{ZERO WIDTH NON-JOINER}رضا", "علیرضا"),
    ],
)
def test_two_ways_to_write_a_name_are_one(one: str, other: str):
    assert name_key(one) == name_key(other)
    assert name_key(name_key(one)) == name_key(one)


@pytest.mark.parametrize(("one", "other"), [("José", "Jose"), ("Ada Quill", "AdaQuill"), ("Ada", "Ida")])
def test_names_that_look_different_are_two(one: str, other: str):
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Jon Smyth", "John Smith"),
        ("Smith John", "John Smith"),
        ("smith", "John Smith"),
        ("Jose Nunez", "José Ñuñez"),
        ("Zoe Obrien", "Zoë O'Brien"),
        ("Jack Smith", "John Smith"),  # seven letters in ten
        ("Jan Smyt", ""),
        ("Wilhelmina Vandersloot", ""),
        ("Bo", ""),
    ],
)
def test_the_nearest_name_is_the_one_that_was_meant(typed: str, found: str):
    assert nearest_student(typed, NAMES) == found


def test_among_no_names_there_is_no_nearest():
    assert nearest_student("Ada", ()) == ""
