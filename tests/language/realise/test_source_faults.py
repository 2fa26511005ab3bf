"""What was cut out of a sentence is found by comparing it with the words made of it."""

import pytest

from quizengine import Article
from quizengine.language import trees
from quizengine.language.realise.source_faults import begins_within_a_name, leaves_a_given_name_alone, source_faults

MARK = "a mark is lost between two of its words"
COLON = "a title is cut at its colon"
THE = "a title has lost the capital of its “The”"
FIRST = "it leaves out in what something is the first or only one"
SHARED = "it leaves out what its verb shares with another"


def faults(words: str, source: str) -> list[str]:
    return list(source_faults(Article(words), trees(Article(f"Orra\n\n{source}\n"))[0]))


@pytest.mark.parametrize(
    ("fault", "words", "source"),
    [
        (
            MARK,
            "Forty boats row to Orra every year the size of a small fleet.",
            "Moss said forty boats row to Orra every year   the size of a small fleet.",
        ),
        (
            COLON,
            "In which year did Harbour Lights win a prize?",
            "In 1931, Harbour Lights: The Long Night of Orra won a prize.",
        ),
        (
            THE,
            'In which year was "the Long Night" printed in Orra?',
            '"The Long Night" was printed in Orra in 1931.',
        ),
        (THE, "Who printed the Miller?", "Moss printed The Miller in 1931."),
        (
            FIRST,
            "In which year did Ada Moss build the first ship of Cork?",
            "In 1931, Ada Moss built the first ship of Cork to cross the sea.",
        ),
        (
            SHARED,
            "Why has Ada Moss revised?",
            "Thanks to the prize, Ada Moss has revised and reprinted her novels.",
        ),
    ],
)
def test_what_the_words_need_is_missed(fault: str, words: str, source: str) -> None:
    assert fault in faults(words, source)


@pytest.mark.parametrize(
    ("words", "source"),
    [
        (
            "In which year did Ada Moss build the first ship of Cork to cross the sea?",
            "In 1931, Ada Moss built the first ship of Cork to cross the sea.",
        ),
        ("Who rode the last train?", "Ada Moss rode the last train to Cork."),
        ("Forty boats row to Orra every year.", "Moss said forty boats row to Orra every year   the size of a fleet."),
        (
            "Who printed Harbour Lights?",
            "Moss printed the works of Hale at Harbour Lights: The Barge and The Long Night.",
        ),
        (
            "In which year did Harbour Lights: The Long Night of Orra win a prize?",
            "In 1931, Harbour Lights: The Long Night of Orra won a prize.",
        ),
        ("Who sold the Orra Mill?", "The Orra Mill was old. Moss sold the Orra Mill in 1931."),
        ("Why has Ada Moss rowed?", "Ada Moss has rowed to Orra and reprinted her novels."),
        ("In which year was the mill sold?", "In 1931, the mill was sold and closed its doors."),
    ],
)
def test_what_the_words_need_is_there(words: str, source: str) -> None:
    assert faults(words, source) == []


def test_a_description_does_not_begin_within_a_name() -> None:
    source = trees(Article("Orra\n\nThe Office for Public Works chairman Ada Moss rowed to Orra.\n"))[0]
    assert begins_within_a_name("Public Works chairman", source)
    assert not begins_within_a_name("Office for Public Works chairman", source)
    assert not begins_within_a_name("chairman", source)


@pytest.mark.parametrize(
    ("alone", "words"),
    [
        (True, "In which year did Regina row to Orra?"),
        (True, "In which year did the boat of Orra carry Regina’s rye?"),
        (False, "In which year did Regina Hale row to Orra?"),
        (False, "In which year did Regina the Great row to Orra?"),
        (False, "In which year did Hale Regina row to Orra, where Regina sold rye?"),
        (False, "In which year did somebody row to Orra?"),
    ],
)
def test_a_given_name_alone_tells_of_nobody(alone: bool, words: str) -> None:
    sentence = "In 1931, Regina rowed to Orra with a boat of rye."
    source = trees(Article(f"Orra\n\n{sentence}\n"))[0]
    assert leaves_a_given_name_alone(Article(words), source) == alone
    known = trees(Article(f"Regina of Orra\n\n{sentence}\n"))[0]
    assert not leaves_a_given_name_alone(Article(words), known)
    named = trees(Article(f"Orra\n\n{sentence} Regina Hale was a miller.\n"))[0]
    assert not leaves_a_given_name_alone(Article(words), named)


def test_the_end_of_a_name_is_no_short_name_of_another() -> None:
    article = Article(
        "East Cushitic is a branch of a family. In 1969, Ada Moss showed that Western Cushitic is another one. "
        "Scholars speak of Cushitic as well. East Cushitic has many speakers.\n"
    )
    source = next(tree for tree in trees(article) if "1969" in tree.sentence.span.text)
    words = "In which year did Ada Moss show that Western East Cushitic is another one?"
    assert list(source_faults(Article(words), source)) == ["the end of a name was taken for a short name"]
    assert not list(source_faults(Article(words.replace("East ", "")), source))
