"""A tree: what goes with it to another process."""

from quizengine import Article
from quizengine.extensions.isolation import wire
from quizengine.language import clauses_of, main_clause, trees

MILL = Article("Maria Lopes founded the Orra Mill in 1952.\n")


def test_a_clause_whose_tree_was_asked_about_already_can_go_to_another_process() -> None:
    tree = trees(MILL)[0]
    clause = main_clause(tree)
    assert clause and clauses_of(tree)
    other = wire.decode_value(wire.encode_value(clause, MILL), MILL)
    assert (other.subject.text, other.object.text, other.is_sure) == ("Maria Lopes", "the Orra Mill", True)
    assert other.tree.sentence == tree.sentence and main_clause(other.tree).verb == clause.verb
