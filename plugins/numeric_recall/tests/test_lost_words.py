"""Questions keep the words that they need, lose stray ones, and say units, bounds and events in plain English."""

import pytest

from quizengine import Article
from quizengine.language.numbers import quantities_in
from quizengine_numeric_recall.exclusion_rules import figure_exclusion
from quizengine_numeric_recall.figure_stems import wording_of
from quizengine_numeric_recall.question_builders import typed_figure_question


def asked(text: str, figure: str) -> str:
    """The question to type a figure of a text; empty if there is none."""
    quantity = next(each for each in quantities_in(Article(text)) if each.number.text == figure)
    wording = wording_of(quantity) if figure_exclusion(quantity) is None else None
    question = typed_figure_question(quantity, wording) if wording else None
    return question.stem if question else ""


@pytest.mark.parametrize(
    ("text", "figure", "stem"),
    [
        (
            "Mills\n\nIn 2001 though, Ada Moss started a new company in Oslo.",
            "2001",
            "In which year did Ada Moss start a new company in Oslo?",
        ),
        (
            "Mills\n\nBy then, Ada Moss had even founded the Orra Theatre in 2001 as well.",
            "2001",
            "In which year did Ada Moss found the Orra Theatre?",
        ),
        (
            "Timo\n\nBy 1700, only 1,000 Timo remained in Orra.",
            "1,000",
            "Which number is missing? “By 1700, only _____ Timo remained in Orra.”",
        ),
        (
            "Ada Moss\n\nAda Moss beat the fleet of Peru. In 1565, the victorious Moss founded Port Orra.",
            "1565",
            "In which year did Ada Moss found Port Orra?",
        ),
        (
            "Districts\n\nThe districts of Orra were abolished in 1996 by the Regional Councils (Orra) Act 1994.",
            "1996",
            "In which year were the districts of Orra abolished by the Regional Councils (Orra) Act 1994?",
        ),
        (
            "Orra\n\nBy 1340, Orra had about 120 cottages as well as barns, mills and other houses.",
            "120",
            "By 1340, about how many cottages did Orra have?",
        ),
        (
            "Orra\n\nBy 1340, Orra had about 120 burgages as well as shops, stalls and other buildings.",
            "120",
            "By 1340, about how many burgages did Orra have?",
        ),
        (
            "Planets\n\nThe spin axis of Orra is tilted by only 3°, so there are no seasons.",
            "3",
            "By how many degrees is the spin axis of Orra tilted?",
        ),
        (
            "Drivers\n\nPeter Lind said there had been a 29% drop in the number of drivers being tested in Oslo.",
            "29",
            "According to Peter Lind, how large a drop was there in the number of drivers being tested in Oslo?",
        ),
        (
            "Bombs\n\nIn 1998, rebels blew up the mills of Norway in Orra and Senn, killing more than 200 people.",
            "200",
            "More than how many people were killed when rebels blew up the mills of Norway in Orra and Senn in 1998?",
        ),
        (
            "Bombs\n\nOn Tuesday, rebels blew up the mills of Norway in Orra and Senn, killing more than 200 people.",
            "200",
            "More than how many people were killed when rebels blew up the mills of Norway in Orra and Senn?",
        ),
        (
            "Mills\n\nIn 1998, Ada Moss bought more than 200 mills in Norway.",
            "200",
            "In 1998, at least how many mills did Ada Moss buy in Norway?",
        ),
        (
            "Planets\n\nOrra is about 95 times more massive than Senn.",
            "95",
            "About how many times is Orra more massive than Senn?",
        ),
    ],
)
def test_a_question_is_plain_and_whole(text: str, figure: str, stem: str) -> None:
    assert asked(text, figure) == stem


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Mills\n\nThe Orra Police was first tipped off in July 2003.", "2003"),
        ("Planets\n\nOrra is big. Orra is, however, about 95 times more massive.", "95"),
        (
            "Engines\n\nOrra Telecom's own engine has been in use since 2001. "
            "It was also used in 2003 in Seeker, a game played in Oslo.",
            "2003",
        ),
        ("Ada Moss\n\nAda Moss was a painter. Moss's son Ivan committed suicide in 1902.", "1902"),
        ("Ada Moss\n\nAda Moss was a painter. In 1911, her daughter Lena was arrested in a strike in Oslo.", "1911"),
        ("Films\n\nAda Moss will sell 50 Last dances, Kill Ben and The Senn Agent in Oslo.", "50"),
        ("Orra\n\nOrra is home to the annual eight-day Orra Jazz Festival and the Senn Festival.", "eight"),
        ("Orra\n\nIn what would in 1921 become North Orra, there were two remaining boroughs in 1840.", "1921"),
        ("Ada Moss\n\nMoss lived in a log house in the suburbs of Senn, about 200 km southwest of Oslo.", "200"),
        ("Canals\n\nIn 1817, Ada Moss of Orra looked to a future of great mills in Senn.", "1817"),
        ("Orra\n\nIn 1817, the fight of Ada Moss for Orra took a new turn.", "1817"),
        ("Orra\n\nIn 1817, the city of Orra was ranked eighth among the towns of Norway for its mills.", "1817"),
        ("Ada Moss\n\nAda Moss was an officer. Moss's commission was confirmed in 1915.", "1915"),
    ],
)
def test_what_loses_its_matter_is_not_asked(text: str, figure: str) -> None:
    assert not asked(text, figure)


def test_a_suicide_in_one_statement_says_nothing_against_another() -> None:
    text = "Ada Moss's son Ivan drowned himself in 1902, and in 1908 many of her pictures were lost in a flood."
    assert "lost in a flood" in asked(f"Ada Moss\n\nAda Moss was a painter. {text}", "1908")


def test_what_is_declared_or_proclaimed_is_no_half_of_a_clause() -> None:
    text = "Orra\n\nOrra declared independence in 1912 and was soon known to all.\n\nIt rained.\n"
    wording = wording_of(quantities_in(Article(text))[0])
    assert wording is not None and wording.stem == "In which year did Orra declare independence?"
