"""Who says so stands first, and what follows keeps the capitals of names and no others."""

import pytest

from quizengine import Article
from quizengine.language import clauses_of, full_names, main_clause, realised, statement, trees, with_source
from quizengine.language.realise.pruning import is_set_off

TEXT = "Hilda Moss sold the mill. {}"


def told(sentence: str) -> str | None:
    """The last sentence as a statement with its source and full names."""
    clause = main_clause(trees(Article(TEXT.format(sentence)))[-1])
    assert clause
    said = realised(clause)
    assert said
    named = realised(clause, full_names(clause.tree, said.tokens))
    return with_source(clause, named and statement(named))


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("Moss bought the bridge, according to Greenpeace.", "According to Greenpeace, Hilda Moss bought the bridge."),
        ("Mr. Moss bought the bridge of Oslo.", "Hilda Moss bought the bridge of Oslo."),
        (
            "The bridge of Oslo lost money, according to Greenpeace.",
            "According to Greenpeace, the bridge of Oslo lost money.",
        ),
    ],
)
def test_a_statement_with_its_source(sentence: str, statement: str) -> None:
    assert told(sentence) == statement


def test_a_hyphen_within_a_word_sets_nothing_off() -> None:
    tree = trees(Article(TEXT.format("Moss liked a go-go dance, and a bar - a small one - in Oslo.")))[-1]
    hyphens = [index for index, token in enumerate(tree.tokens) if token.form == "-"]
    assert [is_set_off(tree, [index + 1]) for index in hyphens[:1]] == [False]
    assert is_set_off(tree, range(hyphens[1] + 1, hyphens[2]))


def test_so_many_people_are_no_source() -> None:
    [tree] = trees(Article("Some 40 percent of farmers said yes, but 55 percent of bakers say Ada Moss sold it."))
    clauses = [clause for clause in clauses_of(tree) if clause.said]
    assert all(with_source(clause, "Ada Moss sold it.") is None for clause in clauses)
    assert clauses
