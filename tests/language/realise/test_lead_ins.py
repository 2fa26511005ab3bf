"""Sentences to put before a question, so that its pronouns and descriptions are understood."""

import pytest

from quizengine import Article
from quizengine.language import full_names, lead_in, main_clause, realised, trees


def lead(text: str, *answer: str) -> str | None:
    """The sentence to put before what the last sentence of a text says."""
    clause = main_clause(trees(Article(f"A title\n\n{text}\n"))[-1])
    assert clause is not None
    names = full_names(clause.tree, clause.tokens)
    said = realised(clause, names)
    assert said is not None
    return lead_in(clause.tree, said.tokens, said.replaced, answer)


@pytest.mark.parametrize(
    ("before", "asked"),
    [
        ("The monks of Orra opened a school in 1902.", "The school burned down in 1911."),
        ("The monks of Orra opened a school in 1902.", "This school burned down in 1911."),
        ("A Dutch engineer built a mill at Orra in 1902.", "He sold the mill in 1911."),
        ("A school opened at Orra in 1902.", "Orra is a town. The school burned down in 1911."),
        ("A school opened at Orra in 1902.", "The school later burned down."),
    ],
)
def test_it_names_what_the_open_words_mean(before: str, asked: str) -> None:
    assert lead(f"{before} {asked}") == before


@pytest.mark.parametrize(
    "text",
    [
        "The monks opened a school at Orra. The school burned down in 1911.",  # "the monks" is open itself
        "A school opened in Orra and a school opened in Cork. The school burned down in 1911.",  # which of the two?
        "A lawyer sued a dentist in 1902. He won the case.",  # either
        "If a school opens in Orra, people will be glad. The school has ten rooms.",  # no fact
        "A school opened in Orra in 1902.\n\nThe school burned down in 1911.",  # another paragraph
        "“A school opened in Orra in 1902,” Lopes said. The school burned down in 1911.",  # somebody else's words
        "Peter Okoye opened a school in 1902. Peter Okoye sold bread in 1911.",  # nothing is open
        "A school opened in Orra. Yesterday the school burned down.",  # no sentence before tells when
    ],
)
def test_it_refuses_where_one_thing_stays_open(text: str) -> None:
    assert lead(text) is None


def test_it_never_gives_the_answer_away() -> None:
    text = "A school opened at Orra in 1902. The school burned down in 1911."
    assert lead(text, "1911") == "A school opened at Orra in 1902."
    assert lead(text, "1902") is None
    assert lead(text, "the town of Orra") is None


def test_a_long_sentence_is_cut_to_what_is_needed() -> None:
    text = (
        "Mary Moss built a new school with a large garden in the town of Orra with the help of many farmers in 1902. "
        "The school burned down in 1911."
    )
    found = lead(text)
    assert found is None or len(found.split()) <= 14
