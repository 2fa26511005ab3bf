"""Other ways to write a name: what everybody takes for the same, and what an article says that it is called."""

import pytest

from quizengine import Article
from quizengine.language import also_called, spelt_otherwise


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("Second World War", {"World War II", "WWII", "World War Two"}),
        ("US Navy", {"United States Navy", "U.S. Navy"}),
        ("St. Orra", {"Saint Orra"}),
        ("Third Orra Congress", {"3rd Orra Congress"}),
        ("21st Amendment", {"Twenty-first Amendment"}),
        ("XII Games", {"Twelfth Games", "12th Games"}),
        ("Orra Cup XLII", {"Orra Cup 42"}),
        ("Title IX", {"Title 9", "Title Nine"}),
        ("labor theory", {"labour theory"}),
        ("Orra Organisation", {"Orra Organization"}),
        ("anaemia", {"anemia"}),
        ("tumor", {"tumour"}),
        ("Ministry of Defence", {"Ministry of Defense"}),
        ("theater", {"theatre"}),
    ],
)
def test_everybody_may_write_a_name_otherwise(name: str, more: set[str]) -> None:
    assert more <= set(spelt_otherwise(name))


@pytest.mark.parametrize(
    "name", ["Orra Prize", "diameter", "laboratory", "honorary degree", "academic", "Vitamin C", "civil law", "Fifth"]
)
def test_a_name_with_one_spelling_has_no_other(name: str) -> None:
    assert spelt_otherwise(name) == ()


@pytest.mark.parametrize(
    ("name", "ways"),
    [
        ("Oswald VIII", ("Oswald the Eighth", "Oswald the 8th", "Oswald 8")),
        ("Maud the Second", ("Maud the 2nd", "Maud II", "Maud 2")),
        ("Jan Moss III", ()),  # no ruler
        ("Malcolm X", ()),
        ("Ada Gray", ()),  # nobody is called "Ada Grey" in Britain alone
    ],
)
def test_a_person_may_have_a_number(name: str, ways: tuple[str, ...]) -> None:
    assert spelt_otherwise(name, of_person=True) == ways


@pytest.mark.parametrize(
    ("text", "name", "other"),
    [
        ("A mesh plane cuts it. Mesh planes are often referred to as net planes.", "mesh plane", "net planes"),
        ("A mesh plane is also called a net plane. Planes cut. No plane bends.", "mesh plane", "net plane"),
        ("The enzyme ORR reader, also known as ORR red, works.", "ORR reader", "ORR red"),
        ("Lundport, formerly known as Orra, is a town.", "Lundport", "Orra"),
        ("Ada Moss, better known as Pim, sang.", "Ada Moss", "Pim"),
        ("Ada Moss, better known as Pim, sang.", "Pim", "Ada Moss"),
        ("The Reed, whose real name is Tom Orr, sang.", "Tom Orr", "The Reed"),
        ("Singer 9 Lives, real name Tom Orr, sang. 9 Lives left. They like 9 Lives.", "Tom Orr", "9 Lives"),
    ],
)
def test_an_article_says_what_else_something_is_called(text: str, name: str, other: str) -> None:
    assert also_called(Article(text), name) == (other,)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A mesh plane is also called by many a slow thing.", "mesh plane"),
        ("Wet mesh planes are often called sad planes.", "mesh plane"),  # only the wet ones
        ("The Old Orra Mill, also known as Pim, burned.", "Orra Mill"),
        ("She lived at the Senn Institute at the University of Orra, now known as the Moss Institute.", "Orra"),
        ("She lived at the Senn Institute at the Lund College, now known as the Moss Institute.", "Lund College"),
        ("Ada Moss, called Tom Orr from Lund and left.", "Ada Moss"),
        ("In May Ada Moss also called Tom Orr.", "Ada Moss"),  # by telephone
        ("The town, known as a port, is Orra.", "Orra"),
    ],
)
def test_what_else_somebody_does_is_no_other_name(text: str, name: str) -> None:
    assert also_called(Article(text), name) == ()
