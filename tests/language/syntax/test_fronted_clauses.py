"""A clause before a subject goes with the subject's verb."""

from dataclasses import replace

from quizengine import Article
from quizengine.language import trees
from quizengine.language.syntax.fronted_clauses import with_fronted_clauses
from quizengine.language.syntax.sentence import Token


def sentence(text: str) -> tuple[Token, ...]:
    [tree] = trees(Article(text))
    return tree.tokens


def test_a_clause_on_the_subject_behind_it_goes_with_the_verb() -> None:
    right = sentence("As prices rose, farmers left.")
    rose, farmers, left = (next(at for at, one in enumerate(right) if one.form == form) for form in RISE)
    hung_wrong = tuple(replace(one, head=farmers) if at == rose else one for at, one in enumerate(right))
    assert with_fronted_clauses(hung_wrong)[rose].head == left


RISE = ("rose", "farmers", "left")


def test_a_clause_of_a_predicate_noun_stays() -> None:
    right = sentence("As prices rose, farming was a good business.")
    assert with_fronted_clauses(right) == right
