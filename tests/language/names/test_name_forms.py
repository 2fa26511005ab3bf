"""The forms of a name: the surname, the spellings that are one, and who is one person."""

import pytest

from quizengine.language.names.name_forms import form_key, initials_of, same_person, surname_of, without_suffixes


@pytest.mark.parametrize(
    ("full", "surname"),
    [
        ("Lloyd J. Austin III", "Austin"),
        ("Wi Sung-lac", "Wi"),
        ("Kim Jong-un", "Kim"),
        ("Bill de Blasio", "de Blasio"),
        ("Ursula von der Leyen", "von der Leyen"),
        ("Mary Smith-Jones", "Smith-Jones"),
        ("Joseph R. Biden Jr.", "Biden"),
        ("Sukarno", "Sukarno"),
    ],
)
def test_the_surname_is_the_last_word_with_its_particles(full: str, surname: str) -> None:
    assert surname_of(full, (full,)) == surname


def test_the_surname_is_the_first_word_where_the_article_uses_that_alone() -> None:
    assert surname_of("Xi Jinping", ("Xi Jinping", "Xi")) == "Xi"
    assert surname_of("Xi Jinping", ("Xi Jinping",)) == "Jinping"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Lloyd Austin", "Lloyd J. Austin III", True),
        ("Joe Biden", "Joseph R. Biden Jr.", True),
        ("J. Biden", "Joseph Biden", True),
        ("Hillary Rodham Clinton", "Hillary Clinton", True),
        ("Zoë Müller", "Zoe Muller", True),
        ("George H.W. Bush", "George W. Bush", False),
        ("Donald Trump", "Donald Trump Jr.", False),
        ("Hillary Clinton", "Bill Clinton", False),
        ("Ruth Abel", "Ruth Cain", False),
    ],
)
def test_two_full_names_are_one_persons_or_not(one: str, other: str, same: bool) -> None:
    assert same_person(tuple(one.split()), tuple(other.split())) is same
    assert same_person(tuple(other.split()), tuple(one.split())) is same


def test_suffixes_are_no_part_of_the_core() -> None:
    assert without_suffixes(("Lloyd", "Austin", "III")) == ("Lloyd", "Austin")
    assert without_suffixes(("Jr.",)) == ("Jr.",)


def test_one_name_has_one_key_in_every_spelling() -> None:
    assert form_key(("Zoë", "MÜLLER")) == form_key(("Zoe", "Muller"))


def test_an_acronym_is_made_of_the_capitals() -> None:
    assert initials_of(("Federal", "Bureau", "of", "Investigation")) == "fbi"
