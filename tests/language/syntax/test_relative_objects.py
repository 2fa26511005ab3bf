"""A clause has one subject: a relative pronoun that stands before it is the object."""

from dataclasses import replace

import pytest

from quizengine import Article
from quizengine.language import clauses_of, trees
from quizengine.language.syntax.relative_objects import with_relative_objects
from quizengine.language.syntax.sentence import Token


def tokens_of(sentence: str) -> tuple[Token, ...]:
    return trees(Article(sentence))[0].tokens


@pytest.mark.parametrize(
    ("sentence", "pronoun"),
    [
        ("The tons of wheat that Peru sold were too few for Chile.", "that"),
        ("The mill, which Peter Okoye sold in 1950, closed.", "which"),
    ],
)
def test_what_was_taken_for_a_second_subject_is_the_object(sentence: str, pronoun: str) -> None:
    tokens = tokens_of(sentence)
    at = next(index for index, token in enumerate(tokens) if token.form == pronoun)
    verb = next(index for index, token in enumerate(tokens) if token.form == "sold")
    mistaken = [*tokens]
    mistaken[at] = replace(tokens[at], head=verb, relation="nsubj")
    assert with_relative_objects(mistaken)[at].relation == "obj"


def test_a_pronoun_that_is_the_only_subject_stays_one() -> None:
    tokens = tokens_of("The farmer who sold the mill died in 1950.")
    assert with_relative_objects(tokens) == tokens


def test_such_a_clause_has_the_right_subject() -> None:
    tree = trees(
        Article("According to Wi, the four million tons of grains that North Korea says it produces are too few.")
    )[0]
    says = next(clause for clause in clauses_of(tree) if clause.verb.lemma == "say")
    assert says.subject is not None and says.subject.text == "North Korea"
