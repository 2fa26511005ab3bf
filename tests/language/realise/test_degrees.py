"""A word that tells how much stays in a statement; one that only links a sentence to the one before it goes."""

from quizengine import Article
from quizengine.language import main_clause, realised, statement, trees


def test_too_stays_before_an_adjective_and_goes_as_a_link() -> None:
    article = Article("The boats were too small for winter storms.\n\nThe pumps failed in the night, too.\n")
    clauses = [main_clause(tree) for tree in trees(article)]
    told = [statement(said) for clause in clauses if clause and (said := realised(clause))]
    assert told == ["The boats were too small for winter storms.", "The pumps failed in the night."]
