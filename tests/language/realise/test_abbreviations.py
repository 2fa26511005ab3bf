"""A full stop that belongs to an abbreviation stays before a question mark."""

from quizengine import Article
from quizengine.language import clauses_of, question, realised, statement, trees


def test_a_question_may_end_in_an_abbreviation() -> None:
    [tree] = trees(Article("Peter Okoye sold the mill to Sam Hill Jr."))
    [clause] = clauses_of(tree)
    said = realised(clause)
    assert said is not None
    assert clause.subject is not None
    assert question(said, clause.subject, "who") == "Who sold the mill to Sam Hill Jr.?"
    assert statement(said) == "Peter Okoye sold the mill to Sam Hill Jr."


def test_any_other_full_stop_goes() -> None:
    [tree] = trees(Article("Peter Okoye sold the mill."))
    [clause] = clauses_of(tree)
    said = realised(clause)
    assert said is not None
    assert clause.subject is not None
    assert question(said, clause.subject, "who") == "Who sold the mill?"
