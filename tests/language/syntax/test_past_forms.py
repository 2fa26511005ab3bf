"""A verb with an active subject before it and no auxiliary is in the past, whatever the tagger took it for."""

import pytest

from quizengine import Article
from quizengine.language import main_clause, trees


@pytest.mark.parametrize(
    "sentence",
    [
        "With the blessing of Secretary of State John Hay, several American businessmen created a bank in 1896.",
        "In 2023, the Court also ruled in favor of a challenge to new maps drawn up in Alabama.",
        "In April 1864, Southern forces attempted to take Fort Pillow in Tennessee from the Union forces.",
    ],
)
def test_such_a_verb_makes_a_clause_that_is_stated(sentence: str) -> None:
    clause = main_clause(trees(Article(sentence))[0])
    assert clause
    assert (clause.verb.tense, clause.is_fact) == ("past", True)


@pytest.mark.parametrize("sentence", ["The bank was created in 1896.", "The bank created in 1896 was small."])
def test_a_participle_stays_one(sentence: str) -> None:
    tree = trees(Article(sentence))[0]
    assert next(token.xpos for token in tree.tokens if token.form == "created") == "VBN"
