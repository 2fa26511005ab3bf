"""What a name's own words tell of its kind."""

import pytest

from quizengine.language.names.kinds import is_acronym, kind_by_words


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Korea Herald", "organisation"),
        ("University of Leeds", "organisation"),
        ("Department of Health and Human Services", "organisation"),
        ("NATO", "organisation"),
        ("Indiana GOP", "organisation"),
        ("North Korea", "place"),
        ("Côte d’Ivoire", "place"),
        ("New York", "place"),
        ("St. Ives", "place"),
        ("Harrow Lake", "place"),
        ("Nobel Prize", "other"),
        ("Star Wars", "other"),
        ("Helen T17", "other"),
        ("Helen Trevose", "person"),
        ("Frank Law", "person"),
        ("Trevose", ""),
        ("Okafor Trevose", ""),
    ],
)
def test_words_tell_the_kind_or_nothing(name: str, kind: str) -> None:
    assert kind_by_words(tuple(name.split())) == kind


@pytest.mark.parametrize("text", ["FBI", "F.B.I.", "NATO", "UNESCO"])
def test_capitals_alone_are_an_acronym(text: str) -> None:
    assert is_acronym(text)


@pytest.mark.parametrize("text", ["Fbi", "A", "UNITEDNATIONS", "J.", "R2D2"])
def test_anything_else_is_none(text: str) -> None:
    assert not is_acronym(text)


@pytest.mark.parametrize("form", ["Limited", "Ltd.", "plc", "Inc.", "Corp.", "LLC", "GmbH", "& Co"])
def test_a_company_is_no_person_whatever_its_form_in_law(form: str) -> None:
    assert kind_by_words(("Helen", "Trevose", *form.split())) == "organisation"
