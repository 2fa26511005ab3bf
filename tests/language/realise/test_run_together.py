"""A caption that runs into a sentence is no part of it: nothing is asked about the two as one."""

from quizengine import Article
from quizengine.language import clauses_of, realised, statement, trees


def sound(text: str) -> list[bool]:
    return [realised(clause) is not None for tree in trees(Article(text)) for clause in clauses_of(tree)]


def test_a_preposition_with_a_capital_inside_a_clause_begins_another_sentence() -> None:
    assert sound("The mayor of Oslo In the north of Oslo the mayor opened a bridge.") in ([], [False])


def test_a_preposition_at_the_beginning_is_a_clause_like_any_other() -> None:
    assert sound("In the north of Oslo the mayor opened a bridge.") == [True]


def test_a_second_object_behind_another_verb_is_not_of_the_first() -> None:
    text = "It had taken three years to build and had cost £41,500, almost twice the sum that its owners had promised."
    [tree] = trees(Article(text))
    said = [realised(clause) for clause in clauses_of(tree) if clause.verb.lemma == "take"]
    assert [statement(one) for one in said if one] in ([], ["It had taken three years to build."])


def test_a_main_clause_does_not_lose_the_preposition_that_it_begins_with() -> None:
    article = Article("Harwick\n\nIt is old.\n\nDuring the Civil War Harwick sold wool to Spain.")
    said = [realised(clause) for tree in trees(article) for clause in clauses_of(tree)]
    assert not [text for one in said if one and (text := statement(one)) and text.startswith("The Civil War Harwick")]
