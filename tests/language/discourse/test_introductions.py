"""What an article introduces once stands in place of its descriptions."""

import pytest

from quizengine import Article
from quizengine.language import full_names, main_clause, realised, statement, trees


def last_statement(text: str) -> str | None:
    """The last sentence of an article, as it is put before a reader who knows nothing else."""
    clause = main_clause(trees(Article(f"Orra\n\n{text}\n"))[-1])
    assert clause is not None
    said = realised(clause, full_names(clause.tree, clause.tokens))
    return statement(said) if said else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Maria Lopes wrote a 2007 study. The study examined schools of Peru.",
            "The 2007 study examined schools of Peru.",
        ),
        (
            "In 1952 workers built an old mill known as the Senn. Rain fell. The mill burned down in 1960.",
            "The old mill known as the Senn burned down in 1960.",
        ),
        (
            "Peru paid for the 2007 study of its schools. The study examined many schools.",
            "The 2007 study examined many schools.",
        ),
        (
            "Dean ran two mills. Rain fell. Snow fell. Wind blew. In 1952 workers built an old mill known as the Senn. "
            "The mill burned down in 1960.",
            "The old mill known as the Senn burned down in 1960.",
        ),
    ],
)
def test_it_is_told_which_one_is_meant(text: str, expected: str) -> None:
    assert last_statement(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Maria Lopes wrote a long study. The study examined schools of Peru.",
        "Maria Lopes wrote a 2007 study. A 2010 study failed. The study examined schools of Peru.",
        "Maria Lopes wrote a 2007 study. Many studies failed. The study examined schools of Peru.",
        "Maria Lopes never wrote a 2007 study. The study examined schools of Peru.",
    ],
)
def test_what_is_not_introduced_just_once_stays_as_it_is(text: str) -> None:
    assert last_statement(text) == "The study examined schools of Peru."


@pytest.mark.parametrize(
    ("introduced", "expected"),
    [
        ("an old and grey stone mill known as the Senn", "The old and grey stone mill known as the Senn burned down."),
        ("an old and grey little stone mill known as the Senn", "The mill burned down."),
    ],
)
def test_an_introduction_of_more_than_nine_words_is_too_long_to_be_told_again(introduced: str, expected: str) -> None:
    assert last_statement(f"In 1952 workers built {introduced}. Rain fell. The mill burned down.") == expected


def test_the_war_may_be_the_one_of_the_title() -> None:
    text = "Thirteen towns rose. Later Norland fought a war against France. In 1783, the Treaty of Orra ended the war."
    *_, ended = trees(Article(f"Norland Revolutionary War\n\n{text}\n"))
    assert "the war against France" not in full_names(ended, range(len(ended.tokens))).values()
    *_, ended = trees(Article(f"Norland\n\n{text}\n"))
    assert "the war against France" in full_names(ended, range(len(ended.tokens))).values()
